import Foundation
import LandCadastre
import LandGeometry
import LandOutput
import LandTestSupport
import Testing

@testable import LandGeoPackage

/// A square with a hole, and a feature of two squares, drawn clockwise; then one without geometry.
private func drawn<Space>(_ space: Space.Type, x: Double, y: Double, size: Double)
  -> PolygonColumns<Space>
{
  func square(_ dx: Double, _ dy: Double, _ side: Double) -> [Coordinate] {
    [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].map {
      Coordinate(x: x + (dx + $0.0 * side) * size, y: y + (dy + $0.1 * side) * size)
    }
  }
  var columns = PolygonColumns<Space>()
  columns.appendPolygon([square(0, 0, 4), square(1, 1, 1)])
  columns.endFeature()
  columns.appendPolygon([square(10, 0, 1)])
  columns.appendPolygon([square(12, 0, 2)])
  columns.endFeature()
  columns.endFeature()
  return columns
}

private let day = CalendarDate(dayNumber: 19_800)

private func package() throws -> GeoPackage {
  let columns = [
    GeoPackageColumn("名称", .text), GeoPackageColumn("count", .integer),
    GeoPackageColumn("area", .real), GeoPackageColumn("ok", .truth), GeoPackageColumn("on", .day),
  ]
  let rows: [[GeoPackageValue]] = [
    [.text("一区 \"引\" '号'"), .integer(3), .real(1.5), .truth(true), .day(day)],
    [.text("二区"), .integer(-1), .real(.nan), .truth(false), .null],
    [.null, .null, .null, .null, .null],
  ]
  return GeoPackage(
    day: day,
    layers: [
      GeoPackageLayer(
        name: "地块", title: "地块 (4490)", reference: try SpatialReference(epsg: 4490),
        geometry: .geographic(drawn(Geographic.self, x: 114, y: 28, size: 0.001)),
        columns: columns, rows: rows),
      GeoPackageLayer(
        name: "plane", title: "plane (4526)", reference: try SpatialReference(epsg: 4526),
        geometry: .plane(drawn(Plane.self, x: 38_500_000, y: 3_174_000, size: 10)),
        columns: columns, rows: rows),
      GeoPackageLayer(
        name: "points", title: "points", reference: try SpatialReference(epsg: 4490),
        geometry: .points([Coordinate(x: 114.5, y: 28.25), nil, Coordinate(x: 115, y: 27)]),
        columns: [], rows: [[], [], []]),
      GeoPackageLayer(
        name: "ledger", title: "台账", geometry: .none, columns: columns, rows: rows),
    ])
}

