extension DisposalSearch {
  /// The rate by cases; need in cases, budget in units.
  ///
  /// Any cases will do, so of each kind the smallest are taken: they have the least area and return
  /// least. What remains is how many of them return land, which is tried out; all is exact.
  func byCount(_ prepared: PreparedCases, need: Int, budget: Int) -> DisposalOutcome {
    let items = prepared.items
    guard items.count >= need else {
      return rateObstacle(prepared, missing: Double(need - items.count), budget: budget)
    }
    let smallFirst = items.indices.sorted {
      (items[$0].units, items[$0].rank, items[$0].id)
        < (items[$1].units, items[$1].rank, items[$1].id)
    }
    let staying = smallFirst.filter { !items[$0].returns || budget == .max }
    let returning = smallFirst.filter { items[$0].returns && budget != .max }
    func sums(_ indices: [Int]) -> [Int] {
      indices.reduce(into: [0]) { $0.append($0[$0.count - 1] + items[$1].units) }
    }
    let (stayingSums, returningSums) = (sums(staying), sums(returning))
    func plan(_ back: Int, bound: Double) -> DisposalPlan {
      var chosen = [Bool](repeating: false, count: items.count)
      for index in staying.prefix(need - back) + returning.prefix(back) { chosen[index] = true }
      return prepared.plan(chosen, proven: true, lowerBound: bound, gap: 0)
    }
    let fewestBack = max(0, need - staying.count)
    let least = returningSums[fewestBack]
    if least > budget {
      return supplyObstacle(
        prepared, least: least, lowerBound: least, budget: budget,
        after: plan(fewestBack, bound: MeasureUnits.value(least)))
    }
    var best = (area: Int.max, back: fewestBack)
    for back in fewestBack...min(need, returning.count) where returningSums[back] <= budget {
      let area = stayingSums[need - back] + returningSums[back]
      if area < best.area { best = (area, back) }
    }
    return .possible(
      fewest: plan(fewestBack, bound: Double(need)),
      leastArea: plan(best.back, bound: MeasureUnits.value(best.area)))
  }
}
