import LandGeometry
import LandLayers

/// Rows as a JSON array of objects.
struct JSONTableExport {
  let table: AttributeTable

  func write(_ sink: ([UInt8]) throws -> Void) throws {
    var bytes: [UInt8] = Array("[".utf8)
    for row in 0..<table.rowCount {
      bytes += (row == 0 ? "\n{" : ",\n{").utf8
      for (column, name) in table.names.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONString.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        switch table.value(row: row, column: column) {
        case .null: bytes += "null".utf8
        case .text(let text): JSONString.append(text, to: &bytes)
        case .number(_, let literal): bytes += literal.utf8
        case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
        case .nested(let text): bytes += text.utf8
        }
      }
      bytes.append(UInt8(ascii: "}"))
      if bytes.count > 1 << 18 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes += "\n]\n".utf8
    try sink(bytes)
  }
}