@Suite("GeoPackage files") struct GeoPackageTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open(_ package: GeoPackage) throws -> OpenedPackage {
    try package.write(to: scratch.path("a.gpkg"))
    return try OpenedPackage(scratch.path("a.gpkg"))
  }

  @Test("it is a GeoPackage 1.4 and SQLite finds it whole")
  func identity() throws {
    let file = try open(package())
    #expect(try file.ints("PRAGMA application_id") == [0x4750_4B47])
    #expect(try file.ints("PRAGMA user_version") == [10_400])
    #expect(try file.texts("PRAGMA integrity_check") == ["ok"])
    #expect(try file.texts("PRAGMA foreign_key_check").isEmpty)
    #expect(try file.texts("PRAGMA journal_mode") == ["delete"])
    #expect(try scratch.files(in: "").keys.sorted() == ["a.gpkg"])
  }

  @Test("layers, systems and boxes are registered")
  func contents() throws {
    let file = try open(package())
    let ids = try file.ints("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id")
    #expect(ids == [-1, 0, 4326, 4490, 4526])
    let definition = try file.texts(
      "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 4526")[0]
    #expect(definition.hasPrefix("PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger zone 38\""))
    let shapes = try file.texts(
      "SELECT geometry_type_name FROM gpkg_geometry_columns ORDER BY table_name")
    #expect(shapes == ["MULTIPOLYGON", "POINT", "MULTIPOLYGON"])
    let box = try file.numbers(
      "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = 'plane'")
    #expect(box == [38_500_000, 38_500_140, 3_174_000, 3_174_040])
    let row = try file.row(
      "SELECT data_type, last_change, min_x FROM gpkg_contents WHERE table_name = 'ledger'")
    #expect(row == ["attributes", "2024-03-18T00:00:00.000Z", "NULL"])
  }

  @Test("values of every type and nulls come back")
  func values() throws {
    let file = try open(package())
    func row(_ key: Int) throws -> [String] {
      try file.row(
        "SELECT \"名称\", count, area, ok, \"on\", geom IS NULL FROM \"地块\" WHERE fid = \(key)")
    }
    #expect(try row(1) == ["一区 \"引\" '号'", "3", "1.5", "1", "2024-03-18", "0"])
    #expect(try row(2) == ["二区", "-1", "NULL", "0", "NULL", "0"])
    #expect(try row(3) == ["NULL", "NULL", "NULL", "NULL", "NULL", "1"])
    #expect(try file.ints("SELECT count(*) FROM ledger") == [3])
  }

  @Test("blobs: header, envelope, x before y, exteriors left, holes right")
  func blobs() throws {
    let bytes = try open(package()).bytes("SELECT geom FROM \"地块\" WHERE fid = 1")
    let blob = Blob(bytes)
    #expect(Array(bytes.prefix(4)) == [0x47, 0x50, 0, 3])
    #expect(blob.int(4) == 4490)
    #expect(blob.double(8) == 114 && blob.double(16) == 114.004)
    #expect(blob.double(24) == 28 && blob.double(32) == 28.004)
    // A multi-polygon of one polygon of two rings of five points.
    #expect([41, 45, 50, 54, 58].map(blob.int) == [6, 1, 3, 2, 5])
    let exterior = blob.ring(62, 5)
    let hole = blob.ring(62 + 80 + 4, 5)
    #expect(Self.area(exterior) > 0 && Self.area(hole) < 0)
    #expect(exterior.first == exterior.last && exterior[0] == Coordinate(x: 114, y: 28))
    #expect(bytes.count == 62 + 80 + 4 + 80)
  }

  @Test("a layer of single polygons is declared as that; points have no envelope")
  func shapes() throws {
    var package = try package()
    var single = PolygonColumns<Geographic>()
    single.appendFeature(0, of: drawn(Geographic.self, x: 114, y: 28, size: 0.001))
    package.layers[0].geometry = .geographic(single)
    package.layers[0].rows.removeLast(2)
    let file = try open(package)
    #expect(
      try file.texts(
        "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = '地块'")
        == ["POLYGON"])
    #expect(Blob(try file.bytes("SELECT geom FROM \"地块\"")).int(41) == 3)
    let point = try file.bytes("SELECT geom FROM points WHERE fid = 1")
    let blob = Blob(point)
    #expect(point.count == 29 && point[3] == 1 && blob.int(9) == 1)
    #expect(blob.double(13) == 114.5 && blob.double(21) == 28.25)
    #expect(try file.bytes("SELECT geom FROM points WHERE fid = 2").isEmpty)
  }

  @Test("the spatial index holds the boxes of the rows with geometry")
  func index() throws {
    let file = try open(package())
    let found = try file.ints(
      "SELECT id FROM rtree_plane_geom WHERE minx < 38500050 AND maxx > 38500000")
    #expect(found == [1])
    #expect(try file.ints("SELECT count(*) FROM \"rtree_地块_geom\"") == [2])
    #expect(try file.ints("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == [21])
    #expect(try file.ints("SELECT count(*) FROM gpkg_extensions") == [3])
  }

  @Test("the same content gives the same bytes, over an older file too")
  func repeats() throws {
    try package().write(to: scratch.path("a.gpkg"))
    let first = try scratch.bytes("a.gpkg")
    try package().write(to: scratch.path("a.gpkg"))
    try package().write(to: scratch.path("b.gpkg"))
    #expect(try scratch.bytes("a.gpkg") == first && scratch.bytes("b.gpkg") == first)
  }

  @Test("a failure leaves what was there and nothing else")
  func failure() throws {
    try scratch.write("a.gpkg", "old")
    var bad = try package()
    bad.layers[3].rows[1][1] = .text("no number")
    let error = #expect(throws: GeoPackageError.self) { try bad.write(to: scratch.path("a.gpkg")) }
    #expect(error?.kind == .content && error?.path == scratch.path("a.gpkg"))
    #expect(try scratch.files(in: "").keys.sorted() == ["a.gpkg"])
    #expect(try scratch.text("a.gpkg") == "old")
    let nowhere = #expect(throws: GeoPackageError.self) {
      try package().write(to: scratch.path("none/a.gpkg"))
    }
    #expect(nowhere?.kind == .output)
  }

  @Test("names that a GeoPackage cannot have are refused")
  func names() throws {
    for name in ["", "gpkg_x", "RTree_x", "sqlite_x"] {
      var bad = try package()
      bad.layers[0].name = name
      #expect(throws: GeoPackageError.self) { try bad.write(to: scratch.path("x.gpkg")) }
    }
    var bad = try package()
    bad.layers[1].columns[0].name = "FID"
    #expect(throws: GeoPackageError.self) { try bad.write(to: scratch.path("x.gpkg")) }
    bad = try package()
    bad.layers[1].name = "POINTS"
    #expect(throws: GeoPackageError.self) { try bad.write(to: scratch.path("x.gpkg")) }
    #expect(try scratch.files(in: "").isEmpty)
  }

  @Test("GDAL reads layers, extents and systems", .enabled(if: Extras.areWanted))
  func gdalReads() throws {
    try package().write(to: scratch.path("a.gpkg"))
    let result = try Extras.run(["ogrinfo", "-ro", "-al", "-so", scratch.path("a.gpkg")])
    #expect(result.status == 0)
    let text = result.text
    #expect(text.contains("Layer name: 地块") && text.contains("Geometry: Multi Polygon"))
    #expect(text.components(separatedBy: "Feature Count: 3").count == 5)
    #expect(
      text.contains(
        "Extent: (38500000.000000, 3174000.000000) - (38500140.000000, 3174040.000000)"))
    #expect(text.contains("ID[\"EPSG\",4490]") && text.contains("ID[\"EPSG\",4526]"))
    #expect(text.contains("ok: Integer(Boolean)") && text.contains("on: Date"))
    // GDAL brings the functions that the triggers of the index need.
    let changed = try Extras.run([
      "ogrinfo", scratch.path("a.gpkg"), "-sql", "DELETE FROM plane WHERE fid = 1",
    ])
    #expect(changed.status == 0)
    let left = try OpenedPackage(scratch.path("a.gpkg")).ints("SELECT id FROM rtree_plane_geom")
    #expect(left == [2])
  }

  private static func area(_ ring: [Coordinate]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - ring[0].x) * (edge.1.y - ring[0].y)
        - (edge.1.x - ring[0].x) * (edge.0.y - ring[0].y)
    }
  }
}

/// Little-endian numbers of a blob.
private struct Blob {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func int(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
  func double(_ at: Int) -> Double {
    Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) })
  }
  func ring(_ at: Int, _ count: Int) -> [Coordinate] {
    (0..<count).map { Coordinate(x: double(at + 16 * $0), y: double(at + 16 * $0 + 8)) }
  }
}
