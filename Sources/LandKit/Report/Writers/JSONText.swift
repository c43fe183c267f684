import LandLayers

/// Writes JSON text (RFC 8259) into a byte buffer.
enum JSONText {
  /// A cell as a JSON value; an empty one is null.
  static func append<Sink: ByteSink & ~Copyable>(_ cell: Cell, to bytes: inout Sink) {
    switch cell {
    case .empty: bytes.append(utf8: "null")
    case .text(let text), .code(let text): JSONString.append(text, to: &bytes)
    case .number(let value, let decimals): FixedDecimal.append(value, decimals, to: &bytes)
    case .integer(let value): FixedDecimal.append(value, to: &bytes)
    case .truth(let value): bytes.append(utf8: value ? "true" : "false")
    case .day(let day):
      bytes.append(UInt8(ascii: "\""))
      CSVText.append(day, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONString.append(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// `"name":` for each name, made once.
  static func memberNames(_ names: [String]) -> [[UInt8]] {
    names.map { name in
      var bytes: [UInt8] = []
      JSONString.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return bytes
    }
  }
}
