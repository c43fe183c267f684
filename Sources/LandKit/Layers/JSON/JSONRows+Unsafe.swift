// Unsafe because it walks the lent source bytes with JSONScanner and counts their line ends; the
// buffer never leaves the closure that lends it.

/// Finds the objects of a table in JSON and notes where their members are.
struct JSONRows {
  private static let wrappers: Set<String> = ["data", "rows", "list", "records", "result", "items"]
  /// How deep one wrapper may stand in another; a limit of ours.
  private static let wrapperDepth = 4

  private var scanner: JSONScanner
  private var table: CSVTable
  private var columns: [String: Int] = [:]
  private var line = 1
  private var counted: Int
  private var elements = 0

  /// The most bytes of an object.
  private let longest: Int

  init(_ scanner: JSONScanner, _ text: DecodedText, longest: Int = RecordLimit.bytes) {
    self.scanner = scanner
    self.longest = longest
    counted = 0
    table = CSVTable(
      attributes: AttributeTable(syntax: .json, source: text.source), encoding: text.encoding,
      separator: ",")
  }

  mutating func read() throws(JSONFault) -> CSVTable {
    skipMarks()
    let start = scanner.at
    switch scanner.peek() {
    case UInt8(ascii: "["):
      try readArray()
      try expectEnd()
    case UInt8(ascii: "{"):
      let array = try wrappedArray(depth: 0)
      let end = scanner.at
      if let array {
        scanner.at = array
        try readArray()
        scanner.at = end
        try expectEnd()
      } else {
        scanner.at = start
        repeat { try readRow() } while hasMore()
      }
    default: throw scanner.fault("an array or an object is expected")
    }
    guard table.attributes.rowCount > 0 else {
      throw scanner.fault("there is no object in it", at: start)
    }
    let rows = table.attributes.rowCount
    for column in table.attributes.cells.indices {
      let missing = rows - table.attributes.cells[column].count
      table.attributes.cells[column] += Array(repeating: 0, count: missing)
    }
    return table
  }

  /// Moves over the record separators of a JSON text sequence.
  private mutating func skipMarks() {
    while scanner.peek() == 0x1E, scanner.at < scanner.end { scanner.at += 1 }
  }

  private mutating func hasMore() -> Bool {
    skipMarks()
    _ = scanner.peek()
    return scanner.at < scanner.end
  }

  private mutating func expectEnd() throws(JSONFault) {
    if hasMore() { throw scanner.fault("there is more text behind the table") }
  }

  /// Where the array of objects within an object starts, which is read to its end; the first one
  /// with an object in it, else the first empty one.
  private mutating func wrappedArray(depth: Int) throws(JSONFault) -> Int? {
    try scanner.expect(UInt8(ascii: "{"), "an object is expected")
    if scanner.take(UInt8(ascii: "}")) { return nil }
    var found: Int?
    var empty: Int?
    repeat {
      let name = try scanner.memberName()
      let isWrapper = Self.wrappers.contains(scanner.text(name.range, hasEscapes: name.hasEscapes))
      let first = scanner.peek()
      let start = scanner.at
      if isWrapper, first == UInt8(ascii: "{"), depth < Self.wrapperDepth {
        let inner = try wrappedArray(depth: depth + 1)
        if found == nil { found = inner }
        continue
      }
      try scanner.skipValue(depth: depth + 1)
      guard isWrapper, first == UInt8(ascii: "[") else { continue }
      var inside = scanner
      inside.at = start + 1
      switch inside.peek() {
      case UInt8(ascii: "{"): found = found ?? start
      case UInt8(ascii: "]"): empty = empty ?? start
      default: break
      }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
    return found ?? empty
  }

  private mutating func readArray() throws(JSONFault) {
    try scanner.expect(UInt8(ascii: "["), "an array is expected")
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat {
      if scanner.peek() == UInt8(ascii: "{") {
        try readRow()
      } else {
        countLines()
        elements += 1
        let value = try scanner.skipValue(depth: 1)
        let text = scanner.text(value.prefix(20), hasEscapes: false)
        table.issues.append(.init(kind: .noObject(text), row: nil, line: line))
      }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"), "a comma or ] is expected")
  }

  /// Counts the line ends up to the next value.
  private mutating func countLines() {
    _ = scanner.peek()
    while counted < scanner.at {
      if scanner.bytes[counted] == UInt8(ascii: "\n") { line += 1 }
      counted += 1
    }
  }

  private mutating func readRow() throws(JSONFault) {
    countLines()
    let base = scanner.at
    let row = table.attributes.base.count
    elements += 1
    table.attributes.base.append(base)
    table.lines.append(line)
    table.rowNumbers.append(elements)
    try scanner.expect(UInt8(ascii: "{"), "an object is expected")
    if scanner.take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try scanner.memberName()
      let column = try column(scanner.text(name.range, hasEscapes: name.hasEscapes), name.offset)
      let value = try scanner.skipValue(depth: 2)
      // Below it, offsets within a row fit the table's 32 bits.
      if value.upperBound - base > longest {
        throw scanner.fault("the object is larger than 256 MiB", at: base)
      }
      let offset = UInt32(value.lowerBound - base)
      let filled = table.attributes.cells[column].count
      if filled > row {
        table.issues.append(
          .init(kind: .duplicateMember(table.attributes.names[column]), row: row, line: line))
        continue
      }
      if filled < row {
        table.attributes.cells[column] += Array(repeating: 0, count: row - filled)
      }
      table.attributes.cells[column].append(offset)
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
  }

  private mutating func column(_ name: String, _ offset: Int) throws(JSONFault) -> Int {
    if let column = columns[name] { return column }
    guard columns.count < CSVReader.columnLimit else {
      throw scanner.fault("more than \(CSVReader.columnLimit) different names", at: offset)
    }
    columns[name] = columns.count
    table.attributes.names.append(name)
    table.attributes.cells.append([])
    return columns.count - 1
  }
}
