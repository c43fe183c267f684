// Unsafe for the same reason as the parser: it reads the borrowed buffer, checked against `end`.

extension WKTParser {
  mutating func skipSpaces() {
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): at += 1
      default: return
      }
    }
  }

  /// The next byte that is no space; nil at the end.
  mutating func peek() -> UInt8? {
    skipSpaces()
    return at < end ? bytes[at] : nil
  }

  /// Takes a sign if it is next.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(WKTFault) {
    if !take(sign) { throw .syntax("expected '\(sign)'", at: at) }
  }

  /// Takes a word of letters, in capitals; nil when none is next.
  mutating func word() -> String? {
    skipSpaces()
    let start = at
    while at < end, Self.isLetter(bytes[at]) { at += 1 }
    guard at > start else { return nil }
    return String(decoding: bytes[start..<at].lazy.map { $0 & 0xDF }, as: UTF8.self)
  }

  /// The next word without taking it.
  mutating func peekWord() -> String? {
    skipSpaces()
    let start = at
    defer { at = start }
    return word()
  }

  /// Takes EMPTY if it is next.
  mutating func takeEmpty() -> Bool {
    guard let next = peek(), next & 0xDF == UInt8(ascii: "E"), peekWord() == "EMPTY" else {
      return false
    }
    _ = word()
    return true
  }

  /// One number; `nan` and `inf` are numbers that are not finite.
  mutating func ordinate() throws(WKTFault) -> Double {
    skipSpaces()
    let start = at
    var value: Double
    if let number = parseDecimal(bytes, from: at, to: end, jsonGrammar: false) {
      value = number.value
      at = number.next
    } else {
      value = .nan
      if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") { at += 1 }
      // A number that is too large for a Double ends up here as well and is no word.
      guard let word = word(), ["NAN", "INF", "INFINITY"].contains(word) else {
        throw .syntax("expected a number", at: start)
      }
      if word != "NAN" { value = bytes[start] == UInt8(ascii: "-") ? -.infinity : .infinity }
    }
    if at < end {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: " "), UInt8(ascii: "\t"),
        UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        break
      default: throw .syntax("expected a number", at: start)
      }
    }
    return value
  }

  /// Passes over a geometry that is not read: words, numbers and commas in balanced parentheses.
  mutating func skipBalanced() throws(WKTFault) {
    try expect("(")
    var open = 1
    while open > 0 {
      guard let next = peek() else { throw .syntax("expected ')'", at: at) }
      switch next {
      case UInt8(ascii: "("):
        open += 1
        at += 1
      case UInt8(ascii: ")"):
        open -= 1
        at += 1
      case UInt8(ascii: ","): at += 1
      case let letter where Self.isLetter(letter): _ = word()
      default:
        _ = try ordinate()
        geometry.hasOther = true
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte & 0xDF) &- UInt8(ascii: "A") < 26
  }
}
