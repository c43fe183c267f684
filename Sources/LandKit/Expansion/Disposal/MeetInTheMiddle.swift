/// The subset with the least sum that reaches a need while what it returns stays within a budget:
/// exact, by holding all subsets of one half of the cases against all subsets of the other half
/// (Horowitz and Sahni 1974). Time and memory grow with 2^(n/2).
struct MeetInTheMiddle {
  /// Cases that are searched exactly; twice twenty makes two lists of a million subsets.
  static let limit = 40

  private let need: Int
  private let budget: Int
  private let left: SubsetHalf
  private let right: SubsetHalf
  private let leftCount: Int
  private let count: Int
  private var best = Int.max
  private var chosen: (left: Int, right: Int)?

  /// The chosen cases, nil where no subset passes. `areas` and `returned` hold one value a case, in
  /// units, at most `limit` of them; the budget is `Int.max` where there is none.
  static func least(areas: [Int], returned: [Int], need: Int, budget: Int) -> [Bool]? {
    var search = MeetInTheMiddle(areas: areas, returned: returned, need: need, budget: budget)
    if returned.reduce(0, +) <= budget {
      search.runUnbounded()
    } else {
      search.runWithin()
    }
    return search.answer
  }

  private init(areas: [Int], returned: [Int], need: Int, budget: Int) {
    self.need = need
    self.budget = budget
    count = areas.count
    leftCount = areas.count / 2
    // Every second case goes to a side, so that both have large and small ones.
    let (even, odd) = (stride(from: 1, to: count, by: 2), stride(from: 0, to: count, by: 2))
    left = SubsetHalf(areas: even.map { areas[$0] }, returned: even.map { returned[$0] })
    right = SubsetHalf(areas: odd.map { areas[$0] }, returned: odd.map { returned[$0] })
  }

  private var answer: [Bool]? {
    chosen.map { chosen in
      (0..<count).map { index in
        ((index % 2 == 1 ? chosen.left : chosen.right) >> (index / 2)) & 1 == 1
      }
    }
  }

  private mutating func offer(_ leftSubset: Int, _ rightSubset: Int) {
    let sum = left.sums[leftSubset] + right.sums[rightSubset]
    if sum < best {
      best = sum
      chosen = (leftSubset, rightSubset)
    }
  }

  /// The larger the sum on the left, the smaller the one that is needed on the right: one walk
  /// through both lists.
  private mutating func runUnbounded() {
    let (leftOrder, rightOrder) = (SubsetHalf.order(left.sums), SubsetHalf.order(right.sums))
    var last = rightOrder.count
    for subset in leftOrder {
      let rest = need - left.sums[Int(subset)]
      while last > 0, right.sums[Int(rightOrder[last - 1])] >= rest { last -= 1 }
      if last < rightOrder.count { offer(Int(subset), Int(rightOrder[last])) }
      if best == need || last == 0 && left.sums[Int(subset)] > best { return }
    }
  }

  /// The more the left returns, the fewer subsets remain on the right. They are taken out as the
  /// left goes through its subsets by what they return; `next` leads from each place of the right's
  /// order by sums to the next that is still there, shortened as it is walked.
  private mutating func runWithin() {
    let (rightOrder, outOrder) = (SubsetHalf.order(right.sums), SubsetHalf.order(right.returned))
    var place = [Int32](repeating: 0, count: rightOrder.count)
    for (index, subset) in rightOrder.enumerated() { place[Int(subset)] = Int32(index) }
    var next = (0...Int32(rightOrder.count)).map { $0 }
    var left = outOrder.count
    for subset in SubsetHalf.order(self.left.returned) {
      let room = budget - self.left.returned[Int(subset)]
      if room < 0 { return }
      while left > 0, right.returned[Int(outOrder[left - 1])] > room {
        left -= 1
        let gone = Int(place[Int(outOrder[left])])
        next[gone] = Int32(gone + 1)
      }
      let rest = need - self.left.sums[Int(subset)]
      var index = firstPlace(rightOrder, reaching: rest)
      while next[index] != Int32(index) {
        next[index] = next[Int(next[index])]
        index = Int(next[index])
      }
      if index < rightOrder.count { offer(Int(subset), Int(rightOrder[index])) }
      if best == need { return }
    }
  }

  private func firstPlace(_ order: [Int32], reaching rest: Int) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if right.sums[Int(order[middle])] < rest { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
