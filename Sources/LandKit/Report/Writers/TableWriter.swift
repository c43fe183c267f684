/// Formats rows of one machine table; made once and shared by the workers.
public struct TableWriter<Row>: Sendable {
  /// The columns.
  public let columns: [Column<Row>]
  let memberNames: [[UInt8]]

  /// A writer for columns.
  public init(_ columns: [Column<Row>]) {
    self.columns = columns
    memberNames = JSONText.memberNames(columns.map(\.name))
  }

  /// The values of a row.
  public func cells(_ row: Row) -> [Cell] { columns.map { $0.value(row) } }

  /// The byte order mark and the header of a CSV file.
  public func csvHeader(prefix: [String] = []) -> [UInt8] {
    var bytes = CSVText.byteOrderMark
    CSVText.append(header: prefix + columns.map(\.name), to: &bytes)
    return bytes
  }

  /// Appends a row as CSV.
  public func appendCSV(_ cells: [Cell], to bytes: inout [UInt8]) {
    CSVText.append(cells, to: &bytes)
  }

  /// Appends a row as a JSON object; empty cells are left out.
  public func appendJSON(_ cells: [Cell], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    JSONText.append(members: memberNames, cells, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }
}
