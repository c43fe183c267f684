/// A figure of the law as the decimal fraction it was written as.
///
/// 0.9 as a binary number lies a little above nine tenths, and 0.9 of 1 000 m² would then be missed
/// by 900 m². The shortest decimal that names the binary number is what somebody wrote down.
public struct ExactLimit: Hashable, Sendable {
  /// The figure, in the unit of the ratio.
  public let value: Double
  /// Whether the figure itself counts: 以上, 以下, 不低于 and 不超过 include it, 不足 and 超过 do not.
  public let includesLimit: Bool
  /// value = numerator ÷ denominator; the denominator is a power of ten.
  let numerator: Int128
  let denominator: Int128

  /// Nil for what cannot be a limit of a ratio of areas: negative or not finite, above 10¹⁸, or with
  /// more than 18 decimals.
  public init?(_ value: Double, includesLimit: Bool) {
    guard value.isFinite, value >= 0, value <= 1e18 else { return nil }
    self.value = value
    self.includesLimit = includesLimit
    var digits: Int128 = 0
    var exponent = 0
    let parts = value.description.split(separator: "e")
    var isFraction = false
    for character in parts[0] {
      guard let digit = character.wholeNumberValue else {
        isFraction = true
        continue
      }
      digits = digits * 10 + Int128(digit)
      if isFraction { exponent -= 1 }
    }
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    while exponent < 0, digits % 10 == 0, digits > 0 {
      digits /= 10
      exponent += 1
    }
    guard digits > 0 else {
      numerator = 0
      denominator = 1
      return
    }
    guard exponent >= -18 else { return nil }
    numerator = digits * ExactLimit.power(max(exponent, 0))
    denominator = ExactLimit.power(max(-exponent, 0))
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The least whole number of units that reaches this share of `whole` units; nil where it is too
  /// large to be counted.
  func least(of whole: Int) -> Int? {
    let (product, isTooLarge) = numerator.multipliedReportingOverflow(by: Int128(whole))
    guard !isTooLarge else { return nil }
    let floor = product / denominator
    if !includesLimit { return Int(exactly: floor + ExactLimit.margin(floor)) }
    return Int(exactly: floor * denominator == product ? floor : floor + 1)
  }

  /// The greatest whole number of units that stays within this share of `whole` units; below zero
  /// where nothing does.
  func greatest(of whole: Int) -> Int? {
    let (product, isTooLarge) = numerator.multipliedReportingOverflow(by: Int128(whole))
    guard !isTooLarge else { return nil }
    let floor = product / denominator
    if includesLimit { return Int(exactly: floor) }
    let ceiling = floor * denominator == product ? floor : floor + 1
    return Int(exactly: ceiling - ExactLimit.margin(ceiling))
  }

  /// How many units lie between a limit that does not count and the first value that does. One,
  /// except where one is less than what `Comparison` takes for equal, a part in 10¹²: 2⁻³⁹ is a
  /// little more than that.
  static func margin(_ units: Int128) -> Int128 { 1 + (units >> 39) }
}
