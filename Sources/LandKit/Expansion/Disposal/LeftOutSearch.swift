/// All subsets that may be left out, one after the other, as long as a bound on the steps lasts. Where
/// a high rate leaves little to spare they are few, however many cases there are.
struct LeftOutSearch {
  private static let mostSteps = 1_500_000

  private let areas: [Int]
  private let returned: [Int]
  /// What all cases from each index on have together.
  private let restAreas: [Int]
  private let restReturned: [Int]
  private var current: [Int] = []
  private var bestSum: Int
  private var best: [Int]?
  private var steps = 0

  /// Areas and what they return, in units, largest area first. Finds the subset with the greatest sum
  /// that is above `bestSum` and at most `spare`, and returns at least `least`; nil in `subset` where
  /// there is none. `isComplete` is false where the steps ran out.
  static func greatest(
    areas: [Int], returned: [Int], spare: Int, least: Int, above bestSum: Int
  ) -> (subset: [Int]?, isComplete: Bool) {
    var search = LeftOutSearch(areas, returned, bestSum)
    search.visit(0, spare, least, 0)
    return (search.best, search.steps <= mostSteps)
  }

  private init(_ areas: [Int], _ returned: [Int], _ bestSum: Int) {
    self.areas = areas
    self.returned = returned
    self.bestSum = bestSum
    restAreas = LeftOutSearch.rests(areas)
    restReturned = LeftOutSearch.rests(returned)
  }

  private static func rests(_ values: [Int]) -> [Int] {
    Array(values.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }.reversed())
  }

  private mutating func visit(_ first: Int, _ spare: Int, _ least: Int, _ sum: Int) {
    if least <= 0, sum > bestSum {
      bestSum = sum
      best = current
    }
    var tried: Int?
    for index in first..<areas.count {
      if sum + restAreas[index] <= bestSum || restReturned[index] < least || spare == 0 { return }
      guard areas[index] <= spare else { continue }
      // A case like one that was tried in this place leads to nothing new.
      if let tried, areas[tried] == areas[index], returned[tried] == returned[index] { continue }
      tried = index
      steps += 1
      if steps > LeftOutSearch.mostSteps { return }
      current.append(index)
      visit(index + 1, spare - areas[index], least - returned[index], sum + areas[index])
      current.removeLast()
    }
  }
}
