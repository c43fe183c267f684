/// Yes, no, or not known (Kleene's three-valued logic): a condition is decided wherever what is
/// known decides it, and stays open otherwise.
public enum Ternary: Hashable, Sendable {
  case no
  case unknown
  case yes

  /// What is known for certain.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// What is known, or unknown for nil.
  public init(_ value: Bool?) { self = value.map { $0 ? .yes : .no } ?? .unknown }

  /// true, false, or nil for unknown.
  public var value: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  /// Yes where both are; no where either is.
  public static func && (a: Ternary, b: Ternary) -> Ternary {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }

  /// Yes where either is; no where both are.
  public static func || (a: Ternary, b: Ternary) -> Ternary {
    if a == .yes || b == .yes { return .yes }
    return a == .no && b == .no ? .no : .unknown
  }

  /// The opposite; unknown stays unknown.
  public static prefix func ! (a: Ternary) -> Ternary {
    switch a {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
