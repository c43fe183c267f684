import LandCadastre
import LandLayers

/// One value of a machine table. The same value is written to CSV and JSON.
public enum Cell: Sendable {
  /// Unknown: an empty CSV field, left out of JSON.
  case empty
  /// A text of people; formula injection is neutralised in CSV.
  case text(String)
  /// An id, a code or a word of ours; written as it is.
  case code(String)
  /// A number with a fixed count of decimals.
  case number(Double, decimals: Int)
  /// A whole number.
  case integer(Int)
  /// true or false.
  case truth(Bool)
  /// A day, `2025-06-30`.
  case day(CalendarDate)
  /// Codes joined with `;`.
  case list([String])

  /// An area in m², six decimals.
  static func area(_ value: Double?) -> Cell { number(value, 6) }
  /// A share or ratio, nine decimals.
  static func ratio(_ value: Double?) -> Cell { number(value, 9) }
  /// A number; nil and NaN are empty.
  static func number(_ value: Double?, _ decimals: Int) -> Cell {
    guard let value, value.isFinite else { return .empty }
    return .number(value, decimals: decimals)
  }
  static func text(orEmpty value: String?) -> Cell {
    value.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
  }
  static func code(orEmpty value: String?) -> Cell {
    value.map { $0.isEmpty ? .empty : .code($0) } ?? .empty
  }
  static func integer(orEmpty value: Int?) -> Cell { value.map { .integer($0) } ?? .empty }
  static func truth(orEmpty value: Bool?) -> Cell { value.map { .truth($0) } ?? .empty }
  static func day(orEmpty value: CalendarDate?) -> Cell { value.map { .day($0) } ?? .empty }

  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text), .code(let text): text.isEmpty
    case .list(let items): items.isEmpty
    default: false
    }
  }
}

/// One column of a machine table: its stable name, where its value is made, and the value.
public struct Column<Row>: Sendable {
  /// The name in the header; never changed once released.
  public let name: String
  /// The file below `Sources/LandKit` in which the value is made.
  public let origin: String
  /// Hands the value of a row to a writer.
  let write: @Sendable (Row, inout CellWriter) -> Void

  /// A column whose value goes straight to the writer.
  public init(
    _ name: String, _ origin: String, _ write: @escaping @Sendable (Row, inout CellWriter) -> Void
  ) {
    self.name = name
    self.origin = origin
    self.write = write
  }

  /// A column whose value is a cell.
  public init(_ name: String, _ origin: String, _ value: @escaping @Sendable (Row) -> Cell) {
    self.init(name, origin) { row, writer in writer.put(value(row)) }
  }

  /// The value of a row.
  func value(_ row: Row) -> Cell {
    var writer = CellWriter(.cell, capacity: 1)
    write(row, &writer)
    return writer.cell
  }

  /// The value of a row as a CSV field has it, without quotes; nil where it is empty.
  public func text(_ row: Row) -> String? {
    let cell = value(row)
    guard !cell.isEmpty else { return nil }
    switch cell {
    case .text(let text), .code(let text): return text
    case .list(let items): return items.joined(separator: ";")
    default:
      var bytes: [UInt8] = []
      CSVText.append(cell, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
