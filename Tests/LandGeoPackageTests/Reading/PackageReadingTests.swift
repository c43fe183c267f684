import Foundation
import GRDB
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandGeoPackage

@Suite("reading GeoPackages")
struct PackageReadingTests {
  @Test("values keep their types, columns may be called anything")
  func values() throws {
    let package = try MadePackage(
      columns: """
        名称 TEXT, "select" INTEGER, "a""b" DOUBLE, "it's" BOOLEAN, d DATE, t DATETIME, raw BLOB,
        loose, "x y" TEXT(20)
        """)
    let square = Data(Bytes.header() + Bytes.square(0))
    try package.run(
      """
      INSERT INTO 地块 VALUES (9, ?, '后', 1, 2, 1, '2024-02-29', '2024-02-29T01:02:03Z', x'00', x'01', '');
      """, [square])
    try package.run(
      "INSERT INTO 地块 VALUES (-2, ?, '前', 9223372036854775807, 1e999, 2, NULL, NULL, NULL, 'z', 5)",
      [square])
    let layer = try package.read().read(layer: nil)
    let table = layer.attributes
    #expect(table.names == ["名称", "select", "a\"b", "it's", "d", "t", "loose", "x y"])
    func row(_ row: Int) -> [AttributeValue] {
      table.names.indices.map { table.value(row: row, column: $0) }
    }
    #expect(
      row(0) == [
        .text("前"), .number(0x1p63, literal: "9223372036854775807"), .null,
        .number(2, literal: "2"), .null, .null, .text("z"), .text("5"),
      ])
    #expect(
      row(1) == [
        .text("后"), .number(1, literal: "1"), .number(2, literal: "2.0"), .boolean(true),
        .text("2024-02-29"), .text("2024-02-29T01:02:03Z"), .null, .text(""),
      ])
    #expect([0, 1].map { layer.identifier(of: $0) } == ["-2", "9"])
    #expect(layer.notes.map(\.zh) == ["二进制列不读取:raw、loose"])
    #expect(layer.format == "GeoPackage")
    #expect(layer.declaredCRS == "EPSG:4490")
  }

  @Test("systems: undefined ones are none, others their text, one that is not described is said")
  func systems() throws {
    #expect(try MadePackage(reference: 0).read().read(layer: nil).declaredCRS == nil)
    #expect(try MadePackage(reference: -1).read().read(layer: nil).declaredCRS == nil)
    let own = try MadePackage(reference: 100_001)
    #expect(try own.read().read(layer: nil).declaredCRS == "PROJCS[\"own\"]")
    try own.run(
      """
      ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN definition_12_063 TEXT DEFAULT 'undefined';
      UPDATE gpkg_spatial_ref_sys SET definition_12_063 = 'PROJCRS["own"]' WHERE srs_id = 100001;
      """)
    #expect(try own.read().read(layer: nil).declaredCRS == "PROJCRS[\"own\"]")
    try own.run("PRAGMA foreign_keys = OFF; DELETE FROM gpkg_spatial_ref_sys WHERE srs_id > 0")
    let layer = try own.read().read(layer: nil)
    #expect(layer.declaredCRS == nil)
    #expect(layer.notes.map(\.en) == ["the file does not describe its system, srs_id 100001"])
  }

  @Test("layers are chosen by name, with help")
  func choice() throws {
    let package = try MadePackage()
    try package.run(
      """
      CREATE TABLE buildings (id INTEGER PRIMARY KEY, geom POLYGON);
      CREATE TABLE 合同 (合同编号 TEXT PRIMARY KEY, 面积 REAL) WITHOUT ROWID;
      INSERT INTO 合同 VALUES ('乙', 2), ('甲', 1.5);
      INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES
        ('Buildings', 'b', 'features', 4490), ('合同', 'c', 'attributes', NULL),
        ('gone', 'd', 'features', 4490), ('tiles', 'e', 'tiles', 4490);
      INSERT INTO gpkg_geometry_columns VALUES ('Buildings', 'geom', 'POLYGON', 4490, 0, 0);
      """)
    let reader = try package.read()
    #expect(reader.layers.map(\.name) == ["地块", "Buildings", "合同", "gone"])
    #expect(reader.layers.map(\.isThere) == [true, true, true, false])
    #expect(reader.layers[1].geometryType == "POLYGON")
    #expect(try reader.rowCount(of: reader.layers[2]) == 2)
    #expect(try reader.read(layer: "buildings").featureCount == 0)
    func error(_ name: String?) -> FormatError? {
      do throws(FormatError) { _ = try reader.read(layer: name) } catch { return error }
      return nil
    }
    #expect(error(nil)?.message.zh == "有 3 个图层:地块、Buildings、gone")
    #expect(error(nil)?.remedy.en == "name one, for example \(package.path):地块")
    #expect(error("Bulidings")?.remedy.en.hasPrefix("did you mean Buildings?") == true)
    #expect(
      error("gone")?.message.en == "the layer 'gone' is registered, but there is no such table")
    #expect(error("合同")?.message.zh == "“合同”是属性表,没有几何")
    let table = try reader.readTable(layer: nil)
    #expect(table.attributes.names == ["合同编号", "面积"])
    #expect(table.rowNumbers == [1, 2])
    #expect(table.attributes.value(row: 1, column: 0).text == "甲")
    #expect(try reader.readTable(layer: "地块").attributes.names == ["名称"])
  }

  @Test("old application ids are read, a missing one is said")
  func applications() throws {
    let path = fixtures.appendingPathComponent("gpkg/appid_gp10.gpkg").path
    #expect(try GeoPackageReader(path).read(layer: nil).notes.isEmpty)
    let package = try MadePackage()
    try package.run("PRAGMA application_id = 0")
    #expect(try package.read().read(layer: nil).notes.count == 1)
  }

  @Test("databases that are no GeoPackage say what they are")
  func others() throws {
    func message(_ path: String) -> String? {
      do throws(FormatError) { _ = try GeoPackageReader(path) } catch {
        #expect(error.kind == .unusable)
        return error.message.en
      }
      return nil
    }
    let plain = fixtures.appendingPathComponent("gpkg/plain_sqlite.gpkg").path
    #expect(
      message(plain)?.contains("no GeoPackage (there is no gpkg_contents), its tables are:") == true
    )
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.path("s.sqlite"))
    try queue.write {
      try $0.execute(sql: "CREATE TABLE geometry_columns (a); CREATE TABLE spatial_ref_sys (a)")
    }
    #expect(message(scratch.path("s.sqlite")) == "it is a SpatiaLite database, no GeoPackage")
    #expect(message(try scratch.write("t.gpkg", "text"))?.hasPrefix("no GeoPackage") == true)
    #expect(message(try scratch.write("e.gpkg", ""))?.hasPrefix("no GeoPackage") == true)
    do {
      _ = try GeoPackageReader(scratch.path("none.gpkg"))
      Issue.record("a missing file was opened")
    } catch { #expect(error.kind == .missing) }
  }

  @Test("a layer without its geometry column, or without the table of them")
  func incomplete() throws {
    let package = try MadePackage()
    try package.run("UPDATE gpkg_geometry_columns SET column_name = 'other'")
    #expect(throws: FormatError.self) { try package.read().read(layer: nil) }
    try package.run("DROP TABLE gpkg_geometry_columns")
    #expect(throws: FormatError.self) { try package.read().read(layer: nil) }
    #expect(try package.read().readTable(layer: nil).attributes.names == ["geom", "名称"])
  }

  @Test("a view without end is stopped")
  func endless() throws {
    let package = try MadePackage()
    try package.run(
      """
      CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT '' AS a, NULL AS geom FROM n;
      PRAGMA foreign_keys = OFF;
      UPDATE gpkg_contents SET table_name = 'v';
      UPDATE gpkg_geometry_columns SET table_name = 'v';
      """)
    #expect(throws: FormatError.self) { try package.read().read(layer: nil) }
  }
}
