import LandCadastre
import LandGeometry
import LandLayers

/// The properties of buildings that measuring needs, in columns; NaN is unknown. An object, so that
/// workers share the columns without counting references to each of them.
public final class BuildingColumns: Sendable {
  /// What stands there; a layer without kinds holds buildings.
  public let kind: [BuildingKind]
  /// Storeys above ground.
  public let storeys: [Double]
  /// Height of each storey, m.
  public let storeyHeight: [Double]
  /// Height of the building, m.
  public let height: [Double]
  /// Floor area (建筑面积), m².
  public let grossFloor: [Double]
  /// Counted floor area (计容建筑面积), m².
  public let countedFloor: [Double]
  /// Whether it lies below ground.
  public let isBasement: [Bool]
  /// Whether its own use is industry or storage; nil where the use does not say.
  public let isIndustrial: [Bool?]
  /// Whether the layer says which features are structures and yards, and holds any.
  public let knowsStructuresAndYards: Bool
  /// Faults of single values.
  public let rowFindings: [Finding]
  /// The same, and what is wrong with the columns.
  public let findings: [Finding]

  /// Reads the columns of a layer. `structuresAndYards` is what the whole layer says where this is a
  /// part of it.
  public init(_ layer: FeatureLayer, workers: Workers, structuresAndYards: Bool? = nil) {
    let reader = BuildingReader(names: layer.attributes.names)
    let chunks = workers.map(layer.featureCount, size: 4096) { range in
      var findings: [Finding] = []
      var uses = LandUseWords.Cache()
      let facts = range.map { row in
        let record = reader.record(in: layer.attributes, row: row, findings: &findings)
        return Facts(record, isIndustrial: record.use.flatMap { uses.isIndustrialOrStorage($0) })
      }
      layer.letGo(range)
      return (facts, findings)
    }
    let facts = chunks.flatMap(\.0)
    kind = facts.map(\.kind)
    storeys = facts.map(\.storeys)
    storeyHeight = facts.map(\.storeyHeight)
    height = facts.map(\.height)
    grossFloor = facts.map(\.grossFloor)
    countedFloor = facts.map(\.countedFloor)
    isBasement = facts.map(\.isBasement)
    isIndustrial = facts.map(\.isIndustrial)
    knowsStructuresAndYards =
      structuresAndYards ?? (reader.hasKind && facts.contains { $0.kind != .building })
    rowFindings = chunks.flatMap(\.1)
    findings = rowFindings + reader.map.findings(file: layer.file)
  }

  /// One building's properties as numbers.
  private struct Facts: Sendable {
    var kind: BuildingKind
    var storeys, storeyHeight, height, grossFloor, countedFloor: Double
    var isBasement: Bool
    var isIndustrial: Bool?

    init(_ record: BuildingRecord, isIndustrial: Bool?) {
      kind = record.kind ?? .building
      storeys = record.storeys ?? .nan
      storeyHeight = record.storeyHeight ?? .nan
      height = record.height ?? .nan
      grossFloor = record.grossFloor ?? .nan
      countedFloor = record.countedFloor ?? .nan
      isBasement = record.basement ?? false
      self.isIndustrial = isIndustrial
    }
  }
}

extension Survey {
  /// What is found while measuring some buildings.
  public static func buildingFindings(
    _ buildings: PlacedLayer, options: SurveyOptions
  ) -> [Finding] {
    let names = FeatureNames(buildings.layer, field: .buildingID)
    return LayerMeasurer(
      buildings, options: options, subject: .building, wantsEllipsoid: false,
      identify: { names[$0] }
    ).measureAll().findings
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
      "住宅", "商", "办公", "宿舍", "食堂", "公共", "科教", "研发", "门卫", "配电", "公用", "道路", "公路", "铁路",
      "街巷", "交通", "河流", "水域", "水利", "公园", "绿", "宅基地",
    ]
    return others.contains(where: use.contains) ? false : nil
  }

  /// Remembers the answers: a layer has few different uses, and searching words costs.
  public struct Cache: Sendable {
    private var answers: [String: Bool?] = [:]

    /// No answers yet.
    public init() {}

    /// The answer for a use.
    public mutating func isIndustrialOrStorage(_ use: String) -> Bool? {
      if let answer = answers[use] { return answer }
      let answer = LandUseWords.isIndustrialOrStorage(use)
      answers[use] = .some(answer)
      return answer
    }
  }
}
