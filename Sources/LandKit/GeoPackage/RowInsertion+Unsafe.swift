// Unsafe because values are handed to SQLite where they lie: an object for each value of a hundred
// thousand rows takes longer than the rows themselves.

import Foundation
import GRDB
import GRDBSQLite

/// An `INSERT` that is prepared once and run for many rows.
public struct RowInsertion {
  private let db: Database
  private let statement: Statement

  /// An insertion into some columns of a table; the names are put into quotes. Throws
  /// `DatabaseError`.
  public init(into table: String, _ columns: [String], in db: Database) throws {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let names = columns.map { GeoPackageTable.quoted($0) }.joined(separator: ", ")
    self.db = db
    statement = try db.makeStatement(
      sql: "INSERT INTO \(GeoPackageTable.quoted(table)) (\(names)) VALUES (\(marks))")
  }

  /// Adds a row of values in the order of the columns. Throws `DatabaseError`.
  public func run(_ values: [DatabaseValue]) throws { try run(values, after: 0) }

  /// Adds a row of a geometry, null where there is none, and values. Throws `DatabaseError`.
  public func run(geometry: [UInt8]?, _ values: [DatabaseValue]) throws {
    guard let geometry, !geometry.isEmpty else {
      try check(sqlite3_bind_null(handle, 1))
      return try run(values, after: 1)
    }
    // The bytes stay where they are until the row is written.
    try geometry.withUnsafeBytes { bytes in
      try check(sqlite3_bind_blob64(handle, 1, bytes.baseAddress, UInt64(bytes.count), nil))
      try run(values, after: 1)
    }
  }

  /// Adds a row of numbers.
  func run(_ key: Int, _ numbers: Double...) throws {
    try check(sqlite3_bind_int64(handle, 1, Int64(key)))
    for (i, number) in numbers.enumerated() {
      try check(sqlite3_bind_double(handle, Int32(i + 2), number))
    }
    try step()
  }

  private var handle: OpaquePointer { statement.sqliteStatement }

  private func run(_ values: [DatabaseValue], after first: Int) throws {
    for (i, value) in values.enumerated() { try bind(value, at: Int32(first + i + 1)) }
    try step()
  }

  private func bind(_ value: DatabaseValue, at index: Int32) throws {
    // SQLite copies what it is told may go.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value.storage {
    case .null: try check(sqlite3_bind_null(handle, index))
    case .int64(let number): try check(sqlite3_bind_int64(handle, index, number))
    case .double(let number): try check(sqlite3_bind_double(handle, index, number))
    case .string(let text):
      try check(
        sqlite3_bind_text(handle, index, text, Int32(clamping: text.utf8.count), copied))
    case .blob(let data):
      guard !data.isEmpty else { return try check(sqlite3_bind_zeroblob(handle, index, 0)) }
      try data.withUnsafeBytes { bytes in
        try check(
          sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), copied))
      }
    }
  }

  private func step() throws {
    let code = sqlite3_step(handle)
    // What SQLite says of it goes with the reset.
    let error = code == SQLITE_DONE ? nil : self.error(code)
    sqlite3_reset(handle)
    if let error { throw error }
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
  }
}
