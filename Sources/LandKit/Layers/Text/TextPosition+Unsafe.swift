// Unsafe because it walks the bytes of the whole input; the buffer never leaves the closure.

/// Finds the line and column of a byte, for messages.
struct TextPosition: Hashable, Sendable {
  /// Line, from 1.
  var line: Int
  /// Column in bytes, from 1.
  var column: Int
}

extension SourceBytes {
  /// The line and column of a byte offset; reads the text from its start, so only for errors.
  func position(of offset: Int) -> TextPosition {
    withBytes { bytes in
      var line = 1
      var lineStart = 0
      for at in 0..<min(offset, bytes.count) where bytes[at] == UInt8(ascii: "\n") {
        line += 1
        lineStart = at + 1
      }
      return TextPosition(line: line, column: offset - lineStart + 1)
    }
  }
}

extension SourceBytes {
  /// The lines and columns of many offsets in one pass over the text.
  func positions(of offsets: [Int]) -> [TextPosition] {
    var result = offsets.map { _ in TextPosition(line: 1, column: 1) }
    withBytes { bytes in
      var line = 1
      var lineStart = 0
      var at = 0
      for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
        let offset = min(offsets[index], bytes.count)
        while at < offset {
          if bytes[at] == 0x0A {
            line += 1
            lineStart = at + 1
          }
          at += 1
        }
        result[index] = TextPosition(line: line, column: offset - lineStart + 1)
      }
    }
    return result
  }
}
