// Unsafe because the bytes of a row are read where SQLite keeps them: a text that another program
// spoiled must be hashed as it is and not as it decodes, and a hundred thousand rows are read
// without an object a value.

import GRDB
import GRDBSQLite
import LandCadastre
import LandGeoPackage
import LandGeometry

/// A row of a statement, until its next step.
struct RawRow {
  private let statement: OpaquePointer

  /// Runs a query and looks at its rows one by one.
  static func each(
    _ sql: String, _ arguments: StatementArguments = [], in db: Database,
    _ body: (RawRow) throws -> Void
  ) throws {
    let statement = try db.makeStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    let row = RawRow(statement: statement.sqliteStatement)
    while try cursor.next() != nil { try body(row) }
  }

  /// The text; nil for a value of another type.
  func text(_ column: Int32) -> String? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT else { return nil }
    return String(decoding: bytes(column), as: UTF8.self)
  }
  /// The whole number; nil for a value of another type.
  func integer(_ column: Int32) -> Int? {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return Int(sqlite3_column_int64(statement, column))
  }
  /// The number; nil for a value of another type.
  func real(_ column: Int32) -> Double? {
    let type = sqlite3_column_type(statement, column)
    guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { return nil }
    return sqlite3_column_double(statement, column)
  }
  /// The day of a text `2026-03-31`; nil for anything else.
  func day(_ column: Int32) -> CalendarDate? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT else { return nil }
    let bytes = bytes(column)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var numbers = [0, 0, 0]
    for (i, byte) in bytes.enumerated() where i != 4 && i != 7 {
      guard (0x30...0x39).contains(byte) else { return nil }
      let part = i < 4 ? 0 : i < 7 ? 1 : 2
      numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
    }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
  /// The value as it is kept; bytes read as null.
  func value(_ column: Int32) -> LedgerValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(column), as: UTF8.self))
    default: .null
    }
  }
  /// Whether the value is null.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// Appends the polygon of a column as a feature, an empty one for null; false where it is none.
  func appendFeature(_ column: Int32, to columns: inout PolygonColumns<Geographic>) -> Bool {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL:
      columns.endFeature()
      return true
    case SQLITE_BLOB: return GeometryBlob.append(bytes(column), to: &columns)
    default: return false
    }
  }
  /// The point of a column; nil where it has none.
  func point(_ column: Int32) -> Coordinate? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    return GeometryBlob.point(of: bytes(column))
  }

  /// Adds the columns from the first one on to a canonical text.
  func add(_ names: [String], to text: inout CanonicalText) {
    for (i, name) in names.enumerated() {
      let column = Int32(i)
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: text.integer(name, sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: text.real(name, sqlite3_column_double(statement, column))
      case SQLITE_TEXT: text.text(name, bytes(column))
      case SQLITE_BLOB: text.blob(name, bytes(column))
      default: text.null(name)
      }
    }
  }

  /// A number made of the first columns (FNV-1a), eight hexadecimal digits. It only says which row
  /// of a table is another one; that a table is the same is proved by its digest.
  func mark(_ count: Int) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func mix(number: UInt64) {
      for shift in 0..<8 { mix(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift))) }
    }
    for column in 0..<Int32(count) {
      let type = sqlite3_column_type(statement, column)
      mix(UInt8(truncatingIfNeeded: type))
      switch type {
      case SQLITE_INTEGER:
        mix(number: UInt64(bitPattern: sqlite3_column_int64(statement, column)))
      case SQLITE_FLOAT: mix(number: sqlite3_column_double(statement, column).bitPattern)
      case SQLITE_TEXT, SQLITE_BLOB:
        let bytes = bytes(column)
        mix(number: UInt64(bytes.count))
        for byte in bytes { mix(byte) }
      default: break
      }
    }
    let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    // Of a text this is its UTF-8; the order of the two calls is SQLite's rule.
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
