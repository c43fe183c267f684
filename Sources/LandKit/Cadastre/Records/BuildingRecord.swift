import LandLayers

/// What stands on the land.
public enum BuildingKind: String, CaseIterable, Hashable, Sendable, CodedValue {
  /// A building; counts for density, coefficient and plot ratio.
  case building
  /// A structure serving production; counts for the coefficient only.
  case structure
  /// An open storage yard (堆场); counts for the coefficient only.
  case yard

  var names: [String] {
    switch self {
    case .building: ["建筑", "建筑物", "房屋", "厂房"]
    case .structure: ["构筑物", "构筑"]
    case .yard: ["堆场", "露天堆场", "操作场", "露天操作场"]
    }
  }
}

/// What a building's properties say, beside its geometry. Nil is unknown.
public struct BuildingRecord: Hashable, Sendable {
  /// The building's id.
  public var buildingID: String?
  /// The parcel that it is registered with.
  public var parcelID: String?
  /// Building, structure or yard.
  public var kind: BuildingKind?
  /// Use, as written.
  public var use: String?
  /// Number of storeys above ground; halves occur.
  public var storeys: Double?
  /// Height of each storey, m.
  public var storeyHeight: Double?
  /// Height of the building, m.
  public var height: Double?
  /// Floor area (建筑面积), m².
  public var grossFloor: Double?
  /// Counted floor area (计容建筑面积), m².
  public var countedFloor: Double?
  /// Whether it lies below ground; such floors never count for the plot ratio.
  public var basement: Bool?

  /// A record of which nothing is known yet.
  public init() {}
}

/// Reads buildings' properties; the columns are resolved once.
public struct BuildingReader: Sendable {
  /// The columns of the file.
  public let map: FieldMap
  /// Whether the layer tells buildings, structures and yards apart.
  public var hasKind: Bool { map[.kind] != nil }

  /// A reader for layers with these columns.
  public init(names: [String]) { map = FieldMap(names: names, role: .buildings) }

  /// The record of a feature; faults of single values are added to `findings`.
  public func record(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> BuildingRecord {
    var record = BuildingRecord()
    var reader = CellReader(
      .building, place: Contract.Source(file: rows.fileName, featureIndex: rows.number(of: row)))
    for binding in map.bindings {
      let cell = rows.value(row: row, column: binding.column)
      if case .null = cell { continue }
      switch binding.field {
      case .buildingID: record.buildingID = cell.trimmedText()
      case .parcelID: record.parcelID = cell.trimmedText()
      case .kind: record.kind = reader.code(cell, .kind)
      case .use: record.use = cell.trimmedText()
      case .storeys: record.storeys = reader.number(cell, binding)
      case .storeyHeight: record.storeyHeight = reader.number(cell, binding)
      case .height: record.height = reader.number(cell, binding)
      case .grossFloor: record.grossFloor = reader.number(cell, binding)
      case .countedFloor: record.countedFloor = reader.number(cell, binding)
      case .basement: record.basement = reader.truth(cell, .basement)
      default: break
      }
    }
    findings += reader.findings(about: record.buildingID ?? "#\(row)")
    return record
  }
}
