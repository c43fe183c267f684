import Foundation
import GRDB
import LandCadastre
import LandGeoPackage
import LandGeometry
import LandOutput
import LandProjection

extension LedgerStore {
  /// Seconds that a writer waits for another one, unless it is said otherwise.
  public static let defaultTimeout = 5.0

  /// Makes a new ledger and opens it. The same arguments give the same bytes with the same SQLite
  /// and PROJ.
  ///
  /// - Parameter territory: whose ledger it is; part of the chain.
  /// - Parameter day: the day on which it is made; part of the chain.
  /// - Parameter id: what tells it from other ledgers; made of territory and day where nil.
  /// - Parameter madeBy: the program with its version.
  public static func create(
    at path: String, territory: String, day: CalendarDate, id: String? = nil, madeBy: String,
    timeout: Double = defaultTimeout
  ) throws(LedgerError) -> LedgerStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path: path) }
    guard !territory.utf8.contains(0), id?.utf8.contains(0) != true else {
      throw .content(Bilingual(zh: "名称含空字符", en: "a name has a NUL character"))
    }
    try LedgerError.translating(path) {
      var place = try AtomicPlace(path)
      let queue = try DatabaseQueue(
        path: place.temporary, configuration: configuration(timeout: timeout, readOnly: false))
      let reference = try SpatialReference(epsg: 4490)
      let references = [
        SpatialReference.undefinedPlane, .undefinedGeographic, try SpatialReference(epsg: 4326),
        reference,
      ]
      try queue.write { db in
        try GeoPackageSchema.create(in: db, references: references)
        try LedgerSchema.migrate(
          db, after: nil, day: day, reference: reference, migrations: LedgerSchema.migrations)
        var fallback = CanonicalText("identity")
        fallback.text("territory", territory.utf8)
        fallback.text("created", day.description.utf8)
        let id = id ?? String(fallback.digest().prefix(32))
        try LedgerMeta.set("id", id, in: db)
        try LedgerMeta.set("territory", territory, in: db)
        try LedgerMeta.set("created", day.description, in: db)
        try LedgerMeta.set("made_by", madeBy, in: db)
        try LedgerMeta.set("head_number", "0", in: db)
        try LedgerMeta.set(
          "head_hash",
          Digests.beginning(id: id, territory: territory, created: day.description), in: db)
        for table in LedgerSchema.rewritten {
          try LedgerMeta.set("digest.\(table)", try Digests.table(table, in: db), in: db)
        }
      }
      try queue.close()
      try place.finish().publish()
    }
    return try open(path, readOnly: false, timeout: timeout)
  }

  /// Opens a ledger. One with an older schema is brought up to date before it is written to, after
  /// a copy was made beside it: of `name.gpkg` with schema v1, `name.backup-v1.gpkg`. Opened for
  /// reading only it stays as it is, and what only later schemas keep is not known in it.
  ///
  /// - Parameter timeout: seconds that a writer waits for another one.
  public static func open(
    _ path: String, readOnly: Bool, timeout: Double = defaultTimeout
  ) throws(LedgerError) -> LedgerStore {
    try open(
      path, readOnly: readOnly, timeout: timeout, migrations: LedgerSchema.migrations)
  }

  static func open(
    _ path: String, readOnly: Bool, timeout: Double, migrations: [LedgerMigration]
  ) throws(LedgerError) -> LedgerStore {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notThere(path: path)
    }
    guard !isFolder.boolValue else { throw .notALedger(path: path) }
    let store = LedgerStore(
      path: path, isReadOnly: readOnly,
      queue: try connect(path, readOnly: readOnly, timeout: timeout))
    let version = try store.schema()
    guard migrations.contains(where: { $0.name == version }) else {
      throw .newerSchema(path: path, version: version)
    }
    if version == migrations.last?.name { return store }
    if readOnly { return store }
    try store.backup(to: backupPath(path, version))
    try LedgerError.translating(path) {
      let reference = try SpatialReference(epsg: 4490)
      try store.queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          // Another process may have done it while this one waited.
          let now = try LedgerMeta.value("schema", in: db) ?? ""
          guard migrations.contains(where: { $0.name == now }) else {
            throw LedgerError.newerSchema(path: path, version: now)
          }
          let created = try LedgerMeta.value("created", in: db).flatMap(CalendarDate.init(iso:))
          try LedgerSchema.migrate(
            db, after: now, day: created ?? CalendarDate(dayNumber: 0), reference: reference,
            migrations: migrations)
          return .commit
        }
      }
    }
    return store
  }

  /// Copies the ledger as it is at one moment to another file, which is whole or not there. What
  /// was at its place goes.
  public func backup(to other: String) throws(LedgerError) {
    guard !isSameFile(path, other) else { throw .exists(path: other) }
    try LedgerError.translating(other) {
      var place = try AtomicPlace(other)
      let copy = try DatabaseQueue(path: place.temporary)
      do { try queue.backup(to: copy) } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_CORRUPT
      { throw LedgerError(path, error) }
      try copy.close()
      try place.finish().publish()
    }
  }

  /// `name.backup-v1.gpkg` of `name.gpkg`.
  static func backupPath(_ path: String, _ version: String) -> String {
    let name = path.hasSuffix(".gpkg") ? String(path.dropLast(5)) : path
    return "\(name).backup-\(version).gpkg"
  }

  private static func connect(
    _ path: String, readOnly: Bool, timeout: Double
  ) throws(LedgerError) -> DatabaseQueue {
    try LedgerError.translating(path) {
      func queue(readOnly: Bool) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(
          path: path, configuration: configuration(timeout: timeout, readOnly: readOnly))
        try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        return queue
      }
      do { return try queue(readOnly: readOnly) } catch let error as DatabaseError
        where readOnly
        && [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode)
      {
        // A program that was killed left its journal; only a writer may roll it back.
        try queue(readOnly: false).close()
        return try queue(readOnly: true)
      }
    }
  }

  private static func configuration(timeout: Double, readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(timeout)
    configuration.prepareDatabase { db in
      try SpatialFunctions.register(in: db)
      // A file from elsewhere must not make its views call what they like. A writer has to trust
      // the file: before SQLite 3.42 the triggers of a spatial index cannot write to it otherwise.
      // Nothing beyond SQLite's own functions and the five of the index can be called there.
      if readOnly {
        try db.execute(sql: "PRAGMA trusted_schema = OFF")
        return
      }
      // A transaction that outgrows SQLite's two megabytes of pages writes each of them many times
      // and waits for the disk before; what a failed statement would be undone with went through a
      // file, a million times in a large update. Neither has to do with what a crash may cost.
      try db.execute(
        sql: """
          PRAGMA page_size = 4096;
          PRAGMA synchronous = FULL;
          PRAGMA recursive_triggers = ON;
          PRAGMA cache_size = -262144;
          PRAGMA temp_store = MEMORY;
          """)
      // QGIS leaves a file in this mode when it is killed. While QGIS still has it open it stays
      // so, which harms nothing.
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" {
        do { try db.execute(sql: "PRAGMA journal_mode = DELETE") } catch let error as DatabaseError
          where error.resultCode == .SQLITE_BUSY
        {}
      }
    }
    return configuration
  }

  /// The name of its schema.
  private func schema() throws(LedgerError) -> String {
    let found: String? = try LedgerError.translating(path) {
      try queue.read { db in
        guard
          try Int.fetchOne(db, sql: "PRAGMA application_id") == GeoPackageSchema.applicationID,
          try db.tableExists("ledger_meta")
        else { return nil }
        let columns = try db.columns(in: "ledger_meta").map(\.name)
        guard columns.contains("key"), columns.contains("value") else { return nil }
        return try LedgerMeta.value("schema", in: db)
      }
    }
    guard let found else { throw .notALedger(path: path) }
    return found
  }
}
