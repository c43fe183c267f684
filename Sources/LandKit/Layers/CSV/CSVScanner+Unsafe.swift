// Unsafe because it walks all bytes of a table; the buffer is lent for one call at a time.

import LandGeometry

/// Walks a table once, row by row, and notes where each field starts.
struct CSVScanner {
  private let source: SourceBytes
  private var at: Int
  private var line = 1
  /// How many rows are behind, blank ones among them: the number by which spreadsheets call the
  /// row that was read last.
  private(set) var row = 0
  /// What ends a field; known after the header.
  private(set) var separator = UInt8(ascii: ",")
  /// Where the fields of the row at hand start.
  private var starts: [Int] = []
  private var rowHasContent = false
  private var textAfterQuote: Int?

  /// The most bytes of a row.
  private let longest: Int

  /// A scanner that starts at a byte. Where `separator` is given, it is not guessed.
  init(
    _ source: SourceBytes, from start: Int, separator: UInt8? = nil,
    longest: Int = RecordLimit.bytes
  ) {
    self.source = source
    self.longest = longest
    at = start
    declaredSeparator = separator
  }

  /// The cells of the rows that have any, up to the row of a number. Each row is split by its own
  /// likely separator: titles above a table have as a rule none.
  mutating func firstRows(_ last: Int) throws(FormatError) -> [CSVReader.Row] {
    try source.withBytes { (bytes) throws(FormatError) in
      takeSeparatorLine(bytes)
      var rows: [CSVReader.Row] = []
      while true {
        skipLineEnds(bytes)
        if at >= bytes.count || row >= last { return rows }
        separator = likelySeparator(bytes)
        try scanRow(bytes)
        if rowHasContent { rows.append(CSVReader.Row(number: row, cells: names(bytes))) }
      }
    }
  }

  /// The column names and the line they are on; nil for a text without any row.
  ///
  /// - Parameter number: the row that holds the names, from 1; the first with content where nil.
  mutating func header(row number: Int? = nil) throws(FormatError)
    -> (names: [String], line: Int)?
  {
    try source.withBytes { (bytes) throws(FormatError) in
      takeSeparatorLine(bytes)
      while true {
        skipLineEnds(bytes)
        if at >= bytes.count { return nil }
        separator = likelySeparator(bytes)
        let headerLine = line
        try scanRow(bytes)
        if let number, row < number { continue }
        if let number, row > number || !rowHasContent { throw blankHeader(number) }
        // A line of separators alone cannot name columns.
        if !rowHasContent { continue }
        if starts.count > CSVReader.columnLimit {
          throw FormatError(
            file: source.name, line: headerLine,
            message: Bilingual(
              zh: "列数过多:\(starts.count),上限 \(CSVReader.columnLimit)",
              en: "too many columns: \(starts.count), at most \(CSVReader.columnLimit)"),
            remedy: Bilingual(
              zh: "请检查分隔符,或删去多余的列", en: "check the separator, or delete columns"))
        }
        return (names(bytes), headerLine)
      }
    }
  }

  /// The cells of the row at hand without white space at their ends.
  private func names(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    starts.map { start in
      decodeCSVField(bytes, at: start, separator: separator).text.map(trimmed) ?? ""
    }
  }

  private func blankHeader(_ number: Int) -> FormatError {
    FormatError(
      file: source.name,
      message: Bilingual(zh: "第 \(number) 行是空行,不是表头", en: "row \(number) is blank, no header"),
      remedy: Bilingual(zh: "请核对 --header-row", en: "check --header-row"))
  }

