// Unsafe because it lends the bytes of a source to the parser and to the line finder; neither
// keeps the buffer.

import LandGeometry

/// One line of a text, without its end.
struct TextLine {
  var range: ByteRange
  /// Whether there is anything on it but blanks, and it is no `#` comment.
  var isContent: Bool
}

extension SourceBytes {
  /// Reads all bytes as one geometry.
  func parseWKT() throws(WKTFault) -> (WKTGeometry, PolygonColumns<Unplaced>) {
    var columns = PolygonColumns<Unplaced>()
    let geometry = try parseWKT(
      in: ByteRange(start: 0, end: count), appendingTo: &columns
    ).get()
    columns.endFeature()
    return (geometry, columns)
  }

  /// Reads a range as one geometry; after a failure the columns hold a part of it.
  func parseWKT(
    in range: ByteRange, appendingTo columns: inout PolygonColumns<Unplaced>
  ) -> Result<WKTGeometry, WKTFault> {
    withBytes { bytes in
      // Moved in and out, so that the arrays are never shared and never copied.
      var moved = PolygonColumns<Unplaced>()
      swap(&moved, &columns)
      var parser = WKTParser(bytes, from: range.start, to: range.end, columns: moved)
      moved = PolygonColumns()
      defer { swap(&parser.columns, &columns) }
      do throws(WKTFault) {
        try parser.parseWhole()
        return .success(parser.geometry)
      } catch {
        return .failure(error)
      }
    }
  }

  /// The lines of a text, ended by LF or CRLF.
  func lines(from start: Int) -> [TextLine] {
    withBytes { bytes in
      var lines: [TextLine] = []
      var lineStart = start
      while lineStart < bytes.count {
        var end = lineStart
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let next = end + 1
        if end > lineStart, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let first = bytes[lineStart..<end].first { $0 != 0x20 && $0 != 0x09 }
        lines.append(
          TextLine(
            range: ByteRange(start: lineStart, end: end),
            isContent: first != nil && first != UInt8(ascii: "#")))
        lineStart = next
      }
      return lines
    }
  }
}
