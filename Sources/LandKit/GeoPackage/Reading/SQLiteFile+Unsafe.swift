// Unsafe because it wraps SQLite's C interface: GRDB cannot say that a file is not to be touched
// (`immutable`), and a hundred thousand rows are read without an object a value.

import GRDBSQLite

/// A database that is only read. Nothing is written to it nor beside it.
struct SQLiteFile: ~Copyable {
  private let handle: OpaquePointer

  /// Opens an existing file.
  ///
  /// - Parameters:
  ///   - isStill: that nobody writes to it, so that it is read without locks and without the shared
  ///     memory file that write-ahead logging needs.
  ///   - longest: the most bytes that one value may have.
  init(_ path: String, isStill: Bool, longest: Int) throws(SQLiteFault) {
    var opened: OpaquePointer?
    let address = Self.address(path) + (isStill ? "?mode=ro&immutable=1" : "?mode=ro")
    let code = sqlite3_open_v2(
      address, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteFault(code: code, message: message)
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    // How long to wait for a program that is writing; a limit of ours.
    sqlite3_busy_timeout(handle, 2000)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: max(longest, 1 << 16)))
    _ = SpatialFunctions.register(on: handle)
    // A file from elsewhere must not make its views call what they like.
    for pragma in ["trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"] {
      sqlite3_exec(handle, "PRAGMA " + pragma, nil, nil, nil)
    }
  }

  deinit { sqlite3_close_v2(handle) }

  /// The path as SQLite's form of an address: whatever could mean something there is escaped.
  private static func address(_ path: String) -> String {
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }

  /// Runs a query and looks at its rows one by one, until one is not wanted any more.
  ///
  /// - Parameters:
  ///   - texts: the values of the question marks.
  ///   - body: looks at a row and says whether the next one is wanted.
  func each(_ sql: String, _ texts: [String] = [], _ body: (borrowing SQLiteRow) -> Bool)
    throws(SQLiteFault)
  {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    guard let prepared else { return }
    defer { sqlite3_finalize(prepared) }
    // SQLite copies what it is told may go.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (i, text) in texts.enumerated() {
      try check(
        sqlite3_bind_text(prepared, Int32(i + 1), text, Int32(clamping: text.utf8.count), copied))
    }
    let row = SQLiteRow(prepared)
    while true {
      let code = sqlite3_step(prepared)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { return try check(code) }
      if !body(row) { return }
    }
  }

  private func check(_ code: Int32) throws(SQLiteFault) {
    guard code == SQLITE_OK else {
      throw SQLiteFault(code: code, message: String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A row of a query, until its next one.
struct SQLiteRow: ~Copyable {
  /// What a cell holds; a number is kept as which it is.
  enum Kind { case null, integer, real, text, blob }

  private let statement: OpaquePointer

  fileprivate init(_ statement: OpaquePointer) { self.statement = statement }

  /// What a cell holds.
  func kind(_ column: Int) -> Kind {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// The whole number in a cell, or what SQLite makes of it.
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

  /// The number in a cell, or what SQLite makes of it.
  func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }

  /// The text of a cell, or what SQLite makes of it; nil for null. Bytes that are no UTF-8 become
  /// replacement characters.
  func text(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(statement, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Lends the bytes of a cell; they must not leave the closure.
  func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    // The order of the two calls is SQLite's rule.
    let start = sqlite3_column_blob(statement, Int32(column))
    return body(
      UnsafeRawBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
  }
}
