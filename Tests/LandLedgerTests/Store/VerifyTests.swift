import Foundation
import GRDB
import LandGeoPackage
import LandKit
import LandTestSupport
import Testing

@Suite("What verify finds") struct VerifyTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
    try SampleLedger.make(path).close()
  }

  /// Runs SQL with all triggers gone; they are put back as they were.
  private static func unguarded(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try SpatialFunctions.register(in: db)
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers {
        let name: String = trigger["name"]
        try db.execute(sql: "DROP TRIGGER \"\(name)\"")
      }
      try db.execute(sql: sql)
      for trigger in triggers {
        let sql: String = trigger["sql"]
        try db.execute(sql: sql)
      }
    }
    try queue.close()
  }

  private func problems(after sql: String) throws -> [LedgerProblem] {
    let copy = scratch.path("copy.gpkg")
    try scratch.write("copy.gpkg", bytes: scratch.bytes("a.gpkg"))
    try Self.unguarded(copy, sql)
    let store = try LedgerStore.open(copy, readOnly: true)
    defer { try? store.close() }
    return try store.verify()
  }

  @Test("dropping and remaking the triggers alone is no problem")
  func control() throws {
    #expect(try problems(after: "SELECT 1") == [])
  }

  @Test("a single changed byte in any column of any event")
  func anyByte() throws {
    var generator = SeededGenerator(seed: 53)
    let queue = try DatabaseQueue(path: path)
    let columns = try queue.read { try $0.columns(in: "events").map(\.name) }
    let rows = try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) FROM events")
    }
    try queue.close()
    var looked = 0
    for (row, values) in rows.enumerated() {
      for (column, name) in columns.enumerated() where name != "number" {
        let change: String
        let value: DatabaseValue = values[column]
        switch value.storage {
        case .null: change = "''"
        case .int64(let number):
          change = "\(number ^ (1 << Int64.random(in: 0..<8, using: &generator)))"
        case .double(let number):
          let bits = number.bitPattern ^ (1 << UInt64.random(in: 0..<52, using: &generator))
          change = "CAST('\(Double(bitPattern: bits).description)' AS REAL)"
        case .string(let text):
          // Any bit of any byte, so that the text may be no UTF-8 any more.
          var bytes = Array(text.utf8)
          if bytes.isEmpty {
            bytes = [0x20]
          } else {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[at] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
          }
          let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
          change = "CAST(X'\(hex)' AS TEXT)"
        case .blob: change = "NULL"
        }
        // A column without null cannot be set to one; it never holds null either.
        let found = try problems(
          after: "UPDATE events SET \"\(name)\" = \(change) WHERE number = \(row + 1)")
        #expect(!found.isEmpty, "\(name) of event \(row + 1)")
        #expect(found.contains(.eventChanged(row + 1)), "\(name) of event \(row + 1)")
        looked += 1
      }
    }
    #expect(looked == 6 * 26)
  }

  @Test("a number that becomes a text of the same digits is found")
  func storageClass() throws {
    let found = try problems(after: "UPDATE events SET area_m2 = X'31' WHERE number = 6")
    #expect(found == [.eventChanged(6)])
  }

  @Test("events that are missing, renumbered, rewritten with their hash, or beyond the end")
  func chain() throws {
    #expect(
      try problems(
        after: "DELETE FROM documents WHERE event = 5; DELETE FROM events WHERE number = 5")
        == [.eventMissing(5)])
    #expect(
      try problems(
        after: "DELETE FROM documents WHERE event = 6; DELETE FROM events WHERE number = 6")
        == [.eventMissing(6)])
    #expect(
      try problems(after: "UPDATE events SET number = 70 WHERE number = 6")
        .contains(.eventMissing(6)))
    // Somebody who knows how to hash an event, but not the ones after it.
    #expect(
      try problems(after: "UPDATE events SET previous_hash = hash WHERE number = 3")
        .contains(.eventChanged(3)))
    #expect(
      try problems(
        after: """
          INSERT INTO events (number, kind, day, author, forced, recorded_at, previous_hash, hash)
          SELECT 7, kind, day, author, forced, recorded_at, previous_hash, hash
          FROM events WHERE number = 5
          """
      )
      .contains(.eventInserted(7)))
    #expect(
      try problems(after: "UPDATE ledger_meta SET value = '5' WHERE key = 'head_number'")
        == [.eventInserted(6)])
    #expect(
      try problems(after: "DELETE FROM ledger_meta WHERE key = 'head_number'") == [.headDiffers])
    #expect(
      try problems(after: "UPDATE ledger_meta SET value = 'x' WHERE key = 'head_hash'")
        == [.headDiffers])
    #expect(
      try problems(after: "UPDATE ledger_meta SET value = '别县' WHERE key = 'territory'")
        == [.chainBroken(1)])
  }

  @Test(
    "what an event speaks for",
    arguments: [
      ("UPDATE documents SET sha256 = 'x' WHERE event = 6", .documentDiffers(event: 6)),
      ("UPDATE documents SET document_day = NULL WHERE event = 6", .documentDiffers(event: 6)),
      ("DELETE FROM documents WHERE event = 5", .documentDiffers(event: 5)),
      ("INSERT INTO documents (event, document_no) VALUES (1, 'x')", .documentDiffers(event: 1)),
      ("UPDATE cases SET holder = 'x'", .caseDiffers("2026-0001")),
      ("UPDATE surveys SET year = 2024 WHERE number = 1", .surveyDiffers(1)),
      ("UPDATE survey_parcels SET land_use = 'x' WHERE fid = 2", .surveyDiffers(1)),
      ("UPDATE survey_parcels SET geom = NULL WHERE fid = 5", .surveyDiffers(2)),
      ("DELETE FROM survey_parcels WHERE fid = 1", .surveyDiffers(1)),
      (
        """
        INSERT INTO survey_parcels (survey, position, parcel_id, idle_state)
        VALUES (2, 9, 'x', 'not_idle')
        """, .surveyDiffers(2)
      ),
      ("UPDATE lineage SET kind = 'gone'", .surveyDiffers(2)),
      ("UPDATE runs SET manifest = manifest || ' '", .runDiffers(1)),
      (
        "INSERT INTO runs VALUES (2, '2026-01-01', '[]', '{}', '')", .runDiffers(2)
      ),
      (
        "UPDATE parcel_current SET phase = 'ended' WHERE fid = 1",
        .tableEdited("parcel_current", rows: [1])
      ),
      ("UPDATE case_current SET fee_paid_wan = 1", .tableEdited("case_current", rows: [1])),
      ("UPDATE zones SET name = 'x'", .tableEdited("zones", rows: [1])),
      ("DELETE FROM zone_figures", .tableEdited("zone_figures", rows: [1, 2])),
      ("UPDATE targets SET \"limit\" = 0.1", .tableEdited("targets", rows: [1])),
      ("UPDATE contracts SET started = 1 WHERE fid = 1", .tableEdited("contracts", rows: [1])),
      ("UPDATE zombies SET cleared = '2026-01-01'", .tableEdited("zombies", rows: [1])),
      (
        "INSERT INTO zones (zone_id, name) VALUES ('Z9', 'x')", .tableEdited("zones", rows: [2])
      ),
    ] as [(String, LedgerProblem)])
  func content(_ sql: String, _ problem: LedgerProblem) throws {
    let found = try problems(after: sql)
    #expect(found.filter { if case .spatialIndex = $0 { false } else { true } } == [problem])
  }

  @Test(
    "the schema, the registration and the file",
    arguments: [
      ("DROP TRIGGER events_keep_update", .schema("events_keep_update", .missing)),
      (
        """
        DROP TRIGGER events_keep_delete;
        CREATE TRIGGER events_keep_delete BEFORE DELETE ON events BEGIN SELECT 1; END
        """, .schema("events_keep_delete", .altered)
      ),
      ("ALTER TABLE events ADD COLUMN extra TEXT", .schema("events", .altered)),
      ("DROP INDEX events_case", .schema("events_case", .missing)),
      (
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM zones; END",
        .schema("t", .added)
      ),
      ("UPDATE gpkg_contents SET data_type = 'x' WHERE table_name = 'events'", .metadata("events")),
      (
        "UPDATE gpkg_geometry_columns SET z = 1 WHERE table_name = 'site_notes'",
        .metadata("site_notes")
      ),
      ("PRAGMA application_id = 1", .metadata("gpkg_spatial_ref_sys")),
      (
        "UPDATE ledger_meta SET value = 'v1' WHERE key = 'schema'", .tableEdited("ledger_meta")
      ),
      ("DELETE FROM rtree_site_notes_geom", .spatialIndex("site_notes")),
      (
        "UPDATE rtree_parcel_current_geom SET maxx = 0, minx = 0 WHERE id = 1",
        .spatialIndex("parcel_current")
      ),
    ] as [(String, LedgerProblem)])
  func schema(_ sql: String, _ problem: LedgerProblem) throws {
    let store = try LedgerStore.open(path, readOnly: true)
    try GuardTests.gis(path, sql)
    #expect(try store.verify() == [problem])
  }

  @Test("a row that refers to nothing, and pages that were written over")
  func damage() throws {
    #expect(
      try problems(after: "UPDATE events SET case_id = 'x' WHERE number = 5")
        .contains(.reference(table: "events")))
    var bytes = try scratch.bytes("a.gpkg")
    let queue = try DatabaseQueue(path: path)
    let page = try #require(
      try queue.read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'events_case'")
      })
    try queue.close()
    for i in (page - 1) * 4096 + 8..<page * 4096 { bytes[i] = 0xA5 }
    try scratch.write("b.gpkg", bytes: bytes)
    let store = try LedgerStore.open(scratch.path("b.gpkg"), readOnly: true)
    let found = try store.verify()
    try GuardTests.gis(path, "DROP TABLE lineage")
    #expect(
      try LedgerStore.open(path, readOnly: true).verify().contains(.schema("lineage", .missing)))
    #expect(found.contains { if case .integrity = $0 { true } else { false } })
  }

  @Test("every problem has a text in both languages")
  func texts() {
    let all: [LedgerProblem] = [
      .eventChanged(1), .eventMissing(1), .eventInserted(1), .chainBroken(1), .headDiffers,
      .documentDiffers(event: 1), .caseDiffers("c"), .surveyDiffers(1), .runDiffers(1),
      .tableEdited("t"), .schema("s", .missing), .schema("s", .altered), .schema("s", .added),
      .metadata("m"), .spatialIndex("i"), .integrity("r"), .reference(table: "t"),
    ]
    #expect(Set(all.map(\.text.zh)).count == all.count)
    #expect(Set(all.map(\.text.en)).count == all.count)
  }
}
