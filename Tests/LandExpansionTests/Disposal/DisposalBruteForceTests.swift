import LandCadastre
import LandExpansion
import LandTestSupport
import Testing

/// The search against all subsets.
@Suite struct DisposalBruteForceTests {
  @Test(arguments: DisposalRate.Basis.allCases)
  func rateAlone(_ basis: DisposalRate.Basis) throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<rounds(2000) {
      // Of the largest only now and then: all subsets take long.
      let most = round % 20 == 0 ? 12 : 7
      try hold(randomSearch(&generator, most: most, withRoom: false, basis: basis))
    }
  }

  @Test(arguments: DisposalRate.Basis.allCases)
  func rateAndRoom(_ basis: DisposalRate.Basis) throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<rounds(4000) {
      try hold(randomSearch(&generator, most: 7, withRoom: true, basis: basis))
    }
  }

  private func hold(_ search: DisposalSearch) throws {
    let truth = BruteForce(search)
    guard (search.rate.identified ?? 0) > 0 else {
      #expect(search.run() == .unknown(missing: [.identified]))
      return
    }
    switch search.run() {
    case .possible(let fewest, let leastArea):
      for plan in [fewest, leastArea] { holdPlan(plan, search) }
      #expect(fewest.count == truth.fewest, "\(search)")
      #expect(close(leastArea.area, truth.leastArea), "\(search)")
      #expect(fewest.lowerBound == Double(fewest.count))
      #expect(close(leastArea.lowerBound, leastArea.area))
    case .blocked(let obstacle):
      #expect(truth.fewest == nil, "\(search)")
      if let missing = obstacle.missingDisposal {
        #expect(truth.leastReturned == nil)
        #expect(missing > 0)
        // One case, or less than the finest area.
        let step = search.rate.basis == .count ? 1 : 0.004
        #expect(passesRate(search, truth.most + missing), "\(search)")
        #expect(!passesRate(search, truth.most + missing - step), "\(search)")
      } else {
        try holdSupply(obstacle, search, truth)
      }
    case .unknown: Issue.record("\(search)")
    }
  }

  /// The set passes, as verdicts are judged; each way is open, and none brings land back without
  /// need.
  private func holdPlan(_ plan: DisposalPlan, _ search: DisposalSearch) {
    #expect(plan.proven && plan.gap == 0, "\(search)")
    let amount = search.rate.basis == .area ? plan.area : Double(plan.count)
    #expect(passesRate(search, amount), "\(search)")
    #expect(passesRoom(search, plan.returnedArea), "\(search)")
    #expect(Set(plan.steps.map(\.id)).count == plan.count)
    for step in plan.steps {
      let one = search.cases.first { $0.id == step.id }
      #expect(one?.area == step.area)
      #expect(one.flatMap { search.policy.way(among: $0.ways) } == step.way)
      #expect(step.returns == search.policy.returning.contains(step.way))
    }
  }

  /// So much supply is enough for the set that is named, and a little less is not for any.
  private func holdSupply(
    _ obstacle: DisposalObstacle, _ search: DisposalSearch, _ truth: BruteForce
  ) throws {
    let least = try #require(truth.leastReturned)
    let first = try #require(obstacle.supplyFirst)
    let after = try #require(obstacle.after)
    #expect(obstacle.supplyLowerBound == first && after.proven)
    #expect(close(after.returnedArea, least), "\(search)")
    let amount = search.rate.basis == .area ? after.area : Double(after.count)
    #expect(passesRate(search, amount))
    #expect(passesRoom(search, least - first), "\(search)")
    #expect(!passesRoom(search, least - first + 0.004), "\(search)")
    #expect(obstacle.isEnoughLeft == (first <= (search.room?.remaining ?? 0)))
  }

  private func close(_ value: Double, _ other: Double?) -> Bool {
    other.map { abs(value - $0) < 1e-6 } ?? false
  }
}
