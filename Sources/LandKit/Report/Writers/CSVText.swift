import LandCadastre
import LandLayers

/// Writes rows of cells as CSV: UTF-8, CRLF, quotes only where needed.
public enum CSVText {
  static func append(header names: [String], to bytes: inout [UInt8]) {
    bytes.append(utf8: names.joined(separator: ","))
    CSVFieldText.endRow(&bytes)
  }

  /// Ends a row.
  public static func endRow<Sink: ByteSink & ~Copyable>(_ bytes: inout Sink) {
    CSVFieldText.endRow(&bytes)
  }

  static func append<Sink: ByteSink & ~Copyable>(_ cell: Cell, to bytes: inout Sink) {
    switch cell {
    case .empty: break
    case .text(let text): CSVFieldText.append(text, neutralised: true, to: &bytes)
    case .code(let text): CSVFieldText.append(text, neutralised: false, to: &bytes)
    case .number(let value, let decimals): FixedDecimal.append(value, decimals, to: &bytes)
    case .integer(let value): FixedDecimal.append(value, to: &bytes)
    case .truth(let value): bytes.append(utf8: value ? "true" : "false")
    case .day(let day): append(day, to: &bytes)
    case .list(let items):
      // Ids of parcels among them: a comma or a quote among them must not make another cell.
      CSVFieldText.append(
        items.joined(separator: ";"), neutralised: false, to: &bytes)
    }
  }

  static func append<Sink: ByteSink & ~Copyable>(_ day: CalendarDate, to bytes: inout Sink) {
    let (year, month, date) = day.components
    two(year / 100, to: &bytes)
    two(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    two(month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    two(date, to: &bytes)
  }

  private static func two<Sink: ByteSink & ~Copyable>(_ value: Int, to bytes: inout Sink) {
    let value = UInt8(truncatingIfNeeded: value % 100)
    bytes.append(UInt8(ascii: "0") + value / 10)
    bytes.append(UInt8(ascii: "0") + value % 10)
  }
}
