/// A subset that reaches a need, and how good it is; in units.
struct CoverAnswer {
  /// Whether each case is taken.
  var chosen: [Bool]
  /// Their area.
  var sum: Int
  /// What no subset that passes can go below; equal to the sum where that is proven.
  var lowerBound: Int

  var isProven: Bool { sum == lowerBound }
}

/// The subset with the least area that reaches a need while what it returns stays within a budget.
///
/// The problem is NP-hard, so there are several ways, the cheap ones first. Each ends the search
/// where it meets the bound that no subset can go below:
/// 1. dropping from a set that passes;
/// 2. fixing the cases without which the need is out of reach, and those that are too large;
/// 3. all subsets, half against half, up to `MeetInTheMiddle.limit` cases that are still open;
/// 4. all reachable sums, where they are few enough in units of the areas' common divisor;
/// 5. else all subsets of a few dozen cases at a time, the others as in the best set so far;
/// 6. and where that does not meet the bound, all subsets that may be left out.
///
/// 1 to 4 prove what they find. 5 does where it hits the need itself, which it nearly always does
/// where much may be left out: the more subsets there are, the denser are their sums. 6 does where
/// little may be left out.
struct LeastCover {
  private let areas: [Int]
  private let returned: [Int]
  private let need: Int
  private let budget: Int
  private var state: [Bool?]
  private var best: [Bool]
  private var bestSum: Int
  private var lowerBound: Int

  /// Most steps over words of 64 sums, and most sums, of the fourth way.
  private static let mostWords = 4_000_000
  private static let mostSums = 4_000_000

  /// Shapes: a value a case; areas in units, largest first. `start` is a subset that passes, nil for
  /// all cases. The answer is nil where there is no start and all cases do not pass.
  static func solve(
    areas: [Int], returns: [Bool], need: Int, budget: Int = .max, start: [Bool]? = nil
  ) -> CoverAnswer? {
    let all = [Bool](repeating: true, count: areas.count)
    var search = LeastCover(areas, returns, max(need, 0), budget, start ?? all)
    guard search.passes(search.best) else { return nil }
    search.run()
    return CoverAnswer(
      chosen: search.best, sum: search.bestSum,
      lowerBound: min(search.lowerBound, search.bestSum))
  }

  private init(_ areas: [Int], _ returns: [Bool], _ need: Int, _ budget: Int, _ start: [Bool]) {
    self.areas = areas
    self.returned = zip(areas, returns).map { $1 ? $0 : 0 }
    self.need = need
    self.budget = budget
    state = areas.map { $0 == 0 ? false : nil }
    best = start
    lowerBound = need
    bestSum = 0
    bestSum = LeastCover.sum(areas, start)
  }

  private static func sum(_ values: [Int], _ chosen: [Bool]) -> Int {
    zip(values, chosen).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }

  private func passes(_ chosen: [Bool]) -> Bool {
    LeastCover.sum(areas, chosen) >= need && LeastCover.sum(returned, chosen) <= budget
  }

  private mutating func offer(_ chosen: [Bool]) {
    let sum = LeastCover.sum(areas, chosen)
    if sum < bestSum {
      best = chosen
      bestSum = sum
    }
  }

  private mutating func run() {
    let all = Array(areas.indices)
    let small = dropping(from: best, all.sorted { (-returned[$0], $0) > (-returned[$1], $1) })
    offer(dropping(from: best, all))
    offer(small)
    if bestSum == need { return }
    guard fixCases() else {
      lowerBound = bestSum
      return
    }
    let open = all.filter { state[$0] == nil }
    let fixed = state.map { $0 == true }
    let rest = need - LeastCover.sum(areas, fixed)
    let room = budget == .max ? .max : budget - LeastCover.sum(returned, fixed)
    let unit = open.reduce(0) { LeastCover.commonDivisor($0, areas[$1]) }
    guard rest > 0, unit > 0 else {
      offer(fixed)
      lowerBound = bestSum
      return
    }
    let unitsNeeded = (rest + unit - 1) / unit
    lowerBound = need - rest + unitsNeeded * unit
    if bestSum <= lowerBound { return }
    if open.count <= MeetInTheMiddle.limit {
      searchAll(open, from: fixed)
      lowerBound = bestSum
      return
    }
    let total = open.reduce(0) { $0 + areas[$1] / unit }
    let spare = total - unitsNeeded
    if spare < LeastCover.mostSums, open.count * (spare / 64 + 1) <= LeastCover.mostWords {
      searchSums(open, from: fixed, unit: unit, spare: spare, room: room)
      lowerBound = bestSum
      return
    }
    searchCores(open, from: small)
    if bestSum > lowerBound { searchLeftOut(open, from: fixed, spare: spare * unit, room: room) }
  }

  /// What is left of a set that passes when the cases are dropped, in this order, that it can spare.
  private func dropping(from set: [Bool], _ order: [Int]) -> [Bool] {
    var set = set
    var surplus = LeastCover.sum(areas, set) - need
    for index in order where set[index] && areas[index] <= surplus {
      surplus -= areas[index]
      set[index] = false
    }
    return set
  }

