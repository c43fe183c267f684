import Foundation
import GRDB
import LandGeoPackage
import LandGeometry
import LandKit
import LandTestSupport
import Testing

/// Surveys are filled in without the triggers that look at each row; nothing shows it afterwards.
@Suite("What filling a survey leaves") struct FillingTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
    try LedgerStore.create(
      at: path, territory: "某县", day: SampleLedger.day, madeBy: "landctl test"
    ).close()
  }

  private func take(_ year: Int, _ count: Int, links: [LineageLink] = []) throws {
    let store = try LedgerStore.open(path, readOnly: false)
    try store.write { writer in
      let (parcels, geometry) = SampleLedger.parcels(count)
      try writer.add(
        SampleLedger.survey(year, count), parcels: parcels, geometry: geometry, lineage: links)
      try writer.append(SampleLedger.event(.survey))
      try writer.replaceProjection(
        [], parcels: parcels.map { CurrentParcel($0, caseID: nil) }, geometry: geometry,
        day: SampleLedger.day)
    }
    try store.close()
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read(body)
  }

  /// Everything that the file defines, letter by letter.
  private func definitions() throws -> [String: String] {
    try read { db in
      var found: [String: String] = [:]
      let sql = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
      for row in try Row.fetchAll(db, sql: sql) {
        let (type, name, table, text): (String, String, String, String) = (
          row[0], row[1], row[2], row[3]
        )
        found["\(type) \(name) \(table)"] = text
      }
      return found
    }
  }

  private func box(of blob: Data) throws -> Envelope {
    var columns = PolygonColumns<Geographic>()
    try #require(blob.withUnsafeBytes { GeometryBlob.append($0, to: &columns) })
    return columns.envelope(of: 0)
  }

  private func checkIndex(of layer: String, _ count: Int) throws {
    let (rows, index) = try read { db in
      (
        try Row.fetchAll(db, sql: "SELECT fid, geom FROM \(layer) WHERE geom NOTNULL"),
        try Row.fetchAll(
          db, sql: "SELECT id, minx, maxx, miny, maxy FROM rtree_\(layer)_geom ORDER BY id")
      )
    }
    var boxes: [Int: Envelope] = [:]
    for row in rows { boxes[row[0]] = try box(of: row[1]) }
    #expect(boxes.count == count)
    #expect(index.map { $0[0] as Int } == boxes.keys.sorted())
    for row in index {
      let box = try #require(boxes[row[0]])
      // The index keeps numbers of single precision, rounded outwards.
      let gaps: [Double] = [
        box.minX - row[1], row[2] - box.maxX, box.minY - row[3], row[4] - box.maxY,
      ]
      #expect(gaps.allSatisfy { (0..<3e-5).contains($0) }, "\(layer) \(row)")
    }
  }

  @Test("triggers are those of a new ledger and the index holds the boxes, survey after survey")
  func afterSurveys() throws {
    let fresh = try definitions()
    #expect(fresh.keys.count { $0.hasPrefix("trigger ") } > 30)
    try take(2025, 450)
    #expect(try definitions() == fresh)
    try checkIndex(of: "survey_parcels", 450)
    try checkIndex(of: "parcel_current", 450)
    // The last of fewer than a hundred has no geometry.
    try take(2026, 60, links: SampleLedger.links)
    #expect(try definitions() == fresh)
    try checkIndex(of: "survey_parcels", 450 + 59)
    try checkIndex(of: "parcel_current", 59)
    let store = try LedgerStore.open(path, readOnly: true)
    #expect(try store.verify() == [])
  }

  @Test(
    "a trigger that somebody altered or dropped stays so and is found",
    arguments: ["survey_parcels_keep_insert", "lineage_keep_insert"])
  func alteredGuard(_ name: String) throws {
    let table = String(name.dropLast("_keep_insert".count))
    try SampleLedger.plain(
      path,
      """
      DROP TRIGGER \(name);
      CREATE TRIGGER \(name) BEFORE INSERT ON \(table) BEGIN SELECT 1; END
      """)
    let altered = try definitions()
    try take(2025, 5, links: SampleLedger.links)
    #expect(try definitions() == altered)
    try SampleLedger.plain(path, "DROP TRIGGER \(name)")
    try take(2026, 5, links: SampleLedger.links)
    #expect(try definitions()["trigger \(name) \(table)"] == nil)
    let store = try LedgerStore.open(path, readOnly: true)
    #expect(try store.verify() == [.schema(name, .missing)])
  }

  @Test("where the index has another trigger, that one fills it")
  func alteredIndexTrigger() throws {
    let name = "rtree_survey_parcels_geom_insert"
    let text = try #require(try definitions()["trigger \(name) survey_parcels"])
    try SampleLedger.plain(
      path, "DROP TRIGGER \(name); \(text.replacing("AFTER INSERT", with: "AFTER  INSERT"))")
    let altered = try definitions()
    try take(2025, 60)
    #expect(try definitions() == altered)
    try checkIndex(of: "survey_parcels", 59)
    let store = try LedgerStore.open(path, readOnly: true)
    #expect(try store.verify() == [.schema(name, .altered)])
  }

  @Test("a survey that breaks off cannot be committed, even if its error is not passed on")
  func brokenOff() throws {
    try take(2025, 5)
    let (bytes, fresh) = (try scratch.bytes("a.gpkg"), try definitions())
    let store = try LedgerStore.open(path, readOnly: false)
    var failure: LedgerError?
    do {
      try store.write { writer in
        let (whole, geometry) = SampleLedger.parcels(5)
        var parcels = whole
        parcels[3].id = "P\0"
        #expect(throws: LedgerError.self) {
          try writer.add(
            SampleLedger.survey(2026, 5), parcels: parcels, geometry: geometry, lineage: [])
        }
        try writer.append(SampleLedger.event(.survey))
      }
    } catch let error as LedgerError { failure = error }
    #expect(failure?.message.en == "the table survey_parcels was not filled to its end")
    #expect(try definitions() == fresh)
    #expect(try scratch.bytes("a.gpkg") == bytes)
    #expect(try store.write { try $0.append(SampleLedger.event(.note)) } == 2)
    #expect(try store.verify() == [])
  }
}
