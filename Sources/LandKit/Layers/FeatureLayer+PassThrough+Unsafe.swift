// Unsafe because bytes are copied straight from the lent source (see JSONScanner).

extension FeatureLayer {
  /// Appends the members of a feature's properties as they stand in the file, names and values
  /// byte for byte; a comma goes before each member unless `first`. A CSV row gives its fields as
  /// texts.
  ///
  /// - Parameter members: the columns that are wanted with their `"name":`, made once.
  public func appendProperties<Sink: ByteSink & ~Copyable>(
    of feature: Int, members: [(column: Int, name: [UInt8])], first: Bool, to bytes: inout Sink
  ) {
    var isFirst = first
    for (column, name) in members {
      let offset = attributes.cells[column][feature]
      guard offset != 0 else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(bytes: name.span)
      let position = attributes.base[feature] + Int(offset)
      attributes.source.withBytes { source in
        switch attributes.syntax {
        case .json:
          guard let range = Self.value(in: source, at: position) else { return }
          bytes.append(bytes: UnsafeBufferPointer(rebasing: source[range]).span)
        case .csv:
          break
        }
      }
      if attributes.syntax == .csv {
        JSONString.append(attributes.decode(at: position).text ?? "", to: &bytes)
      }
    }
  }

  /// Where a JSON value stands that was read before, so that it cannot fail now. Plain texts and
  /// numbers, which nearly all are, end at the next quote or separator.
  private static func value(
    in source: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> Range<Int>? {
    var end = position
    switch source[position] {
    case UInt8(ascii: "\""):
      end += 1
      while end < source.count, source[end] != UInt8(ascii: "\"") {
        if source[end] == UInt8(ascii: "\\") { return skipped(in: source, at: position) }
        end += 1
      }
      return position..<end + 1
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < source.count, isPartOfNumber(source[end]) { end += 1 }
      return position..<end
    default: return skipped(in: source, at: position)
    }
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private static func skipped(
    in source: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> Range<Int>? {
    var scanner = JSONScanner(source, from: position)
    return try? scanner.skipValue()
  }

  /// Appends a feature's geometry as the file has it; false where the file has none that can be
  /// passed through.
  public func appendGeometry<Sink: ByteSink & ~Copyable>(
    of feature: Int, to bytes: inout Sink
  ) -> Bool {
    guard feature < geometryBytes.count, !geometryBytes[feature].isEmpty,
      state[feature] != .unreadable
    else { return false }
    let range = geometryBytes[feature]
    attributes.source.withBytes {
      bytes.append(bytes: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]).span)
    }
    return true
  }
}
