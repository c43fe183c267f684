import LandKit
import Testing

@Suite struct KnownAtTests {
  @Test("a correction that moves an identification into another year")
  func identificationMoved() throws {
    var history = StatementHistory()
    try history.open("2022-0001", on: "2022-10-01", area: 1_000)
    let finding = try history.add(.finding, "2022-0001", "2023-01-05", area: 1_000)
    let first = try history.close(2022, on: "2023-01-20")
    try history.close(2023, on: "2024-01-20")
    let correction = try history.correct(finding, recorded: "2024-03-01", right: "2022-12-28")
    let book = history.book
    let stood = try #require(book.statement(of: 2022, knownAt: .closing))
    #expect(stood.knownUntil == first)
    #expect(stood.idle[.identified] == .zero && stood.suspicion[.closing].cases == 1)
    #expect(book.present(2022).idle[.identified].cases == 1)
    #expect(book.present(2023).idle[.identified] == .zero)
    #expect(book.present(2023).idle[.adjusted] == .zero)

    let difference = try #require(StatementDifference(of: 2022, in: book))
    #expect(difference.cases.map(\.caseID) == ["2022-0001"])
    #expect(difference.cases.first?.events.map(\.number) == [correction])
    #expect(difference.figures.map(\.label.en).contains(IdleRow.identified.label.en))

    let years = MultiYearStatement(2022...2023, in: book)
    #expect(years.isContinuous)
    #expect(years.years[0].closingChange?.cases == 1)
    #expect(years.years[1].openingGap == .zero)
    #expect(years.years[1].closingChange == .zero)
  }

  @Test("a correction that moves an ending, a late entry, and an entry that changes nothing")
  func endingMovedAndLateEntry() throws {
    var history = StatementHistory()
    try history.open("2022-0001", on: "2022-01-10", area: 1_000)
    try history.add(.finding, "2022-0001", "2022-02-01", area: 1_000)
    let start = try history.add(.start, "2022-0001", "2022-12-30")
    try history.open("2022-0002", on: "2022-01-10", area: 500)
    try history.close(2022, on: "2023-01-20")
    let reprint = try #require(history.book.statement(of: 2022, knownAt: .closing)).idle
    try history.add(.note, "2022-0001", "2022-12-30")
    let moved = try history.correct(start, recorded: "2023-03-01", right: "2023-01-02")
    let late = try history.add(.finding, "2022-0002", "2022-11-01", area: 480)
    try history.add(.publication, "2022-0002", "2022-11-02")
    let book = history.book
    #expect(book.statement(of: 2022, knownAt: .closing)?.idle == reprint)
    #expect(book.present(2022).idle[.start] == .zero)
    #expect(book.present(2022).idle[.closing].cases == 2)
    #expect(book.present(2023).idle[.start].cases == 1)
    let difference = try #require(StatementDifference(of: 2022, in: book))
    #expect(difference.cases.map { $0.events.map(\.number) } == [[moved], [late]])
  }

  @Test("events struck off, and struck on again")
  func voids() throws {
    var history = StatementHistory()
    try history.open("2022-0001", on: "2022-01-10", area: 1_000)
    let finding = try history.add(.finding, "2022-0001", "2022-02-01", area: 1_000)
    try history.close(2022, on: "2023-01-20")
    let void = try history.correct(finding, recorded: "2023-02-01", voids: true)
    #expect(history.book.present(2022).idle == StatementBalance())
    #expect(history.book.present(2022).suspicion[.closing].cases == 1)
    try history.correct(void, recorded: "2023-02-02", voids: true)
    #expect(history.book.present(2022).idle[.closing].cases == 1)
    #expect(try #require(StatementDifference(of: 2022, in: history.book)).isEmpty)
    // Opened by mistake: never was a case.
    try history.correct(1, recorded: "2023-02-03", voids: true)
    #expect(history.book.present(2022).idle == StatementBalance())
    #expect(history.book.present(2022).suspicion == StatementBalance())
    #expect(history.book.statement(of: 2022, knownAt: .closing)?.idle[.closing].cases == 1)
  }

  @Test("a year closed again counts as closed the last time; one never closed has no difference")
  func closedAgain() throws {
    var history = StatementHistory()
    try history.open("2022-0001", on: "2022-01-10", area: 1_000)
    try history.close(2022, on: "2023-01-20")
    try history.add(.finding, "2022-0001", "2022-02-01", area: 1_000)
    #expect(try #require(StatementDifference(of: 2022, in: history.book)).isEmpty == false)
    let again = try history.close(2022, on: "2023-03-01")
    #expect(history.book.closing(of: 2022) == again)
    #expect(try #require(StatementDifference(of: 2022, in: history.book)).isEmpty)
    try history.correct(again, recorded: "2023-03-02", voids: true)
    #expect(history.book.closing(of: 2022) == 2)
    #expect(StatementDifference(of: 2021, in: history.book) == nil)
    #expect(history.book.statement(of: 2021, knownAt: .closing) == nil)
  }
}
