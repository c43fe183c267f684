/// Brings the spellings of one text together: full and half width, wide spaces, unit signs.
enum TextFolding {
  /// Full-width ASCII becomes ASCII, every kind of bracket a round one, wide and no-break spaces a
  /// space, `㎡`, `㎢`, `㏊` and `²` letters and digits. Other characters stay.
  static func fold(_ text: String) -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &folded)
      case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F: folded.unicodeScalars.append(" ")
      case 0x200B...0x200F, 0xFEFF: continue
      case 0x2212, 0x2013, 0x2014: folded.unicodeScalars.append("-")
      case 0x33A1: folded += "m2"
      case 0x33A2: folded += "km2"
      case 0x33CA: folded += "ha"
      case 0x00B2: folded += "2"
      case 0x3010, 0x3014, 0x3016: folded.unicodeScalars.append("(")
      case 0x3011, 0x3015, 0x3017: folded.unicodeScalars.append(")")
      default: append(scalar, to: &folded)
      }
    }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "[", "{": text.unicodeScalars.append("(")
    case "]", "}": text.unicodeScalars.append(")")
    default: text.unicodeScalars.append(scalar)
    }
  }

  /// ASCII capitals become small letters; other characters stay.
  static func lowercasedASCII(_ text: String) -> String {
    var lowered = text.unicodeScalars
    if !lowered.contains(where: { (65...90).contains($0.value) }) { return text }
    lowered = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      lowered.append(
        (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
    }
    return String(lowered)
  }

  /// The text without white space at either end, wide and no-break spaces included.
  static func trimmed(_ text: String) -> String {
    let bytes = withBytes(of: text) { bytes in
      var start = 0
      var end = bytes.count
      while start < end {
        let width = spaceWidth(bytes, start, end)
        if width == 0 { break }
        start += width
      }
      while end > start {
        if isSpace(bytes[end - 1]) {
          end -= 1
        } else if end - start >= 2, bytes[end - 1] >= 0x80, spaceWidth(bytes, end - 2, end) == 2 {
          end -= 2
        } else if end - start >= 3, bytes[end - 1] >= 0x80, spaceWidth(bytes, end - 3, end) == 3 {
          end -= 3
        } else {
          break
        }
      }
      return start == 0 && end == bytes.count ? nil : start..<end
    }
    guard let bytes else { return text }
    return String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// The length of the white space character at a place in UTF-8: ASCII, U+00A0, U+2000–U+200F,
  /// U+202F, U+3000 or U+FEFF; 0 for any other.
  private static func spaceWidth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int
  ) -> Int {
    if isSpace(bytes[place]) { return 1 }
    if bytes[place] < 0x80 { return 0 }
    if end - place >= 2, bytes[place] == 0xC2, bytes[place + 1] == 0xA0 { return 2 }
    guard end - place >= 3 else { return 0 }
    switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// Whether a cell says that there is nothing: blank, or one of the signs ledgers use for it.
  static func saysNothing(_ text: String) -> Bool {
    switch lowercasedASCII(trimmed(fold(text))) {
    case "", "/", "-", "--", "---", "无", "暂无", "空", "null", "none", "n/a", "na": true
    default: false
    }
  }

  /// Runs `body` on the UTF-8 bytes of a text without copying them where possible.
  static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
