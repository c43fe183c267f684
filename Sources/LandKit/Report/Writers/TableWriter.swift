/// Formats rows of one machine table; made once and shared by the workers.
public struct TableWriter<Row>: Sendable {
  /// The names of the columns, in order.
  public let names: [String]
  let memberNames: [[UInt8]]
  private let groups: [ColumnGroup<Row>]

  /// A writer for columns.
  public init(_ groups: [ColumnGroup<Row>]) {
    self.groups = groups
    names = groups.flatMap { $0.columns.map(\.name) }
    memberNames = JSONText.memberNames(names)
  }

  /// The values of a row.
  public func cells(_ row: Row) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(names.count)
    for group in groups { group.append(row, &cells) }
    return cells
  }

  /// The byte order mark and the header of a CSV file.
  public func csvHeader(prefix: [String] = []) -> [UInt8] {
    var bytes = CSVText.byteOrderMark
    CSVText.append(header: prefix + names, to: &bytes)
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
