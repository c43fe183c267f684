/// How a value is held against a limit, named by the words of the clause. By Civil Code Art. 1259
/// 以上, 以下, 以内, 不低于 and 不超过 include the figure; 不足, 低于, 超过 and 以外 exclude it.
public enum Comparison: String, Hashable, Sendable {
  /// 不足, 低于.
  case below = "<"
  /// 以下, 不超过, 不高于.
  case atMost = "<="
  /// 超过, 高于.
  case above = ">"
  /// 以上, 不低于.
  case atLeast = ">="
  /// 等于.
  case equal = "="

  /// Whether the figure itself counts; nil where the question does not arise.
  public var includesLimit: Bool? {
    switch self {
    case .below, .above: false
    case .atMost, .atLeast: true
    case .equal: nil
    }
  }

  /// Whether the comparison holds.
  ///
  /// A value that differs from the limit only by the rounding of binary fractions (one part in
  /// 10¹²) is at the limit: 333.33 of 999.99 is a third, as it was written.
  public func holds(_ value: Double, _ limit: Double) -> Bool {
    let slack = 1e-12 * max(abs(value), abs(limit))
    switch self {
    case .below: return value < limit - slack
    case .atMost: return value <= limit + slack
    case .above: return value > limit + slack
    case .atLeast: return value >= limit - slack
    case .equal: return (value - limit).magnitude <= slack
    }
  }
}
