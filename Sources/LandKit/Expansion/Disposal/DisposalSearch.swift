import LandCadastre

/// The search for the cases whose disposal lets a zone pass: the rate of disposal and, since land
/// that is withdrawn or bought back can be supplied again, the share of land still to be supplied.
///
/// Everything is counted in millionths of a m². Finer areas are rounded down, what is required is
/// rounded up, and what may come back is rounded down, so that a set that is offered passes by exact
/// arithmetic; a set is missed only where it passes by less than a millionth of a m² a case. The
/// order of the cases does not matter: of cases that are alike the ones with the smaller names are
/// taken.
public struct DisposalSearch: Sendable {
  /// The cases that are open.
  public var cases: [OpenCase]
  /// The rate that is required.
  public var rate: DisposalRate
  /// The room for land that comes back; nil where it is not to be looked at.
  public var room: SupplyRoom?
  /// What the ways do.
  public var policy: WayPolicy

  /// A search over open cases for a required rate and, where there is one, within a room.
  public init(
    cases: [OpenCase], rate: DisposalRate, room: SupplyRoom? = nil,
    policy: WayPolicy = .decree53
  ) {
    self.cases = cases
    self.rate = rate
    self.room = room
    self.policy = policy
  }

  /// The sets with the fewest cases and with the least area, or what stands in the way.
  public func run() -> DisposalOutcome {
    let missing = missingInputs
    guard missing.isEmpty else { return .unknown(missing: missing) }
    let prepared = PreparedCases(cases, policy: policy)
    guard let need = need(prepared) else { return .unknown(missing: [.identified]) }
    guard let budget = budget(prepared) else { return .unknown(missing: [.base]) }
    switch rate.basis {
    case .area: return byArea(prepared, need: need, budget: budget)
    case .count: return byCount(prepared, need: need, budget: budget)
    }
  }

  private var missingInputs: [DisposalInput] {
    func isKnown(_ value: Double?) -> Bool {
      value.flatMap { MeasureUnits.units($0, .down) } != nil
    }
    func isBase(_ value: Double?) -> Bool {
      (value.flatMap { MeasureUnits.units($0, .down) } ?? 0) > 0
    }
    var missing: [DisposalInput] = []
    if !isKnown(rate.disposed) { missing.append(.disposed) }
    if !isBase(rate.identified) { missing.append(.identified) }
    if let room {
      if !isKnown(room.remaining) { missing.append(.remaining) }
      if !isBase(room.base) { missing.append(.base) }
    }
    let unknown = cases.filter { !isKnown($0.area) }.map(\.id).sorted()
    return missing + unknown.map { .area(id: $0) }
  }

  /// What has to be disposed of on top, in units or cases; nil beyond what can be counted.
  ///
  /// Where nothing but the open cases is left of what was identified, disposing of all of them makes
  /// a rate of exactly one: rounding must not ask for more than that.
  private func need(_ prepared: PreparedCases) -> Int? {
    guard let disposed = rate.disposed, let identified = rate.identified else { return nil }
    if rate.basis == .count {
      guard let done = Int(exactly: disposed), let all = Int(exactly: identified) else {
        return nil
      }
      return rate.limit.least(of: all).map { max(0, $0 - done) }
    }
    guard let done = MeasureUnits.units(disposed, .down),
      let all = MeasureUnits.units(identified, .up), let least = rate.limit.least(of: all)
    else { return nil }
    let open = prepared.allUnits
    let inexactCount =
      prepared.inexactCount + [disposed, identified].count { !MeasureUnits.isExact($0) }
    let isWhole = all - done - open <= inexactCount
    let isAtMostOne = rate.limit.value < 1 || rate.limit.value == 1 && rate.limit.includesLimit
    return max(0, isWhole && isAtMostOne ? min(least - done, open) : least - done)
  }

  /// How much may come back, in units, below zero where too much is left already; `Int.max` without
  /// a room. Areas were rounded down: each that is finer than a unit takes one unit off.
  private func budget(_ prepared: PreparedCases) -> Int? {
    guard let room else { return .max }
    guard let base = room.base.flatMap({ MeasureUnits.units($0, .down) }),
      let remaining = room.remaining.flatMap({ MeasureUnits.units($0, .up) })
    else { return nil }
    return room.limit.greatest(of: base).map { $0 - remaining - prepared.inexactReturningCount }
  }

  /// The obstacle of a set that returns `least` units where only `budget` may come back.
  func supplyObstacle(
    _ prepared: PreparedCases, least: Int, lowerBound: Int, budget: Int, after: DisposalPlan
  ) -> DisposalOutcome {
    .blocked(
      DisposalObstacle(
        missingDisposal: nil, casesWithoutWay: prepared.casesWithoutWay,
        supplyFirst: MeasureUnits.value(least - budget),
        supplyLowerBound: MeasureUnits.value(max(0, lowerBound - budget)),
        isEnoughLeft: isLeft(least - budget), after: after))
  }

  /// The obstacle where all cases together do not reach the rate; `missing` in m² or cases.
  func rateObstacle(_ prepared: PreparedCases, missing: Double, budget: Int) -> DisposalOutcome {
    let supply = budget < 0 ? MeasureUnits.value(-budget) : nil
    return .blocked(
      DisposalObstacle(
        missingDisposal: missing, casesWithoutWay: prepared.casesWithoutWay,
        supplyFirst: supply, supplyLowerBound: supply, isEnoughLeft: isLeft(max(0, -budget)),
        after: nil))
  }

  /// Whether so many units can still be supplied.
  private func isLeft(_ units: Int) -> Bool {
    room?.remaining.flatMap { MeasureUnits.units($0, .down) }.map { $0 >= units } ?? true
  }
}
