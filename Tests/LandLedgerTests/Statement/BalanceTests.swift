import LandKit
import Testing

@Suite struct BalanceTests {
  private func tally(_ cases: Int, _ area: Double, unknown: Int = 0) -> StatementTally {
    StatementTally(
      cases: cases, areaHundredths: Int((area * 100).rounded()), withoutArea: unknown)
  }

  @Test func aLedgerWithoutCasesHasABalanceOfNothing() {
    let statement = StatementHistory().book.present(2024)
    #expect(statement.idle == StatementBalance())
    #expect(statement.idle.holds && statement.suspicion.holds)
    #expect(statement.rate.byArea == nil && statement.rate.byCount == nil)
    #expect(statement.zones.isEmpty && statement.ways.allSatisfy { $0.ended == .zero })
  }

  @Test("years of the sample, row by row")
  func sample() throws {
    let book = try StatementHistory.sample().book
    let first = book.present(2021)
    #expect(first.idle[.opening] == .zero)
    #expect(first.idle[.identified] == tally(1, 19_999.55))
    #expect(first.idle[.closing] == tally(1, 19_999.55))
    #expect(first.suspicion[.opened] == tally(3, 28_000.13, unknown: 1))
    // The finding named another area than the suspicion.
    #expect(first.suspicion[.adjusted] == tally(0, 19_999.55 - 20_000.13))
    #expect(first.suspicion[.notIdle] == tally(1, 8_000))
    #expect(first.suspicion[.identified] == tally(1, 19_999.55))
    #expect(first.suspicion[.closing] == tally(1, 0, unknown: 1))

    let second = book.present(2022)
    #expect(second.idle[.opening] == first.idle[.closing])
    #expect(second.idle[.identified] == tally(2, 5_000, unknown: 1))
    #expect(second.idle[.adjusted] == tally(0, 21_000 - 19_999.55))
    #expect(second.idle[.closing] == tally(3, 26_000, unknown: 1))
    // Ended before a finding: in no rate.
    #expect(second.suspicion[.endedBefore] == tally(1, 3_333.33))
    #expect(second.rate.identifiedCount == 3 && second.rate.disposedCount == 0)

    let third = book.present(2023)
    #expect(third.idle[.start] == tally(1, 21_000))
    // A part was bought back: area without a case, and the rest stays open.
    #expect(third.idle[.buyback] == tally(0, 4_900))
    #expect(third.idle[.closing] == tally(2, 100, unknown: 1))
    #expect(third.idle[.adjusted] == .zero)
    #expect(third.ways.first { $0.way == .start }?.disposed == tally(1, 22_000))
    #expect(third.rate.byCount == 1.0 / 3)
    // One area is not known, so a rate by area is not, either.
    #expect(third.rate.byArea == nil && third.rate.withoutArea == 1)
    let zone = try #require(third.zones.first { $0.zone?.id == "S360101" })
    #expect(zone.rate.byArea == (21_000.0 + 4_900) / 26_000)
    for statement in [first, second, third] {
      #expect(statement.idle.holds && statement.suspicion.holds)
    }
  }

  @Test("a change of the class of causes leaves one class and enters the other")
  func causes() throws {
    var history = StatementHistory()
    try history.open("2021-0001", on: "2021-01-05", area: 100, causes: "8-1:2020-01-01/")
    try history.add(.finding, "2021-0001", "2021-02-01", area: 100)
    try history.add(
      .finding, "2021-0001", "2022-02-01", area: 80,
      causes: "8-1:2020-01-01/2020-12-31;own:2021-01-01/")
    let statement = history.book.present(2022)
    let byCause = Dictionary(
      uniqueKeysWithValues: statement.causes.map { ($0.cause?.rawValue ?? "", $0.idle) })
    #expect(byCause["government"]?[.opening] == tally(1, 100))
    #expect(byCause["government"]?[.adjusted] == tally(-1, -100))
    #expect(byCause["mixed"]?[.adjusted] == tally(1, 80))
    #expect(byCause["mixed"]?[.closing] == tally(1, 80))
    #expect(statement.idle[.adjusted] == tally(0, -20))
  }

