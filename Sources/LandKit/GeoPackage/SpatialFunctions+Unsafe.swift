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
    let status = register(on: db.sqliteConnection)
    guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  /// The same on a connection that is not GRDB's; SQLite's code of the first that fails.
  static func register(on connection: OpaquePointer?) -> Int32 {
    let functions: [(name: String, body: Body)] = [
      (
        "ST_IsEmpty",
        { context, _, values in
          guard let blob = SpatialFunctions.blob(values) else {
            return sqlite3_result_null(context)
          }
          sqlite3_result_int(context, SpatialFunctions.box(blob) == nil ? 1 : 0)
        }
      ),
      ("ST_MinX", { context, _, values in SpatialFunctions.answer(context, values) { $0.minX } }),
      ("ST_MaxX", { context, _, values in SpatialFunctions.answer(context, values) { $0.maxX } }),
      ("ST_MinY", { context, _, values in SpatialFunctions.answer(context, values) { $0.minY } }),
      ("ST_MaxY", { context, _, values in SpatialFunctions.answer(context, values) { $0.maxY } }),
    ]
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    for (name, body) in functions {
      let status = sqlite3_create_function_v2(
        connection, name, 1, flags, nil, body, nil, nil, nil)
      if status != SQLITE_OK { return status }
    }
    return SQLITE_OK
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
