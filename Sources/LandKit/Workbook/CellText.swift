import LandCadastre
import LandDocuments
import LandLayers

/// What a cell of a table is in a sheet.
enum SheetCell {
  /// A text, never a formula.
  case text(String)
  /// A number that is a double of exactly the decimals shown.
  case number(Double, decimals: Int)
  /// The same without separators between thousands.
  case coordinate(Double, decimals: Int)
  /// A day as the format counts days.
  case day(Double)
  /// Nothing.
  case blank

  /// A value of a table, rounded as the CSV rounds it.
  init(_ value: DocumentCell.Value, language: Document.Language) {
    switch value {
    case .text(let text), .code(let text): self = .text(Self.clean(text))
    case .number(let value, let decimals):
      self = Self.number(value, decimals).map { .number($0, decimals: decimals) } ?? .blank
    case .coordinate(let value, let decimals):
      self = Self.number(value, decimals).map { .coordinate($0, decimals: decimals) } ?? .blank
    case .day(let day):
      // Serial 61 is 1900-03-01; earlier ones stand a day off in Excel, so such days are texts.
      let serial = day.dayNumber + 25_569
      self = serial >= 61 ? .day(Double(serial)) : .text(Self.iso(day))
    case .empty: self = .blank
    case .unknown(let missing):
      let missing = Self.clean(missing)
      switch language {
      case .zh: self = .text(missing.isEmpty ? "未知" : "未知(\(missing))")
      case .en: self = .text(missing.isEmpty ? "unknown" : "unknown (\(missing))")
      }
    }
  }

  /// The number of exactly the decimals shown. The text first: sheet and CSV then hold the same
  /// digits.
  private static func number(_ value: Double, _ decimals: Int) -> Double? {
    Double(FixedDecimal.text(value, decimals))
  }

  /// How wide the cell stands in a sheet.
  var width: Int {
    switch self {
    case .text(let text): return TextWidth.of(text)
    case .number(let value, let decimals):
      let digits = FixedDecimal.text(value.magnitude, decimals).utf8.count
      let whole = digits - (decimals > 0 ? decimals + 1 : 0)
      return digits + (whole - 1) / 3 + (value < 0 ? 1 : 0)
    case .coordinate(let value, let decimals):
      return FixedDecimal.text(value, decimals).utf8.count
    case .day: return 10
    case .blank: return 0
    }
  }

  /// Without what XML 1.0 cannot hold: a zero byte would also end the text in C.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  static func iso(_ day: CalendarDate) -> String {
    let (year, month, date) = day.components
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))"
  }
}
