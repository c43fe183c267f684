/// Numbers with a fixed count of decimals, rounded half away from zero, once.
public enum FixedDecimal {
  private static let scales: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a number with `decimals` (0–9) digits behind the point; nothing for NaN or infinity.
  ///
  /// A value that rounds to zero is written without a sign. The value is scaled before it is
  /// rounded, so one that lies below a tie by less than half an ulp of the scaled value counts as
  /// the tie and goes up. From 9e15 units of the last digit on a double has no such digits, and
  /// its shortest text is written.
  public static func append<Sink: ByteSink & ~Copyable>(
    _ value: Double, _ decimals: Int, to bytes: inout Sink
  ) {
    guard value.isFinite else { return }
    let scaled = value.magnitude * scales[decimals]
    guard scaled < 9e15 else {
      bytes.append(utf8: value.description)
      return
    }
    // Half away from zero; the difference of the two is exact below 2^53.
    var units = UInt64(scaled)
    if scaled - Double(units) >= 0.5 { units += 1 }
    let digits = Digits(units, decimals: decimals, isNegative: value < 0 && units != 0)
    digits.write(to: &bytes)
  }

  /// The same as a text.
  public static func text(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a whole number.
  public static func append<Sink: ByteSink & ~Copyable>(_ value: Int, to bytes: inout Sink) {
    let digits = Digits(UInt64(value.magnitude), decimals: 0, isNegative: value < 0)
    digits.write(to: &bytes)
  }
}

/// The digits of a whole number of units, a point before the last `decimals` of them.
private struct Digits {
  /// 20 digits, a point and a sign, ending at the end.
  private var buffer = InlineArray<24, UInt8>(repeating: UInt8(ascii: "0"))
  private var start = 24

  init(_ units: UInt64, decimals: Int, isNegative: Bool) {
    var rest = units
    if decimals > 0 {
      var left = decimals
      while left >= 2 {
        rest = putPair(rest)
        left -= 2
      }
      if left == 1 { rest = putDigit(rest) }
      put(UInt8(ascii: "."))
    }
    while rest >= 100 { rest = putPair(rest) }
    if rest >= 10 { rest = putPair(rest) } else { rest = putDigit(rest) }
    if isNegative { put(UInt8(ascii: "-")) }
  }

  private mutating func put(_ byte: UInt8) {
    start -= 1
    buffer[start] = byte
  }

  private mutating func putDigit(_ rest: UInt64) -> UInt64 {
    let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
    return quotient
  }

  /// Two digits for one division.
  private mutating func putPair(_ rest: UInt64) -> UInt64 {
    let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
    let tens = UInt8(truncatingIfNeeded: pair) / 10
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair) - 10 * tens)
    put(UInt8(ascii: "0") + tens)
    return quotient
  }

  func write<Sink: ByteSink & ~Copyable>(to bytes: inout Sink) {
    bytes.append(bytes: buffer.span.extracting(start..<24))
  }
}
