import LandLayers

/// What a parcel's properties say, beside its geometry. Nil is unknown.
public struct ParcelRecord: Hashable, Sendable {
  /// The parcel's own id (宗地代码); nil where the feature's id or index has to stand in.
  public var parcelID: String?
  /// The development zone.
  public var zoneID: String?
  /// The user of the land.
  public var holder: String?
  /// Use of the land, as written.
  public var landUse: String?
  /// Industry, as written.
  public var industry: String?
  /// Whether the parcel has been supplied.
  public var supplyState: SupplyState?
  /// Green area, m².
  public var greenArea: Double?
  /// Green share, 0–1.
  public var greenShare: Double?
  /// Office and living-service land, m².
  public var officeArea: Double?
  /// Share of office and living-service land, 0–1.
  public var officeShare: Double?
  /// Floor area of offices and living services, m².
  public var officeFloor: Double?
  /// Class of the three zones (三区) that the parcel lies in.
  public var zoneClass: ZoneClass?
  /// Counted floor area (计容建筑面积), m².
  public var countedFloor: Double?
  /// Floor area (建筑面积), m².
  public var grossFloor: Double?
  /// Remark.
  public var remark: String?
  /// The contract that the properties describe; nil where they show no supply.
  public var contract: Contract?

  /// A record of which nothing is known yet.
  public init() {}
}

/// Reads parcels' properties; the columns are resolved once.
public struct ParcelReader: Sendable {
  /// The columns of the file.
  public var map: FieldMap { contracts.map }
  /// Whether the layer can show that a parcel was supplied.
  public var canShowSupply: Bool { contracts.canShowSupply }
  private let contracts: ContractReader
  private let own: [FieldMap.Binding]

  /// A reader for layers with these columns.
  ///
  /// - Parameter figures: names of further columns that rulebooks declare as inputs.
  public init(names: [String], figures: Set<String> = []) {
    contracts = ContractReader(
      FieldMap(names: names, role: .parcels), names: names, figures: figures)
    own = contracts.map.bindings.filter { ContractSlot($0.field) == nil }
  }

  /// The record of a feature; faults of single values are added to `findings`.
  public func record(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> ParcelRecord {
    let facts = contracts.facts(in: rows, row: row, findings: &findings)
    var record = ParcelRecord()
    record.parcelID = facts.parcelID
    record.zoneID = facts.zoneID
    record.holder = facts.holder
    record.landUse = facts.landUse
    record.remark = facts.remark
    record.contract = facts.showsSupply ? facts : nil
    var reader = CellReader(.parcel, place: facts.source)
    for binding in own {
      let cell = rows.value(row: row, column: binding.column)
      if case .null = cell { continue }
      switch binding.field {
      case .industry: record.industry = cell.trimmedText()
      case .supplyState: record.supplyState = reader.code(cell, .supplyState)
      case .greenArea: record.greenArea = reader.number(cell, binding)
      case .greenShare: record.greenShare = reader.number(cell, binding)
      case .officeArea: record.officeArea = reader.number(cell, binding)
      case .officeShare: record.officeShare = reader.number(cell, binding)
      case .officeFloor: record.officeFloor = reader.number(cell, binding)
      case .zoneClass: record.zoneClass = reader.code(cell, .zoneClass)
      case .countedFloor: record.countedFloor = reader.number(cell, binding)
      case .grossFloor: record.grossFloor = reader.number(cell, binding)
      default: break
      }
    }
    findings += reader.findings(about: record.parcelID ?? "#\(row)")
    return record
  }
}
