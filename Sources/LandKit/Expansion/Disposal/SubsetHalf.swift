/// All subsets of up to 20 cases: their sums, and their order by sum.
struct SubsetHalf {
  /// Sum of the areas by subset; a subset is the bits of the index.
  let sums: [Int]
  /// Sum of the returned areas by subset.
  let returned: [Int]

  /// Shapes: one value a case in each array; areas and returned areas in units.
  init(areas: [Int], returned: [Int]) {
    self.sums = SubsetHalf.sums(areas)
    self.returned = SubsetHalf.sums(returned)
  }

  private static func sums(_ values: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: 1 << values.count)
    for (bit, value) in values.enumerated() {
      for subset in 0..<(1 << bit) { sums[subset + (1 << bit)] = sums[subset] + value }
    }
    return sums
  }

  /// The subsets in ascending order of the values, which are sums of parts that are not negative.
  ///
  /// A case at a time: the subsets with the case, each one value later than the same subset without
  /// it, are merged with those, which takes time in proportion to their number.
  static func order(_ values: [Int]) -> [Int32] {
    var order: [Int32] = [0]
    while order.count < values.count {
      let bit = Int32(order.count)
      var merged: [Int32] = []
      merged.reserveCapacity(order.count * 2)
      var with = 0
      for subset in order {
        while with < order.count, values[Int(order[with] | bit)] < values[Int(subset)] {
          merged.append(order[with] | bit)
          with += 1
        }
        merged.append(subset)
      }
      while with < order.count {
        merged.append(order[with] | bit)
        with += 1
      }
      order = merged
    }
    return order
  }
}
