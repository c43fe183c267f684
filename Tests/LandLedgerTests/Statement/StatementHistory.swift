import LandKit
import Testing

/// A ledger as a test writes it down, entry by entry.
struct StatementHistory {
  var cases: [LedgerCase] = []
  var events: [LedgerEvent] = []
  var zones: [StatementZone] = []

  var book: StatementBook {
    StatementBook(cases: cases, events: events, zones: zones, standing: StatementFold.standing)
  }

  /// Opens a case.
  mutating func open(
    _ id: String, zone: String? = "Z1", on day: String, area: Double?, since: String? = nil,
    causes: String? = nil
  ) throws {
    var item = LedgerCase(id: id, parcelID: "P" + id, openedBy: events.count + 1)
    item.zoneID = zone
    cases.append(item)
    try add(.opened, id, day, area: area, since: since, causes: causes)
  }

  /// Writes an event down and returns its number.
  @discardableResult
  mutating func add(
    _ kind: EventKind, _ id: String?, _ day: String, area: Double? = nil, document: String? = nil,
    amount: Double? = nil, since: String? = nil, causes: String? = nil,
    reason: String? = nil, details: EventDetails = EventDetails()
  ) throws -> Int {
    var details = details
    details.area = area ?? details.area
    details.amount = amount ?? details.amount
    details.idleSince = try since.map { try #require(CalendarDate(iso: $0)) }
    details.causeSpans = try causes.map { try #require(CauseSpan.parse($0)) }
    let date = try #require(CalendarDate(iso: day))
    events.append(
      LedgerEvent(
        number: events.count + 1, caseID: id, kind: kind, day: date,
        document: document.map { LedgerDocument(number: $0, day: date) }, author: "张三",
        reason: reason, details: details, recordedAt: "\(day)T09:00:00+08:00"))
    return events.count
  }

  /// Corrects an event: another day, another area, or that it did not happen.
  @discardableResult
  mutating func correct(
    _ number: Int, recorded day: String, right: String? = nil, area: Double? = nil,
    voids: Bool? = nil
  ) throws -> Int {
    var details = EventDetails()
    details.corrects = number
    details.rightDay = try right.map { try #require(CalendarDate(iso: $0)) }
    details.voids = voids
    let id = events.first { $0.number == number }?.caseID
    return try add(.correction, id, day, area: area, reason: "笔误", details: details)
  }

  /// Closes a year.
  @discardableResult
  mutating func close(_ year: Int, on day: String) throws -> Int {
    var details = EventDetails()
    details.year = year
    return try add(.yearClosed, nil, day, details: details)
  }

  /// Two zones, four years: every way of ending, a suspicion that was none, an area found again, a
  /// case of unknown area, a class of causes that changed.
  static func sample() throws -> StatementHistory {
    var history = StatementHistory()
    history.zones = [
      StatementZone(id: "S360101", name: "甲经济开发区", territory: "360100"),
      StatementZone(id: "S360102", territory: "360100"),
    ]
    let one = "S360101"
    let two = "S360102"
    try history.open(
      "2021-0001", zone: one, on: "2021-03-01", area: 20_000.125, since: "2020-10-08",
      causes: "own:2020-10-08/")
    try history.add(
      .investigationNotice, "2021-0001", "2021-03-20", document: "赣自然资调〔2021〕1号")
    try history.add(
      .finding, "2021-0001", "2021-05-06", area: 19_999.55, document: "赣自然资认〔2021〕1号",
      details: Self.clause("2(1)"))
    try history.add(.publication, "2021-0001", "2021-05-10")
    try history.add(.systemRecord, "2021-0001", "2021-05-11")
    try history.add(
      .feeDecision, "2021-0001", "2021-08-01", document: "赣自然资费〔2021〕1号", amount: 360)
    try history.add(.feePaid, "2021-0001", "2021-08-20", amount: 360)
    try history.open(
      "2021-0002", zone: two, on: "2021-03-01", area: 8_000, since: "2020-12-01",
      causes: "8-1:2020-12-01/")
    try history.add(.notIdle, "2021-0002", "2021-04-15")
    try history.open("2021-0003", zone: two, on: "2021-11-01", area: nil)
    try history.add(.finding, "2021-0003", "2022-01-15", document: "赣自然资认〔2022〕1号")
    try history.close(2021, on: "2022-02-01")
    try history.open(
      "2022-0001", zone: one, on: "2022-02-10", area: 5_000, since: "2019-11-30",
      causes: "8-2:2019-11-30/")
    try history.add(
      .finding, "2022-0001", "2022-04-01", area: 5_000, document: "赣自然资认〔2022〕2号",
      causes: "8-2:2019-11-30/2021-12-31;own:2022-01-01/")
    try history.add(
      .finding, "2021-0001", "2022-06-01", area: 21_000, document: "赣自然资认〔2022〕3号")
    try history.open("2022-0002", zone: nil, on: "2022-09-01", area: 3_333.33)
    try history.add(.start, "2022-0002", "2022-10-01")
    try history.close(2022, on: "2023-02-01")
    try history.add(.start, "2021-0001", "2023-05-05", area: 22_000, document: "开工报告1号")
    try history.add(.approval, "2022-0001", "2023-06-01", document: "洪府字〔2023〕7号")
    try history.add(.buyback, "2022-0001", "2023-07-01", area: 4_900, document: "收回协议1号")
    try history.close(2023, on: "2024-02-01")
    return history
  }

  private static func clause(_ clause: String) -> EventDetails {
    var details = EventDetails()
    details.clause = clause
    return details
  }
}
