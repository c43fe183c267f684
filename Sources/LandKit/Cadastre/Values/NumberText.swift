/// Reads numbers as people and programs write them; anything else is refused, never guessed.
enum NumberText {
  /// A number and the unit written behind it.
  struct Reading: Hashable {
    var value: Double
    var unit: FieldUnit?
  }

  /// The number of a text: digits with an optional sign, decimal point and exponent; thousands
  /// separated by commas in groups of three; full or half width; an optional known unit behind.
  /// Nil for anything else, an infinite value included.
  static func parse(_ text: String) -> Reading? {
    let plain = TextFolding.withBytes(of: text) { bytes -> Double? in
      guard let (value, end) = scan(bytes), end == bytes.count else { return nil }
      return value
    }
    if let plain { return Reading(value: plain) }
    let folded = TextFolding.trimmed(TextFolding.fold(text))
    let found = TextFolding.withBytes(of: folded) { bytes -> (Double, Int)? in scan(bytes) }
    guard let (value, end) = found else { return nil }
    let rest = folded.utf8.dropFirst(end)
    if rest.isEmpty { return Reading(value: value) }
    guard let name = String(rest), let unit = FieldUnit(name: name) else { return nil }
    return Reading(value: value, unit: unit)
  }

  /// The number at the start of the bytes, spaces around it skipped, and where it ends.
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: Double, end: Int)? {
    var i = skipSpaces(bytes, 0)
    let start = i
    if i < bytes.count, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
    let negative = i > start && bytes[start] == 0x2D
    var mantissa: UInt64 = 0
    var digits = 0, significant = 0, decimals = 0
    func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }
    func take() {
      if significant > 0 || bytes[i] != 0x30 { significant += 1 }
      if significant <= 18 { mantissa = mantissa * 10 + UInt64(bytes[i] - 0x30) }
      digits += 1
      i += 1
    }
    while isDigit(i) { take() }
    let grouped = i < bytes.count && bytes[i] == 0x2C
    if grouped {
      guard (1...3).contains(digits) else { return nil }
      while i < bytes.count, bytes[i] == 0x2C {
        guard isDigit(i + 1), isDigit(i + 2), isDigit(i + 3), !isDigit(i + 4) else { return nil }
        i += 1
        for _ in 0..<3 { take() }
      }
    }
    if i < bytes.count, bytes[i] == 0x2E {
      i += 1
      let whole = digits
      while isDigit(i) { take() }
      decimals = digits - whole
      guard decimals > 0 else { return nil }
    }
    guard digits > decimals else { return nil }
    var exponent = false
    if i < bytes.count, bytes[i] | 0x20 == 0x65 {
      var j = i + 1
      if j < bytes.count, bytes[j] == 0x2B || bytes[j] == 0x2D { j += 1 }
      guard isDigit(j) else { return nil }
      while isDigit(j) { j += 1 }
      i = j
      exponent = true
    }
    let end = skipSpaces(bytes, i)
    // Up to 15 digits and 22 decimals both numbers are exact, so one division rounds correctly.
    if !exponent, significant <= 15, decimals <= 22 {
      let value = Double(mantissa) / powersOfTen[decimals]
      return (negative ? -value : value, end)
    }
    let literal = bytes[start..<i].filter { $0 != 0x2C }
    guard let value = Double(String(decoding: literal, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return (value, end)
  }

  private static func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var i = from
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] &- 9 < 5 { i += 1 }
    return i
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
