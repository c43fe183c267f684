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
