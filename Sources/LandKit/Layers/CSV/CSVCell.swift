/// Where the content of a delimited field is.
struct CSVField: Hashable, Sendable {
  /// The content, without the quotes around it.
  var content: ByteRange
  /// The first byte after the field: a separator, a line end or the end of the text.
  var end: Int
  /// Whether it stands in quotes.
  var isQuoted = false
  /// Whether quotes inside are doubled, or text follows the closing quote.
  var needsUnquoting = false
  /// Whether there is more than blanks between the closing quote and the end.
  var hasTextAfterQuote = false
  /// Whether the text ends before the closing quote.
  var isUnclosed = false
  /// How many line feeds are inside the quotes.
  var lineFeeds = 0
}

extension AttributeTable {
  /// The value of a delimited field that starts at a position: a text, or null when it is empty.
  func decodeCSV(at position: Int) -> AttributeValue {
    source.withBytes { decodeCSVField($0, at: position, separator: separator) }
  }
}
