/// An amount of idle land as a statement counts it: cases, and their area in whole hundredths of a
/// square metre.
///
/// Findings state areas with two decimals of a square metre. Each area is rounded to them once (half
/// away from zero), before it is added up, so that the printed figures of a statement add up to the
/// last digit. A case without a known area counts as a case and not as zero square metres:
/// `withoutArea` says how many there are, and the area is that of the others. An amount may be
/// negative where it is an adjustment.
public struct StatementTally: Hashable, Sendable {
  /// Number of cases, with those of unknown area.
  public var cases: Int
  /// Area of the cases whose area is known, in hundredths of m².
  public var areaHundredths: Int
  /// Number of cases whose area is not known.
  public var withoutArea: Int

  /// No cases.
  public static let zero = StatementTally(cases: 0, areaHundredths: 0, withoutArea: 0)

  /// The greatest area that is believed, 10¹² m²: a limit of ours that keeps the sums whole.
  static let greatestArea = 1e12

  /// An amount.
  public init(cases: Int, areaHundredths: Int, withoutArea: Int) {
    self.cases = cases
    self.areaHundredths = areaHundredths
    self.withoutArea = withoutArea
  }

  /// One case with its area in m²; nil, a negative area and one above 10¹² m² are unknown.
  public init(area: Double?) {
    guard let area, area >= 0, area <= StatementTally.greatestArea else {
      self.init(cases: 1, areaHundredths: 0, withoutArea: 1)
      return
    }
    self.init(
      cases: 1, areaHundredths: Int((area * 100).rounded(.toNearestOrAwayFromZero)),
      withoutArea: 0)
  }

  /// Area of the cases whose area is known, m².
  public var area: Double { Double(areaHundredths) / 100 }
  /// Area of all cases, m²; nil where that of any is not known.
  public var wholeArea: Double? { withoutArea == 0 ? area : nil }

  /// Both together.
  public static func + (a: StatementTally, b: StatementTally) -> StatementTally {
    StatementTally(
      cases: a.cases + b.cases, areaHundredths: a.areaHundredths + b.areaHundredths,
      withoutArea: a.withoutArea + b.withoutArea)
  }
  /// The first less the second.
  public static func - (a: StatementTally, b: StatementTally) -> StatementTally {
    StatementTally(
      cases: a.cases - b.cases, areaHundredths: a.areaHundredths - b.areaHundredths,
      withoutArea: a.withoutArea - b.withoutArea)
  }
  /// Adds to it.
  public static func += (a: inout StatementTally, b: StatementTally) { a = a + b }
}
