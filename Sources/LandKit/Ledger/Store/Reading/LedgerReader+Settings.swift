import GRDB
import LandCadastre
import LandGeometry

extension LedgerReader {
  /// The zones, as they were set.
  public func zones() throws(LedgerError) -> [LedgerZone] {
    try settings("zones") { row in
      guard let id = row.text(0), let name = row.text(1) else { return nil }
      var zone = LedgerZone(id: id, name: name)
      zone.level = row.text(2)
      zone.territory = row.text(3)
      zone.leadingIndustry = row.text(4)
      return zone
    }
  }

  /// The figures of zones and years, as they were set.
  public func figures() throws(LedgerError) -> [ZoneFigure] {
    try settings("zone_figures") { row in
      guard let zone = row.text(0), let year = row.integer(1), let name = row.text(2) else {
        return nil
      }
      return ZoneFigure(zoneID: zone, year: year, name: name, value: row.real(3))
    }
  }

  /// The targets, as they were set.
  public func targets() throws(LedgerError) -> [LedgerTarget] {
    try settings("targets") { row in
      guard let zone = row.text(0), let rule = row.text(1), let book = row.text(2),
        let measure = row.text(3), let comparison = row.text(4), let limit = row.real(5)
      else { return nil }
      return LedgerTarget(
        zoneID: zone, rule: rule, rulebook: book, measure: measure, comparison: comparison,
        limit: limit, until: row.day(6))
    }
  }

  /// The enterprises that are being cleared, as they were set.
  public func zombies() throws(LedgerError) -> [ZombieEnterprise] {
    try settings("zombies") { row in
      guard let name = row.text(1) else { return nil }
      var enterprise = ZombieEnterprise(zoneID: row.text(0), name: name)
      enterprise.creditCode = row.text(2)
      enterprise.listed = row.day(3)
      enterprise.cleared = row.day(4)
      return enterprise
    }
  }

  /// Whether the enterprises under clearing were ever listed: without, an empty list means nothing.
  public func hasZombieRegister() throws(LedgerError) -> Bool {
    try LedgerError.translating(path) {
      if try LedgerMeta.value(LedgerMeta.zombiesListed, in: db) != nil { return true }
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM zombies") != 0
    }
  }

  /// The dates of contracts with the day of the update that they are from; nil where no update has
  /// kept them yet, as in a ledger of the schema `v1`.
  public func contracts() throws(LedgerError) -> (asOf: CalendarDate, dates: [ContractDates])? {
    let day = try LedgerError.translating(path) {
      try LedgerMeta.value(LedgerMeta.contractsDay, in: db).flatMap(CalendarDate.init(iso:))
    }
    guard let day else { return nil }
    let dates: [ContractDates] = try settings("contracts") { row in
      guard let parcel = row.text(0) else { return nil }
      var contract = ContractDates(parcelID: parcel, contractNo: row.text(2))
      contract.zoneID = row.text(1)
      contract.supervisionNo = row.text(3)
      contract.holder = row.text(4)
      contract.start = row.day(5)
      contract.startSource = row.text(6).flatMap(StartInForce.Source.init(rawValue:))
      contract.isStarted = row.integer(7).map { $0 != 0 }
      contract.finish = row.day(8)
      contract.isFinished = row.integer(9).map { $0 != 0 }
      contract.paid = row.real(10)
      if let text = row.text(11) {
        guard let payments = PaymentInstalment.parse(text) else { return nil }
        contract.payments = payments
      }
      return contract
    }
    return (day, dates)
  }

  /// The zone of each parcel as it is now; parcels without one are left out.
  public func zonesOfParcels() throws(LedgerError) -> [String: String] {
    var zones: [String: String] = [:]
    try each("SELECT parcel_id, zone_id FROM parcel_current WHERE zone_id IS NOT NULL") { row in
      if let parcel = row.text(0), let zone = row.text(1) { zones[parcel] = zone }
    }
    return zones
  }

  /// The notes on the map in the order of their keys.
  public func siteNotes() throws(LedgerError) -> [SiteNote] {
    try rows("site_notes", "SELECT geom, note, author, day FROM site_notes ORDER BY fid") { row in
      SiteNote(
        place: row.point(0), note: row.text(1), author: row.text(2), day: row.text(3))
    }
  }

  private func settings<Value>(
    _ table: String, _ value: (RawRow) -> Value?
  ) throws(LedgerError) -> [Value] {
    let columns = Columns.list(Columns.rewritten[table] ?? [])
    return try rows(table, "SELECT \(columns) FROM \(table) ORDER BY fid", [], value)
  }
}
