import Crypto
import GRDB
import LandCadastre
import LandGeoPackage
import LandGeometry

/// Adds to a ledger within one transaction; it is all written at the end, or nothing.
///
/// A case, a survey or a run is added first and then the event that speaks for it (`opened`,
/// `survey`, `run`): the event carries its hash. What no event speaks for at the end of the
/// transaction is an error.
public struct LedgerWriter: ~Copyable {
  /// What the ledger holds, with what was added so far.
  public let reader: LedgerReader
  var db: Database { reader.db }
  var path: String { reader.path }

  private var head: ChainHead?
  private var pendingCases: [String: LedgerCase] = [:]
  private var pendingSurvey: Int?
  private var pendingRun: Int?
  /// Tables that were rewritten, whose digest is due.
  var rewritten: Set<String> = []
  /// The insertions into tables, prepared when they are first needed.
  var insertions: [String: RowInsertion] = [:]
  /// A table that is being filled without its triggers.
  var filling: String?

  // Swift 6.3 crashes when it makes this initialiser ready for other modules to inline.
  @_semantics("optimize.no.crossmodule")
  init(_ db: Database, path: String) { reader = LedgerReader(db: db, path: path) }

  /// Adds an event after the last one and returns its number; the number that it comes with is not
  /// looked at. An event `opened`, `survey` or `run` speaks for the case of its id, the survey or
  /// the run that was added before it.
  @discardableResult
  public mutating func append(_ event: LedgerEvent) throws(LedgerError) -> Int {
    let last = try checkedHead()
    var event = event
    event.number = last.number + 1
    var row = EventRow(event: event, previousHash: last.hash)
    let number = event.number
    switch event.kind {
    case .opened:
      guard let id = event.caseID, let opened = pendingCases.removeValue(forKey: id) else {
        throw missing("case", "案件", event.kind)
      }
      try put(opened, openedBy: number)
      row.contentDigest = try digest { try Digests.ledgerCase(id, in: $0) }
    case .survey:
      guard let survey = pendingSurvey else { throw missing("survey", "宗地入库", event.kind) }
      pendingSurvey = nil
      row.survey = survey
      row.contentDigest = try digest { try Digests.survey(survey, in: $0) }
    case .run:
      guard let run = pendingRun else { throw missing("run", "审查", event.kind) }
      pendingRun = nil
      row.run = run
      row.contentDigest = try digest { try Digests.run(run, in: $0) }
    default: break
    }
    let document = try event.document?.values(event: number)
    row.documentDigest = document.map { Digests.document($0) }
    let values = try row.values()
    try insert("events", Columns.event, values)
    if let document { try insert("documents", Columns.document, document) }
    head = ChainHead(
      number: number, hash: values.last.flatMap { String.fromDatabaseValue($0) } ?? "")
    return number
  }

  /// Adds a case; its event `opened` has to follow and gives it the number of the event that opened
  /// it.
  public mutating func add(_ opened: LedgerCase) throws(LedgerError) {
    guard pendingCases.updateValue(opened, forKey: opened.id) == nil else {
      throw .content(
        Bilingual(zh: "案件 \(opened.id) 重复", en: "the case \(opened.id) was added twice"))
    }
  }

  /// Adds a run and returns its number; its event `run` has to follow.
  @discardableResult
  public mutating func add(_ run: RunRecord) throws(LedgerError) -> Int {
    guard pendingRun == nil else { throw waiting("run", "审查") }
    let number = try nextNumber("runs")
    let digits = SHA256.hash(data: Array(run.manifest.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    try insert(
      "runs", Columns.run,
      [
        Kept.integer(number), Kept.day(run.asOf), try Kept.list(run.rulebooks),
        try Kept.text(run.manifest), digits.joined().databaseValue,
      ])
    pendingRun = number
    return number
  }

  /// The number of a survey that no event speaks for yet.
  mutating func begin(survey number: Int) throws(LedgerError) {
    guard pendingSurvey == nil else { throw waiting("survey", "宗地入库") }
    pendingSurvey = number
  }

  /// Writes what is due at the end.
  mutating func finish() throws(LedgerError) {
    if let filling {
      throw .content(
        Bilingual(zh: "表 \(filling) 未写完", en: "the table \(filling) was not filled to its end"))
    }
    if pendingSurvey != nil { throw waiting("survey", "宗地入库") }
    if pendingRun != nil { throw waiting("run", "审查") }
    if !pendingCases.isEmpty { throw waiting("opened", "案件") }
    try LedgerError.translating(path) {
      if let head {
        try LedgerMeta.set("head_number", String(head.number), in: db)
        try LedgerMeta.set("head_hash", head.hash, in: db)
      }
      for table in rewritten.sorted() {
        try LedgerMeta.set("digest.\(table)", try Digests.table(table, in: db), in: db)
        try LedgerMeta.set("rows.\(table)", try Digests.marks(table, in: db), in: db)
      }
    }
  }

  /// The end of the chain, once it is known that the last event is what was written.
  private mutating func checkedHead() throws(LedgerError) -> ChainHead {
    if let head { return head }
    let found = try reader.head()
    let events = try EventChain.check(
      db, path: path, from: found.number, beginning: found.number == 0 ? found.hash : nil)
    let noted = try LedgerError.translating(path) {
      (try LedgerMeta.value("head_number", in: db), try LedgerMeta.value("head_hash", in: db))
    }
    guard events.isEmpty, noted.0 == String(found.number), noted.1 == found.hash else {
      throw .corruptChain(path: path, event: found.number)
    }
    head = found
    return found
  }

  private mutating func put(_ opened: LedgerCase, openedBy event: Int) throws(LedgerError) {
    try insert(
      "cases", Columns.ledgerCase,
      [
        try Kept.text(opened.id), try Kept.text(opened.parcelID), try Kept.text(opened.zoneID),
        try Kept.text(opened.contractNo), try Kept.text(opened.supervisionNo),
        try Kept.text(opened.holder), try Kept.text(opened.location),
        try Kept.text(opened.landUse), Kept.real(opened.parcelArea), Kept.real(opened.price),
        Kept.day(opened.agreedStart), Kept.day(opened.agreedFinish), Kept.integer(event),
      ])
  }

  func nextNumber(_ table: String) throws(LedgerError) -> Int {
    try LedgerError.translating(path) {
      (try Int.fetchOne(db, sql: "SELECT max(number) FROM \(table)") ?? 0) + 1
    }
  }

  private func digest(_ body: (Database) throws -> String) throws(LedgerError) -> String {
    try LedgerError.translating(path) { try body(db) }
  }

  private func missing(_ en: String, _ zh: String, _ kind: EventKind) -> LedgerError {
    .content(
      Bilingual(
        zh: "事件“\(kind.label.zh)”之前未登记\(zh)",
        en: "an event \(kind.rawValue) needs its \(en) added before it"))
  }
  private func waiting(_ en: String, _ zh: String) -> LedgerError {
    .content(
      Bilingual(zh: "已登记的\(zh)缺少事件“\(en)”", en: "an event \(en) is missing for what was added"))
  }
}
