import GRDB
import LandCadastre
import LandGeoPackage

/// The schema `v1`. Released: never edit, add `v2`.
enum LedgerSchemaV1 {
  static func apply(_ db: Database, day: CalendarDate, reference: SpatialReference) throws {
    try db.execute(sql: tables)
    for table in registered(reference) {
      try GeoPackageSchema.register(table, day: day, in: db)
      if table.shape != nil { try GeoPackageSchema.createIndex(of: table, boxes: [], in: db) }
    }
    for guarded in guards { try db.execute(sql: guarded) }
  }

  /// The layer of the parcels as they are now, as far as its index is concerned.
  static let currentParcels = layer("parcel_current")
  /// The layer of the parcels of all surveys, likewise.
  static let surveyParcels = layer("survey_parcels")

  private static func layer(_ name: String) -> GeoPackageTable {
    GeoPackageTable(name: name, title: "", shape: .multiPolygon, columns: [])
  }

  /// Name and text of the trigger that looks whether the key of a new row is taken.
  static func insertGuard(of table: String) -> (name: String, sql: String) {
    let name = "\(table)_keep_insert"
    return (name, guards.first { $0.hasPrefix("CREATE TRIGGER \(name) ") } ?? "")
  }

  /// What GIS programs list.
  private static func registered(_ reference: SpatialReference) -> [GeoPackageTable] {
    func table(
      _ name: String, _ title: String, _ summary: String, _ shape: GeoPackageTable.Shape? = nil
    ) -> GeoPackageTable {
      GeoPackageTable(
        name: name, title: title, summary: summary, shape: shape, reference: reference, columns: [])
    }
    let kept = "只增不改 / rows are only added"
    let rewritten = "由 landctl 重写，请勿编辑 / rewritten by landctl, do not edit"
    return [
      table("parcel_current", "现状宗地 parcel_current", rewritten, .multiPolygon),
      table("survey_parcels", "历年宗地 survey_parcels", kept, .multiPolygon),
      table("site_notes", "现场备注 site_notes", "可编辑 / may be edited", .point),
      table("case_current", "案件现状 case_current", rewritten),
      table("cases", "案件 cases", kept),
      table("events", "事件 events", kept),
      table("documents", "文书 documents", kept),
      table("surveys", "宗地入库 surveys", kept),
      table("lineage", "宗地沿革 lineage", kept),
      table("runs", "审查 runs", kept),
      table("zones", "开发区 zones", rewritten),
      table("zone_figures", "开发区指标 zone_figures", rewritten),
      table("targets", "目标 targets", rewritten),
      table("zombies", "僵尸企业 zombies", rewritten),
      table("ledger_meta", "台账信息 ledger_meta", rewritten),
    ]
  }

  /// The triggers that keep rows as they were added, with nothing that plain SQLite lacks.
  ///
  /// `INSERT OR REPLACE` deletes the row in its way without firing a delete trigger unless
  /// `recursive_triggers` is on, so a row whose key is taken is refused before the insert. Where
  /// the key is a number in order, every number but the next one is refused; in a BEFORE trigger a
  /// key that is left to SQLite reads as −1, so it is refused too.
  private static var guards: [String] {
    let taken: [(table: String, condition: String)] = [
      ("surveys", "NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM surveys)"),
      ("runs", "NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM runs)"),
      (
        "events",
        """
        NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM events) \
        OR (NEW.number > 1 AND NEW.previous_hash IS NOT \
        (SELECT hash FROM events WHERE number = NEW.number - 1))
        """
      ),
      (
        "survey_parcels",
        """
        EXISTS (SELECT 1 FROM survey_parcels WHERE fid = NEW.fid) OR EXISTS \
        (SELECT 1 FROM survey_parcels WHERE survey = NEW.survey AND position = NEW.position)
        """
      ),
      (
        "lineage",
        """
        EXISTS (SELECT 1 FROM lineage WHERE fid = NEW.fid) OR EXISTS \
        (SELECT 1 FROM lineage WHERE survey = NEW.survey AND position = NEW.position)
        """
      ),
      (
        "cases",
        """
        EXISTS (SELECT 1 FROM cases \
        WHERE fid = NEW.fid OR case_id = NEW.case_id OR opened_by = NEW.opened_by)
        """
      ),
      (
        "documents",
        "EXISTS (SELECT 1 FROM documents WHERE fid = NEW.fid OR event = NEW.event)"
      ),
    ]
    return taken.flatMap { table, condition in
      [
        """
        CREATE TRIGGER \(table)_keep_update BEFORE UPDATE ON \(table) \
        BEGIN SELECT RAISE(ABORT, 'landctl: rows of \(table) are never changed'); END
        """,
        """
        CREATE TRIGGER \(table)_keep_delete BEFORE DELETE ON \(table) \
        BEGIN SELECT RAISE(ABORT, 'landctl: rows of \(table) are never deleted'); END
        """,
        """
        CREATE TRIGGER \(table)_keep_insert BEFORE INSERT ON \(table) WHEN \(condition) \
        BEGIN SELECT RAISE(ABORT, 'landctl: rows of \(table) are only added in order'); END
        """,
      ]
    }
  }

