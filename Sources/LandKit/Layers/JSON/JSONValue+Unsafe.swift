// Unsafe because it reads a cell in place from the lent source bytes (see JSONScanner).

/// Decodes the JSON value at a position that the scanner has checked before.
func decodeJSONValue(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> AttributeValue {
  var scanner = JSONScanner(bytes, from: position)
  switch scanner.peek() {
  case UInt8(ascii: "\""):
    guard let (range, hasEscapes) = try? scanner.string() else { return .null }
    return .text(scanner.text(range, hasEscapes: hasEscapes))
  case UInt8(ascii: "n"): return .null
  case UInt8(ascii: "t"): return .boolean(true)
  case UInt8(ascii: "f"): return .boolean(false)
  case UInt8(ascii: "{"), UInt8(ascii: "["):
    guard let range = try? scanner.skipValue() else { return .null }
    return .nested(scanner.text(range, hasEscapes: false))
  default:
    guard
      let (value, next) = parseDecimal(bytes, from: scanner.at, to: bytes.count, jsonGrammar: true)
    else {
      // A number too large for a double keeps its digits as a text, to be reported by its field.
      guard (try? scanner.skipNumber()) != nil else { return .null }
      return .text(scanner.text(position..<scanner.at, hasEscapes: false))
    }
    return .number(value, literal: scanner.text(position..<next, hasEscapes: false))
  }
}
