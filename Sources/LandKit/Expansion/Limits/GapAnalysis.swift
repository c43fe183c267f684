import LandRulebook

/// What a ratio is multiplied by to be in the unit of its limit.
public struct RatioScale: Hashable, Sendable {
  /// Factor, above zero.
  public var numerator: Int
  /// Divisor, above zero.
  public var denominator: Int

  /// A factor numerator ÷ denominator, both above zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.numerator = max(numerator, 1)
    self.denominator = max(denominator, 1)
  }

  /// Both sides are in the units of the limit.
  public static let one = RatioScale(1, 1)
  /// Something per m² against a limit per 亩 (10000/15 m²).
  public static let perMu = RatioScale(10_000, 15)
  /// Something per m² against a limit per hectare.
  public static let perHectare = RatioScale(10_000, 1)
}

/// How far a ratio is from its limit, said of either side: the land to be supplied until the
/// remaining share is below its limit, the revenue that is missing at a given land base.
///
/// Exact in millionths of the units of the two sides: a limit that includes its figure is reached
/// at the figure, one that excludes it just beyond. Amounts are rounded outward, so that doing what
/// is said suffices.
public struct GapAnalysis: Hashable, Sendable {
  /// A side of the ratio.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// What is divided.
    case numerator
    /// What it is divided by.
    case denominator
  }

  /// Why there is no amount.
  public enum Reason: Hashable, Sendable {
    /// The sides are not known, negative or not finite.
    case missing([Side])
    /// The ratio has no value.
    case zeroDenominator
    /// No change of this side reaches the limit, the other side being what it is.
    case outOfReach
    /// The numbers are too large to be counted in millionths.
    case tooLarge
  }

  /// What one side has to do while the other stays.
  public enum Change: Hashable, Sendable {
    /// Nothing, the limit is kept.
    case none
    /// To grow by at least so much, in the unit of the side.
    case grow(by: Double)
    /// To fall by at least so much, in the unit of the side.
    case fall(by: Double)
    /// There is no amount.
    case unavailable(Reason)
  }

  /// Whether the ratio keeps its limit; nil where it has no value.
  public let holds: Bool?
  /// What the numerator has to do.
  public let numerator: Change
  /// What the denominator has to do.
  public let denominator: Change

  /// The gap of numerator ÷ denominator × scale to the limit. Amounts have at most `decimals` (0 to
  /// 6) decimals. Nil for a comparison with 等于 and for a figure that is no limit.
  public init?(
    numerator: Double?, denominator: Double?, scale: RatioScale = .one, comparison: Comparison,
    limit: Double, decimals: Int = 6
  ) {
    guard let includesLimit = comparison.includesLimit,
      let exact = ExactLimit(limit, includesLimit: includesLimit)
    else { return nil }
    let sides = [(Side.numerator, numerator), (.denominator, denominator)]
    let missing = sides.filter { $0.1.flatMap { MeasureUnits.units($0, .down) } == nil }.map(\.0)
    guard missing.isEmpty, let numerator, let denominator else {
      self.init(nil, .unavailable(.missing(missing)))
      return
    }
    guard denominator > 0 else {
      self.init(nil, .unavailable(.zeroDenominator))
      return
    }
    let ratio =
      numerator / denominator * (Double(scale.numerator) / Double(scale.denominator))
    guard !comparison.holds(ratio, limit) else {
      self.init(true, .none)
      return
    }
    guard
      let sum = GapSum(
        numerator: numerator, denominator: denominator, scale: scale, limit: exact,
        isFloor: comparison == .atLeast || comparison == .above, decimals: decimals)
    else {
      self.init(false, .unavailable(.tooLarge))
      return
    }
    self.init(false, sum.numeratorChange, sum.denominatorChange)
  }

  private init(_ holds: Bool?, _ numerator: Change, _ denominator: Change? = nil) {
    self.holds = holds
    self.numerator = numerator
    self.denominator = denominator ?? numerator
  }
}
