/// The numbers that stand in a Swift source outside comments: literals, numbers within texts, and
/// quotients of two literals.
struct SourceLiterals {
  /// A number with its place.
  struct Literal: Hashable {
    var text: String
    var value: Double
    var line: Int
    /// Whether it is handed to `Limit(…)`: a figure of the law whatever its size.
    var isLimit: Bool
  }

  private(set) var literals: [Literal] = []
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lastWord = ""
  /// The literal before a `/` that may make a quotient, with nothing but blanks between.
  private var numerator: Literal?
  private var isDivided = false

  init(_ source: String) {
    bytes = Array(source.utf8)
    while at < bytes.count { step() }
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    bytes.indices.contains(at + offset) ? bytes[at + offset] : 0
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      at + buffer.count <= bytes.count && bytes[at..<(at + buffer.count)].elementsEqual(buffer)
    }
  }

  private mutating func skip(to end: StaticString) {
    while at < bytes.count, !follows(end) {
      if byte() == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
  }

  private mutating func step() {
    if follows("//") { return skip(to: "\n") }
    if follows("/*") { return skip(to: "*/") }
    let first = byte()
    if Self.isWord(first) { return word() }
    at += 1
    switch first {
    case UInt8(ascii: "\n"): line += 1
    case UInt8(ascii: " "): break
    case UInt8(ascii: "/"): isDivided = numerator != nil
    case UInt8(ascii: "("): numerator = nil
    case UInt8(ascii: "\""):
      // A double slash within a text is no comment.
      while at < bytes.count, byte() != first, byte() != UInt8(ascii: "\n") {
        if Self.isWord(byte()) { word() } else { at += 1 }
      }
      if byte() == first { at += 1 }
      numerator = nil
    default:
      numerator = nil
      lastWord = ""
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A run of letters and digits; a number where it reads as one.
  private mutating func word() {
    let start = at
    let isNumber = Self.isDigit(byte())
    while Self.isWord(byte())
      || (isNumber && byte() == UInt8(ascii: ".") && Self.isDigit(byte(1)))
      || (isNumber && [0x2B, 0x2D].contains(byte()) && (byte(-1) | 0x20) == UInt8(ascii: "e"))
    { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    defer { lastWord = text }
    guard isNumber, !text.hasPrefix("0x"), let value = Double(text.filter { $0 != "_" }),
      !isPartOfName(start)
    else {
      numerator = nil
      return
    }
    let isLimit = lastWord == "Limit" && start > 0 && bytes[start - 1] == UInt8(ascii: "(")
    let literal = Literal(text: text, value: value, line: line, isLimit: isLimit)
    literals.append(literal)
    if isDivided, let above = numerator {
      literals.append(
        Literal(
          text: above.text + "/" + text, value: above.value / value, line: line,
          isLimit: above.isLimit))
    }
    numerator = literal
    isDivided = false
  }

  /// Whether digits are part of a day, `2018-12-31`, of a code or of a closure's `$0`.
  private func isPartOfName(_ start: Int) -> Bool {
    if start > 0, bytes[start - 1] == UInt8(ascii: "$") { return true }
    let hyphen = UInt8(ascii: "-")
    let before = start > 1 && bytes[start - 1] == hyphen && Self.isWord(bytes[start - 2])
    return before || (byte() == hyphen && Self.isWord(byte(1)))
  }
}
