import LandLayers

/// Formats rows of one machine table; made once and shared by the workers. Values go straight into
/// the bytes; no row of values is built in between.
public struct TableWriter<Row>: Sendable {
  /// The names of the columns, in order.
  public let names: [String]
  private let memberNames: [[UInt8]]
  private let values: [@Sendable (Row) -> Cell]

  /// A writer for columns.
  public init(_ columns: [Column<Row>]) {
    names = columns.map(\.name)
    memberNames = JSONText.memberNames(names)
    values = columns.map(\.value)
  }

  /// The byte order mark and the header of a CSV file.
  public func csvHeader(prefix: [String] = []) -> [UInt8] {
    var bytes = CSVFieldText.byteOrderMark
    CSVText.append(header: prefix + names, to: &bytes)
    return bytes
  }

  /// Appends a row as CSV.
  public func appendCSV(_ row: Row, to bytes: inout [UInt8]) {
    appendCSV(values.indices, of: row, to: &bytes)
    CSVText.endRow(&bytes)
  }

  /// Appends some fields of a row; a comma goes before each but the row's first.
  public func appendCSV(_ columns: Range<Int>, of row: Row, to bytes: inout [UInt8]) {
    for index in columns {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVText.append(values[index](row), to: &bytes)
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
    for index in values.indices {
      let cell = values[index](row)
      if cell.isEmpty { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(contentsOf: memberNames[index])
      JSONText.append(cell, to: &bytes)
    }
    return !isFirst
  }
}
