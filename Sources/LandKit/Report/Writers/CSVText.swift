import LandCadastre
import LandLayers

/// Writes rows of cells as CSV: UTF-8, CRLF, quotes only where needed. The byte order mark makes
/// Excel read it as UTF-8.
public enum CSVText {
  /// What a CSV file starts with.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func append(header names: [String], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: names.joined(separator: ",").utf8)
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Ends a row.
  public static func endRow(_ bytes: inout [UInt8]) { bytes.append(contentsOf: [0x0D, 0x0A]) }

  static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: break
    case .text(let text): append(field: text, neutralised: true, to: &bytes)
    case .code(let text): append(field: text, neutralised: false, to: &bytes)
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

  /// A field; a text that a spreadsheet would take for a formula gets an apostrophe in front.
  private static func append(field text: String, neutralised: Bool, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var isSpecial = false
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: isSpecial = true
        default: continue
        }
        break
      }
      let guarded = neutralised && utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      guard isSpecial || guarded else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(UInt8(ascii: "\""))
      if guarded { bytes.append(UInt8(ascii: "'")) }
      for byte in utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
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
