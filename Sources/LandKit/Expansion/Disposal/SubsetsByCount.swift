/// All subsets of up to 32 cases in two halves, by how many cases they have: finds the greatest sum
/// of so many cases within a limit. Time and memory grow with 2^(n/2).
struct SubsetsByCount {
  private let left: SubsetHalf
  private let right: SubsetHalf
  private let leftGroups: [[Int32]]
  private let rightGroups: [[Int32]]
  private let leftCount: Int
  private let count: Int

  /// Areas in units.
  init(_ areas: [Int]) {
    count = areas.count
    leftCount = areas.count / 2
    let none = [Int](repeating: 0, count: areas.count)
    left = SubsetHalf(areas: Array(areas[..<leftCount]), returned: Array(none[..<leftCount]))
    right = SubsetHalf(areas: Array(areas[leftCount...]), returned: Array(none[leftCount...]))
    leftGroups = SubsetsByCount.groups(left, leftCount)
    rightGroups = SubsetsByCount.groups(right, areas.count - leftCount)
  }

  /// The subsets by number of cases, each group in ascending order of the sums.
  private static func groups(_ half: SubsetHalf, _ count: Int) -> [[Int32]] {
    var groups = [[Int32]](repeating: [], count: count + 1)
    for subset in SubsetHalf.order(half.sums) { groups[subset.nonzeroBitCount].append(subset) }
    return groups
  }

  /// The greatest sum of exactly `count` cases that is not above `limit`, and its cases.
  func greatest(count wanted: Int, upTo limit: Int) -> (sum: Int, subset: [Int])? {
    var best: (sum: Int, left: Int32, right: Int32)?
    for leftWanted in 0...min(wanted, leftCount) where wanted - leftWanted < rightGroups.count {
      let others = rightGroups[wanted - leftWanted]
      var last = others.count - 1
      for subset in leftGroups[leftWanted] {
        let sum = left.sums[Int(subset)]
        while last >= 0, sum + right.sums[Int(others[last])] > limit { last -= 1 }
        if last < 0 { break }
        let whole = sum + right.sums[Int(others[last])]
        if whole > best?.sum ?? -1 { best = (whole, subset, others[last]) }
      }
    }
    return best.map { best in
      let subset = (0..<count).filter { index in
        index < leftCount
          ? (best.left >> Int32(index)) & 1 == 1
          : (best.right >> Int32(index - leftCount)) & 1 == 1
      }
      return (best.sum, subset)
    }
  }
}
