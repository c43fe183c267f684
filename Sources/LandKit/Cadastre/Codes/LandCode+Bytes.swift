extension LandCode {
  /// Whether a text in half width and capitals has the form: nearly all codes of a file have, and
  /// they are looked at byte by byte. Where it says no, ``fault(in:)`` looks again.
  func isPlainlyRight(_ text: borrowing Span<UInt8>) -> Bool {
    switch self {
    case .parcel: return text.count == 19 && Self.hasParcelForm(text)
    case .unit:
      return text.count == 28 && Self.hasParcelForm(text) && Self.isUnitLetter(text[19])
        && Self.areDigits(text, 20, 28)
    case .supervision:
      return text.count == 16 && Self.areDigits(text, 0, 10) && Self.isLetter(text[10])
        && Self.areDigits(text, 11, 16)
    case .zone:
      return text.count == 7 && (text[0] == UInt8(ascii: "G") || text[0] == UInt8(ascii: "S"))
        && Self.areDigits(text, 1, 7)
    // The divisions are a matter of numbers.
    case .industry: return false
    }
  }

  /// Whether a 宗地代码 stands at the start; there are 19 bytes or more.
  private static func hasParcelForm(_ text: borrowing Span<UInt8>) -> Bool {
    guard areDigits(text, 0, 12), areDigits(text, 14, 19), isLetter(text[13]) else { return false }
    switch text[12] {
    case UInt8(ascii: "J"): return true
    case UInt8(ascii: "G"), UInt8(ascii: "Z"): return text[13] != UInt8(ascii: "A")
    default: return false
    }
  }

  private static func areDigits(
    _ text: borrowing Span<UInt8>, _ first: Int, _ end: Int
  ) -> Bool {
    var index = first
    while index < end {
      if text[index] < UInt8(ascii: "0") || text[index] > UInt8(ascii: "9") { return false }
      index += 1
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isUnitLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "F"), UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "W"): true
    default: false
    }
  }
}
