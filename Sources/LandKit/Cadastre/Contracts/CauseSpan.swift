/// Why land lay idle, from one day to another: causes come in spans, not one per case.
public struct CauseSpan: Hashable, Sendable {
  /// The cause.
  public var cause: IdleCause
  /// The first day.
  public var from: CalendarDate
  /// The last day, included; nil = still going on.
  public var to: CalendarDate?

  /// A span; leave out the last day where it has not ended.
  public init(_ cause: IdleCause, from: CalendarDate, to: CalendarDate? = nil) {
    self.cause = cause
    self.from = from
    self.to = to
  }

  /// The spans of a text `8-6:2024-01-01/2025-06-30;own:2025-07-01/`, in order of their first day;
  /// nil where any part cannot be read, as half a list would shift the blame.
  public static func parse(_ text: String) -> [CauseSpan]? {
    var spans: [CauseSpan] = []
    for part in TextFolding.fold(text).split(whereSeparator: { ";\n".contains($0) }) {
      let part = TextFolding.trimmed(String(part))
      if part.isEmpty { continue }
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let days = part[part.index(after: colon)...]
      guard let slash = days.firstIndex(of: "/"),
        let cause = IdleCause(name: String(part[..<colon])),
        case .day(let from) = DateText.parse(String(days[..<slash]))
      else { return nil }
      let end = TextFolding.trimmed(String(days[days.index(after: slash)...]))
      if end.isEmpty {
        spans.append(CauseSpan(cause, from: from))
      } else {
        guard case .day(let to) = DateText.parse(end), to >= from else { return nil }
        spans.append(CauseSpan(cause, from: from, to: to))
      }
    }
    return spans.sorted {
      ($0.from, $0.cause.rawValue, $0.to?.dayNumber ?? .max)
        < ($1.from, $1.cause.rawValue, $1.to?.dayNumber ?? .max)
    }
  }
}

extension CauseSpan: CustomStringConvertible {
  /// `8-6:2024-01-01/2025-06-30`, the form of `cause_spans`.
  public var description: String {
    "\(cause.rawValue):\(from)/\(to?.description ?? "")"
  }
}

/// Causes of idleness: the items of Decree 53 Art. 8, force majeure, and the user's own.
public enum IdleCause: String, CaseIterable, Hashable, Sendable {
  /// Land not delivered at the agreed time or in the agreed condition.
  case notDelivered = "8-1"
  /// A land-use or urban plan was lawfully revised.
  case planRevised = "8-2"
  /// State policy requires other planning or building conditions.
  case policyChanged = "8-3"
  /// Petitions over the land.
  case petitions = "8-4"
  /// Military control or cultural relics.
  case militaryOrRelics = "8-5"
  /// Other acts of government or its departments.
  case otherGovernment = "8-6"
  /// Natural disaster and other force majeure, treated like the items of Art. 8.
  case forceMajeure = "8-fm"
  /// The user's own.
  case own

  /// Whether Art. 8 counts the cause against the government (force majeure not included).
  public var isGovernment: Bool { self != .own && self != .forceMajeure }

  init?(name: String) {
    let key = TextFolding.lowercasedASCII(TextFolding.trimmed(name))
    if let cause = IdleCause(rawValue: key) {
      self = cause
    } else {
      switch key {
      case "fm", "不可抗力", "force_majeure": self = .forceMajeure
      case "企业", "自身", "企业自身", "企业原因", "自身原因": self = .own
      default: return nil
      }
    }
  }
}
