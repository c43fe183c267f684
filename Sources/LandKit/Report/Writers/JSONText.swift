import LandLayers

/// Writes JSON text (RFC 8259) into a byte buffer.
enum JSONText {
  /// A text in quotes, control characters escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
          let digits = Array("0123456789abcdef".utf8)
          bytes.append(contentsOf: "\\u00".utf8)
          bytes.append(digits[Int(byte >> 4)])
          bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A cell as a JSON value; an empty one is null.
  static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: bytes.append(contentsOf: "null".utf8)
    case .text(let text), .code(let text): append(text, to: &bytes)
    case .number(let value, let decimals): FixedDecimal.append(value, decimals, to: &bytes)
    case .integer(let value): FixedDecimal.append(value, to: &bytes)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .day(let day):
      bytes.append(UInt8(ascii: "\""))
      CSVText.append(day, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// `"name":` for each name, made once.
  static func memberNames(_ names: [String]) -> [[UInt8]] {
    names.map { name in
      var bytes: [UInt8] = []
      append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return bytes
    }
  }
}
