// Unsafe because it walks hundreds of megabytes byte by byte: one buffer pointer, every read
// checked against `end` first, never kept beyond the closure that lends it.

/// A fault in JSON text, at a byte offset.
struct JSONFault: Error, Hashable {
  /// What is wrong, a short technical phrase in English.
  var reason: String
  /// Where, counted from 0.
  var offset: Int
}

/// Walks JSON text strictly by RFC 8259: no trailing commas, no comments, no NaN, no leading
/// zeros, no raw control characters, valid UTF-8 and valid escapes in strings, bounded nesting.
struct JSONScanner {
  /// The deepest nesting of arrays and objects that is read.
  static let maximumDepth = 256

  let bytes: UnsafeBufferPointer<UInt8>
  /// The first byte that belongs to something else.
  var end: Int
  /// The next byte to be read.
  var at: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    end = bytes.count
    at = start
  }

  func fault(_ reason: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(reason: reason, offset: offset ?? at)
  }

  /// The next byte that is not white space, or 0 at the end; stays on it.
  @inline(__always)
  mutating func peek() -> UInt8 {
    while at < end {
      let byte = bytes[at]
      if byte > 0x20 { return byte }
      if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return byte }
      at &+= 1
    }
    return 0
  }

  /// Takes one byte that must be there after white space.
  @inline(__always)
  mutating func expect(_ byte: UInt8, _ reason: @autoclosure () -> String) throws(JSONFault) {
    guard peek() == byte, at < end else { throw fault(reason()) }
    at &+= 1
  }

  /// Takes a byte if it comes next after white space.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte, at < end else { return false }
    at &+= 1
    return true
  }

  /// Takes a string and returns the bytes between the quotes; `hasEscapes` tells whether they must
  /// be decoded.
  @inline(__always)
  mutating func string() throws(JSONFault) -> (range: Range<Int>, hasEscapes: Bool) {
    try expect(UInt8(ascii: "\""), "a string is expected")
    let start = at
    var i = at
    // Plain ASCII, the ordinary case, eight bytes at a time; everything else in a function of its
    // own.
    while end &- i >= 8 {
      let unusual = unusualBytes(at: i)
      if unusual == 0 {
        i &+= 8
        continue
      }
      i &+= unusual.trailingZeroBitCount &>> 3
      break
    }
    while i < end {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        at = i &+ 1
        return (start..<i, false)
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { break }
      i &+= 1
    }
    at = i
    let hasEscapes = try restOfString()
    return (start..<at - 1, hasEscapes)
  }

  /// The top bits of those of eight bytes that end or interrupt a plain text: a quote, a backslash,
  /// a control character, anything beyond ASCII. Only the first bit set is to be relied on: a
  /// subtraction may carry from there into the bytes behind.
  @inline(__always)
  private func unusualBytes(at offset: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    let found =
      ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      | ((word &- ones &* 0x20) & ~word) | word
    return found & (ones &* 0x80)
  }

  /// Whether two ranges as long as each other hold the same bytes.
  @inline(__always)
  func equal(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var i = 0
    while a.count &- i >= 8 {
      if raw.loadUnaligned(fromByteOffset: a.lowerBound &+ i, as: UInt64.self)
        != raw.loadUnaligned(fromByteOffset: b.lowerBound &+ i, as: UInt64.self)
      {
        return false
      }
      i &+= 8
    }
    while i < a.count {
      if bytes[a.lowerBound &+ i] != bytes[b.lowerBound &+ i] { return false }
      i &+= 1
    }
    return true
  }

  /// A member's name as the bytes between its quotes.
  struct MemberName {
    var range: Range<Int>
    var hasEscapes: Bool
    /// Where the name starts, its quote included.
    var offset: Int
  }

  /// Takes the name of a member and the colon behind it.
  @inline(__always)
  mutating func memberName() throws(JSONFault) -> MemberName {
    _ = peek()
    let offset = at
    let (range, hasEscapes) = try string()
    try expect(UInt8(ascii: ":"), "a colon is expected after a member name")
    return MemberName(range: range, hasEscapes: hasEscapes, offset: offset)
  }

  /// The rest of a string from its first unusual byte to behind its closing quote.
  private mutating func restOfString() throws(JSONFault) -> Bool {
    var hasEscapes = false
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at &+= 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      case 0..<0x20:
        throw fault("a control character in a string must be escaped")
      case 0..<0x80:
        at &+= 1
      default:
        guard let length = utf8SequenceLength(byte) else { throw fault("invalid UTF-8") }
        at &+= length
      }
    }
    throw fault("the string has no end")
  }

  /// The length of the well-formed UTF-8 sequence at `at` (RFC 3629: no surrogates, no overlong
  /// forms), or nil.
  @inline(__always)
  private func utf8SequenceLength(_ first: UInt8) -> Int? {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < end && range.contains(bytes[at + offset])
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : nil
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
    default: return nil
    }
  }

  private mutating func escape() throws(JSONFault) {
    guard at + 1 < end else { throw fault("the string has no end") }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at &+= 2
    case UInt8(ascii: "u"):
      guard let unit = hexUnit(at + 2) else { throw fault("\\u needs four hexadecimal digits") }
      // A half of a surrogate pair alone is no character.
      if 0xDC00...0xDFFF ~= unit { throw fault("a surrogate without its first half") }
      if 0xD800...0xDBFF ~= unit {
        guard at + 7 < end, bytes[at + 6] == UInt8(ascii: "\\"), bytes[at + 7] == UInt8(ascii: "u"),
          let low = hexUnit(at + 8), 0xDC00...0xDFFF ~= low
        else { throw fault("a surrogate without its second half") }
        at &+= 12
      } else {
        at &+= 6
      }
    default: throw fault("unknown escape in a string")
    }
  }

  /// Four hexadecimal digits as a UTF-16 unit.
  func hexUnit(_ start: Int) -> UInt16? {
    guard start + 4 <= end else { return nil }
    var value: UInt16 = 0
    for i in start..<start + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// Takes a number without computing it.
  mutating func skipNumber() throws(JSONFault) {
    let start = at
    if at < end, bytes[at] == UInt8(ascii: "-") { at &+= 1 }
    let whole = at
    skipDigits()
    guard at > whole else { throw fault("not a JSON value", at: start) }
    if at - whole > 1, bytes[whole] == UInt8(ascii: "0") {
      throw fault("a number must not start with 0", at: start)
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at &+= 1
      let fraction = at
      skipDigits()
      guard at > fraction else { throw fault("digits are missing after the point", at: start) }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at &+= 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at &+= 1 }
      let exponent = at
      skipDigits()
      guard at > exponent else { throw fault("digits are missing in the exponent", at: start) }
    }
  }

  @inline(__always)
  private mutating func skipDigits() {
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 { at &+= 1 }
  }

  /// Takes any value, checking it, and returns its bytes.
  @discardableResult
  mutating func skipValue(depth: Int = 0) throws(JSONFault) -> Range<Int> {
    let first = peek()
    let start = at
    guard at < end else { throw fault("the text ends too early") }
    switch first {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try deeper(depth)
      at &+= 1
      if !take(UInt8(ascii: "}")) {
        repeat {
          _ = try memberName()
          try skipValue(depth: depth + 1)
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "a comma or } is expected")
      }
    case UInt8(ascii: "["):
      try deeper(depth)
      at &+= 1
      if !take(UInt8(ascii: "]")) {
        repeat { try skipValue(depth: depth + 1) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"), "a comma or ] is expected")
      }
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: try skipNumber()
    }
    return start..<at
  }

  private func deeper(_ depth: Int) throws(JSONFault) {
    guard depth < Self.maximumDepth else {
      throw fault("nested deeper than \(Self.maximumDepth) levels")
    }
  }

  private mutating func literal(_ word: StaticString) throws(JSONFault) {
    let length = word.utf8CodeUnitCount
    guard at + length <= end else { throw fault("not a JSON value") }
    for i in 0..<length where bytes[at + i] != word.utf8Start[i] {
      throw fault("not a JSON value")
    }
    at &+= length
  }

  /// Whether the bytes of a range are exactly those of a word.
  @inline(__always)
  func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for i in 0..<range.count where bytes[range.lowerBound + i] != word.utf8Start[i] {
      return false
    }
    return true
  }

  /// The text of a string's bytes, escapes decoded. The string was scanned before.
  func text(_ range: Range<Int>, hasEscapes: Bool) -> String {
    guard hasEscapes else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    var units: [UInt8] = []
    units.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "\\") else {
        units.append(bytes[i])
        i += 1
        continue
      }
      switch bytes[i + 1] {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"):
        var unit = [hexUnit(i + 2) ?? 0xFFFD]
        if 0xD800...0xDBFF ~= unit[0] {
          unit.append(hexUnit(i + 8) ?? 0xFFFD)
          i += 6
        }
        units.append(contentsOf: String(decoding: unit, as: UTF16.self).utf8)
        i += 4
      default: units.append(bytes[i + 1])
      }
      i += 2
    }
    return String(decoding: units, as: UTF8.self)
  }
}
