import LandGeometry

/// How long land has been idle on 31 December, in completed months since the first idle day.
///
/// The classes are ours. Their borders follow Art. 14: land becomes idle one full year after its
/// agreed start, so that in the class under twelve months the fee of Art. 14(1) is in question and
/// from twelve months on, two full years after the agreed start, the withdrawal of Art. 14(2). The
/// later borders are years counted on. (Art. 14 itself asks for a cause of the user's own and for
/// Art. 2(1); the class says nothing on either.)
public enum AgeClass: String, CaseIterable, Hashable, Sendable {
  /// Idle for less than twelve months.
  case under12 = "0-11"
  /// Idle for 12 to 23 months.
  case from12 = "12-23"
  /// Idle for 24 to 35 months.
  case from24 = "24-35"
  /// Idle for 36 months or more.
  case from36 = "36-"
  /// The first idle day is not known.
  case unknown = ""

  /// The class of a number of completed months; nil is unknown.
  public init(months: Int?) {
    guard let months else {
      self = .unknown
      return
    }
    switch months {
    case ..<12: self = .under12
    case ..<24: self = .from12
    case ..<36: self = .from24
    default: self = .from36
    }
  }

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .under12: Bilingual(zh: "不满12个月", en: "under 12 months")
    case .from12: Bilingual(zh: "满12个月不满24个月", en: "12 to under 24 months")
    case .from24: Bilingual(zh: "满24个月不满36个月", en: "24 to under 36 months")
    case .from36: Bilingual(zh: "满36个月", en: "36 months or more")
    case .unknown: Bilingual(zh: "起算日未知", en: "first idle day not known")
    }
  }
}
