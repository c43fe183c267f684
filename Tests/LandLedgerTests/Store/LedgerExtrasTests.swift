import Foundation
import LandKit
import LandTestSupport
import Testing

@testable import LandLedger

/// What desktop GIS does with a ledger, by GDAL and by a plain SQLite.
@Suite("A ledger in other people's programs", .enabled(if: Extras.areWanted))
struct LedgerExtrasTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
    try SampleLedger.make(path).close()
  }

  private func sql(_ text: String) throws {
    #expect(try Extras.run(["ogrinfo", path, "-sql", text]).status == 0)
  }
  private func problems() throws -> [LedgerProblem] {
    let store = try LedgerStore.open(path, readOnly: true)
    defer { try? store.close() }
    return try store.verify()
  }
  private func notes() throws -> [SiteNote] {
    let store = try LedgerStore.open(path, readOnly: true)
    defer { try? store.close() }
    return try store.read { try $0.siteNotes() }
  }

  @Test("GDAL reads the layers, the attribute tables and the dates of contracts")
  func reading() throws {
    let result = try Extras.run(["ogrinfo", "-ro", "-al", "-so", path])
    #expect(result.status == 0)
    for name in [
      "survey_parcels", "parcel_current", "site_notes", "events", "case_current", "contracts",
    ] {
      #expect(result.text.contains("Layer name: \(name)"))
    }
    #expect(result.text.contains("ID[\"EPSG\",4490]"))
    let rows = try Extras.run(["ogrinfo", "-ro", path, "contracts"])
    #expect(rows.text.contains("payment_schedule (String) = 2025-11-08:1200.0;2026-02-26:800.5"))
    #expect(rows.text.contains("started (Integer(Boolean)) = 0"))
  }

  @Test("notes are inserted, moved and deleted by GDAL, and nothing is wrong after each")
  func notesByGDAL() throws {
    for text in [
      "UPDATE site_notes SET note = 'by GDAL' WHERE fid = 1",
      "INSERT INTO site_notes (geom, note) SELECT geom, 'more' FROM site_notes WHERE fid = 1",
      "DELETE FROM site_notes WHERE fid = 2",
    ] {
      try sql(text)
      #expect(try problems() == [], "\(text)")
    }
    #expect(try notes().map(\.note) == ["by GDAL"])
  }

  @Test("ogr2ogr appends notes of a file")
  func appending() throws {
    try scratch.write(
      "new.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"note":"新围挡","author":"王"},
      "geometry":{"type":"Point","coordinates":[115.25,28.5]}},
      {"type":"Feature","properties":{"note":"无位置"},"geometry":null}]}
      """)
    let run = try Extras.run([
      "ogr2ogr", "-append", "-a_srs", "EPSG:4490", "-nln", "site_notes", path,
      scratch.path("new.geojson"),
    ])
    #expect(run.status == 0)
    #expect(try notes().map(\.note) == ["围墙", "新围挡", "无位置"])
    #expect(try notes()[1].place == Coordinate(x: 115.25, y: 28.5))
    #expect(try problems() == [])
    // The ledger goes on being written to.
    let store = try LedgerStore.open(path, readOnly: false)
    #expect(try store.write { try $0.append(SampleLedger.event(.note)) } == 7)
    try store.close()
    #expect(try problems() == [])
  }

  @Test("an edit of another table by GDAL is refused, or found")
  func others() throws {
    for table in ["survey_parcels", "events", "cases", "documents", "runs", "surveys", "lineage"] {
      _ = try Extras.run(["ogrinfo", path, "-sql", "DELETE FROM \(table)"])
      #expect(try problems() == [], "\(table)")
    }
    try sql("UPDATE zones SET name = '改' WHERE fid = 1")
    #expect(try problems() == [.tableEdited("zones", rows: [1])])
    try sql("UPDATE contracts SET finished = 1 WHERE fid = 2")
    #expect(
      try problems() == [
        .tableEdited("zones", rows: [1]), .tableEdited("contracts", rows: [2]),
      ])
    try sql("UPDATE parcel_current SET phase = 'ended' WHERE fid = 3")
    #expect(try problems().contains(.tableEdited("parcel_current", rows: [3])))
  }

  @Test("plain SQLite lacks the functions to put a note on the map; nothing breaks")
  func plain() throws {
    let program = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      try:
          db.execute("INSERT INTO site_notes (geom, note) SELECT geom, 'x' FROM site_notes")
          db.commit()
          print("added")
      except sqlite3.OperationalError as error:
          print(error)
      """
    let run = try Extras.run(["python3", "-c", program, path])
    #expect(run.text.contains("no such function: ST_"), "\(run.text)")
    #expect(try notes().map(\.note) == ["围墙"])
    #expect(try problems() == [])
  }
}
