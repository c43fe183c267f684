/// Writes texts as JSON strings (RFC 8259).
public enum JSONString {
  /// Appends a text in quotes, control characters escaped.
  public static func append<Sink: ByteSink & ~Copyable>(
    _ text: borrowing String, to bytes: inout Sink
  ) {
    append(utf8: text.utf8.span, to: &bytes)
  }

  /// The same for a text that is lent as UTF-8.
  public static func append<Sink: ByteSink & ~Copyable>(
    utf8: Span<UInt8>, to bytes: inout Sink
  ) {
    bytes.append(UInt8(ascii: "\""))
    if needsEscapes(utf8) { appendEscaped(utf8, to: &bytes) } else { bytes.append(bytes: utf8) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscapes(_ utf8: Span<UInt8>) -> Bool {
    for i in utf8.indices {
      switch utf8[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20: return true
      default: continue
      }
    }
    return false
  }

  private static func appendEscaped<Sink: ByteSink & ~Copyable>(
    _ utf8: Span<UInt8>, to bytes: inout Sink
  ) {
    for i in utf8.indices {
      let byte = utf8[i]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(utf8: "\\n")
      case 0x0D: bytes.append(utf8: "\\r")
      case 0x09: bytes.append(utf8: "\\t")
      case 0..<0x20:
        bytes.append(utf8: "\\u00")
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      default: bytes.append(byte)
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
