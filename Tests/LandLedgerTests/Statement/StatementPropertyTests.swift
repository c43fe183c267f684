import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite struct StatementPropertyTests {
  @Test(
    "ten years of random cases: balances hold, years join, parts add up", arguments: 0..<rounds(20))
  func random(_ seed: Int) throws {
    var maker = RandomStatementHistory(seed: UInt64(seed))
    let history = try maker.make()
    let book = history.book
    let statements = (2015...2024).map { book.present($0) }
    for (index, statement) in statements.enumerated() {
      #expect(statement.idle.holds && statement.suspicion.holds)
      #expect(statement.idle[.closing] == Self.open(history, in: statement.year))
      #expect(statement.idle[.identified] == Self.identified(history, statement.year))
      #expect(statement.idle.total(.removed).cases == Self.ended(history, statement.year))
      // Corrections apply to all days, so no case comes or goes by an adjustment.
      #expect(statement.idle[.adjusted].cases == 0)
      #expect(statement.suspicion[.adjusted].cases == 0)
      #expect(statement.idle[.identified] == statement.suspicion[.identified])
      if index > 0 {
        #expect(statement.idle[.opening] == statements[index - 1].idle[.closing])
        #expect(statement.suspicion[.opening] == statements[index - 1].suspicion[.closing])
        let before = statements[index - 1]
        #expect(
          statement.causes.map { $0.idle[.opening] } == before.causes.map { $0.idle[.closing] })
        #expect(statement.ages.map(\.opening) == before.ages.map(\.closing))
      }
      for row in IdleRow.allCases {
        #expect(statement.zones.reduce(.zero) { $0 + $1.idle[row] } == statement.idle[row])
        #expect(statement.causes.reduce(.zero) { $0 + $1.idle[row] } == statement.idle[row])
      }
      #expect(statement.zones.allSatisfy { $0.idle.holds && $0.suspicion.holds })
      #expect(statement.causes.allSatisfy { $0.idle.holds })
      #expect(statement.ages.reduce(.zero) { $0 + $1.closing } == statement.idle[.closing])
      #expect(
        statement.ways.reduce(.zero) { $0 + $1.ended } == statement.idle.total(.removed))
      #expect(statement.rate.identifiedCount >= statement.rate.disposedCount)
    }
    #expect(MultiYearStatement(2015...2024, in: book).isContinuous)
  }

  @Test("the order of cases, and of the events of a day, makes no difference", arguments: 0..<5)
  func order(_ seed: Int) throws {
    var maker = RandomStatementHistory(seed: UInt64(seed))
    let history = try maker.make()
    var shuffled = history
    shuffled.cases.shuffle(using: &maker.generator)
    shuffled.events.shuffle(using: &maker.generator)
    for year in 2015...2024 {
      let (a, b) = (history.book.present(year), shuffled.book.present(year))
      #expect(a.cases == b.cases && a.idle == b.idle && a.suspicion == b.suspicion)
      #expect(a.zones == b.zones && a.rate == b.rate)
    }
  }

  @Test("as it stood does not change by what is entered later", arguments: 0..<5)
  func reprint(_ seed: Int) throws {
    var maker = RandomStatementHistory(seed: UInt64(seed))
    let whole = try maker.make()
    let closing = try #require(whole.book.closing(of: 2019))
    var early = whole
    early.events = whole.events.filter { $0.number <= closing }
    early.cases = whole.cases.filter { $0.openedBy <= closing }
    let stood = try #require(whole.book.statement(of: 2019, knownAt: .closing))
    let then = early.book.present(2019)
    #expect(stood.idle == then.idle && stood.cases == then.cases && stood.rate == then.rate)
    let difference = try #require(StatementDifference(of: 2019, in: whole.book))
    // What differs is explained, and only by entries made since.
    #expect(difference.cases.allSatisfy { !$0.events.isEmpty })
    #expect(difference.cases.flatMap(\.events).allSatisfy { $0.number > closing })
    if !difference.figures.isEmpty { #expect(!difference.cases.isEmpty) }
  }

  // What the rows have to be, reckoned from where the cases stand in the end and without movements.

  private static func last(_ history: StatementHistory) -> [(
    LedgerCase, [LedgerEvent], CaseStanding
  )] {
    history.cases.map { item in
      let events = history.events.filter { $0.caseID == item.id }
      return (item, events, StatementFold.standing(item, events, CalendarDate(dayNumber: 40_000)))
    }
  }

  private static func open(_ history: StatementHistory, in year: Int) -> StatementTally {
    let day = YearStatement.lastDay(of: year)
    return last(history).reduce(.zero) { sum, entry in
      let (item, events, end) = entry
      guard end.ending != .notIdle, let found = end.identifiedDay, found <= day,
        end.endedDay.map({ $0 > day }) ?? true
      else { return sum }
      let then = StatementFold.standing(item, events, day)
      var amount = StatementTally(area: then.idleArea)
      if let area = then.idleArea, let part = then.disposedArea {
        amount.areaHundredths -= StatementTally(area: min(part, area)).areaHundredths
      }
      return sum + amount
    }
  }

  /// With the area that each case had on the day of its finding.
  private static func identified(_ history: StatementHistory, _ year: Int) -> StatementTally {
    last(history).reduce(.zero) { sum, entry in
      let (item, events, end) = entry
      guard end.ending != .notIdle, let day = end.identifiedDay, day.components.year == year
      else { return sum }
      return sum + StatementTally(area: StatementFold.standing(item, events, day).idleArea)
    }
  }

  private static func ended(_ history: StatementHistory, _ year: Int) -> Int {
    last(history).count {
      $0.2.ending != .notIdle && $0.2.identifiedDay != nil
        && $0.2.endedDay?.components.year == year
    }
  }
}

