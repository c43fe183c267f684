// Unsafe because every byte of a table passes here; it reads one borrowed buffer within its count.

/// Finds the end of the delimited field that starts at `start`, by RFC 4180: in quotes when its
/// first byte is a quote, doubled quotes inside stand for one.
@inline(__always)
func csvField(
  _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, separator: UInt8
) -> CSVField {
  let quote = UInt8(ascii: "\"")
  var at = start
  if at < bytes.count, bytes[at] == quote {
    return quotedCSVField(bytes, at: start, separator: separator)
  }
  while at < bytes.count {
    let byte = bytes[at]
    if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
    at &+= 1
  }
  return CSVField(content: ByteRange(start: start, end: at), end: at)
}

private func quotedCSVField(
  _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, separator: UInt8
) -> CSVField {
  let quote = UInt8(ascii: "\"")
  var field = CSVField(content: ByteRange(start: start + 1, end: start + 1), end: start)
  field.isQuoted = true
  var at = start + 1
  while at < bytes.count {
    if bytes[at] == quote {
      if at + 1 < bytes.count, bytes[at + 1] == quote {
        field.needsUnquoting = true
        at += 2
        continue
      }
      break
    }
    if bytes[at] == UInt8(ascii: "\n") { field.lineFeeds += 1 }
    at += 1
  }
  field.content.end = min(at, bytes.count)
  if at >= bytes.count {
    field.isUnclosed = true
    field.end = bytes.count
    return field
  }
  at += 1
  while at < bytes.count, bytes[at] != separator, bytes[at] != UInt8(ascii: "\n"),
    bytes[at] != UInt8(ascii: "\r")
  {
    if bytes[at] != UInt8(ascii: " ") {
      field.hasTextAfterQuote = true
      field.needsUnquoting = true
    }
    at += 1
  }
  field.end = at
  return field
}

/// The text of the delimited field that starts at `position`; null when it is empty.
func decodeCSVField(
  _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, separator: UInt8
) -> AttributeValue {
  let field = csvField(bytes, at: position, separator: separator)
  if !field.needsUnquoting {
    if field.content.isEmpty { return .null }
    let content = UnsafeBufferPointer(rebasing: bytes[field.content.start..<field.content.end])
    return .text(String(decoding: content, as: UTF8.self))
  }
  let quote = UInt8(ascii: "\"")
  var text: [UInt8] = []
  text.reserveCapacity(field.end - field.content.start)
  var at = field.content.start
  while at < field.content.end {
    text.append(bytes[at])
    at += bytes[at] == quote ? 2 : 1
  }
  // What follows the closing quote is kept: nothing that was written gets lost.
  if field.hasTextAfterQuote { text.append(contentsOf: bytes[(field.content.end + 1)..<field.end]) }
  return text.isEmpty ? .null : .text(String(decoding: text, as: UTF8.self))
}
