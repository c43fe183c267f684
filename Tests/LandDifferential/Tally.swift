/// What came out for the cases of one kind.
public struct Tally: Sendable {
  /// The kind.
  public let kind: RingKind
  /// Polygons looked at.
  public var rings = 0
  /// Those that GEOS calls valid.
  public var valid = 0
  /// Those that are found valid without GEOS.
  public var certain = 0
  /// Pairs of valid polygons.
  public var pairs = 0
  /// Pairs that share more than the slack.
  public var overlapping = 0
  /// Pairs that GEOS could not overlay.
  public var refused = 0
  /// The largest difference of areas of single polygons, by the square of their extent.
  public var worstArea = 0.0
  /// The largest difference of shared areas within the slack, m².
  public var worstShared = 0.0
  /// Disagreements, by what they are about.
  public var faults: [Fault.Subject: Int] = [:]
  /// The first of them.
  public var first: [Fault] = []

  /// How many disagreements are kept for one kind.
  public static let kept = 2000

  init(_ kind: RingKind) { self.kind = kind }

  mutating func note(_ fault: Fault) {
    faults[fault.subject, default: 0] += 1
    if first.count < Self.kept { first.append(fault) }
  }

  /// Adds what came out for other cases of the kind.
  public mutating func add(_ other: Tally) {
    rings += other.rings
    valid += other.valid
    certain += other.certain
    pairs += other.pairs
    overlapping += other.overlapping
    refused += other.refused
    worstArea = max(worstArea, other.worstArea)
    worstShared = max(worstShared, other.worstShared)
    for (subject, count) in other.faults { faults[subject, default: 0] += count }
    first += other.first.prefix(Self.kept - min(first.count, Self.kept))
  }
}

/// One disagreement, with what makes it again.
public struct Fault: Sendable {
  /// What two ways do not agree about.
  public enum Subject: String, CaseIterable, Sendable {
    /// Found valid without GEOS, and invalid by GEOS.
    case validity
    /// The area of one polygon.
    case area
    /// The area that two share.
    case shared
    /// The area that two share, by which of them comes first.
    case order
    /// Said to lie within the other, and shares less than all its area.
    case inside
  }
  /// What it is about.
  public var subject: Subject
  /// The seed of the case.
  public var seed: UInt64
  /// Our figure.
  public var ours: Double
  /// The figure of GEOS.
  public var theirs: Double
  /// What rounding may account for.
  public var slack: Double
}
