/// The shortest decimal text of a double that reads back as the same bits, taken apart.
struct DecimalText {
  private let isNegative: Bool
  private let whole: Substring
  private let fraction: Substring
  /// Whether the text has an exponent, for numbers that are very large or small.
  private let hasExponent: Bool

  init(_ value: Double) {
    let text = value.description
    hasExponent = text.contains("e")
    isNegative = text.hasPrefix("-")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    whole = parts.first ?? ""
    let rest = parts.count > 1 ? parts[1] : ""
    fraction = rest == "0" ? "" : rest
  }

  /// How many characters stand before the point, the sign included, and how many behind it; nil
  /// where the text has an exponent.
  var digits: (before: Int, behind: Int)? {
    hasExponent ? nil : (whole.utf8.count + (isNegative ? 1 : 0), fraction.utf8.count)
  }

  /// The number with so many digits behind the point, no fewer than it has.
  func fixed(_ decimals: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
    return (isNegative ? "-" : "") + whole + "." + fraction + zeros
  }
}
