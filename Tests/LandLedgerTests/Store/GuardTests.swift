import Foundation
import GRDB
import LandGeoPackage
import LandKit
import LandTestSupport
import Testing

@Suite("What the file itself refuses") struct GuardTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
    try SampleLedger.make(path).close()
  }

  private static let keys = [
    "surveys": "number", "runs": "number", "events": "number", "survey_parcels": "fid",
    "lineage": "fid", "cases": "fid", "documents": "fid",
  ]

  @Test(
    "plain SQLite cannot change, delete or replace a row, with recursive triggers or without",
    arguments: keys.keys.sorted())
  func plainSQLite(_ table: String) throws {
    let key = try #require(Self.keys[table])
    let before = try scratch.bytes("a.gpkg")
    for recursive in ["OFF", "ON"] {
      for sql in [
        "UPDATE \(table) SET \(key) = \(key)", "UPDATE OR REPLACE \(table) SET \(key) = 1",
        "UPDATE OR IGNORE \(table) SET \(key) = 99", "DELETE FROM \(table)",
        "DELETE FROM \(table) WHERE \(key) = 1",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) WHERE \(key) = 1",
        "REPLACE INTO \(table) SELECT * FROM \(table)",
        "INSERT INTO \(table) SELECT * FROM \(table) WHERE 1 ON CONFLICT DO UPDATE SET \(key) = 7",
      ] {
        let error = #expect(throws: DatabaseError.self) {
          try SampleLedger.plain(path, "PRAGMA recursive_triggers = \(recursive); \(sql)")
        }
        // Of the layer with a spatial index plain SQLite lacks the functions as well.
        let message = error?.message ?? ""
        #expect(message.hasPrefix("landctl: rows of \(table)") || message.contains("ST_"), "\(sql)")
      }
    }
    #expect(try scratch.bytes("a.gpkg") == before)
  }

  @Test("a program with the functions of a GIS cannot change a survey either")
  func gis() throws {
    for sql in [
      "UPDATE survey_parcels SET land_use = 'x'", "UPDATE survey_parcels SET geom = NULL",
      "DELETE FROM survey_parcels", "REPLACE INTO survey_parcels SELECT * FROM survey_parcels",
      """
      REPLACE INTO survey_parcels (survey, position, parcel_id, idle_state)
      VALUES (1, 0, 'x', 'not_idle')
      """,
    ] {
      let error = #expect(throws: DatabaseError.self) { try Self.gis(path, sql) }
      #expect(error?.message?.hasPrefix("landctl: rows of survey_parcels") == true)
    }
  }

  @Test("an event is only added at the end, and only where it names the last hash")
  func order() throws {
    func insert(_ number: String, _ hash: String) -> String {
      """
      INSERT OR REPLACE INTO events
        (number, kind, day, author, forced, recorded_at, previous_hash, hash)
      VALUES (\(number), 'note', '2026-01-01', 'x', '[]', '', \(hash), 'x')
      """
    }
    let last = "(SELECT hash FROM events WHERE number = 6)"
    for sql in [
      insert("3", last), insert("NULL", last), insert("9", last), insert("0", last),
      insert("7", "'x'"),
    ] {
      #expect(throws: DatabaseError.self) { try SampleLedger.plain(path, sql) }
    }
    // This one the triggers let through; its own hash gives it away.
    try SampleLedger.plain(path, insert("7", last))
    let store = try LedgerStore.open(path, readOnly: false)
    #expect(try store.verify() == [.eventChanged(7), .eventInserted(7)])
    let error = #expect(throws: LedgerError.self) {
      try store.write { try $0.append(SampleLedger.event(.note)) }
    }
    #expect(error == .corruptChain(path: path, event: 7))
  }

  @Test("a GIS may edit the notes; nothing is wrong with the ledger after that")
  func notes() throws {
    let point = { (x: Double) in
      "X'47500001\("8a110000")0101000000\(Self.hex(x))\(Self.hex(28.5))'"
    }
    for sql in [
      "UPDATE site_notes SET note = '改', geom = \(point(115.5)) WHERE fid = 1",
      "INSERT INTO site_notes (geom, note, author) VALUES (\(point(116)), '新', 'QGIS')",
      "INSERT INTO site_notes (geom, note) VALUES (NULL, '无位置')",
      "UPDATE site_notes SET geom = \(point(117)) WHERE fid = 3",
      "UPDATE site_notes SET geom = NULL WHERE fid = 2",
      "UPDATE site_notes SET fid = 9 WHERE fid = 3", "UPDATE site_notes SET fid = 8 WHERE fid = 2",
      """
      INSERT INTO site_notes (fid, geom, note) VALUES (1, \(point(118)), 'upsert')
      ON CONFLICT (fid) DO UPDATE SET geom = excluded.geom
      """,
      "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)",
    ] {
      try Self.gis(path, sql)
      let store = try LedgerStore.open(path, readOnly: true)
      #expect(try store.verify() == [], "\(sql)")
    }
    let store = try LedgerStore.open(path, readOnly: true)
    let places = try store.read { try $0.siteNotes() }.map(\.place?.x)
    #expect(places == [118, nil, 117])
    try Self.gis(path, "DELETE FROM site_notes")
    #expect(try store.verify() == [])
  }

  /// Runs SQL as a GIS would, which brings the functions of the spatial index along.
  static func gis(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try SpatialFunctions.register(in: $0) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private static func hex(_ number: Double) -> String {
    let bits = number.bitPattern
    return (0..<8).map { byte in
      let text = String((bits >> UInt64(8 * byte)) & 255, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
