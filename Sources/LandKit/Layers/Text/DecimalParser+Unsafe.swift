// Unsafe because it runs once per coordinate over hundreds of megabytes: it reads one buffer whose
// bounds it checks against `end` itself, takes eight digits in one load, and keeps no pointer.

/// Reads one decimal number of ASCII text, correctly rounded (to nearest, ties to even).
///
/// - Parameters:
///   - bytes: the text.
///   - start: where the number starts; its sign included, no blanks before it.
///   - end: the first position that must not be read, at most `bytes.count`.
///   - jsonGrammar: true for RFC 8259 (no `+`, no leading zeros, digits on both sides of the
///     point); false also takes `+1`, `007`, `.5` and `5.` as WKT files have them.
/// - Returns: the value and the first position after the number, or nil where the text is not a
///   number of that grammar or is too large for a `Double`. A number too small becomes 0.
@inline(__always)
func parseDecimal(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, jsonGrammar: Bool
) -> (value: Double, next: Int)? {
  var at = start
  var negative = false
  if at < end {
    let sign = bytes[at]
    if sign == UInt8(ascii: "-") {
      negative = true
      at &+= 1
    } else if sign == UInt8(ascii: "+"), !jsonGrammar {
      at &+= 1
    }
  }
  let digitsStart = at
  var mantissa: UInt64 = 0
  while at < end {
    let digit = bytes[at] &- UInt8(ascii: "0")
    guard digit < 10 else { break }
    mantissa = mantissa &* 10 &+ UInt64(digit)
    at &+= 1
  }
  let whole = at &- digitsStart
  if jsonGrammar, whole == 0 || (whole > 1 && bytes[digitsStart] == UInt8(ascii: "0")) {
    return nil
  }
  var fraction = 0
  if at < end, bytes[at] == UInt8(ascii: ".") {
    at &+= 1
    let fractionStart = at
    while end &- at >= 8, let eight = eightDigits(bytes, at) {
      mantissa = mantissa &* 100_000_000 &+ eight
      at &+= 8
    }
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      at &+= 1
    }
    fraction = at &- fractionStart
    if jsonGrammar, fraction == 0 { return nil }
  }
  let digits = whole &+ fraction
  guard digits > 0 else { return nil }
  if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
    return parseDecimalTail(
      bytes, digitsStart: digitsStart, mantissa: digits <= 19 ? mantissa : nil,
      fraction: fraction, at: at, to: end, negative: negative)
  }
  // Both numbers are exact doubles, so the one division rounds once.
  if digits <= 19, mantissa <= 1 << 53, fraction <= 22 {
    let value = Double(mantissa) / exactPowerOfTen(fraction)
    return (negative ? -value : value, at)
  }
  return parseDecimalTail(
    bytes, digitsStart: digitsStart, mantissa: digits <= 19 ? mantissa : nil,
    fraction: fraction, at: at, to: end, negative: negative)
}

/// The value of eight ASCII digits, or nil when one of the eight bytes is not a digit.
@inline(__always)
private func eightDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64? {
  let word = UInt64(
    littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
  let low = word &- 0x3030_3030_3030_3030
  // A byte above 9 sets its top bit in one of the two terms, one below "0" in the second.
  guard ((word &+ 0x4646_4646_4646_4646) | low) & 0x8080_8080_8080_8080 == 0 else { return nil }
  var value = (low &* 10) &+ (low >> 8)
  value =
    ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
      &+ ((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
  return value & 0xFFFF_FFFF
}

/// Ends a number that the short way cannot: an exponent, many digits, a large mantissa. `mantissa`
/// holds all digits, or is nil when they are too many for 64 bits.
@inline(never)
private func parseDecimalTail(
  _ bytes: UnsafeBufferPointer<UInt8>, digitsStart: Int, mantissa: UInt64?, fraction: Int,
  at exponentAt: Int, to end: Int, negative: Bool
) -> (value: Double, next: Int)? {
  var at = exponentAt
  let digitsEnd = at
  var exponent = 0
  if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
    at += 1
    var minus = false
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      minus = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    let exponentStart = at
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      // No file is long enough for its zeros to outweigh an exponent of this size.
      if exponent < 1 << 48 { exponent = exponent * 10 + Int(digit) }
      at += 1
    }
    if at == exponentStart { return nil }
    if minus { exponent = -exponent }
  }
  let magnitude: Double
  if let mantissa {
    magnitude = roundedDecimal(mantissa, exponent - fraction)
  } else {
    var number = DecimalDigits()
    for position in digitsStart..<digitsEnd where bytes[position] != UInt8(ascii: ".") {
      number.append(bytes[position] &- UInt8(ascii: "0"))
    }
    number.exponent += exponent - fraction
    magnitude = number.value
  }
  guard magnitude.isFinite else { return nil }
  return (negative ? -magnitude : magnitude, at)
}
