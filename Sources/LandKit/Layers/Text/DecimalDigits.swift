/// The digits of a decimal number that has more than 19 of them.
struct DecimalDigits {
  /// The first significant digits, at most 19.
  private var mantissa: UInt64 = 0
  private var count = 0
  /// All significant digits as text, once there are more than 19; bounded.
  private var long: [UInt8] = []
  /// Whether a digit other than 0 was left out of `mantissa`.
  private var isCut = false
  /// The power of ten that the mantissa is multiplied by.
  var exponent = 0

  /// More digits than this never change a rounding, except through being zero or not.
  private static let longLimit = 800

  /// Takes the next digit, 0…9, most significant first.
  mutating func append(_ digit: UInt8) {
    if count < 19 {
      if count == 0, digit == 0 { return }
      mantissa = mantissa * 10 + UInt64(digit)
    } else {
      if long.isEmpty { long = Array(String(mantissa).utf8) }
      if digit != 0 { isCut = true }
      if long.count < Self.longLimit {
        long.append(digit + UInt8(ascii: "0"))
      } else if digit != 0, long[Self.longLimit - 1] == UInt8(ascii: "0") {
        // Stands for all that follows: not zero, so a tie is not a tie.
        long[Self.longLimit - 1] = UInt8(ascii: "1")
      }
      exponent += 1
    }
    count += 1
  }

  /// The nearest double; infinite when too large.
  var value: Double {
    if exponent >= -19, exponent <= 19 {
      let lower = roundedDecimal(mantissa, exponent)
      // With digits cut off the true value lies between the two; if they agree it is theirs.
      if !isCut || lower == roundedDecimal(mantissa + 1, exponent) { return lower }
    }
    if long.isEmpty { return roundedDecimal(mantissa, exponent) }
    return standardLibraryValue(long, exponent - (long.count - 19))
  }
}

/// `mantissa × 10^exponent` rounded once, to nearest and ties to even; infinite when too large.
///
/// Exponents from -19 to 19 are rounded from the exact 128-bit quotient or product; the others,
/// which no coordinate needs, go to the standard library.
func roundedDecimal(_ mantissa: UInt64, _ exponent: Int) -> Double {
  if mantissa == 0 { return 0 }
  guard exponent >= -19, exponent <= 19 else {
    return standardLibraryValue(Array(String(mantissa).utf8), exponent)
  }
  let power = powersOfTen[abs(exponent)]
  if exponent >= 0 {
    let product = mantissa.multipliedFullWidth(by: power)
    if product.high == 0 {
      let shift = product.low.leadingZeroBitCount
      return assembled(product.low << shift, sticky: false, exponent: -shift)
    }
    let shift = product.high.leadingZeroBitCount
    let top = shift == 0 ? product.high : product.high << shift | product.low >> (64 - shift)
    return assembled(top, sticky: product.low << shift != 0, exponent: 64 - shift)
  }
  // Both shifted to their top bit, so the quotient has exactly 64 bits.
  let upShift = mantissa.leadingZeroBitCount
  let downShift = power.leadingZeroBitCount
  let numerator = mantissa << upShift
  let divisor = power << downShift
  let halve = numerator >= divisor
  let (quotient, remainder) = divisor.dividingFullWidth(
    halve ? (numerator >> 1, (numerator & 1) << 63) : (numerator, 0))
  return assembled(
    quotient, sticky: remainder != 0, exponent: downShift - upShift - (halve ? 63 : 64))
}

/// A double from 64 bits with the top one set, what was below them, and their exponent.
private func assembled(_ bits: UInt64, sticky: Bool, exponent: Int) -> Double {
  var significand = bits >> 11
  let rest = bits & 0x7FF
  if rest > 0x400 || (rest == 0x400 && (sticky || significand & 1 == 1)) { significand += 1 }
  // The exponents that arrive here are small: the scale is a normal double, the product exact.
  return Double(significand) * Double(bitPattern: UInt64(exponent + 11 + 1023) << 52)
}

/// Digits times a power of ten, rounded by the standard library.
private func standardLibraryValue(_ digits: [UInt8], _ power: Int) -> Double {
  if power > 400 { return .infinity }
  if power < -2000 { return 0 }
  return Double("\(String(decoding: digits, as: UTF8.self))e\(power)") ?? .nan
}

/// 10^0 … 10^19, exact; held inline, so that a look-up needs no lazy initialisation.
private let powersOfTen: InlineArray<20, UInt64> = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]

/// 10^`power` for 0 … 22, all of which are exact doubles.
@inline(__always)
func exactPowerOfTen(_ power: Int) -> Double {
  exactPowers[power]
}

/// 10^0 … 10^22, held inline like `powersOfTen`.
private let exactPowers: InlineArray<23, Double> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