  @Test("identified, found again with other areas and ended in one year; an area that got known")
  func withinAYear() throws {
    var history = StatementHistory()
    try history.open("2021-0001", on: "2021-01-05", area: 90)
    try history.add(.finding, "2021-0001", "2021-02-01", area: 100)
    try history.add(.finding, "2021-0001", "2021-05-01", area: 120.5)
    try history.add(.deregistration, "2021-0001", "2021-09-01")
    try history.open("2021-0002", on: "2021-01-05", area: nil)
    try history.add(.finding, "2021-0002", "2021-02-01")
    try history.add(.finding, "2021-0002", "2021-05-01", area: 7)
    let idle = history.book.present(2021).idle
    #expect(idle[.identified] == tally(2, 100, unknown: 1))
    #expect(idle[.adjusted] == tally(0, 27.5, unknown: -1))
    #expect(idle[.withdraw] == tally(1, 120.5) && idle[.closing] == tally(1, 7))
    #expect(idle.holds)
  }

  @Test("land identified before the base date of its zone counts in no rate since then")
  func baseDate() throws {
    var history = StatementHistory()
    try history.open("2017-0001", on: "2017-01-05", area: 100)
    try history.add(.finding, "2017-0001", "2017-12-31", area: 100)
    try history.open("2018-0001", on: "2018-01-05", area: 300)
    try history.add(.finding, "2018-0001", "2018-01-06", area: 300)
    try history.add(.start, "2018-0001", "2018-08-01")
    history.zones = [StatementZone(id: "Z1", baseDate: CalendarDate(iso: "2018-01-01"))]
    let statement = history.book.present(2018)
    #expect(statement.rate.byArea == 1 && statement.rate.identifiedCount == 1)
    #expect(statement.yearRate.byArea == 0.75 && statement.yearRate.byCount == 0.5)
    history.zones = []
    #expect(history.book.present(2018).rate.byArea == 0.75)
  }

  @Test(
    "borders of the classes of age",
    arguments: [
      (nil, AgeClass.unknown), (0, .under12), (11, .under12), (12, .from12), (23, .from12),
      (24, .from24), (35, .from24), (36, .from36), (400, .from36),
    ] as [(Int?, AgeClass)])
  func ages(_ months: Int?, _ age: AgeClass) {
    #expect(AgeClass(months: months) == age)
  }

  @Test("an area that cannot be one is unknown, and not zero")
  func nonsense() {
    for area in [nil, Double.nan, .infinity, -1, 1e13] as [Double?] {
      #expect(StatementTally(area: area) == tally(1, 0, unknown: 1))
    }
    #expect(StatementTally(area: 0.005) == tally(1, 0.01))
    #expect(StatementTally(area: 0) == tally(1, 0))
    #expect(StatementTally(area: 0).wholeArea == 0 && StatementTally(area: nil).wholeArea == nil)
  }

  @Test("targets out of force on 31 December are left out; built-up area goes by zone")
  func given() {
    func target(_ rule: String, from: String?, until: String?) -> TargetResult {
      TargetResult(
        rule: rule, label: Bilingual(zh: "处置率", en: "rate"), value: 91, limit: 90, unit: "%",
        relation: .atLeast, verdict: .met, from: from.flatMap { CalendarDate(iso: $0) },
        until: until.flatMap { CalendarDate(iso: $0) })
    }
    var figures = StatementFigures()
    figures.builtUp = [
      .init(zoneID: "B", year: 2020, area: 1_100_000),
      .init(zoneID: "B", year: 2019, area: 1_000_000),
      .init(zoneID: "A", year: 2020, area: 5), .init(zoneID: "A", year: 2018, area: 4),
    ]
    let statement = StatementHistory().book.present(
      2020,
      targets: [
        target("a", from: nil, until: nil), target("b", from: nil, until: "2020-12-30"),
        target("c", from: "2020-12-31", until: "2020-12-31"),
        target("d", from: "2021-01-01", until: nil),
      ], figures: figures)
    #expect(statement.targets.map(\.rule) == ["a", "c"])
    #expect(statement.builtUp.map(\.zoneID) == ["A", "B"])
    #expect(statement.builtUp[0].change == nil && statement.builtUp[1].growth == 0.1)
  }
}
