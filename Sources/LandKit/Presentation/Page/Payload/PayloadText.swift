import LandCadastre
import LandLayers

/// JSON that may stand inside a `<script>` element: what could end the element or mean something to
/// an HTML or JavaScript reader is written as `\u…`.
struct PayloadText: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Appends JSON of our own as it is.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends JSON that is ready.
  mutating func append(_ other: PayloadText) { bytes.append(contentsOf: other.bytes) }

  /// Appends base64 or other text that needs no escaping, in quotes.
  mutating func quoted(_ plain: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: plain)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text.
  mutating func text(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x3C, 0x3E, 0x26, 0x7F: escape(UInt32(byte))
      case 0x8E...0xAE where Self.isHidden(byte, after: bytes):
        // U+2028 and U+2029 end a line in older readers of JavaScript; the others turn the text
        // around for whoever reads the file.
        bytes.removeLast(2)
        escape(0x2000 + UInt32(byte & 0x3F))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte ends U+200E, U+200F or one of U+2028 to U+202E.
  private static func isHidden(_ byte: UInt8, after bytes: [UInt8]) -> Bool {
    guard byte <= 0x8F || byte >= 0xA8 else { return false }
    return bytes[bytes.count - 1] == 0x80 && bytes[bytes.count - 2] == 0xE2
  }

  private mutating func escape(_ value: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(value >> UInt32(shift)) & 15]) }
  }

  /// Appends a text, or null for nil.
  mutating func optional(_ text: String?) {
    if let text { self.text(text) } else { raw("null") }
  }

  /// Appends a number rounded once to so many decimals, without zeros at its end; null for nil and
  /// for what is no number.
  mutating func number(_ value: Double?, _ decimals: Int) {
    guard let value, value.isFinite else {
      raw("null")
      return
    }
    let start = bytes.count
    FixedDecimal.append(value, decimals, to: &bytes)
    guard decimals > 0, bytes[start...].contains(UInt8(ascii: ".")),
      !bytes[start...].contains(UInt8(ascii: "e"))
    else { return }
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  }

  /// Appends a whole number.
  mutating func integer(_ value: Int) { FixedDecimal.append(value, to: &bytes) }

  /// Appends a member's name with its colon, after a comma unless it is the first.
  mutating func key(_ name: StaticString) {
    if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { raw(",") }
    raw("\"")
    raw(name)
    raw("\":")
  }

  /// Appends a list.
  mutating func list<Items: Sequence>(
    _ items: Items, _ body: (inout PayloadText, Items.Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for item in items {
      if !isFirst { raw(",") }
      isFirst = false
      body(&self, item)
    }
    raw("]")
  }

  /// Appends a list of texts.
  mutating func texts(_ items: some Sequence<String>) { list(items) { $0.text($1) } }
  /// Appends a list of whole numbers.
  mutating func integers(_ items: some Sequence<Int>) { list(items) { $0.integer($1) } }
}

/// Texts that repeat, by their place in a dictionary; −1 is unknown.
struct WordIndex {
  private(set) var words: [String] = []
  private(set) var places: [Int] = []
  private var known: [String: Int] = [:]

  mutating func append(_ word: String?) {
    guard let word else {
      places.append(-1)
      return
    }
    if let place = known[word] {
      places.append(place)
    } else {
      known[word] = words.count
      places.append(words.count)
      words.append(word)
    }
  }

  /// The words as others say them.
  func said(_ say: (String) -> String) -> [String] { words.map(say) }
}
