/// 闲置土地处置率: disposed of ÷ identified, by area and by number of cases. There is no statutory
/// formula; start, withdrawal, buy-back and swap end a case, a fee alone does not.
public struct DisposalRate: Hashable, Sendable {
  /// Cases that count: identified since the base date, or on the books in the year.
  public private(set) var identifiedCount = 0
  /// Those that are ended.
  public private(set) var disposedCount = 0
  /// Cases that count and whose idle area is not known.
  public private(set) var withoutArea = 0
  private var identifiedSum = 0.0
  private var disposedSum = 0.0

  /// Nothing counted.
  public init() {}

  /// Area of the cases that count, m², not rounded; nil where any is not known. This is the fact
  /// `idle_identified_m2` of rules, as `identifiedCount` is `idle_identified_count`.
  public var identifiedArea: Double? { withoutArea == 0 ? identifiedSum : nil }
  /// The part of it that is disposed of, m², not rounded: the idle area of cases that are ended, and
  /// the parts disposed of in open ones; nil where the area of any case is not known. The fact
  /// `idle_disposed_m2`.
  public var disposedArea: Double? { withoutArea == 0 ? disposedSum : nil }

  /// Rate by number of cases, 0–1; nil where nothing was identified.
  public var byCount: Double? {
    identifiedCount > 0 ? Double(disposedCount) / Double(identifiedCount) : nil
  }
  /// Rate by area, 0–1; nil where nothing was identified or an area is not known.
  public var byArea: Double? {
    guard let identified = identifiedArea, let disposed = disposedArea, identified > 0 else {
      return nil
    }
    return disposed / identified
  }

  /// Counts a case. Sums of fractions depend on the order: the caller keeps to that of the ids.
  mutating func count(_ standing: CaseStanding, isEnded: Bool) {
    identifiedCount += 1
    if isEnded { disposedCount += 1 }
    let known = standing.idleArea.map { $0 >= 0 && $0 <= StatementTally.greatestArea } ?? false
    guard known, let area = standing.idleArea else {
      withoutArea += 1
      return
    }
    identifiedSum += area
    disposedSum += isEnded ? area : min(max(0, standing.disposedArea ?? 0), area)
  }

  /// Counts a case by what went and what is left of it in a year.
  mutating func count(removed: StatementTally, left: StatementTally) {
    identifiedCount += 1
    if removed.cases > 0 { disposedCount += 1 }
    guard (removed + left).withoutArea == 0 else {
      withoutArea += 1
      return
    }
    identifiedSum += removed.area + left.area
    disposedSum += removed.area
  }
}
