/// A stated area that is off by the factor between two units.
public struct UnitMixUp: Hashable, Sendable {
  /// The factors between the units of area in use: 15 亩 a hectare, 100 hectares a km², 10 000 m² a
  /// hectare.
  public static let factors = [15, 100, 10_000]
  /// How near a quotient has to come to a factor (ours): measured and stated areas of one scope may
  /// differ by old maps and planes.
  public static let closeness = 0.01

  /// The factor.
  public var factor: Int
  /// Whether the stated figure is the greater one.
  public var isStatedGreater: Bool

  /// The unit that the figure is in by the look of it: 亩 and ㎡ give figures too great, km² one too
  /// small; nil where no unit of area explains it.
  public var unit: String? {
    switch (factor, isStatedGreater) {
    case (15, true): "亩"
    case (10_000, true): "㎡"
    case (100, false): "km²"
    default: nil
    }
  }
}

extension OfficialAreaCheck {
  /// The factor of units that the two are apart by, within 1 %; nil where there is none.
  public var mixUp: UnitMixUp? {
    guard statedHa > 0, measuredHa > 0 else { return nil }
    for factor in UnitMixUp.factors {
      for (quotient, isGreater) in [
        (statedHa / measuredHa, true), (measuredHa / statedHa, false),
      ] where abs(quotient / Double(factor) - 1) <= UnitMixUp.closeness {
        return UnitMixUp(factor: factor, isStatedGreater: isGreater)
      }
    }
    return nil
  }
}