  private static let tables = """
    CREATE TABLE ledger_meta (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      value TEXT NOT NULL
    );
    CREATE TABLE surveys (
      number INTEGER PRIMARY KEY NOT NULL,
      year INTEGER NOT NULL,
      day DATE NOT NULL,
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      parcel_count INTEGER NOT NULL,
      total_area REAL NOT NULL,
      columns TEXT NOT NULL
    );
    CREATE TABLE survey_parcels (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      geom MULTIPOLYGON,
      survey INTEGER NOT NULL REFERENCES surveys(number),
      position INTEGER NOT NULL,
      parcel_id TEXT NOT NULL,
      zone_id TEXT,
      land_use TEXT,
      planar_area_m2 REAL,
      idle_state TEXT NOT NULL,
      UNIQUE (survey, position)
    );
    CREATE INDEX survey_parcels_id ON survey_parcels (parcel_id, survey);
    CREATE TABLE lineage (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      survey INTEGER NOT NULL REFERENCES surveys(number),
      position INTEGER NOT NULL,
      earlier_survey INTEGER REFERENCES surveys(number),
      earlier TEXT,
      later TEXT,
      kind TEXT NOT NULL,
      share_of_earlier REAL NOT NULL,
      share_of_later REAL NOT NULL,
      UNIQUE (survey, position)
    );
    CREATE INDEX lineage_earlier ON lineage (earlier);
    CREATE INDEX lineage_later ON lineage (later);
    CREATE TABLE runs (
      number INTEGER PRIMARY KEY NOT NULL,
      as_of DATE NOT NULL,
      rulebooks TEXT NOT NULL,
      manifest TEXT NOT NULL,
      manifest_sha256 TEXT NOT NULL
    );
    CREATE TABLE cases (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      case_id TEXT NOT NULL UNIQUE,
      parcel_id TEXT NOT NULL,
      zone_id TEXT,
      contract_no TEXT,
      supervision_no TEXT,
      holder TEXT,
      location TEXT,
      land_use TEXT,
      parcel_area_m2 REAL,
      price_wan REAL,
      agreed_start DATE,
      agreed_finish DATE,
      opened_by INTEGER NOT NULL UNIQUE
        REFERENCES events(number) DEFERRABLE INITIALLY DEFERRED
    );
    CREATE TABLE events (
      number INTEGER PRIMARY KEY NOT NULL,
      case_id TEXT REFERENCES cases(case_id) DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL,
      day DATE NOT NULL,
      document_sha256 TEXT,
      author TEXT NOT NULL,
      reason TEXT,
      forced TEXT NOT NULL,
      parcel_id TEXT,
      area_m2 REAL,
      amount_wan REAL,
      clause TEXT,
      idle_since DATE,
      cause_spans TEXT,
      until DATE,
      audit_state TEXT,
      corrects INTEGER REFERENCES events(number),
      voids BOOLEAN,
      right_day DATE,
      year INTEGER,
      remark TEXT,
      recorded_at TEXT NOT NULL,
      survey INTEGER UNIQUE REFERENCES surveys(number),
      run INTEGER UNIQUE REFERENCES runs(number),
      content_sha256 TEXT,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    );
    CREATE INDEX events_case ON events (case_id, number);
    CREATE TABLE documents (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      event INTEGER NOT NULL UNIQUE
        REFERENCES events(number) DEFERRABLE INITIALLY DEFERRED,
      document_no TEXT NOT NULL,
      document_day DATE,
      file_name TEXT,
      sha256 TEXT
    );
    CREATE INDEX documents_no ON documents (document_no);
    CREATE TABLE zones (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      zone_id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      level TEXT,
      territory TEXT,
      leading_industry TEXT
    );
    CREATE TABLE zone_figures (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      zone_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      name TEXT NOT NULL,
      value REAL,
      UNIQUE (zone_id, year, name)
    );
    CREATE TABLE targets (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      zone_id TEXT NOT NULL,
      rule TEXT NOT NULL,
      rulebook TEXT NOT NULL,
      measure TEXT NOT NULL,
      comparison TEXT NOT NULL,
      "limit" REAL NOT NULL,
      until DATE
    );
    CREATE TABLE zombies (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      zone_id TEXT,
      name TEXT NOT NULL,
      credit_code TEXT,
      listed DATE,
      cleared DATE
    );
    CREATE TABLE parcel_current (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      geom MULTIPOLYGON,
      parcel_id TEXT NOT NULL,
      zone_id TEXT,
      land_use TEXT,
      planar_area_m2 REAL,
      idle_state TEXT NOT NULL,
      case_id TEXT,
      phase TEXT,
      idle_months INTEGER,
      next_step TEXT,
      next_deadline DATE
    );
    CREATE TABLE case_current (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      case_id TEXT NOT NULL UNIQUE,
      parcel_id TEXT NOT NULL,
      phase TEXT NOT NULL,
      suspected_day DATE NOT NULL,
      identified_day DATE,
      identified_no TEXT,
      idle_area_m2 REAL,
      clause TEXT,
      idle_since DATE,
      cause_spans TEXT NOT NULL,
      cause_class TEXT,
      ending TEXT,
      ended_day DATE,
      disposed_area_m2 REAL,
      fee_decided_wan REAL,
      fee_paid_wan REAL,
      new_start DATE,
      temporary_until DATE,
      in_system BOOLEAN NOT NULL,
      published BOOLEAN NOT NULL,
      idle_months INTEGER,
      next_step TEXT,
      next_actor TEXT,
      next_deadline DATE,
      next_clause TEXT,
      forced TEXT NOT NULL
    );
    CREATE TABLE site_notes (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      geom POINT,
      note TEXT,
      author TEXT,
      day DATE
    );
    """
}
