/// Areas and sums of money as whole numbers of millionths, so that sums are exact and do not depend
/// on their order. Machine files carry m² with six decimals: what was read from one is exact here.
enum MeasureUnits {
  /// Units in one m² (or one 万元, one case).
  static let perOne = 1_000_000

  /// The units in a value, nil for a value that is negative, not finite or beyond 4 · 10¹².
  ///
  /// A value that differs from a millionth only by the rounding of binary fractions (a sum of a few
  /// decimals) is that millionth; anything finer is rounded as asked, so that the caller errs to
  /// the side that is safe for the limit.
  static func units(_ value: Double, _ rounding: FloatingPointRoundingRule) -> Int? {
    guard value.isFinite, value >= 0, value <= 4e12 else { return nil }
    let scaled = value * Double(perOne)
    let nearest = scaled.rounded()
    let isWhole = abs(scaled - nearest) <= 16 * scaled.ulp
    return Int(isWhole ? nearest : scaled.rounded(rounding))
  }

  /// Whether the value is a whole number of units.
  static func isExact(_ value: Double) -> Bool { units(value, .down) == units(value, .up) }

  /// The value of a number of units.
  static func value(_ units: Int) -> Double { Double(units) / Double(perOne) }
}
