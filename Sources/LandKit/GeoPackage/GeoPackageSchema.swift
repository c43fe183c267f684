import GRDB
import LandCadastre
import LandGeometry

/// Makes the tables of the standard (OGC GeoPackage 1.4, 12-128r19) in a database; for files that
/// are written once and for those that are kept and written on.
public enum GeoPackageSchema {
  /// `GPKG` as a number.
  public static let applicationID = 0x4750_4B47
  /// Version 1.4.
  public static let userVersion = 10_400

  /// The tables that every GeoPackage has, with the four systems that it names; 4490 is CGCS2000.
  public static func create(in db: Database, references: [SpatialReference]) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(userVersion)")
    try db.execute(sql: coreTables)
    for reference in references { try add(reference, in: db) }
  }

  /// Adds a coordinate system where it is not there yet.
  public static func add(_ reference: SpatialReference, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO gpkg_spatial_ref_sys
          (srs_name, srs_id, organization, organization_coordsys_id, definition, description)
        VALUES (?, ?, ?, ?, ?, NULL)
        """,
      arguments: [
        reference.name, reference.id, reference.organization, reference.code,
        reference.definition,
      ])
  }

  /// Makes an empty table and registers it, with its coordinate system; its box is unknown until
  /// ``setExtent(_:of:day:in:)`` says it.
  ///
  /// - Parameter day: the day of its last change.
  public static func create(_ table: GeoPackageTable, day: CalendarDate, in db: Database) throws {
    if let fault = table.fault { throw GeoPackageError.content("", zh: fault.zh, en: fault.en) }
    var columns = ["\(GeoPackageTable.key) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if let shape = table.shape {
      columns.append("\(GeoPackageTable.geometryColumn) \(shape.rawValue)")
    }
    columns += table.columns.map { "\(GeoPackageTable.quoted($0.name)) \($0.kind.rawValue)" }
    try db.execute(
      sql: "CREATE TABLE \(table.sqlName) (\n  \(columns.joined(separator: ",\n  "))\n)")
    try register(table, day: day, in: db)
  }

  /// Registers a table that is there, with its coordinate system; its columns are not looked at.
  /// It needs a whole-number primary key, and ``GeoPackageTable/geometryColumn`` where it has a
  /// shape.
  public static func register(
    _ table: GeoPackageTable, day: CalendarDate, in db: Database
  ) throws {
    if table.shape != nil { try add(table.reference, in: db) }
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        table.name, table.shape == nil ? "attributes" : "features", table.title, table.summary,
        timestamp(day), table.shape == nil ? nil : table.reference.id,
      ])
    guard let shape = table.shape else { return }
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
      arguments: [
        table.name, GeoPackageTable.geometryColumn, shape.rawValue, table.reference.id,
      ])
  }

  /// Sets the box of a layer and the day of its last change.
  public static func setExtent(
    _ box: Envelope, of table: GeoPackageTable, day: CalendarDate, in db: Database
  ) throws {
    let edges: [Double?] =
      box.isEmpty ? [nil, nil, nil, nil] : [box.minX, box.minY, box.maxX, box.maxY]
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, last_change = ?
        WHERE table_name = ?
        """,
      arguments: [edges[0], edges[1], edges[2], edges[3], timestamp(day), table.name])
  }

  /// A day as the standard's time stamp, at 00:00 UTC.
  static func timestamp(_ day: CalendarDate) -> String { "\(iso(day))T00:00:00.000Z" }

  static func iso(_ day: CalendarDate) -> String {
    let (year, month, date) = day.components
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))"
  }

  /// Tables as the standard's annex C defines them.
  private static let coreTables = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT
    );
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE,
      min_y DOUBLE,
      max_x DOUBLE,
      max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_extensions (
      table_name TEXT,
      column_name TEXT,
      extension_name TEXT NOT NULL,
      definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
    );
    """
}
