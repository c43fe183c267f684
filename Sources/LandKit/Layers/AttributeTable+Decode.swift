extension AttributeTable {
  /// Decodes the cell whose text starts at a byte of the source.
  func decode(at position: Int) -> AttributeValue {
    switch syntax {
    case .json: source.withBytes { decodeJSONValue($0, at: position) }
    case .csv: decodeCSV(at: position)
    }
  }

  /// The name of a feature that the format itself gives (GeoJSON `id`), where it is a text or a
  /// number.
  func identifier(row: Int, offset: UInt32) -> String? {
    guard offset != 0 else { return nil }
    switch decode(at: base[row] + Int(offset)) {
    case .text(let text): return text
    case .number(_, let literal): return literal
    case .null, .boolean, .nested: return nil
    }
  }
}
