import Foundation
import GRDB
import LandTestSupport

@testable import LandGeoPackage

/// A small package that a test makes with SQL, and its folder.
struct MadePackage {
  let scratch: Scratch
  let path: String

  /// A package with one layer `地块` of polygons: `fid`, `geom` and the columns given, without rows.
  init(columns: String = "名称 TEXT", reference: Int = 4490, wal: Bool = false) throws {
    scratch = try Scratch()
    path = scratch.path("made.gpkg")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try GeoPackageSchema.create(in: db, references: [.undefinedPlane, .undefinedGeographic])
      try db.execute(
        sql: """
          INSERT INTO gpkg_spatial_ref_sys VALUES
            ('CGCS2000', 4490, 'EPSG', 4490, 'GEOGCS["CGCS2000"]', NULL),
            ('own', 100001, 'BUREAU', 7, 'PROJCS["own"]', NULL);
          CREATE TABLE 地块 (fid INTEGER PRIMARY KEY, geom POLYGON, \(columns));
          INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id)
            VALUES ('地块', '地块', 'features', \(reference));
          INSERT INTO gpkg_geometry_columns VALUES ('地块', 'geom', 'POLYGON', \(reference), 0, 0);
          """)
      if wal { try db.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    try queue.close()
  }

  /// Runs statements with values for their question marks.
  func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: sql, arguments: StatementArguments(values))
    }
    try queue.close()
  }

  /// Adds a row with a blob.
  func add(_ name: String, _ blob: [UInt8]?) throws {
    try run("INSERT INTO 地块 (geom, 名称) VALUES (?, ?)", [blob.map { Data($0) }, name])
  }

  func read() throws -> GeoPackageReader { try GeoPackageReader(path) }
}

/// Bytes of blobs, put together number by number.
enum Bytes {
  static func word(_ value: UInt32, little: Bool = true) -> [UInt8] {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    return little ? bytes : bytes.reversed()
  }
  static func number(_ value: Double, little: Bool = true) -> [UInt8] {
    let bits = value.bitPattern
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    return little ? bytes : bytes.reversed()
  }
  /// A header with an envelope of so many numbers, which nobody may believe.
  static func header(
    envelope: Int = 0, flags: UInt8 = 0, little: Bool = true, reference: UInt32 = 4490
  ) -> [UInt8] {
    let code: UInt8 = [0: 0, 4: 1, 6: 2, 8: 4][envelope] ?? 7
    return [0x47, 0x50, 0, flags | (code << 1) | (little ? 1 : 0)]
      + word(reference, little: little)
      + (0..<envelope).flatMap { _ in number(7, little: little) }
  }
  /// A square from x to x + 1 as well-known binary, with further numbers behind x and y.
  static func square(_ x: Double, type: UInt32 = 3, more: Int = 0, little: Bool = true) -> [UInt8] {
    [little ? 1 : 0] + word(type, little: little) + word(1, little: little)
      + ring(x, more: more, little: little)
  }
  static func ring(_ x: Double, more: Int = 0, little: Bool = true) -> [UInt8] {
    word(5, little: little)
      + [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].flatMap { dx, y in
        ([x + dx, y] + Array(repeating: 9, count: more)).flatMap { number($0, little: little) }
      }
  }
}
