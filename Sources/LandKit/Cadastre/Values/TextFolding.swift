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

  /// The text without white space at either end.
  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    if first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80 { return text }
    func isSpace(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}"
    }
    var rest = text[...]
    while let character = rest.first, isSpace(character) { rest.removeFirst() }
    while let character = rest.last, isSpace(character) { rest.removeLast() }
    return String(rest)
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
