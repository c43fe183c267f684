import LandKit
import LandTestSupport
import Testing

/// A small generator with a seed, so that a failure can be run again.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Suite("replaying") struct ReplayTests {
  /// A random sequence without refusals: what is refused is left out.
  static func walk(_ dice: inout Dice) -> CaseScript {
    let causes = [
      "8-2:2022-10-08/", "own:2022-10-08/", "8-6:2022-10-08/2023-06-01;own:2023-06-02/",
    ]
    var script = CaseScript(causes: causes.randomElement(using: &dice))
    var day = CalendarDate.iso("2024-03-01")
    let kinds = EventKind.allCases.filter { !$0.isOfLedger && $0 != .opened }
    let ways: [EventKind] = [.extension, .adjustment, .temporaryUse, .buyback, .swap]
    for _ in 0..<120 where script.events.count < 30 {
      // Half of the time what the law asks for next, so that cases get far.
      var kind = kinds.randomElement(using: &dice) ?? .note
      if Bool.random(using: &dice) {
        let standing = script.standing("\(day)")
        kind =
          standing.nextStep
          ?? (standing.nextClause == nil ? kind : ways.randomElement(using: &dice) ?? kind)
      }
      let later = day.adding(days: Int.random(in: 0...20, using: &dice))
      let number = Int.random(in: 1...script.events.count, using: &dice)
      let spans = causes.randomElement(using: &dice).flatMap { CauseSpan.parse($0) }
      let event = script.event(kind, "\(later)", reason: "理由") {
        switch kind {
        case .finding:
          $0.area = 18_000
          $0.clause = Bool.random(using: &dice) ? "2(1)" : "2(2)"
          $0.causeSpans = spans
        case .extension, .temporaryUse, .adjustment:
          $0.until = later.adding(days: Int.random(in: 1...365, using: &dice))
        case .feeDecision: $0.amount = 200
        case .feePaid: $0.amount = 100
        case .buyback, .start: $0.area = Bool.random(using: &dice) ? 9000 : nil
        case .refreshed:
          $0.parcelID = Bool.random(using: &dice) ? "P1" : "P2"
          $0.area = 15_000
          $0.auditState = "suspected"
        case .correction:
          $0.corrects = number
          if Bool.random(using: &dice) { $0.voids = true } else { $0.area = 17_000 }
        default: break
        }
      }
      guard script.faults(event).refusals.isEmpty else { continue }
      script.events.append(event)
      day = later
      if Int.random(in: 0..<6, using: &dice) == 0 {
        day = day.adding(days: Int.random(in: 100...500, using: &dice))
      }
    }
    return script
  }

  @Test(
    "any chunking and order of arrival gives the same standing, on every day", arguments: 0..<40)
  func chunks(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 77_777 &+ 1)
    let script = Self.walk(&dice)
    #expect(script.events.count > 5)
    let last = try #require(script.events.map(\.day).max())
    let days = (0..<6).map { _ in
      script.events[0].day.adding(days: Int.random(in: 0...900, using: &dice))
    }
    for day in days + [last] {
      let whole = CaseStanding(
        of: script.ledgerCase, events: script.events, on: day, rules: lawful)
      var history = CaseHistory(of: script.ledgerCase)
      var rest = script.events.shuffled(using: &dice)
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &dice)
        history.append(Array(rest.prefix(count)))
        // What came before may come again.
        history.append(script.events.filter { history.events.contains($0) })
        rest.removeFirst(count)
      }
      #expect(CaseStanding(of: history, on: day, rules: lawful) == whole)
      // What is dated later plays no part, unless it is a correction.
      let known = script.events.filter { $0.day <= day || $0.kind == .correction }
      let part = CaseStanding(of: script.ledgerCase, events: known, on: day, rules: lawful)
      #expect(part == whole)
    }
  }

  @Test("walks reach every phase and every way of ending")
  func reach() {
    var phases: Set<CaseStanding.Phase> = []
    var endings: Set<CaseStanding.Ending> = []
    for seed in 0..<60 {
      var dice = Dice(state: UInt64(seed) &* 77_777 &+ 1)
      let script = Self.walk(&dice)
      for event in script.events {
        let standing = script.standing("\(event.day)")
        phases.insert(standing.phase)
        if let ending = standing.ending { endings.insert(ending) }
      }
    }
    #expect(phases.count == CaseStanding.Phase.allCases.count, "\(phases)")
    #expect(endings.count == CaseStanding.Ending.allCases.count, "\(endings)")
  }

  @Test("whatever the events, a standing keeps its own order")
  func order() {
    for seed in 0..<rounds(60) {
      var dice = Dice(state: UInt64(seed) &* 99_991 &+ 7)
      let script = Self.walk(&dice)
      let standing = script.standing("2030-01-01")
      #expect((standing.phase == .ended) == (standing.ending != nil))
      #expect((standing.ending != nil) == (standing.endedDay != nil))
      if standing.ending == .notIdle { #expect(standing.disposedArea == nil) }
      let running = Deadlines(rules: lawful).running(script.history, on: .iso("2030-01-01"))
      if standing.phase == .ended { #expect(running.isEmpty) }
      #expect(running.map(\.day) == running.map(\.day).sorted())
    }
  }

  @Test("events of other cases and of the ledger are left out")
  func others() {
    var script = CaseScript()
    let before = script.standing("2024-07-01")
    var other = script.event(.start, "2024-06-01")
    other.caseID = "2024-0002"
    script.events.append(other)
    script.add(.run, "2024-06-02")
    #expect(script.standing("2024-07-01") == before)
  }
}