  /// Fixes what every better subset has in common: it has no case as large as the best sum, none
  /// that returns more than the budget still allows, and every case that is larger than all that may
  /// be left out. False where no better subset is left.
  private mutating func fixCases() -> Bool {
    var isChanged = true
    while isChanged {
      isChanged = false
      var spare = -need
      var room = budget
      for index in areas.indices where state[index] != false {
        spare += areas[index]
        if state[index] == true, budget != .max { room -= returned[index] }
      }
      if spare < 0 || room < 0 { return false }
      for index in areas.indices where state[index] == nil {
        if areas[index] >= bestSum || returned[index] > room {
          state[index] = false
        } else if areas[index] > spare {
          state[index] = true
        } else {
          continue
        }
        isChanged = true
        break
      }
    }
    return true
  }

  /// All subsets of some cases, the others fixed.
  private mutating func searchAll(_ cases: [Int], from fixed: [Bool]) {
    let used = LeastCover.sum(returned, fixed)
    let answer = MeetInTheMiddle.least(
      areas: cases.map { areas[$0] }, returned: cases.map { returned[$0] },
      need: need - LeastCover.sum(areas, fixed), budget: budget == .max ? .max : budget - used)
    guard let answer else { return }
    var chosen = fixed
    for (index, isChosen) in zip(cases, answer) { chosen[index] = isChosen }
    offer(chosen)
  }

  /// All sums of what is left out, for cases that return and those that do not: the largest pair
  /// within the spare area is left out of the best set. At least so much of the returning ones has
  /// to be left out that the rest is within the budget.
  private mutating func searchSums(
    _ open: [Int], from fixed: [Bool], unit: Int, spare: Int, room: Int
  ) {
    let returning = open.filter { returned[$0] > 0 }
    let staying = open.filter { returned[$0] == 0 }
    let returningTotal = returning.reduce(0) { $0 + areas[$1] / unit }
    let least = room == .max ? 0 : max(0, returningTotal - room / unit)
    let returningSums = ReachableSums(returning.map { areas[$0] / unit }, cap: spare)
    let stayingSums = ReachableSums(staying.map { areas[$0] / unit }, cap: spare)
    var answer: (returning: Int, staying: Int)?
    var limit = spare
    while let sum = returningSums.greatest(upTo: limit), sum >= least {
      if let other = stayingSums.greatest(upTo: spare - sum),
        answer.map({ sum + other > $0.returning + $0.staying }) ?? true
      {
        answer = (sum, other)
        if sum + other == spare { break }
      }
      limit = sum - 1
    }
    guard let answer else { return }
    var chosen = fixed
    for index in open { chosen[index] = true }
    for part in returningSums.parts(of: answer.returning) { chosen[returning[part]] = false }
    for part in stayingSums.parts(of: answer.staying) { chosen[staying[part]] = false }
    offer(chosen)
  }

  /// All subsets that may be left out, as far as they can be counted.
  private mutating func searchLeftOut(_ open: [Int], from fixed: [Bool], spare: Int, room: Int) {
    let total = open.reduce(0) { $0 + areas[$1] }
    let returningTotal = open.reduce(0) { $0 + returned[$1] }
    let known = LeastCover.sum(areas, fixed) + total - bestSum
    let answer = LeftOutSearch.greatest(
      areas: open.map { areas[$0] }, returned: open.map { returned[$0] }, spare: spare,
      least: room == .max ? 0 : max(0, returningTotal - room), above: known)
    if let subset = answer.subset {
      var chosen = fixed
      for index in open { chosen[index] = true }
      for part in subset { chosen[open[part]] = false }
      offer(chosen)
    }
    if answer.isComplete { lowerBound = bestSum }
  }

  /// Rounds over a few dozen cases each, as many taken as left out where there are so many, first
  /// the neighbours in size, then wider and wider apart; the last rounds over more cases.
  private mutating func searchCores(_ open: [Int], from start: [Bool]) {
    var base = start
    for round in 0..<10 where bestSum > lowerBound {
      let size = round < 7 ? 28 : 34
      let taken = open.filter { base[$0] }
      let left = open.filter { !base[$0] }
      let leftCount = min(left.count, max(size / 2, size - taken.count))
      let core =
        LeastCover.pick(Array(taken.reversed()), min(taken.count, size - leftCount), round)
        + LeastCover.pick(left, leftCount, round)
      var fixed = base
      for index in core { fixed[index] = false }
      let before = bestSum
      searchAll(core.sorted(), from: fixed)
      if bestSum < before { base = best }
    }
  }

  private static func pick(_ values: [Int], _ count: Int, _ round: Int) -> [Int] {
    guard count > 0 else { return [] }
    let step = 1 + round % max(1, values.count / count)
    let first = round * 5
    var picked: [Int] = []
    var isPicked = [Bool](repeating: false, count: values.count)
    var place = first % values.count
    while picked.count < count {
      while isPicked[place] { place = (place + 1) % values.count }
      isPicked[place] = true
      picked.append(values[place])
      place = (place + step) % values.count
    }
    return picked
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
