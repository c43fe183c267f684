import LandCadastre
import LandExpansion
import Testing

@Suite struct DisposalSearchTests {
  private func run(
    _ cases: [(String, Double, Set<DisposalWay>)], identified: Double?, disposed: Double? = 0,
    limit: Double = 0.9, includesLimit: Bool = true, room: SupplyRoom? = nil,
    basis: DisposalRate.Basis = .area
  ) throws -> DisposalOutcome {
    let limit = try #require(ExactLimit(limit, includesLimit: includesLimit))
    return DisposalSearch(
      cases: cases.map { OpenCase(id: $0.0, area: $0.1, ways: $0.2) },
      rate: DisposalRate(basis: basis, disposed: disposed, identified: identified, limit: limit),
      room: room
    ).run()
  }

  private func ids(_ outcome: DisposalOutcome) -> [[String]] {
    guard case .possible(let fewest, let leastArea) = outcome else { return [] }
    return [fewest.steps.map(\.id), leastArea.steps.map(\.id)]
  }

  /// 0.9 as a binary number is above nine tenths; nine tenths are enough all the same.
  @Test func exactlyAtTheLimit() throws {
    let cases: [(String, Double, Set<DisposalWay>)] = [
      ("a", 900, [.start]), ("b", 99.99, [.start]), ("c", 0.01, [.start]),
    ]
    #expect(try ids(run(cases, identified: 1000)) == [["a"], ["a"]])
    #expect(
      try ids(run(cases, identified: 1000, includesLimit: false)) == [["a", "b"], ["a", "c"]])
  }

  @Test func equalCasesGoByName() throws {
    let cases = ["d", "b", "a", "c"].map { ($0, 10.0, Set([DisposalWay.start])) }
    #expect(try ids(run(cases, identified: 40, limit: 0.5)) == [["a", "b"], ["a", "b"]])
  }

  /// Thirds are finer than the units; all of them together are all the same everything.
  @Test func everythingIsEnoughForOne() throws {
    let cases = ["a", "b", "c"].map { ($0, 100.0 / 3, Set([DisposalWay.start])) }
    let all = ["a", "b", "c"]
    #expect(try ids(run(cases, identified: 100.0 / 3 * 3, limit: 1)) == [all, all])
    guard
      case .blocked(let obstacle) = try run(cases, identified: 100, limit: 1, includesLimit: false)
    else {
      Issue.record("more than everything")
      return
    }
    #expect(obstacle.isRate && !obstacle.isSupply)
  }

  @Test func nothingToDo() throws {
    let empty: [[String]] = [[], []]
    #expect(try ids(run([("a", 5, [.start])], identified: 100, disposed: 95)) == empty)
  }

  /// Withdrawal is taken only where a start is not open, and named with its way.
  @Test func waysThatKeepTheLandComeFirst() throws {
    let outcome = try run(
      [("a", 10, [.withdraw, .start]), ("b", 20, [.withdraw, .buyback])], identified: 30, limit: 1)
    guard case .possible(let fewest, _) = outcome else {
      Issue.record("nothing found")
      return
    }
    #expect(fewest.steps.map(\.way) == [.buyback, .start])
    #expect(fewest.returnedArea == 20)
  }

  @Test func supplyStandsInTheWay() throws {
    let limit = try #require(ExactLimit(0.05, includesLimit: false))
    let room = SupplyRoom(remaining: 30, base: 1000, limit: limit)
    let outcome = try run(
      [("a", 10, [.start]), ("b", 20, [.withdraw]), ("c", 40, [.withdraw]), ("d", 9, [.extend])],
      identified: 79, limit: 0.5, room: room)
    guard case .blocked(let obstacle) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // 39.5 are needed: 10 and at least 29.5 that come back, where less than 20 may.
    #expect(!obstacle.isRate && obstacle.casesWithoutWay == ["d"])
    #expect(obstacle.supplyFirst == 20.000001)
    #expect(obstacle.after?.returnedArea == 40)
    #expect(obstacle.isEnoughLeft)
  }

  @Test func whatIsMissingIsNamed() throws {
    let limit = try #require(ExactLimit(0.05, includesLimit: false))
    let room = SupplyRoom(remaining: nil, base: 0, limit: limit)
    let outcome = try run(
      [("z", .nan, [.start]), ("a", -1, [.start])], identified: 0, disposed: nil, room: room)
    #expect(
      outcome
        == .unknown(
          missing: [
            .disposed, .identified, .remaining, .base, .area(id: "a"), .area(id: "z"),
          ]))
    #expect(
      try run([], identified: 2.5, disposed: 1, basis: .count) == .unknown(missing: [.identified]))
  }
}