/// Cases of ten years, some of unknown area, with later findings, endings and corrections; entries
/// are in the order of the day on which they are made, and years are closed in between.
private struct RandomStatementHistory {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private struct Planned {
    var entered: Int
    var order: Int
    var write: (inout StatementHistory, inout [String: Int]) throws -> Void
  }

  mutating func make() throws -> StatementHistory {
    var plan: [Planned] = []
    func add(
      _ entered: Int,
      _ write: @escaping (inout StatementHistory, inout [String: Int]) throws -> Void
    ) {
      plan.append(Planned(entered: entered, order: plan.count, write: write))
    }
    let start = try #require(CalendarDate(iso: "2014-06-01")).dayNumber
    for index in 0..<40 {
      let id = "C\(100 + index)"
      let zone = [nil, "Z1", "Z2", "Z3"][Int.random(in: 0..<4, using: &generator)]
      let area = self.area()
      var day = start + Int.random(in: 0..<3600, using: &generator)
      let opened = text(day)
      let since = text(day - Int.random(in: 0..<1500, using: &generator))
      let causes = [nil, "own:2013-01-01/", "8-1:2013-01-01/"].randomElement(using: &generator)
      add(day) { history, _ in
        try history.open(
          id, zone: zone, on: opened, area: area, since: since, causes: causes ?? nil)
      }
      var steps: [EventKind] = []
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: steps = [.notIdle]
      case 1: steps = [.start]
      case 2: steps = []
      case 3: steps = [.finding, .finding, .feeDecision]
      case 4: steps = [.finding, .buyback]
      case 5: steps = [.finding, .finding, .swap]
      case 6: steps = [.finding, .extension, .finding, .deregistration]
      default: steps = [.finding, .start]
      }
      for (place, kind) in steps.enumerated() {
        let previous = day
        // Sometimes on the same day, sometimes years later; entered up to a year late.
        day +=
          Int.random(in: 0..<3, using: &generator) == 0
          ? 0 : Int.random(in: 1..<900, using: &generator)
        let when = text(day)
        // Endings name an area at times, which may be a part of the idle land.
        let area =
          kind == .finding || Bool.random(using: &generator) && kind != .notIdle
          ? self.area() : nil
        let entered = day + Int.random(in: 0..<365, using: &generator)
        let key = "\(id)-\(place)"
        let causes = ["own:2013-01-01/", nil, nil].randomElement(using: &generator) ?? nil
        add(entered) { history, numbers in
          numbers[key] = try history.add(kind, id, when, area: area, causes: causes)
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
          // Back at most to the step before, forth only where no step follows.
          let latest = place == steps.count - 1 ? day + 400 : day
          let right = text(Int.random(in: previous...latest, using: &generator))
          let voids = Int.random(in: 0..<4, using: &generator) == 0
          let corrected = entered + Int.random(in: 1..<500, using: &generator)
          let recorded = text(corrected)
          add(corrected) { history, numbers in
            let number = try #require(numbers[key])
            try history.correct(
              number, recorded: recorded, right: voids ? nil : right, voids: voids ? true : nil)
          }
        }
      }
    }
    for year in 2015...2024 {
      let day = YearStatement.lastDay(of: year).adding(days: 30)
      add(day.dayNumber) { history, _ in try history.close(year, on: day.description) }
    }
    var history = StatementHistory()
    history.zones = [StatementZone(id: "Z2"), StatementZone(id: "Z9")]
    var numbers: [String: Int] = [:]
    for entry in plan.sorted(by: { ($0.entered, $0.order) < ($1.entered, $1.order) }) {
      try entry.write(&history, &numbers)
    }
    return history
  }

  private mutating func area() -> Double? {
    Int.random(in: 0..<6, using: &generator) == 0
      ? nil : Double.random(in: 1...500_000, using: &generator)
  }

  private func text(_ day: Int) -> String { CalendarDate(dayNumber: day).description }
}
