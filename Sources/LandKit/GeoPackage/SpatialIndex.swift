import GRDB
import LandGeometry

extension GeoPackageSchema {
  /// Makes the spatial index of a layer (extension `gpkg_rtree_index`) and fills it; desktop GIS
  /// draw large layers by it. The triggers that keep it up to date call functions that such
  /// programs bring along; plain SQLite has none of them and refuses to change the layer.
  ///
  /// - Parameter boxes: key and box of each row that has a geometry.
  public static func createIndex(
    of table: GeoPackageTable, boxes: [(key: Int, box: Envelope)], in db: Database
  ) throws {
    let index = GeoPackageTable.quoted(table.indexName)
    try db.execute(
      sql: "CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy)")
    let insert = try db.makeStatement(sql: "INSERT INTO \(index) VALUES (?, ?, ?, ?, ?)")
    for (key, box) in boxes {
      try insert.execute(arguments: [key, box.minX, box.maxX, box.minY, box.maxY])
    }
    for trigger in triggers(of: table) { try db.execute(sql: trigger) }
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [
        table.name, GeoPackageTable.geometryColumn,
        "http://www.geopackage.org/spec120/#extension_rtree",
      ])
  }

  /// The triggers of the standard's annex F.3, as of version 1.3.
  private static func triggers(of table: GeoPackageTable) -> [String] {
    let (t, c, i) = (table.sqlName, GeoPackageTable.geometryColumn, GeoPackageTable.key)
    let index = GeoPackageTable.quoted(table.indexName)
    func name(_ suffix: String) -> String {
      GeoPackageTable.quoted("\(table.indexName)_\(suffix)")
    }
    let present = "(NEW.\(c) NOTNULL AND NOT ST_IsEmpty(NEW.\(c)))"
    let absent = "(NEW.\(c) ISNULL OR ST_IsEmpty(NEW.\(c)))"
    let put = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.\(i), ST_MinX(NEW.\(c)), ST_MaxX(NEW.\(c)), \
      ST_MinY(NEW.\(c)), ST_MaxY(NEW.\(c)));
      """
    let take = "DELETE FROM \(index) WHERE id = OLD.\(i);"
    return [
      "CREATE TRIGGER \(name("insert")) AFTER INSERT ON \(t) WHEN \(present) BEGIN \(put) END",
      """
      CREATE TRIGGER \(name("update1")) AFTER UPDATE OF \(c) ON \(t) \
      WHEN OLD.\(i) = NEW.\(i) AND \(present) BEGIN \(put) END
      """,
      """
      CREATE TRIGGER \(name("update2")) AFTER UPDATE OF \(c) ON \(t) \
      WHEN OLD.\(i) = NEW.\(i) AND \(absent) BEGIN \(take) END
      """,
      """
      CREATE TRIGGER \(name("update3")) AFTER UPDATE ON \(t) \
      WHEN OLD.\(i) != NEW.\(i) AND \(present) BEGIN \(take) \(put) END
      """,
      """
      CREATE TRIGGER \(name("update4")) AFTER UPDATE ON \(t) \
      WHEN OLD.\(i) != NEW.\(i) AND \(absent) \
      BEGIN DELETE FROM \(index) WHERE id IN (OLD.\(i), NEW.\(i)); END
      """,
      """
      CREATE TRIGGER \(name("delete")) AFTER DELETE ON \(t) \
      WHEN OLD.\(c) NOTNULL BEGIN \(take) END
      """,
    ]
  }
}
