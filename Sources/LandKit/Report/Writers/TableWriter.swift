/// Formats rows of one machine table; made once and shared by the workers. Values go straight into
/// the bytes; no row of values is built in between.
public struct TableWriter<Row>: Sendable {
  /// The names of the columns, in order.
  public let names: [String]
  private let memberNames: [[UInt8]]
  private let groups: [ColumnGroup<Row>]

  /// A writer for columns.
  public init(_ groups: [ColumnGroup<Row>]) {
    self.groups = groups
    names = groups.flatMap { $0.columns.map(\.name) }
    memberNames = JSONText.memberNames(names)
  }

  /// The byte order mark and the header of a CSV file.
  public func csvHeader(prefix: [String] = []) -> [UInt8] {
    var bytes = CSVText.byteOrderMark
    CSVText.append(header: prefix + names, to: &bytes)
    return bytes
  }

  /// Appends a row as CSV.
  public func appendCSV(_ row: Row, to bytes: inout [UInt8]) {
    for group in groups.indices { appendCSV(group: group, of: row, to: &bytes) }
    CSVText.endRow(&bytes)
  }

  /// Appends the fields of one group of columns, with the comma that goes before them.
  public func appendCSV(group: Int, of row: Row, to bytes: inout [UInt8]) {
    var isFirst = group == 0
    groups[group].forEach(row) { cell in
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      CSVText.append(cell, to: &bytes)
    }
  }

  /// Appends a row as a JSON object; empty cells are left out.
  public func appendJSON(_ row: Row, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    appendMembers(row, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends the members of a row without braces; returns whether there were any.
  @discardableResult
  func appendMembers(_ row: Row, to bytes: inout [UInt8]) -> Bool {
    var isFirst = true
    var index = 0
    for group in groups {
      group.forEach(row) { cell in
        defer { index += 1 }
        if cell.isEmpty { return }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(contentsOf: memberNames[index])
        JSONText.append(cell, to: &bytes)
      }
    }
    return !isFirst
  }
}
