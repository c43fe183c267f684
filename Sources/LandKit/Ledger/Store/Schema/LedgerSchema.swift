import GRDB
import LandCadastre
import LandGeoPackage

/// A step from one schema to the next. Once released it is never edited: files that took it are
/// about.
struct LedgerMigration: Sendable {
  /// Its name, which is that of the schema it leads to.
  var name: String
  /// Makes the change; the day is that of the tables' registration.
  var apply: @Sendable (Database, CalendarDate, SpatialReference) throws -> Void
}

/// The schemas of the ledger, in order.
enum LedgerSchema {
  static let migrations = [
    LedgerMigration(name: "v1", apply: LedgerSchemaV1.apply),
    LedgerMigration(name: "v2", apply: LedgerSchemaV2.apply),
  ]

  /// The migrations up to a schema, that included; all where it is not known.
  static func migrations(through version: String?) -> [LedgerMigration] {
    let last = migrations.firstIndex { $0.name == version } ?? migrations.count - 1
    return Array(migrations[...last])
  }

  /// Tables whose rows are never changed.
  static let kept = [
    "surveys", "survey_parcels", "lineage", "runs", "cases", "events", "documents",
  ]
  /// Tables that landctl rewrites as a whole; a digest of each is kept, so that an edit by another
  /// program is found.
  static let rewritten = [
    "parcel_current", "case_current", "zones", "zone_figures", "targets", "zombies", "contracts",
  ]

  /// The rewritten tables of a schema.
  static func rewritten(in version: String) -> [String] {
    version == "v1" ? rewritten.filter { $0 != "contracts" } : rewritten
  }
  /// The layers with a spatial index.
  static let indexed = ["survey_parcels", "parcel_current", "site_notes"]

  /// The objects that SQLite itself makes or names; their text differs between its versions.
  static func isOwn(_ name: String) -> Bool {
    name.hasPrefix("sqlite_")
      || indexed.contains { layer in
        ["node", "rowid", "parent"].contains { name == "rtree_\(layer)_geom_\($0)" }
      }
  }

  /// Runs the migrations after a schema, all of them where it is nil.
  static func migrate(
    _ db: Database, after version: String?, day: CalendarDate, reference: SpatialReference,
    migrations: [LedgerMigration]
  ) throws {
    let done = version.flatMap { name in migrations.firstIndex { $0.name == name } }
    for migration in migrations[(done.map { $0 + 1 } ?? 0)...] {
      try migration.apply(db, day, reference)
      try LedgerMeta.set("schema", migration.name, in: db)
    }
  }
}

/// Rows of `ledger_meta`.
enum LedgerMeta {
  /// The day of the update that the dates of the contracts are from; missing before the first.
  static let contractsDay = "contracts_as_of"
  /// Whether somebody ever listed the enterprises under clearing; an empty list is then known.
  static let zombiesListed = "zombies_listed"

  static func set(_ key: String, _ value: String, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO ledger_meta (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """, arguments: [key, value])
  }

  static func value(_ key: String, in db: Database) throws -> String? {
    try DatabaseValue.fetchOne(
      db, sql: "SELECT value FROM ledger_meta WHERE key = ?", arguments: [key]
    ).flatMap { String.fromDatabaseValue($0) }
  }
}
