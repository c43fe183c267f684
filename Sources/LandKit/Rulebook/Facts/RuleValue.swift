import LandCadastre
import LandLayers

/// A value in a formula. Numbers are in base units (see ``Unit``).
public enum RuleValue: Hashable, Sendable {
  case number(Double)
  case boolean(Bool)
  case text(String)
  case date(CalendarDate)
  /// The time from one day to another, which years and months are held against by the calendar.
  case period(from: CalendarDate, to: CalendarDate)
  /// Codes of which all hold at once: the clauses of a contract.
  case list([String])
  /// Codes of which one holds, but it is not known which.
  case oneOf([String])

  /// What kind of value it is.
  public enum Kind: Hashable, Sendable {
    case number(Unit.Dimension)
    case boolean, text, date, period, list
  }
}

extension RuleValue {
  /// The value as people read it; numbers in `unit`.
  public func text(in unit: Unit = .one) -> String {
    switch self {
    case .number(let number): RuleNumber.text(unit.value(ofBase: number))
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): text
    case .date(let day): day.description
    case .period(let from, let to): "\(from)/\(to)"
    case .list(let codes): codes.joined(separator: ";")
    case .oneOf(let codes): codes.joined(separator: "|")
    }
  }

  /// The number in a unit; the whole days of a period; nil for anything else.
  func number(in unit: Unit) -> Double? {
    switch self {
    case .number(let number): unit.value(ofBase: number)
    case .period(let from, let to): Double(to - from)
    default: nil
    }
  }
}

extension RuleValue {
  /// What all codes that may hold agree on; unknown where they do not.
  func agreement(_ isMet: (String) -> Bool) -> Ternary {
    switch self {
    case .text(let code): return Ternary(isMet(code))
    case .oneOf(let codes):
      let answers = Set(codes.map(isMet))
      return answers.count == 1 ? Ternary(answers.first) : .unknown
    default: return .unknown
    }
  }

  /// What is missing where several codes may hold: they come from editions of a classification.
  static let whichCode = "industry_edition"
}

/// Numbers as texts: at most six decimals, no trailing zeros.
public enum RuleNumber {
  /// The number, `4500` or `0.333333`.
  public static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var text = FixedDecimal.text(value, 6)
    while text.contains("."), text.last == "0" || text.last == "." {
      let last = text.removeLast()
      if last == "." { break }
    }
    return text == "-0" ? "0" : text
  }
}
