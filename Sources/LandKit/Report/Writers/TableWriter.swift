import LandLayers

/// Formats rows of one machine table; made once and shared by the workers. Values go straight into
/// the bytes; no row of values is built in between.
public struct TableWriter<Row>: Sendable {
  /// The names of the columns, in order.
  public let names: [String]
  private let memberNames: [[UInt8]]
  private let columns: ColumnCalls<Row>

  /// A writer for columns.
  public init(_ columns: [Column<Row>]) {
    names = columns.map(\.name)
    memberNames = JSONText.memberNames(names)
    self.columns = ColumnCalls(columns.map(\.write))
  }

  /// The byte order mark and the header of a CSV file.
  public func csvHeader(prefix: [String] = []) -> [UInt8] {
    var bytes = CSVFieldText.byteOrderMark
    CSVText.append(header: prefix + names, to: &bytes)
    return bytes
  }

  /// Where rows go as CSV, with room for some bytes.
  public func csv(capacity: Int = 64) -> CellWriter { CellWriter(.csv, capacity: capacity) }

  /// Where rows go as JSON, with room for some bytes.
  public func json(capacity: Int = 64) -> CellWriter {
    CellWriter(.members, names: memberNames, capacity: capacity)
  }

  /// Writes a row as CSV.
  public func writeCSV(_ row: Row, to writer: inout CellWriter) {
    writeCSV(0..<columns.count, of: row, to: &writer)
    CSVText.endRow(&writer.bytes)
  }

  /// Writes some fields of a row; a comma goes before each but the row's first.
  public func writeCSV(_ columns: Range<Int>, of row: Row, to writer: inout CellWriter) {
    for index in columns {
      if index > 0 { writer.bytes.append(UInt8(ascii: ",")) }
      self.columns.write(index, of: row, to: &writer)
    }
  }

  /// Writes a row as a JSON object; empty cells are left out.
  public func writeJSON(_ row: Row, to writer: inout CellWriter) {
    writer.bytes.append(UInt8(ascii: "{"))
    writeMembers(row, to: &writer)
    writer.bytes.append(UInt8(ascii: "}"))
  }

  /// Writes the members of a row without braces; returns whether there were any.
  @discardableResult
  func writeMembers(_ row: Row, to writer: inout CellWriter) -> Bool {
    writer.hasMember = false
    for index in 0..<columns.count {
      writer.column = index
      columns.write(index, of: row, to: &writer)
    }
    return writer.hasMember
  }

  /// Rows as CSV, where they are few.
  public func csv(_ rows: some Sequence<Row>) -> [UInt8] {
    var writer = csv()
    for row in rows { writeCSV(row, to: &writer) }
    return writer.finish().bytes
  }

  /// Rows as JSON objects with a separator between them, where they are few.
  public func json(_ rows: some Sequence<Row>, separator: [UInt8] = []) -> [UInt8] {
    var writer = json()
    var isFirst = true
    for row in rows {
      if !isFirst { writer.bytes.append(bytes: separator.span) }
      isFirst = false
      writeJSON(row, to: &writer)
    }
    return writer.finish().bytes
  }
}
