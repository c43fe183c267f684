import LandLayers
import LandTestSupport
import Testing

@Suite("Numbers with a fixed count of decimals") struct FixedDecimalTests {
  @Test(
    "half up, away from zero, no sign of zero",
    arguments: [
      (0, 0, "0"), (0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (0.005, 2, "0.01"),
      (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-0.5, 0, "-1"), (-2.5, 0, "-3"),
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (0.375, 2, "0.38"), (1, 9, "1.000000000"),
      (123.456, 1, "123.5"), (9.995, 1, "10.0"), (0.999, 2, "1.00"), (-12.3456789, 6, "-12.345679"),
      (1e-12, 9, "0.000000000"), (114.123456789, 9, "114.123456789"), (42_000_000.5, 0, "42000001"),
      // The last value with digits of its own, and beyond.
      (899_999_999.999999, 6, "899999999.999999"), (9e9, 6, "9000000000.0"), (1e22, 2, "1e+22"),
      (-1e300, 6, "-1e+300"), (.nan, 2, ""), (.infinity, 2, ""), (-.infinity, 2, ""),
    ])
  func known(value: Double, decimals: Int, expected: String) {
    #expect(FixedDecimal.text(value, decimals) == expected)
  }

  /// The exact decimal value of a double that has at most 60 binary digits behind the point, as a
  /// count of 10^-60; then the rounding of a number is an exact division.
  private func exact(_ value: Double, _ decimals: Int) -> (text: String, nearTie: Bool) {
    // value = m · 2^e with e >= -110: value · 10^d = m · 10^d / 2^-e exactly in 128 bits.
    var scale: UInt128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let mantissa = UInt128(value.magnitude.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let shift = 52 - Int(value.exponent)
    let product = mantissa * scale
    var whole: UInt128
    var nearTie = false
    if shift <= 0 {
      whole = product << UInt128(-shift)
    } else if shift >= 100 {
      whole = 0
    } else {
      let unit = UInt128(1) << UInt128(shift)
      whole = product / unit
      let rest = product % unit
      let half = unit / 2
      if rest >= half { whole += 1 }
      // Half an ulp of the scaled value, in units of 2^-shift.
      let scaled = value.magnitude * Double(scale)
      let ulp = UInt128((scaled.ulp / 2 * Double(unit)).rounded(.up))
      nearTie = rest < half && half - rest <= ulp
    }
    var text = String(whole)
    if decimals > 0 {
      while text.count <= decimals { text = "0" + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
    }
    return (value < 0 && whole > 0 ? "-" + text : text, nearTie)
  }

  @Test("random values against exact rounding; only what lies on a tie but for half an ulp differs")
  func random() {
    var random = SeededGenerator(seed: 311)
    var wrong: [String] = []
    var ties = 0
    for round in 0..<rounds(300_000) {
      let decimals = [0, 2, 4, 6, 9][round % 5]
      var value: Double
      switch round % 4 {
      case 0: value = Double.random(in: -1e6...1e6, using: &random)
      case 1: value = Double.random(in: 0...1, using: &random)
      case 2:
        // A tie, or what a double has of one.
        let scale = [1.0, 100, 1e4, 1e6, 1e9][round % 5]
        value = (Double(Int.random(in: -99_999...99_999, using: &random)) + 0.5) / scale
      default: value = Double.random(in: -180...180, using: &random) * 1e-3
      }
      if value == 0 { value = 0.25 }
      let ours = FixedDecimal.text(value, decimals)
      let (exact, nearTie) = exact(value, decimals)
      if nearTie { ties += 1 }
      if ours != exact, !nearTie { wrong.append("\(value) to \(decimals): \(ours), not \(exact)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
    #expect(ties > rounds(100))
  }

  @Test("whole numbers")
  func integers() {
    var bytes: [UInt8] = []
    for value in [0, -1, Int.max, Int.min] {
      FixedDecimal.append(value, to: &bytes)
      bytes.append(UInt8(ascii: " "))
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "0 -1 9223372036854775807 -9223372036854775808 ")
  }
}
