import LandCadastre

/// An official area held against a measured one.
public struct OfficialAreaCheck: Hashable, Sendable {
  /// The difference that two decimals of hectares allow, ha.
  public static let tolerance = 0.01

  /// As stated, ha.
  public var statedHa: Double
  /// As measured, ha, unrounded.
  public var measuredHa: Double

  /// An area stated in hectares, as a rule with two decimals, and one measured in m².
  public init(statedHa: Double, measured: Double) {
    self.statedHa = statedHa
    measuredHa = measured / 10_000
  }

  /// Measured less stated, ha.
  public var differenceHa: Double { measuredHa - statedHa }
  /// Whether the two differ by 0.01 ha at the most.
  public var agrees: Bool { HectareSum.isWithin(differenceHa, Self.tolerance) }
}

/// Comparisons of figures with few decimals.
private enum HectareSum {
  /// Whether a difference is within a tolerance; the slack (0.01 m²) is for sums in binary.
  static func isWithin(_ difference: Double, _ tolerance: Double) -> Bool {
    abs(difference) <= tolerance + 1e-6
  }
}

/// Whether an approval of a change adds up: old area + taken in − given up = new area.
public struct ApprovalIdentity: Hashable, Sendable {
  /// What came out.
  public enum Outcome: Hashable, Sendable {
    /// Within the tolerance.
    case holds
    /// Not within it.
    case fails
    /// Figures are missing, by the keys of the zone file; `old_ha` is the `area_ha` before.
    case unknown(missing: [String])
  }

  /// Index of the approval in the zone file; nil for figures at hand.
  public var approval: Int?
  /// Area before, ha.
  public var oldHa: Double?
  /// Area taken in, ha.
  public var inHa: Double?
  /// Area given up, ha.
  public var outHa: Double?
  /// Area after, ha.
  public var newHa: Double?
  /// The residual that rounding may leave, ha.
  public var tolerance = OfficialAreaCheck.tolerance

  /// The figures of one approval, ha; nil is unknown.
  public init(oldHa: Double?, inHa: Double?, outHa: Double?, newHa: Double?) {
    self.oldHa = oldHa
    self.inHa = inHa
    self.outHa = outHa
    self.newHa = newHa
  }

  /// New less (old + in − out), ha, to four decimals; nil where a figure is missing.
  public var residualHa: Double? {
    guard let oldHa, let inHa, let outHa, let newHa else { return nil }
    return ((newHa - (oldHa + inHa - outHa)) * 1e4).rounded() / 1e4
  }

  /// Whether it adds up.
  public var outcome: Outcome {
    guard let residualHa else {
      let figures = [("old_ha", oldHa), ("in_ha", inHa), ("out_ha", outHa), ("area_ha", newHa)]
      return .unknown(missing: figures.compactMap { $1 == nil ? $0 : nil })
    }
    return HectareSum.isWithin(residualHa, tolerance) ? .holds : .fails
  }

  /// The identity of every change that a zone file lists; original approvals have none. The area
  /// before is that of the approval before it, by day where all have one, else in the order of the
  /// file.
  public static func identities(of approvals: [ZoneApproval]) -> [ApprovalIdentity] {
    var order = Array(approvals.indices)
    let days = approvals.compactMap { $0.date?.value }
    if days.count == approvals.count { order.sort { (days[$0], $0) < (days[$1], $1) } }
    var result: [ApprovalIdentity] = []
    for (position, index) in order.enumerated() {
      let approval = approvals[index]
      if approval.kind?.value == .original { continue }
      let before = position > 0 ? approvals[order[position - 1]].areaHa?.value : nil
      var identity = ApprovalIdentity(
        oldHa: before, inHa: approval.inHa?.value, outHa: approval.outHa?.value,
        newHa: approval.areaHa?.value)
      identity.approval = index
      result.append(identity)
    }
    return result
  }
}
