import Foundation
import FoundationXML
import GRDB
import LandKit
import LandTestSupport
import Testing

@Suite("An audit as GIS layers") struct AuditLayersTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  @discardableResult
  private func write(
    _ name: String = "a.gpkg", zones: Bool = true, _ language: Document.Language = .zh
  ) throws -> [UInt8] {
    let outlines =
      zones ? try MadeZone.zones().flatMap { ReportLayer(zones: $0) }.map { ZoneOutlines($0) } : nil
    try AuditLayers(AuditBook(folder: folder), zones: outlines, language: language)
      .finished(at: scratch.path(name)).publish()
    return try scratch.bytes(name)
  }

  private func query(_ sql: String, of name: String = "a.gpkg") throws -> [Row] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: scratch.path(name), configuration: configuration).read {
      try Row.fetchAll($0, sql: sql)
    }
  }

  private func texts(_ sql: String, of name: String = "a.gpkg") throws -> [String] {
    try query(sql, of: name).map { $0[0] as String? ?? "NULL" }
  }

  @Test("layers and tables, each registered, each with all its rows")
  func contents() throws {
    try write()
    let book = try AuditBook(folder: folder)
    #expect(
      try texts("SELECT table_name || ' ' || data_type FROM gpkg_contents ORDER BY rowid") == [
        "parcels features", "zones features", "finding_points features", "findings attributes",
        "contracts attributes", "overlaps attributes", "layer_styles attributes",
      ])
    let counts = try ["parcels", "zones", "contracts", "overlaps"].map {
      try query("SELECT count(*) FROM \($0)").first.map { $0[0] as Int }
    }
    #expect(
      counts == [book.parcels.count, book.zones.count, book.contracts.count, book.overlaps.count])
    let findings = try query(
      "SELECT (SELECT count(*) FROM finding_points), (SELECT count(*) FROM findings)")
    let (points, others): (Int, Int) = (findings[0][0], findings[0][1])
    #expect(points + others == book.findings.count && points > 0 && others > 0)
    #expect(
      try Set(texts("SELECT CAST(srs_id AS TEXT) FROM gpkg_geometry_columns")) == ["4490"])
  }

  @Test("columns keep the names of the files and get types")
  func types() throws {
    try write()
    let columns = try query("PRAGMA table_info(parcels)").map {
      ($0["name"] as String, $0["type"] as String)
    }
    let types = Dictionary(columns, uniquingKeysWith: { first, _ in first })
    #expect(types["planar_area_m2"] == "REAL" && types["parcel_id"] == "TEXT")
    #expect(types["is_valid"] == "BOOLEAN" && types["due_date"] == "DATE")
    #expect(types["idle_days"] == "INTEGER" && types["density"] == "REAL")
    let book = try AuditBook(folder: folder)
    #expect(columns.dropFirst(2).map(\.0) == book.parcels.names)
    for (row, values) in try query("SELECT * FROM parcels ORDER BY fid").enumerated() {
      #expect(values["parcel_id"] as String? == book.parcels["parcel_id"].text(row))
      #expect(values["planar_area_m2"] as Double? == book.parcels["planar_area_m2"].number(row))
      #expect(values["idle_days"] as Int? == book.parcels["idle_days"].integer(row))
      #expect(values["started"] as Bool? == book.parcels["started"].truth(row))
    }
  }

  @Test("a parcel without a boundary stays a row; zones find their boundary by id")
  func geometry() throws {
    try write()
    #expect(
      try texts("SELECT parcel_id FROM parcels WHERE geom IS NULL") == ["369901001002GB00033"])
    #expect(try texts("SELECT zone_id FROM zones WHERE geom IS NULL").isEmpty)
    let place = try query("SELECT x, y, geom FROM finding_points")
    for row in place {
      let blob = try #require(row["geom"] as Data?)
      let point = blob.withUnsafeBytes { GeometryBlob.point(of: $0) }
      #expect(point == Coordinate(x: row["x"], y: row["y"]))
    }
  }

  @Test("zones that are in no layer given are kept, those of one id drawn once each")
  func zoneOrder() throws {
    var polygons = PolygonColumns<Geographic>()
    let square = { (x: Double) in
      [
        [
          Coordinate(x: x, y: 28), Coordinate(x: x + 1, y: 28), Coordinate(x: x, y: 29),
          Coordinate(x: x, y: 28),
        ]
      ]
    }
    for x in [10.0, 20] {
      polygons.appendPolygon(square(x))
      polygons.endFeature()
    }
    let outlines = ZoneOutlines(polygons: polygons, ids: ["other", "KFQ-3699-01"])
    try AuditLayers(AuditBook(folder: folder), zones: outlines, language: .en)
      .finished(at: scratch.path("z.gpkg")).publish()
    let rows = try query("SELECT zone_id, geom IS NULL FROM zones", of: "z.gpkg")
    #expect(rows.count == 2)
    for row in rows { #expect((row[1] as Bool) == ((row[0] as String) != "KFQ-3699-01")) }
    let box = try query("SELECT min_x FROM gpkg_contents WHERE table_name = 'zones'", of: "z.gpkg")
    #expect(box[0][0] as Double? == 20)
  }

  @Test("without the layer of zones they are a table")
  func withoutZones() throws {
    try write(zones: false)
    #expect(
      try texts("SELECT data_type FROM gpkg_contents WHERE table_name = 'zones'") == ["attributes"]
    )
    #expect(
      try texts("SELECT f_table_name FROM layer_styles ORDER BY id") == [
        "parcels", "finding_points",
      ])
  }

  @Test("styles: one for each drawn layer, every state in it, in the language asked for")
  func styles() throws {
    try write()
    try write("en.gpkg", .en)
    let rows = try query("SELECT * FROM layer_styles ORDER BY id")
    #expect(rows.map { $0["f_table_name"] } == ["parcels", "zones", "finding_points"])
    for row in rows {
      #expect(row["f_geometry_column"] as String? == "geom" && row["useAsDefault"] as Bool? == true)
      #expect(row["update_time"] as String? == "2025-06-30T00:00:00.000Z")
      for column in ["styleQML", "styleSLD"] {
        let text = try #require(row[column] as String?)
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(column)")
      }
    }
    let (qml, sld): (String, String) = (rows[0]["styleQML"], rows[0]["styleSLD"])
    for state in IdleAssessment.State.allCases {
      #expect(qml.contains("value=\"\(state.rawValue)\"") && qml.contains(state.label.zh))
      #expect(sld.contains("<ogc:Literal>\(state.rawValue)</ogc:Literal>"))
    }
    #expect(qml.contains("213,94,0,") && sld.contains("#D55E00"))
    let english: String = try query("SELECT styleQML FROM layer_styles", of: "en.gpkg")[0][0]
    #expect(english.contains("suspected idle") && !english.contains("涉嫌"))
  }

  @Test("the same audit gives the same bytes")
  func repeats() throws {
    let first = try write()
    #expect(try write("b.gpkg") == first)
  }

  @Test("nothing is left where the place cannot be written to")
  func unwritable() throws {
    try FileManager.default.createDirectory(
      at: scratch.url("out/a.gpkg"), withIntermediateDirectories: true)
    let error = #expect(throws: GeoPackageError.self) { try write("out/a.gpkg") }
    #expect(error?.kind == .output)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    #expect(names == ["a.gpkg"])
  }

  @Test("GDAL reads layers and styles, and writes them on", .enabled(if: Extras.areWanted))
  func gdalReads() throws {
    try write()
    let path = scratch.path("a.gpkg")
    let text = try Extras.run(["ogrinfo", "-ro", "-al", "-so", path]).text
    for layer in ["parcels", "zones", "finding_points", "findings", "contracts", "layer_styles"] {
      #expect(text.contains("Layer name: \(layer)\n"), "\(layer)")
    }
    #expect(text.contains("ID[\"EPSG\",4490]") && text.contains("due_date: Date"))
    let copied = try Extras.run([
      "ogr2ogr", "-f", "GeoJSON", scratch.path("p.geojson"), path, "parcels", "-where",
      "idle_state = 'suspected'",
    ])
    #expect(copied.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(scratch.bytes("p.geojson")))
    let features = try #require((value as? [String: Any])?["features"] as? [Any])
    #expect(
      features.count == (try AuditBook(folder: folder).manifest.counts["idle_suspected"]))
  }
}
