/// Numbers with a fixed count of decimals, rounded half away from zero, once.
public enum FixedDecimal {
  private static let scales: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a number with `decimals` (0–9) digits behind the point; nothing for NaN or infinity.
  ///
  /// A value that rounds to zero is written without a sign. The value is scaled before it is
  /// rounded, so one that lies below a tie by less than half an ulp of the scaled value counts as
  /// the tie and goes up. From 9e15 units of the last digit on a double has no such digits, and
  /// its shortest text is written.
  public static func append(_ value: Double, _ decimals: Int, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    let scaled = (value.magnitude * scales[decimals]).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else {
      bytes.append(contentsOf: value.description.utf8)
      return
    }
    var rest = UInt64(scaled)
    if value < 0, rest != 0 { bytes.append(UInt8(ascii: "-")) }
    // Digits from the right into a small fixed buffer.
    var digits = InlineArray<24, UInt8>(repeating: UInt8(ascii: "0"))
    var count = 0
    while rest > 0 || count <= decimals {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[count] = UInt8(ascii: "0") + UInt8(digit)
      rest = quotient
      count += 1
    }
    var i = count
    while i > 0 {
      if i == decimals { bytes.append(UInt8(ascii: ".")) }
      i -= 1
      bytes.append(digits[i])
    }
  }

  /// The same as a text.
  public static func text(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a whole number.
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(value).utf8)
  }
}
