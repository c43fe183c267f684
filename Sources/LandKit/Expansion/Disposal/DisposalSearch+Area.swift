extension DisposalSearch {
  /// The rate by area; need and budget in units.
  func byArea(_ prepared: PreparedCases, need: Int, budget: Int) -> DisposalOutcome {
    let items = prepared.items
    let total = items.reduce(0) { $0 + $1.units }
    guard total >= need else {
      return rateObstacle(prepared, missing: MeasureUnits.value(need - total), budget: budget)
    }
    // Without a room it makes no difference whether land comes back.
    let returns = items.map { $0.returns && budget != .max }
    let staying = items.indices.filter { !returns[$0] }
    let returning = items.indices.filter { returns[$0] }
    let stayingTotal = staying.reduce(0) { $0 + items[$1].units }
    // All that returns nothing, and of the rest as little as reaches the need: no set that reaches
    // it returns less. So there is a set that passes both gates exactly if this one does.
    guard
      let least = LeastCover.solve(
        areas: returning.map { items[$0].units }, returns: returning.map { _ in false },
        need: max(0, need - stayingTotal))
    else { return rateObstacle(prepared, missing: 0, budget: budget) }
    var start = returns.map { !$0 }
    for (index, isChosen) in zip(returning, least.chosen) { start[index] = isChosen }
    if least.sum > budget {
      let after = prepared.plan(
        start, proven: least.isProven, lowerBound: MeasureUnits.value(least.lowerBound),
        gap: MeasureUnits.value(least.sum - least.lowerBound))
      return supplyObstacle(
        prepared, least: least.sum, lowerBound: least.lowerBound, budget: budget, after: after)
    }
    return .possible(
      fewest: fewest(prepared, returns, need: need, budget: budget, start: start),
      leastArea: leastArea(prepared, returns, need: need, budget: budget, start: start))
  }

  private func fewest(
    _ prepared: PreparedCases, _ returns: [Bool], need: Int, budget: Int, start: [Bool]
  ) -> DisposalPlan {
    let items = prepared.items
    let staying = items.indices.filter { !returns[$0] }
    let returning = items.indices.filter { returns[$0] }
    let answer = FewestCover.solve(
      staying: staying.map { items[$0].units }, returning: returning.map { items[$0].units },
      need: need, budget: budget)
    var chosen = [Bool](repeating: false, count: items.count)
    if let answer {
      for index in staying.prefix(answer.stayingCount) { chosen[index] = true }
      for index in answer.returning { chosen[returning[index]] = true }
    } else {
      chosen = start
    }
    let count = chosen.count { $0 }
    let bound = answer?.lowerBound ?? 0
    return prepared.plan(
      chosen, proven: bound == count, lowerBound: Double(bound), gap: Double(count - bound))
  }

  private func leastArea(
    _ prepared: PreparedCases, _ returns: [Bool], need: Int, budget: Int, start: [Bool]
  ) -> DisposalPlan {
    let areas = prepared.items.map(\.units)
    func plan(_ chosen: [Bool], sum: Int, lowerBound: Int) -> DisposalPlan {
      prepared.plan(
        chosen, proven: sum == lowerBound, lowerBound: MeasureUnits.value(lowerBound),
        gap: MeasureUnits.value(sum - lowerBound))
    }
    guard
      let answer = LeastCover.solve(
        areas: areas, returns: returns, need: need, budget: budget, start: start)
    else { return plan(start, sum: 0, lowerBound: 0) }
    // Of as little area, a set that returns nothing is preferred.
    let staying = areas.indices.filter { !returns[$0] }
    if zip(answer.chosen, returns).contains(where: { $0 && $1 }),
      let other = LeastCover.solve(
        areas: staying.map { areas[$0] }, returns: staying.map { _ in false }, need: need),
      other.sum <= answer.sum
    {
      var chosen = [Bool](repeating: false, count: areas.count)
      for (index, isChosen) in zip(staying, other.chosen) { chosen[index] = isChosen }
      return plan(chosen, sum: other.sum, lowerBound: min(answer.lowerBound, other.sum))
    }
    return plan(answer.chosen, sum: answer.sum, lowerBound: answer.lowerBound)
  }
}
