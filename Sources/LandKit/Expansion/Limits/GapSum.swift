/// The sums behind a gap: a ratio a ÷ b against a limit as a · p against b · q, in whole numbers.
struct GapSum {
  private let numerator: Int128
  private let denominator: Int128
  /// q · b, what a · p has to reach or not to exceed; and p · a.
  private let bound: Int128
  private let reached: Int128
  /// The factors p and q.
  private let factor: Int128
  private let limitFactor: Int128
  private let includesLimit: Bool
  private let isFloor: Bool
  /// Units in one step of what is said.
  private let step: Int128

  /// Both sides in their own units, not negative, b above zero. Anything finer than a millionth is
  /// rounded away from the limit. Nil where the products are too large.
  init?(
    numerator: Double, denominator: Double, scale: RatioScale, limit: ExactLimit, isFloor: Bool,
    decimals: Int
  ) {
    guard let a = MeasureUnits.units(numerator, isFloor ? .down : .up),
      let b = MeasureUnits.units(denominator, isFloor ? .up : .down)
    else { return nil }
    let p = limit.denominator.multipliedReportingOverflow(by: Int128(scale.numerator))
    let q = limit.numerator.multipliedReportingOverflow(by: Int128(scale.denominator))
    let bound = q.partialValue.multipliedReportingOverflow(by: Int128(b))
    let reached = p.partialValue.multipliedReportingOverflow(by: Int128(a))
    guard !p.overflow, !q.overflow, !bound.overflow, !reached.overflow else { return nil }
    self.numerator = Int128(a)
    self.denominator = Int128(b)
    self.bound = bound.partialValue
    self.reached = reached.partialValue
    factor = p.partialValue
    limitFactor = q.partialValue
    includesLimit = limit.includesLimit
    self.isFloor = isFloor
    step = (0..<(6 - min(max(decimals, 0), 6))).reduce(1) { step, _ in step * 10 }
  }

  /// The least whole number that reaches value ÷ divisor, or goes beyond it.
  private func least(_ value: Int128, _ divisor: Int128) -> Int128 {
    let floor = value / divisor
    if !includesLimit { return floor + ExactLimit.margin(floor) }
    return floor * divisor == value ? floor : floor + 1
  }

  /// The greatest whole number within value ÷ divisor, or below it.
  private func greatest(_ value: Int128, _ divisor: Int128) -> Int128 {
    let floor = value / divisor
    if includesLimit { return floor }
    let ceiling = floor * divisor == value ? floor : floor + 1
    return ceiling - ExactLimit.margin(ceiling)
  }

  /// What a has to do.
  var numeratorChange: GapAnalysis.Change {
    if isFloor { return grow(from: numerator, to: least(bound, factor)) }
    return fall(from: numerator, to: greatest(bound, factor), floor: 0)
  }

  /// What b has to do. It stays above zero, since nothing has a ratio to zero.
  var denominatorChange: GapAnalysis.Change {
    guard limitFactor > 0 else { return .unavailable(.outOfReach) }
    if isFloor { return fall(from: denominator, to: greatest(reached, limitFactor), floor: 1) }
    return grow(from: denominator, to: least(reached, limitFactor))
  }

  private func grow(from value: Int128, to target: Int128) -> GapAnalysis.Change {
    guard let amount = Int(exactly: outward(target - value)) else { return .unavailable(.tooLarge) }
    return .grow(by: MeasureUnits.value(amount))
  }

  /// A fall is not rounded to more than there is.
  private func fall(from value: Int128, to target: Int128, floor: Int128) -> GapAnalysis.Change {
    guard target >= floor else { return .unavailable(.outOfReach) }
    let rounded = outward(value - target)
    let amount = rounded <= value - floor ? rounded : floor == 0 ? value : value - target
    return .fall(by: MeasureUnits.value(Int(amount)))
  }

  private func outward(_ amount: Int128) -> Int128 { (amount + step - 1) / step * step }
}
