/// The fewest cases that reach a need while what they return stays within a budget; of as few cases
/// the fewest that return land.
///
/// Without a budget taking the largest first is best: let k cases reach the need. The k largest
/// have at least as much area, since the i-th largest of all is at least the i-th largest of any
/// subset. So if any k cases reach the need the k largest do, and the first k at which they do is
/// the least.
///
/// With a budget this holds for the cases that return nothing, whatever returning ones stand beside
/// them. So for k cases with j returning ones the k − j largest of the others are taken, and the
/// question is whether j returning cases have a sum between the rest of the need and the budget.
/// Up to 32 returning cases it is answered by all subsets, half against half; for more by a search
/// with a bound on its steps, where the bounds by the largest and smallest j cases mostly decide.
struct FewestCover {
  /// What was found.
  struct Answer {
    /// How many of the largest cases that return nothing.
    var stayingCount: Int
    /// The returning cases, by index.
    var returning: [Int]
    /// What no subset can go below, a number of cases.
    var lowerBound: Int

    var count: Int { stayingCount + returning.count }
  }

  /// Returning cases up to which the answer is exact.
  static let exactLimit = 32
  /// Most steps of one search, of all together, and of each once those are used up.
  private static let mostSteps = (one: 200_000, all: 1_000_000, then: 100)

  private let returning: [Int]
  private let stayingSums: [Int]
  private let returningSums: [Int]
  private let need: Int
  private let budget: Int
  private var halves: SubsetsByCount?
  private var allSteps = 0
  private var stepsLeft = 0

  /// Areas in units, largest first; the budget is `Int.max` where there is none.
  static func solve(staying: [Int], returning: [Int], need: Int, budget: Int) -> Answer? {
    var search = FewestCover(staying, returning, need, budget)
    return search.run()
  }

  private init(_ staying: [Int], _ returning: [Int], _ need: Int, _ budget: Int) {
    self.returning = returning
    self.need = need
    self.budget = budget
    stayingSums = staying.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    returningSums = returning.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  private mutating func run() -> Answer? {
    var undecided: Int?
    let (stayingCount, returningCount) = (stayingSums.count - 1, returningSums.count - 1)
    for count in 0...(stayingCount + returningCount) {
      for back in max(0, count - stayingCount)...min(count, returningCount) {
        let least = need - stayingSums[count - back]
        switch subset(of: back, from: max(least, 0)) {
        case .some(.some(let subset)):
          return Answer(
            stayingCount: count - back, returning: subset, lowerBound: undecided ?? count)
        case .some(.none): continue
        case .none: undecided = undecided ?? count
        }
      }
    }
    return nil
  }

  /// So many returning cases with a sum from `least` to the budget: the subset, or that there is
  /// none, or nil where it stays open.
  private mutating func subset(of count: Int, from least: Int) -> [Int]?? {
    let largest = returningSums[count]
    let smallest = returningSums[returning.count] - returningSums[returning.count - count]
    if largest < least || smallest > budget || least > budget { return .some(nil) }
    if largest <= budget { return .some(Array(0..<count)) }
    if returning.count <= FewestCover.exactLimit {
      if halves == nil { halves = SubsetsByCount(returning) }
      guard let best = halves?.greatest(count: count, upTo: budget), best.sum >= least else {
        return .some(nil)
      }
      return .some(best.subset)
    }
    let most = FewestCover.mostSteps
    let granted = min(most.one, max(most.then, most.all - allSteps))
    stepsLeft = granted
    var taken: [Int] = []
    let isFound = search(0, count, least, budget, &taken)
    allSteps += granted - max(stepsLeft, 0)
    switch isFound {
    case true?: return .some(taken)
    case false?: return .some(nil)
    case nil: return nil
    }
  }

  /// Whether `count` cases from `first` on have a sum from `least` to `most`; nil where the steps
  /// ran out.
  private mutating func search(
    _ first: Int, _ count: Int, _ least: Int, _ most: Int, _ taken: inout [Int]
  ) -> Bool? {
    let end = returning.count
    guard end - first >= count else { return false }
    let largest = returningSums[first + count] - returningSums[first]
    let smallest = returningSums[end] - returningSums[end - count]
    if largest < least || smallest > most { return false }
    if largest <= most {
      taken += Array(first..<(first + count))
      return true
    }
    if smallest >= least {
      taken += Array((end - count)..<end)
      return true
    }
    stepsLeft -= 1
    if stepsLeft < 0 { return nil }
    let area = returning[first]
    taken.append(first)
    let with = search(first + 1, count - 1, least - area, most - area, &taken)
    if with != false { return with }
    taken.removeLast()
    // Without this case, those of the same area would only stand for it.
    var next = first + 1
    while next < end, returning[next] == area { next += 1 }
    return search(next, count, least, most, &taken)
  }
}