  /// Reads all rows after the header.
  mutating func readRows(into table: inout CSVTable) throws(FormatError) {
    try source.withBytes { (bytes) throws(FormatError) in
      let width = table.attributes.names.count
      while true {
        skipLineEnds(bytes)
        if at >= bytes.count { return }
        let rowLine = line
        try scanRow(bytes)
        if !rowHasContent {
          table.blankRows += 1
          continue
        }
        append(bytes, rowLine, width, to: &table)
      }
    }
  }

  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rowLine: Int, _ width: Int, to table: inout CSVTable
  ) {
    let row = table.attributes.base.count
    let base = starts[0] - 1
    table.attributes.base.append(base)
    table.lines.append(rowLine)
    table.rowNumbers.append(self.row)
    for column in 0..<width {
      let offset = column < starts.count ? UInt32(truncatingIfNeeded: starts[column] - base) : 0
      table.attributes.cells[column].append(offset)
    }
    if let field = textAfterQuote {
      table.issues.append(.init(kind: .textAfterQuote(field: field), row: row, line: rowLine))
    }
    if starts.count < width {
      table.issues.append(
        .init(
          kind: .tooFewFields(found: starts.count, expected: width), row: row, line: rowLine))
    } else if starts.count > width {
      // Spreadsheets leave empty fields behind; only what has content is worth a word.
      let hasContent = starts[width...].contains { start in
        !csvField(bytes, at: start, separator: separator).content.isEmpty
      }
      if hasContent {
        table.issues.append(
          .init(
            kind: .tooManyFields(found: starts.count, expected: width), row: row, line: rowLine))
      }
    }
  }

  /// Notes the field starts of one row and moves behind its line end.
  private mutating func scanRow(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    let first = (at: at, line: line)
    starts.removeAll(keepingCapacity: true)
    rowHasContent = false
    textAfterQuote = nil
    while true {
      let field = csvField(bytes, at: at, separator: separator)
      if field.isUnclosed { throw unclosed() }
      if field.hasTextAfterQuote, textAfterQuote == nil { textAfterQuote = starts.count }
      if field.isQuoted || !isBlank(bytes, field.content) { rowHasContent = true }
      starts.append(at)
      line += field.lineFeeds
      at = field.end
      if at - first.at > longest {
        throw RecordLimit.row(source, offset: first.at, line: first.line)
      }
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    takeLineEnd(bytes)
    row += 1
  }

  private func unclosed() -> FormatError {
    FormatError(
      file: source.name, offset: at, line: line,
      message: Bilingual(zh: "引号没有结束", en: "a quote is never closed"),
      remedy: Bilingual(
        zh: "请在该处补上引号;字段中的引号要写两个",
        en: "close the quote there; a quote inside a field is written twice"))
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Bool {
    for position in range.start..<range.end
    where bytes[position] != UInt8(ascii: " ") && bytes[position] != UInt8(ascii: "\t") {
      return false
    }
    return true
  }

  private mutating func takeLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard at < bytes.count else { return }
    if bytes[at] == UInt8(ascii: "\r") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
      line += 1
    } else if bytes[at] == UInt8(ascii: "\n") {
      at += 1
      line += 1
    }
  }

  private mutating func skipLineEnds(_ bytes: UnsafeBufferPointer<UInt8>) {
    while at < bytes.count, bytes[at] == UInt8(ascii: "\r") || bytes[at] == UInt8(ascii: "\n") {
      takeLineEnd(bytes)
      row += 1
    }
  }

  /// A first line `sep=;`, as spreadsheets write and read it.
  private mutating func takeSeparatorLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    let mark = Array("sep=".utf8)
    guard bytes.count - at > 4, bytes[at..<(at + 4)].elementsEqual(mark) else { return }
    let after = at + 5
    guard
      after == bytes.count || bytes[after] == UInt8(ascii: "\r")
        || bytes[after] == UInt8(ascii: "\n")
    else { return }
    declaredSeparator = bytes[at + 4]
    at = after
    takeLineEnd(bytes)
  }

  private var declaredSeparator: UInt8?

  /// The most frequent of comma, semicolon and tab in the line at hand, outside quotes.
  private func likelySeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    if let declaredSeparator { return declaredSeparator }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var inQuotes = false
    for byte in bytes[at...] {
      if byte == UInt8(ascii: "\"") { inQuotes.toggle() }
      if inQuotes { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  private func trimmed(_ name: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
    let start = name.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...last])
  }
}

extension SourceBytes {
  /// The content of the delimited field that starts at a position, without its quotes.
  func csvContent(at position: Int, separator: UInt8) -> ByteRange {
    withBytes { csvField($0, at: position, separator: separator).content }
  }
}
