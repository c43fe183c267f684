import LandCadastre
import LandLayers

extension DocumentTable {
  /// The table as a CSV file: UTF-8 with byte order mark, lines ended by CRLF, headings with units.
  ///
  /// Numbers are rounded to their decimals and have no separators between thousands, days are
  /// `2025-06-30`, an unknown value is empty. A text that a spreadsheet would take for a formula
  /// gets an apostrophe in front, a code too. Totals stand at the end, as on paper.
  public func csv() -> [UInt8] {
    var bytes = CSVFieldText.byteOrderMark
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVFieldText.append(column.heading, neutralised: true, to: &bytes)
    }
    CSVFieldText.endRow(&bytes)
    for row in rows + totals {
      for index in columns.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if index < row.count { row[index].value.appendCSV(to: &bytes) }
      }
      CSVFieldText.endRow(&bytes)
    }
    return bytes
  }
}

extension DocumentCell.Value {
  fileprivate func appendCSV(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): CSVFieldText.append(text, neutralised: true, to: &bytes)
    case .code(let text): CSVFieldText.append(text, neutralised: false, to: &bytes)
    case .number(let value, let decimals), .coordinate(let value, let decimals):
      FixedDecimal.append(value, min(9, max(0, decimals)), to: &bytes)
    case .day(let day): bytes.append(contentsOf: day.description.utf8)
    case .empty, .unknown: break
    }
  }
}
