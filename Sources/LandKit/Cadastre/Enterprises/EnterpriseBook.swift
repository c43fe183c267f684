import LandLayers

/// The enterprises of a table, found by code, zone and parcel. Immutable, so workers share it.
///
/// A row is an enterprise in a year. Of the rows of one enterprise the one of the latest year not
/// after the as-of date counts; a row without year counts where no dated one does.
public struct EnterpriseBook: Sendable {
  /// The columns of the file.
  public let map: FieldMap
  /// What was found while reading: D403, D410, D412, D417, D419, D420.
  public let findings: [Finding]
  /// All rows in the order of the table, without those that repeat an enterprise and year.
  public let rows: [Enterprise]
  private let byKey: [String: [Int]]
  private let byParcel: [ParcelKey: [Int]]
  private let byZone: [String: [Int]]

  /// Reads a table of enterprises.
  ///
  /// Call ``EnterpriseReader/unusable(file:)`` first, or ``read(_:)``: a table without names and
  /// codes has rows that cannot be told apart.
  public init(reading table: some AttributeRows) {
    let reader = EnterpriseReader(names: table.names)
    var findings: [Finding] = []
    let all = (0..<table.rowCount).map {
      reader.enterprise(in: table, row: $0, findings: &findings)
    }
    self.init(
      all, reader.map,
      reader.map.findings(file: table.fileName) + Finding.collapsingConversions(findings))
  }

  /// Reads a table that names its enterprises.
  ///
  /// - Throws: `FormatError` where it has neither a column of codes nor one of names.
  public static func read(_ table: some AttributeRows) throws(FormatError) -> EnterpriseBook {
    let reader = EnterpriseReader(names: table.names)
    if let error = reader.unusable(file: table.fileName) { throw error }
    return EnterpriseBook(reading: table)
  }

  /// A book of enterprises at hand.
  public init(enterprises: [Enterprise]) {
    self.init(
      enterprises,
      FieldMap(names: EnterpriseSlot.fields.map(\.rawValue), role: .enterprises), [])
  }

  private init(_ all: [Enterprise], _ map: FieldMap, _ found: [Finding]) {
    struct Entry: Hashable {
      var key: String
      var year: Int?
    }
    var findings = found
    var rows: [Enterprise] = []
    var first: [Entry: Int] = [:]
    var byKey: [String: [Int]] = [:]
    var byParcel: [ParcelKey: [Int]] = [:]
    var byZone: [String: [Int]] = [:]
    for enterprise in all {
      let key = EnterpriseBook.key(enterprise)
      if let earlier = first.updateValue(rows.count, forKey: Entry(key: key, year: enterprise.year))
      {
        first[Entry(key: key, year: enterprise.year)] = earlier
        findings.append(EnterpriseBook.repeated(enterprise, rows[earlier]))
        continue
      }
      byKey[key, default: []].append(rows.count)
      for parcel in Set(enterprise.parcelIDs.map(ParcelKey.init)) {
        byParcel[parcel, default: []].append(rows.count)
      }
      if let zone = enterprise.zoneID { byZone[zone, default: []].append(rows.count) }
      rows.append(enterprise)
    }
    self.map = map
    self.findings = findings
    self.rows = rows
    self.byKey = byKey
    self.byParcel = byParcel
    self.byZone = byZone
  }

  /// Whether the table has a column for a field; where it has none, an empty value says nothing.
  public func has(_ field: Field) -> Bool { map[field] != nil }

  /// All rows of an enterprise, by its code, else by its name, in the order of the table.
  public func history(of id: String) -> [Enterprise] {
    (byKey[CreditCode.normalised(id)] ?? byKey["#" + id] ?? []).map { rows[$0] }
  }

  /// The row of an enterprise that counts on a day.
  public func enterprise(_ id: String, asOf: CalendarDate) -> Enterprise? {
    EnterpriseBook.latest(history(of: id), asOf: asOf)
  }

  /// The rows that count on a day, one an enterprise, in the order of the table.
  public func enterprises(asOf: CalendarDate) -> [Enterprise] { select(rows.indices, asOf) }

  /// The enterprises of a zone on a day; one that has moved away by then is not among them.
  public func enterprises(inZone zone: String, asOf: CalendarDate) -> [Enterprise] {
    select(byZone[zone] ?? [], asOf).filter { $0.zoneID == zone }
  }

  /// The enterprises on a parcel on a day.
  public func enterprises(onParcel parcel: String, asOf: CalendarDate) -> [Enterprise] {
    let key = ParcelKey(parcel)
    return select(byParcel[key] ?? [], asOf).filter { enterprise in
      enterprise.parcelIDs.contains { ParcelKey($0) == key }
    }
  }

  private func select(_ candidates: some Sequence<Int>, _ asOf: CalendarDate) -> [Enterprise] {
    var seen: Set<String> = []
    var found: [Enterprise] = []
    for index in candidates {
      let key = EnterpriseBook.key(rows[index])
      guard seen.insert(key).inserted else { continue }
      let all = (byKey[key] ?? []).map { rows[$0] }
      if let latest = EnterpriseBook.latest(all, asOf: asOf) { found.append(latest) }
    }
    return found
  }

  private static func latest(_ rows: [Enterprise], asOf: CalendarDate) -> Enterprise? {
    let limit = asOf.components.year
    let dated = rows.filter { ($0.year ?? .max) <= limit }
    return dated.max { ($0.year ?? 0) < ($1.year ?? 0) } ?? rows.first { $0.year == nil }
  }

  /// What tells enterprises apart: the code, else the name, else the row.
  private static func key(_ enterprise: Enterprise) -> String {
    if let id = enterprise.enterpriseID { return id }
    return "#" + enterprise.label
  }

  private static func repeated(_ enterprise: Enterprise, _ earlier: Enterprise) -> Finding {
    var finding = Finding(.duplicateEnterprise, .enterprise, enterprise.label)
    finding.file = enterprise.source.file
    finding.row = enterprise.source.row
    finding.field = Field.year.rawValue
    finding.value = enterprise.year.map(Double.init)
    finding.source = earlier.source.label
    return finding
  }
}
