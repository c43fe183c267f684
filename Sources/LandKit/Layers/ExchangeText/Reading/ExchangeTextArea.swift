import LandGeometry

/// The area that a parcel's first line states, brought to hectares and held against the drawing.
struct ExchangeTextArea: Hashable {
  /// What goes into the column 地块面积(公顷).
  var value: LayerValue
  /// What is wrong with it, short, in English.
  var fault: String?

  /// How far a stated area may be from the drawn one before an issue says so, 5 %. A limit of ours:
  /// it finds wrong units and slips; what a contract allows is checked elsewhere.
  static let tolerance = 0.05

  /// - Parameters:
  ///   - text: the field, with its unit or without.
  ///   - drawn: the plane area of the drawing, m²; nil where there is none.
  init(_ text: String, drawn: Double?) {
    let folded = WidthFolding.fold(text).filter { $0 != " " }
    guard !folded.isEmpty else {
      (value, fault) = (.null, nil)
      return
    }
    let digits = folded.prefix { "0123456789.+-".contains($0) }
    let unit = folded.dropFirst(digits.count).lowercased()
    let given = Self.squareMetres[unit]
    // Beyond 10^12 of any unit there is no land; the figure would not be one.
    guard let number = wholeDecimal(digits), number.magnitude < 1e12, given != nil || unit.isEmpty
    else {
      (value, fault) = (.text(text), "area '\(text)' cannot be read")
      return
    }
    // A number alone means hectares, unless the drawing says otherwise.
    let factor = given ?? 10_000
    value = Self.hectares(digits, number, factor)
    fault = nil
    guard let drawn, drawn > 0 else { return }
    if number <= 0 {
      fault = "area \(text), drawn \(Self.figure(drawn)) ha"
    } else if !Self.agree(number * factor, drawn, number, digits) {
      for (name, factor) in [("m2", 1.0), ("mu", 10_000.0 / 15)]
      where given == nil && Self.agree(number * factor, drawn, number, digits) {
        value = Self.hectares(digits, number, factor)
        fault = "area \(text) is in \(name), not in hectares; it was converted"
        return
      }
      fault = "area \(text), drawn \(Self.figure(drawn)) ha"
    }
  }

  private static let squareMetres: [String: Double] = [
    "公顷": 10_000, "ha": 10_000, "hm2": 10_000, "hm²": 10_000, "㏊": 10_000,
    "平方米": 1, "m2": 1, "m²": 1, "㎡": 1, "亩": 10_000.0 / 15, "平方公里": 1_000_000,
  ]

  /// Whether two areas agree but for the tolerance or half a unit of the last digit written.
  private static func agree(
    _ stated: Double, _ drawn: Double, _ number: Double, _ digits: Substring
  ) -> Bool {
    let decimals = digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0
    var step = number == 0 ? 0 : stated / number
    for _ in 0..<min(decimals, 12) { step /= 10 }
    return abs(stated - drawn) <= max(tolerance * drawn, 0.5000001 * step)
  }

  /// The number in hectares: as written where it is in hectares.
  private static func hectares(
    _ digits: Substring, _ number: Double, _ squareMetres: Double
  ) -> LayerValue {
    guard squareMetres == 10_000 else {
      let hectares = number * squareMetres / 10_000
      // Eight decimals of more than that are no digits of a double.
      return hectares.magnitude < 1e7
        ? .number(literal: FixedDecimal.text(hectares, 8)) : .real(hectares)
    }
    let isJSON =
      digits.first?.isNumber == true && digits.last != "."
      && !(digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true)
    return isJSON ? .number(literal: String(digits)) : .real(number)
  }

  private static func figure(_ squareMetres: Double) -> String {
    FixedDecimal.text(squareMetres / 10_000, 4)
  }
}
