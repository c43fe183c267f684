import LandCadastre
import LandLayers

/// Writes rows of cells as CSV: UTF-8, CRLF, quotes only where needed.
public enum CSVText {
  static func append(header names: [String], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: names.joined(separator: ",").utf8)
    CSVFieldText.endRow(&bytes)
  }

  /// Ends a row.
  public static func endRow(_ bytes: inout [UInt8]) { CSVFieldText.endRow(&bytes) }

  static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: break
    case .text(let text): CSVFieldText.append(text, neutralised: true, to: &bytes)
    case .code(let text): CSVFieldText.append(text, neutralised: false, to: &bytes)
    case .number(let value, let decimals): FixedDecimal.append(value, decimals, to: &bytes)
    case .integer(let value): FixedDecimal.append(value, to: &bytes)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .day(let day): append(day, to: &bytes)
    case .list(let items):
      // Codes and field names of ours; none holds a separator.
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ";")) }
        bytes.append(contentsOf: item.utf8)
      }
    }
  }

  static func append(_ day: CalendarDate, to bytes: inout [UInt8]) {
    let (year, month, date) = day.components
    func two(_ value: Int) {
      bytes.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
      bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }
    two(year / 100)
    two(year % 100)
    bytes.append(UInt8(ascii: "-"))
    two(month)
    bytes.append(UInt8(ascii: "-"))
    two(date)
  }
}
