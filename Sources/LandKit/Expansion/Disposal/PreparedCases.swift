import LandCadastre

/// The open cases with the way to take in each, in the order in which the search looks at them.
struct PreparedCases {
  /// A case that can be disposed of.
  struct Item {
    var id: String
    var area: Double
    /// Area in units, rounded down.
    var units: Int
    var way: DisposalWay
    /// Place of the way in the policy.
    var rank: Int
    /// Whether the land comes back.
    var returns: Bool
  }

  /// Largest first; alike in area, those that return nothing, the preferred way, the smaller name.
  let items: [Item]
  /// The cases with no way that ends them, by name.
  let casesWithoutWay: [String]
  /// Area of all cases in units, those without a way, too.
  let allUnits: Int
  /// Cases whose area is finer than a unit.
  let inexactCount: Int
  /// Those of them that return land.
  let inexactReturningCount: Int

  /// Areas are known to be valid.
  init(_ cases: [OpenCase], policy: WayPolicy) {
    var items: [Item] = []
    var without: [String] = []
    var all = 0
    for one in cases {
      let units = MeasureUnits.units(one.area, .down) ?? 0
      all += units
      guard let way = policy.way(among: one.ways) else {
        without.append(one.id)
        continue
      }
      items.append(
        Item(
          id: one.id, area: one.area, units: units, way: way,
          rank: policy.order.firstIndex(of: way) ?? 0, returns: policy.returning.contains(way)))
    }
    items.sort {
      ($1.units, $0.returns ? 1 : 0, $0.rank, $0.id, $0.area)
        < ($0.units, $1.returns ? 1 : 0, $1.rank, $1.id, $1.area)
    }
    self.items = items
    casesWithoutWay = without.sorted()
    allUnits = all
    inexactCount = cases.filter { !MeasureUnits.isExact($0.area) }.count
    inexactReturningCount = items.filter { $0.returns && !MeasureUnits.isExact($0.area) }.count
  }

  /// A plan of the chosen items. Among items alike in area and in whether they return, the first
  /// ones stand for however many were chosen.
  func plan(_ chosen: [Bool], proven: Bool, lowerBound: Double, gap: Double) -> DisposalPlan {
    var steps: [DisposalPlan.Step] = []
    var first = 0
    while first < items.count {
      var end = first
      var count = 0
      while end < items.count, items[end].units == items[first].units,
        items[end].returns == items[first].returns
      {
        count += chosen[end] ? 1 : 0
        end += 1
      }
      for item in items[first..<(first + count)] {
        steps.append(
          DisposalPlan.Step(id: item.id, area: item.area, way: item.way, returns: item.returns))
      }
      first = end
    }
    return DisposalPlan(steps: steps, proven: proven, lowerBound: lowerBound, gap: gap)
  }
}
