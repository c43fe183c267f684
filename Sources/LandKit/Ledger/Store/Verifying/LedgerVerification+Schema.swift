import GRDB
import LandCadastre
import LandGeoPackage

extension LedgerVerification {
  /// What the schema makes, in a database in memory; the registry of coordinate systems is not
  /// needed for it.
  private func model() throws -> DatabaseQueue {
    let version = try version()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { try SpatialFunctions.register(in: $0) }
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
      try GeoPackageSchema.create(in: db, references: [])
      let reference = SpatialReference(
        id: 4490, name: "", organization: "EPSG", code: 4490, definition: "")
      try LedgerSchema.migrate(
        db, after: nil, day: CalendarDate(dayNumber: 0), reference: reference,
        migrations: LedgerSchema.migrations(through: version))
    }
    return queue
  }

  private struct Object: Equatable {
    var type: String
    var table: String
    var sql: String
  }

  private static func objects(_ db: Database) throws -> [String: Object] {
    var found: [String: Object] = [:]
    try RawRow.each("SELECT name, type, tbl_name, sql FROM sqlite_master", in: db) { row in
      guard let name = row.text(0), !LedgerSchema.isOwn(name) else { return }
      found[name] = Object(
        type: row.text(1) ?? "", table: row.text(2) ?? "", sql: row.text(3) ?? "")
    }
    return found
  }

  /// The schema to hold the file against: the one it names, or a later one whose tables it has.
  func version() throws -> String {
    let named = try LedgerMeta.value("schema", in: db) ?? ""
    return named == "v1" ? try db.tableExists("contracts") ? "v2" : named : named
  }

  /// Objects of the schema that are missing or altered, and triggers that do not belong to it.
  ///
  /// Other tables and views are left alone: GIS programs keep their styles so. GDAL's triggers that
  /// count the rows of a layer are its own affair too.
  func schema() throws -> [LedgerProblem] {
    let model = try model()
    let expected = try model.read { try Self.objects($0) }
    let found = try Self.objects(db)
    var problems: [LedgerProblem] = []
    for (name, object) in expected.sorted(by: { $0.key < $1.key }) {
      switch found[name] {
      case object: continue
      case nil: problems.append(.schema(name, .missing))
      default: problems.append(.schema(name, .altered))
      }
    }
    let tables = Set(expected.values.map(\.table))
    for (name, object) in found.sorted(by: { $0.key < $1.key }) where expected[name] == nil {
      let counts =
        name.hasPrefix("trigger_insert_feature_count_")
        || name.hasPrefix("trigger_delete_feature_count_")
      if object.type == "trigger", tables.contains(object.table), !counts {
        problems.append(.schema(name, .added))
      }
    }
    return problems
  }

  /// Registrations that are not as the schema makes them; boxes and days of change are not looked
  /// at, GIS programs set them.
  func metadata() throws -> [LedgerProblem] {
    let model = try model()
    let queries = [
      """
      SELECT table_name, data_type, identifier, description, srs_id FROM gpkg_contents
      ORDER BY table_name
      """,
      """
      SELECT table_name, column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns
      ORDER BY table_name
      """,
      """
      SELECT table_name, column_name, extension_name, scope FROM gpkg_extensions
      ORDER BY table_name, extension_name
      """,
    ]
    var wrong: Set<String> = []
    for query in queries {
      let expected = try model.read { try Row.fetchAll($0, sql: query) }
      let found = try Row.fetchAll(db, sql: query)
      for row in expected where !found.contains(row) {
        wrong.insert(String.fromDatabaseValue(row[0]) ?? "")
      }
    }
    let identity = try [
      Int.fetchOne(db, sql: "PRAGMA application_id"),
      Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM gpkg_spatial_ref_sys
          WHERE srs_id = 4490 AND organization = 'EPSG' AND organization_coordsys_id = 4490
          """),
    ]
    if identity != [GeoPackageSchema.applicationID, 1] { wrong.insert("gpkg_spatial_ref_sys") }
    return wrong.sorted().map { .metadata($0) }
  }

  /// Layers whose spatial index does not hold exactly their rows with geometry.
  func indexes() throws -> [LedgerProblem] {
    try LedgerSchema.indexed.filter { layer in
      let index = "rtree_\(layer)_geom"
      var isSound = false
      try RawRow.each("SELECT rtreecheck('\(index)')", in: db) { isSound = $0.text(0) == "ok" }
      // The index keeps numbers of single precision, rounded outwards.
      let strays = try Int.fetchOne(
        db,
        sql: """
          SELECT
            (SELECT count(*) FROM \(layer) l LEFT JOIN \(index) r ON r.id = l.fid
             WHERE l.geom IS NOT NULL AND NOT ST_IsEmpty(l.geom) AND (r.id IS NULL
               OR r.minx > ST_MinX(l.geom) OR r.maxx < ST_MaxX(l.geom)
               OR r.miny > ST_MinY(l.geom) OR r.maxy < ST_MaxY(l.geom)))
            + (SELECT count(*) FROM \(index) r LEFT JOIN \(layer) l ON r.id = l.fid
               WHERE l.geom IS NULL OR ST_IsEmpty(l.geom))
          """)
      return !isSound || strays != 0
    }.map { .spatialIndex($0) }
  }
}
