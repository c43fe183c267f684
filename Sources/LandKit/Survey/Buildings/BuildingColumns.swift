import LandCadastre
import LandLayers

/// The properties of buildings that measuring needs, in columns; NaN is unknown.
public struct BuildingColumns: Sendable {
  /// What stands there; a layer without kinds holds buildings.
  public var kind: [BuildingKind] = []
  /// Storeys above ground.
  public var storeys: [Double] = []
  /// Height of each storey, m.
  public var storeyHeight: [Double] = []
  /// Height of the building, m.
  public var height: [Double] = []
  /// Floor area (建筑面积), m².
  public var grossFloor: [Double] = []
  /// Counted floor area (计容建筑面积), m².
  public var countedFloor: [Double] = []
  /// Whether it lies below ground.
  public var isBasement: [Bool] = []
  /// Whether its own use is industry or storage; nil where the use does not say.
  public var isIndustrial: [Bool?] = []
  /// Whether the layer says which features are structures and yards, and holds any.
  public var knowsStructuresAndYards = false
  /// Faults of single values.
  public var findings: [Finding] = []

  /// Reads the columns of a layer.
  public init(_ layer: FeatureLayer, workers: Workers) {
    let reader = BuildingReader(names: layer.attributes.names)
    let chunks = workers.map(layer.featureCount, size: 4096) { range in
      var part = BuildingColumns()
      for row in range {
        part.append(reader.record(in: layer.attributes, row: row, findings: &part.findings))
      }
      return part
    }
    for chunk in chunks { append(chunk) }
    knowsStructuresAndYards = reader.hasKind && kind.contains { $0 != .building }
    findings += reader.map.findings(file: layer.file)
  }

  private init() {}

  private mutating func append(_ record: BuildingRecord) {
    kind.append(record.kind ?? .building)
    storeys.append(record.storeys ?? .nan)
    storeyHeight.append(record.storeyHeight ?? .nan)
    height.append(record.height ?? .nan)
    grossFloor.append(record.grossFloor ?? .nan)
    countedFloor.append(record.countedFloor ?? .nan)
    isBasement.append(record.basement ?? false)
    isIndustrial.append(record.use.flatMap { LandUseWords.isIndustrialOrStorage($0) })
  }

  private mutating func append(_ other: BuildingColumns) {
    kind += other.kind
    storeys += other.storeys
    storeyHeight += other.storeyHeight
    height += other.height
    grossFloor += other.grossFloor
    countedFloor += other.countedFloor
    isBasement += other.isBasement
    isIndustrial += other.isIndustrial
    findings += other.findings
  }
}

/// Words for uses of land and buildings.
public enum LandUseWords {
  /// Whether a use is industry or storage, for which a storey above 8 m counts twice; nil where
  /// the words do not say.
  ///
  /// Words of GB/T 21010 and of building registers, and the codes 0601, 0604 (GB/T 21010), 1001,
  /// 1101 (用地用海), M1–M3, W1–W3 (GB 50137).
  public static func isIndustrialOrStorage(_ use: String) -> Bool? {
    let words = ["工业", "仓储", "物流", "厂房", "车间", "仓库", "库房"]
    if words.contains(where: use.contains) { return true }
    let codes = ["0601", "0604", "1001", "1101", "M1", "M2", "M3", "W1", "W2", "W3"]
    if codes.contains(where: use.hasPrefix) { return true }
    let others = [
      "住宅", "商", "办公", "宿舍", "食堂", "公共", "科教", "研发", "门卫", "配电", "公用", "道路", "绿",
    ]
    return others.contains(where: use.contains) ? false : nil
  }
}
