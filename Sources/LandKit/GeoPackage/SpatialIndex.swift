import GRDB
import LandGeometry

extension GeoPackageSchema {
  /// Makes the spatial index of a layer (extension `gpkg_rtree_index`) and fills it; desktop GIS
  /// draw large layers by it. The triggers that keep it up to date call functions that such
  /// programs and ``SpatialFunctions`` bring along; plain SQLite has none of them and refuses to
  /// change the layer.
  ///
  /// - Parameter boxes: key and box of each row that has a geometry.
  public static func createIndex(
    of table: GeoPackageTable, boxes: [(key: Int, box: Envelope)], in db: Database
  ) throws {
    try makeIndex(of: table, in: db)
    try addToIndex(of: table, boxes: boxes, in: db)
    for trigger in triggers(of: table) { try db.execute(sql: trigger) }
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [
        table.name, GeoPackageTable.geometryColumn,
        "http://www.geopackage.org/spec120/#extension_rtree",
      ])
  }

  /// Adds boxes to the index of a layer, for rows that its triggers do not see.
  ///
  /// - Parameter boxes: key and box of each row that has a geometry.
  public static func addToIndex(
    of table: GeoPackageTable, boxes: [(key: Int, box: Envelope)], in db: Database
  ) throws {
    let insertion = try RowInsertion(into: table.indexName, indexColumns, in: db)
    for (key, box) in boxes { try insertion.run(key, box.minX, box.maxX, box.minY, box.maxY) }
  }

  /// Name and text of the trigger that adds the box of each new row to the index.
  public static func insertTrigger(of table: GeoPackageTable) -> (name: String, sql: String) {
    let name = "\(table.indexName)_insert"
    let start = "CREATE TRIGGER \(GeoPackageTable.quoted(name)) "
    return (name, triggers(of: table).first { $0.hasPrefix(start) } ?? "")
  }

  /// Empties a layer and its index and takes the triggers away that keep the index by the row, so
  /// that the layer can be filled again in a fraction of the time; ``endRefilling(_:boxes:in:)`` has
  /// to follow in the same transaction.
  public static func beginRefilling(_ table: GeoPackageTable, in db: Database) throws {
    let index = table.indexName
    for suffix in rowTriggers {
      try db.execute(sql: "DROP TRIGGER \(GeoPackageTable.quoted("\(index)_\(suffix)"))")
    }
    // Dropping it takes a fortieth of the time in which an index loses its rows one by one.
    try db.execute(
      sql: "DELETE FROM \(table.sqlName); DROP TABLE \(GeoPackageTable.quoted(index))")
    try makeIndex(of: table, in: db)
  }

  /// Fills the index of a layer that was filled again and makes its triggers as they were.
  ///
  /// - Parameter boxes: key and box of each row that has a geometry.
  public static func endRefilling(
    _ table: GeoPackageTable, boxes: [(key: Int, box: Envelope)], in db: Database
  ) throws {
    try addToIndex(of: table, boxes: boxes, in: db)
    let names = rowTriggers.map {
      "CREATE TRIGGER \(GeoPackageTable.quoted("\(table.indexName)_\($0)"))"
    }
    for trigger in triggers(of: table) where names.contains(where: trigger.hasPrefix) {
      try db.execute(sql: trigger)
    }
  }

  private static func makeIndex(of table: GeoPackageTable, in db: Database) throws {
    let columns = indexColumns.joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE \(GeoPackageTable.quoted(table.indexName)) USING rtree(\(columns))
        """)
  }

  private static let indexColumns = ["id", "minx", "maxx", "miny", "maxy"]

  /// The triggers that run for each row added or deleted.
  private static let rowTriggers = ["insert", "delete"]

  /// The triggers of the standard's annex F.3 as of version 1.4, whose `update6` and `update7` stand
  /// for the former `update1`, which an UPSERT upset, and whose `update5` stands for `update3`.
  private static func triggers(of table: GeoPackageTable) -> [String] {
    let (t, c, i) = (table.sqlName, GeoPackageTable.geometryColumn, GeoPackageTable.key)
    let index = GeoPackageTable.quoted(table.indexName)
    func name(_ suffix: String) -> String {
      GeoPackageTable.quoted("\(table.indexName)_\(suffix)")
    }
    func isPresent(_ row: String) -> String {
      "(\(row).\(c) NOTNULL AND NOT ST_IsEmpty(\(row).\(c)))"
    }
    func isAbsent(_ row: String) -> String { "(\(row).\(c) ISNULL OR ST_IsEmpty(\(row).\(c)))" }
    let box = "ST_MinX(NEW.\(c)), ST_MaxX(NEW.\(c)), ST_MinY(NEW.\(c)), ST_MaxY(NEW.\(c))"
    let put = "INSERT OR REPLACE INTO \(index) VALUES (NEW.\(i), \(box));"
    let take = "DELETE FROM \(index) WHERE id = OLD.\(i);"
    return [
      """
      CREATE TRIGGER \(name("insert")) AFTER INSERT ON \(t) WHEN \(isPresent("NEW")) \
      BEGIN \(put) END
      """,
      """
      CREATE TRIGGER \(name("update2")) AFTER UPDATE OF \(c) ON \(t) \
      WHEN OLD.\(i) = NEW.\(i) AND \(isAbsent("NEW")) BEGIN \(take) END
      """,
      """
      CREATE TRIGGER \(name("update4")) AFTER UPDATE ON \(t) \
      WHEN OLD.\(i) != NEW.\(i) AND \(isAbsent("NEW")) \
      BEGIN DELETE FROM \(index) WHERE id IN (OLD.\(i), NEW.\(i)); END
      """,
      """
      CREATE TRIGGER \(name("update5")) AFTER UPDATE ON \(t) \
      WHEN OLD.\(i) != NEW.\(i) AND \(isPresent("NEW")) BEGIN \(take) \(put) END
      """,
      """
      CREATE TRIGGER \(name("update6")) AFTER UPDATE OF \(c) ON \(t) \
      WHEN OLD.\(i) = NEW.\(i) AND \(isPresent("NEW")) AND \(isPresent("OLD")) \
      BEGIN UPDATE \(index) SET minx = ST_MinX(NEW.\(c)), maxx = ST_MaxX(NEW.\(c)), \
      miny = ST_MinY(NEW.\(c)), maxy = ST_MaxY(NEW.\(c)) WHERE id = NEW.\(i); END
      """,
      """
      CREATE TRIGGER \(name("update7")) AFTER UPDATE OF \(c) ON \(t) \
      WHEN OLD.\(i) = NEW.\(i) AND \(isPresent("NEW")) AND \(isAbsent("OLD")) \
      BEGIN INSERT INTO \(index) VALUES (NEW.\(i), \(box)); END
      """,
      """
      CREATE TRIGGER \(name("delete")) AFTER DELETE ON \(t) \
      WHEN OLD.\(c) NOTNULL BEGIN \(take) END
      """,
    ]
  }
}
