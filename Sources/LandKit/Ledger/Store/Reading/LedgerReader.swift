import GRDB
import LandCadastre
import LandGeometry

/// What is in a ledger at one moment: everything that one reader gives belongs together.
public struct LedgerReader: ~Copyable {
  let db: Database
  let path: String

  // Swift 6.3 crashes when it makes this initialiser ready for other modules to inline.
  @_semantics("optimize.no.crossmodule")
  init(db: Database, path: String) {
    self.db = db
    self.path = path
  }

  /// What the ledger says of itself.
  public func identity() throws(LedgerError) -> LedgerIdentity {
    try LedgerError.translating(path) {
      guard let id = try LedgerMeta.value("id", in: db),
        let territory = try LedgerMeta.value("territory", in: db),
        let created = try LedgerMeta.value("created", in: db).flatMap(CalendarDate.init(iso:)),
        let madeBy = try LedgerMeta.value("made_by", in: db),
        let schema = try LedgerMeta.value("schema", in: db)
      else { throw unreadable("ledger_meta") }
      return LedgerIdentity(
        id: id, territory: territory, created: created, madeBy: madeBy, schema: schema)
    }
  }

  /// The end of the chain as the events have it.
  public func head() throws(LedgerError) -> ChainHead {
    let identity = try identity()
    var head = ChainHead(
      number: 0,
      hash: Digests.beginning(
        id: identity.id, territory: identity.territory, created: identity.created.description))
    try each("SELECT number, hash FROM events ORDER BY number DESC LIMIT 1") { row in
      guard let number = row.integer(0), let hash = row.text(1) else {
        throw unreadable("events")
      }
      head = ChainHead(number: number, hash: hash)
    }
    return head
  }

  /// All cases in the order in which they were opened.
  public func cases() throws(LedgerError) -> [LedgerCase] {
    try rows(
      "cases", "SELECT \(Columns.list(Columns.ledgerCase)) FROM cases ORDER BY opened_by"
    ) { row in
      guard let id = row.text(0), let parcel = row.text(1), let event = row.integer(12) else {
        return nil
      }
      var found = LedgerCase(id: id, parcelID: parcel, openedBy: event)
      found.zoneID = row.text(2)
      found.contractNo = row.text(3)
      found.supervisionNo = row.text(4)
      found.holder = row.text(5)
      found.location = row.text(6)
      found.landUse = row.text(7)
      found.parcelArea = row.real(8)
      found.price = row.real(9)
      found.agreedStart = row.day(10)
      found.agreedFinish = row.day(11)
      return found
    }
  }

  /// All events in order, up to a number where one is given, included.
  public func events(upTo last: Int? = nil) throws(LedgerError) -> [LedgerEvent] {
    try events("e.number <= ?", [last ?? .max])
  }

  /// The events of a case in order.
  public func events(of caseID: String) throws(LedgerError) -> [LedgerEvent] {
    try events("e.case_id = ?", [caseID])
  }

  private func events(
    _ condition: String, _ arguments: StatementArguments
  ) throws(LedgerError) -> [LedgerEvent] {
    let columns = Columns.event.prefix(22).map { "e.\($0)" }.joined(separator: ", ")
    var events: [LedgerEvent] = []
    let sql = """
      SELECT \(columns), d.document_no, d.document_day, d.file_name, d.sha256 FROM events e
      LEFT JOIN documents d ON d.event = e.number
      WHERE \(condition) ORDER BY e.number
      """
    try each(sql, arguments) { row in
      guard let event = LedgerEvent(row) else {
        throw LedgerError.corruptChain(path: path, event: row.integer(0) ?? events.count + 1)
      }
      events.append(event)
    }
    return events
  }

  /// The documents in the order of their events.
  public func documents() throws(LedgerError) -> [(event: Int, document: LedgerDocument)] {
    try rows(
      "documents", "SELECT \(Columns.list(Columns.document)) FROM documents ORDER BY event"
    ) { row in
      guard let event = row.integer(0), let document = LedgerDocument(row, from: 1) else {
        return nil
      }
      return (event, document)
    }
  }

  /// The runs in order.
  public func runs() throws(LedgerError) -> [KeptRun] {
    try rows("runs", "SELECT \(Columns.list(Columns.run)) FROM runs ORDER BY number") { row in
      guard let number = row.integer(0), let asOf = row.day(1),
        let rulebooks = Kept.list(of: row.text(2)), let manifest = row.text(3)
      else { return nil }
      return KeptRun(
        number: number, record: RunRecord(asOf: asOf, rulebooks: rulebooks, manifest: manifest))
    }
  }

  /// The rows of a query as values; one that cannot be a value is damage.
  func rows<Value>(
    _ table: String, _ sql: String, _ arguments: StatementArguments = [],
    _ value: (RawRow) -> Value?
  ) throws(LedgerError) -> [Value] {
    var values: [Value] = []
    try each(sql, arguments) { row in
      guard let value = value(row) else { throw unreadable(table) }
      values.append(value)
    }
    return values
  }

  func each(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (RawRow) throws -> Void
  ) throws(LedgerError) {
    try LedgerError.translating(path) { try RawRow.each(sql, arguments, in: db, body) }
  }

  func unreadable(_ table: String) -> LedgerError {
    .damaged(path: path, reason: "unreadable row in \(table)")
  }
}
