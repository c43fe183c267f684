import LandTestSupport
import Testing

@testable import LandLayers

@Suite("Decimal numbers") struct DecimalTests {
  /// The parser over a whole text; nil when it does not take all of it.
  private func parse(_ text: String, json: Bool = true) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let result = parseDecimal(bytes, from: 0, to: bytes.count, jsonGrammar: json),
        result.next == bytes.count
      else { return nil }
      return result.value
    }
  }

  @Test("random decimals of 1 to 25 digits round as the standard library rounds them")
  func randomDecimals() {
    var random = SeededGenerator(seed: 53)
    var wrong: [String] = []
    for _ in 0..<rounds(1_000_000) {
      let count = Int.random(in: 1...25, using: &random)
      var text = Bool.random(using: &random) ? "-" : ""
      let point = Int.random(in: 1...count, using: &random)
      for position in 0..<count {
        if position == point { text += "." }
        let lowest = position == 0 && point > 1 ? 1 : 0
        text += String(Int.random(in: lowest...9, using: &random))
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        text += "e\(Int.random(in: -330...300, using: &random))"
      }
      guard let expected = Double(text), expected.isFinite else { continue }
      if parse(text)?.bitPattern != expected.bitPattern { wrong.append(text) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("random doubles come back from their shortest and their 17-digit text")
  func shortestText() {
    var random = SeededGenerator(seed: 54)
    var wrong: [String] = []
    for _ in 0..<rounds(500_000) {
      let value =
        Bool.random(using: &random)
        ? Double.random(in: -180...180, using: &random)
        : Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let text = value.description
      if parse(text)?.bitPattern != value.bitPattern { wrong.append(text) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("points halfway between two doubles go to the even one, their neighbours to their side")
  func halfway() {
    var random = SeededGenerator(seed: 55)
    var wrong: [String] = []
    for _ in 0..<rounds(50_000) {
      // An odd 54-bit integer times a power of two: exactly halfway, and exact as a decimal.
      let odd = (random.next() >> 10) | (1 << 53) | 1
      let shift = Int.random(in: 0...9, using: &random)
      let down = (odd >> 1), up = (odd >> 1) + 1
      let even = down & 1 == 0 ? down : up
      var whole = UInt128(odd) << UInt128(shift)
      let scale = Double(UInt64(2) << UInt64(shift))
      if parse("\(whole)") != Double(even) * scale { wrong.append("\(whole)") }
      if parse("\(whole).000000000000000000000001") != Double(up) * scale {
        wrong.append("\(whole).0…1")
      }
      whole -= 1
      if parse("\(whole).9999999999999999999999") != Double(down) * scale {
        wrong.append("\(whole).9…")
      }
      // The same with a fraction: halves, quarters, … are exact in decimals too.
      let places = Int.random(in: 1...8, using: &random)
      let fraction = odd & ((1 << UInt64(places)) - 1)
      var digits = String(fraction * (0..<places).reduce(UInt64(1)) { value, _ in value * 5 })
      digits = String(repeating: "0", count: places - digits.utf8.count) + digits
      let text = "\(odd >> UInt64(places)).\(digits)"
      let unit = 2 / Double(UInt64(1) << UInt64(places))
      if parse(text) != Double(even) * unit { wrong.append(text) }
      if parse(text + "0000000000000000000001") != Double(up) * unit { wrong.append(text + "0…1") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(
    "known hard cases",
    arguments: [
      ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF as UInt64),
      ("2.2250738585072014e-308", 0x0010_0000_0000_0000),
      ("4.9406564584124654e-324", 1), ("2.4703282292062327e-324", 0),
      ("2.4703282292062328e-324", 1), ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("9007199254740993", 0x4340_0000_0000_0000),
      ("9007199254740993.0000000000000000000000000000000000001", 0x4340_0000_0000_0001),
      ("9223372036854776833", 0x43E0_0000_0000_0001),
      ("9223372036854776832", 0x43E0_0000_0000_0000),
      ("18446744073709551615", 0x43F0_0000_0000_0000), ("-0", 0x8000_0000_0000_0000),
      ("-0.0e5", 0x8000_0000_0000_0000), ("1e-400", 0), ("0e999999999999999999999", 0),
      ("1e23", 0x44B5_2D02_C7E1_4AF6),
    ])
  func hardCases(text: String, bits: UInt64) {
    #expect(parse(text)?.bitPattern == bits, "\(text)")
  }

  @Test("long texts: 800 digits and a last one that decides, a million zeros")
  func longTexts() {
    let zeros = String(repeating: "0", count: 900)
    #expect(parse("9007199254740993.\(zeros)1") == 9_007_199_254_740_994)
    #expect(parse("9007199254740993.\(zeros)") == 9_007_199_254_740_992)
    let million = String(repeating: "0", count: 1_000_000)
    #expect(parse("0.\(million)1e1000001") == 1)
    #expect(parse("1\(million)e-1000000") == 1)
    #expect(parse("1\(million)") == nil)
  }

  @Test("what is no number of the grammar is refused")
  func grammar() {
    for text in [
      "", "-", "+1", ".5", "5.", "01", "-01", "1e", "1e+", "1.e3", "NaN", "Infinity", "e5",
    ] {
      #expect(parse(text) == nil, "\(text)")
    }
    #expect(parse("1e400") == nil && parse("-1e309") == nil)
    #expect(parse("00") == nil)
    for (text, value) in [
      ("+1", 1.0), (".5", 0.5), ("5.", 5), ("007", 7), ("-.5e1", -5), ("5.e1", 50),
    ] {
      #expect(parse(text, json: false) == value, "\(text)")
    }
    for text in ["", ".", "-", "+-1", "e1", "1e", "-.", "1.2.3", "1e-14.0"] {
      #expect(parse(text, json: false) == nil, "\(text)")
    }
  }

  @Test("a number ends where it ends")
  func nextPosition() {
    let bytes = Array("[114.347548865,30.5]".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let first = parseDecimal(buffer, from: 1, to: buffer.count, jsonGrammar: true)
      #expect(first?.value == 114.347548865 && first?.next == 14)
      let short = parseDecimal(buffer, from: 1, to: 6, jsonGrammar: true)
      #expect(short?.value == 114.3 && short?.next == 6)
    }
  }
}
