import LandLayers

/// What a development zone's properties say, beside its geometry. Nil is unknown.
public struct ZoneRecord: Hashable, Sendable {
  /// The zone's code (开发区代码).
  public var zoneID: String?
  /// Its name.
  public var name: String?
  /// Its level, as written.
  public var level: String?
  /// Approved area (核准面积), m².
  public var approvedArea: Double?
  /// Leading industries (主导产业), each once; nil where the column is not there or empty.
  public var leadingIndustries: Set<String>?
  /// Remark.
  public var remark: String?

  /// A record of which nothing is known yet.
  public init() {}
}

/// Reads zones' properties; the columns are resolved once.
public struct ZoneReader: Sendable {
  /// The columns of the file.
  public let map: FieldMap

  /// A reader for layers with these columns.
  public init(names: [String]) { map = FieldMap(names: names, role: .zones) }

  /// The record of a feature; faults of single values are added to `findings`.
  public func record(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> ZoneRecord {
    var record = ZoneRecord()
    var reader = CellReader(.zone, place: Contract.Source(file: rows.fileName, featureIndex: row))
    for binding in map.bindings {
      let cell = rows.value(row: row, column: binding.column)
      if case .null = cell { continue }
      switch binding.field {
      case .zoneID: record.zoneID = cell.trimmedText()
      case .name: record.name = cell.trimmedText()
      case .level: record.level = cell.trimmedText()
      case .approvedArea: record.approvedArea = reader.number(cell, binding)
      case .leadingIndustry: record.leadingIndustries = Self.industries(cell.trimmedText())
      case .remark: record.remark = cell.trimmedText()
      default: break
      }
    }
    findings += reader.findings(about: record.zoneID ?? "#\(row)")
    return record
  }

  /// A list with `、`, a comma or a semicolon between its items, each in half width and without
  /// blanks around it.
  private static func industries(_ text: String?) -> Set<String>? {
    let items = TextFolding.fold(text ?? "").split { "、,;，；".contains($0) }
      .map { TextFolding.trimmed(String($0)) }.filter { !$0.isEmpty }
    return items.isEmpty ? nil : Set(items)
  }
}
