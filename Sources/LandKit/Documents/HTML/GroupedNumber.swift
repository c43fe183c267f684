import LandLayers

/// Numbers for people: rounded half away from zero, once, with commas between the thousands.
public enum GroupedNumber {
  /// The number with its decimals (0–9, others are taken as the nearest of these).
  public static func text(_ value: Double, _ decimals: Int) -> String {
    let plain = FixedDecimal.text(value, min(9, max(0, decimals)))
    let sign = plain.hasPrefix("-") ? "-" : ""
    let unsigned = plain.dropFirst(sign.count)
    let whole = unsigned.prefix { $0 != "." }
    // A number too large for digits of its own stands in its shortest form, with an exponent.
    guard !unsigned.contains("e") else { return plain }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + unsigned.dropFirst(whole.count)
  }
}
