import GRDB
import LandCadastre
import LandGeoPackage

/// The schema `v2`: the dates of contracts, for reminders. Released: never edit, add `v3`.
enum LedgerSchemaV2 {
  static func apply(_ db: Database, day: CalendarDate, reference: SpatialReference) throws {
    try db.execute(sql: tables)
    try GeoPackageSchema.register(
      GeoPackageTable(
        name: "contracts", title: "合同期限 contracts",
        summary: "由 landctl 重写，请勿编辑 / rewritten by landctl, do not edit",
        shape: nil, reference: reference, columns: []),
      day: day, in: db)
    try LedgerMeta.set("digest.contracts", try Digests.table("contracts", in: db), in: db)
  }

  private static let tables = """
    CREATE TABLE contracts (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      parcel_id TEXT NOT NULL,
      zone_id TEXT,
      contract_no TEXT,
      supervision_no TEXT,
      holder TEXT,
      start_in_force DATE,
      start_source TEXT,
      started BOOLEAN,
      agreed_finish DATE,
      finished BOOLEAN,
      price_paid_wan REAL,
      payment_schedule TEXT
    );
    """
}
