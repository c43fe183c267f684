import LandLayers

/// A number in a sentence: rounded half away from zero, commas between the thousands.
enum GroupedFigure {
  static func text(_ value: Double, _ decimals: Int) -> String {
    let plain = FixedDecimal.text(value, decimals)
    let parts = plain.split(separator: ".", maxSplits: 1)
    var digits = ""
    let whole = parts[0].drop { $0 == "-" }
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { digits += "," }
      digits.append(digit)
    }
    return (plain.hasPrefix("-") ? "-" : "") + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
