// Unsafe because SQLite hands the blobs of its functions over as pointers, and only its C interface
// can mark a function as innocuous: GRDB cannot, and a trigger may call no other function while
// `trusted_schema` is off.

import GRDB
import GRDBSQLite
import LandGeometry

/// The functions that the triggers of a spatial index call: `ST_IsEmpty`, `ST_MinX`, `ST_MaxX`,
/// `ST_MinY` and `ST_MaxY` (OGC 12-128r18, annex F.3). Null gives null; so does a blob that is no
/// geometry, except that it counts as empty.
public enum SpatialFunctions {
  private typealias Body =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void

  /// Registers them on a connection.
  public static func register(in db: Database) throws {
    try add("ST_IsEmpty", db) { context, _, values in
      guard let blob = SpatialFunctions.blob(values) else { return sqlite3_result_null(context) }
      sqlite3_result_int(context, SpatialFunctions.box(blob) == nil ? 1 : 0)
    }
    try add("ST_MinX", db) { context, _, values in
      SpatialFunctions.answer(context, values) { $0.minX }
    }
    try add("ST_MaxX", db) { context, _, values in
      SpatialFunctions.answer(context, values) { $0.maxX }
    }
    try add("ST_MinY", db) { context, _, values in
      SpatialFunctions.answer(context, values) { $0.minY }
    }
    try add("ST_MaxY", db) { context, _, values in
      SpatialFunctions.answer(context, values) { $0.maxY }
    }
  }

  private static func add(_ name: String, _ db: Database, _ body: Body) throws {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let status = sqlite3_create_function_v2(
      db.sqliteConnection, name, 1, flags, nil, body, nil, nil, nil)
    guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  private static func blob(
    _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> UnsafeRawBufferPointer? {
    guard let value = values?[0], sqlite3_value_type(value) == SQLITE_BLOB else { return nil }
    return UnsafeRawBufferPointer(
      start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value)))
  }

  private static func box(_ blob: UnsafeRawBufferPointer) -> Envelope? {
    var reader = BlobReader(blob)
    guard let box = reader.box(), !box.isEmpty else { return nil }
    return box
  }

  private static func answer(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
    _ edge: (Envelope) -> Double
  ) {
    guard let blob = blob(values), let box = box(blob) else {
      return sqlite3_result_null(context)
    }
    sqlite3_result_double(context, edge(box))
  }
}
