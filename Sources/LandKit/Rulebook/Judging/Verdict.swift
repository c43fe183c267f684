/// What a rule says about a subject.
public enum Verdict: Hashable, Sendable {
  /// The condition is met.
  case met
  /// The condition is not met.
  case notMet
  /// The clause leaves it to reasons: it says 一般, 原则上 or 也可以.
  case needsReasons
  /// It cannot be said, because these inputs are missing.
  case unknown(missing: [String])
  /// The rule does not concern the subject.
  case notApplicable

  /// The word of the columns `verdict`.
  public var word: String {
    switch self {
    case .met: "met"
    case .notMet: "notMet"
    case .needsReasons: "needsReasons"
    case .unknown: "unknown"
    case .notApplicable: "notApplicable"
    }
  }

  /// The names of the missing inputs.
  public var missing: [String] {
    if case .unknown(let missing) = self { return missing }
    return []
  }

  /// Whether a finding is written even without `--all-verdicts`.
  public var isReported: Bool {
    switch self {
    case .met, .notApplicable: false
    case .notMet, .needsReasons, .unknown: true
    }
  }
}
