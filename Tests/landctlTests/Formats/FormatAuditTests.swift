import Foundation
import LandTestSupport
import Testing

/// One layer of parcels in every format that is read, through the program.
@Suite("every format through audit") struct FormatAuditTests {
  /// The GBK shapefile of the fixtures; its `.prj` names zone 40, its coordinates are in zone 39.
  static let source = fixtures.appendingPathComponent(
    "shapefiles/gbk_nocpg_ldid4d/parcels.shp"
  ).path
  static let crs = ["--crs", "EPSG:4527"]

  /// Ids with validity, planar area and land use, in order.
  static func audited(_ arguments: [String]) throws -> [[String]] {
    let run = try runLandctl(["audit"] + arguments + ["--as-of", "2025-06-30", "--format", "csv"])
    try #require(run.status == 0, "\(run.stderr)")
    let rows = csvRows(text: run.text)
    return rows.map { row in
      ["parcel_id", "is_valid", "planar_area_m2", "land_use"].map { row[$0] ?? "?" }
    }
  }

  @Test("a .prj that contradicts its coordinates is not believed: what to pass is said")
  func contradiction() throws {
    let run = try runLandctl(["audit", Self.source])
    #expect(run.status == 65)
    #expect(run.stderr.contains("EPSG:4528") && run.stderr.contains("--crs EPSG:4527"))
  }

  @Test(
    "formats that landctl writes and reads itself give the same rows",
    arguments: ["geojson", "geojsonl", "gpkg", "shp", "csv", "txt"])
  func native(_ suffix: String) throws {
    let expected = try Self.audited([Self.source] + Self.crs)
    #expect(expected.count == 30)
    #expect(expected[0] == ["330104001GB00001", "true", "77.889100", "工业用地"])
    let scratch = try Scratch()
    let path = scratch.path("parcels.\(suffix)")
    let run = try runLandctl(["convert", Self.source, path] + Self.crs)
    #expect(run.status == 0, "\(run.stderr)")
    // Texts that cannot name the system say so when they are written.
    let isNamed = ["geojson", "gpkg", "shp", "txt"].contains(suffix)
    #expect(run.stderr.contains("pass --crs EPSG:4527") == !isNamed)
    #expect(try Self.audited([path] + (isNamed ? [] : Self.crs)) == expected)
    // The name decides nothing: the same bytes under another one.
    if suffix == "gpkg" || suffix == "txt" {
      let other = scratch.path("other.bin")
      try FileManager.default.copyItem(atPath: path, toPath: other)
      #expect(try Self.audited([other]) == expected)
    }
  }

  @Test("WKT keeps the shapes and says that all else is lost")
  func wellKnownText() throws {
    let scratch = try Scratch()
    let path = scratch.path("parcels.wkt")
    let run = try runLandctl(["convert", Self.source, path] + Self.crs)
    #expect(run.status == 0 && run.stderr.contains("4 columns are not written"))
    let expected = try Self.audited([Self.source] + Self.crs)
    #expect(try Self.audited([path] + Self.crs).map { $0[2] } == expected.map { $0[2] })
  }

  @Test(
    "formats that GDAL writes and reads give the same rows",
    arguments: ["kml", "gml", "mif", "fgb", "gdb"])
  func foreign(_ suffix: String) throws {
    let expected = try Self.audited([Self.source] + Self.crs)
    let scratch = try Scratch()
    let path = scratch.path("parcels.\(suffix)")
    let run = try runLandctl(["convert", Self.source, path] + Self.crs)
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try Self.audited([path])
    #expect(rows.map { $0[0] } == expected.map { $0[0] })
    #expect(rows.map { $0[3] } == expected.map { $0[3] })
    for (row, expected) in zip(rows, expected) {
      let (a, b) = (try #require(Double(row[2])), try #require(Double(expected[2])))
      // A geodatabase has a grid of 0.1 mm, KML fifteen digits of a degree.
      #expect((a - b).magnitude < 0.01)
    }
  }

  @Test("closed lines of a drawing are boundaries; it has no attributes and no system")
  func drawing() throws {
    let scratch = try Scratch()
    let path = scratch.path("parcels.dxf")
    let run = try runLandctl(["convert", Self.source, path] + Self.crs)
    #expect(run.status == 0 && run.stderr.contains("DXF has no attributes"))
    let expected = try Self.audited([Self.source] + Self.crs)
    #expect(try Self.audited([path] + Self.crs).map { $0[2] } == expected.map { $0[2] })
  }

  @Test("the answer of an Esri feature service, saved as a file")
  func esriAnswer() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "answer.json",
      """
      {"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4490},
      "fields":[{"name":"parcel_id","type":"esriFieldTypeString","length":20}],
      "features":[{"attributes":{"parcel_id":"E1"},"geometry":{"rings":
      [[[114,28],[114,28.001],[114.001,28.001],[114.001,28],[114,28]]]}}]}
      """)
    let row = try #require(try Self.audited([path]).first)
    #expect(row[0] == "E1" && row[1] == "true")
    let area = try #require(Double(row[2]))
    // A thousandth of a degree each way at 28° N: 98.3 m by 110.8 m.
    #expect((area - 10_900).magnitude < 10)
  }

  @Test("packed files and standard input")
  func streams() throws {
    let scratch = try Scratch()
    let path = scratch.path("parcels.geojson")
    try #require(try runLandctl(["convert", Self.source, path] + Self.crs).status == 0)
    let expected = try Self.audited([path])
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-k", path]
    try gzip.run()
    gzip.waitUntilExit()
    #expect(try Self.audited([path + ".gz"]) == expected)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let run = try runLandctl(
      ["audit", "-", "--as-of", "2025-06-30", "--format", "csv"], stdin: text)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(csvRows(text: run.text).count == 30)
  }

  @Test("a layer of several is named behind a colon, also in a zone file's words")
  func layers() throws {
    let scratch = try Scratch()
    let path = scratch.path("all.gpkg")
    try #require(try runLandctl(["convert", Self.source, path] + Self.crs).status == 0)
    let ogr = Process()
    ogr.executableURL = URL(filePath: "/usr/bin/env")
    ogr.arguments = ["ogr2ogr", "-update", "-nln", "二", path, path, "all"]
    ogr.standardError = FileHandle.nullDevice
    try ogr.run()
    ogr.waitUntilExit()
    let run = try runLandctl(["audit", path])
    #expect(run.status == 65 && run.stderr.contains("all.gpkg:all"))
    #expect(try Self.audited([path + ":二"]).count == 30)
    #expect(try runLandctl(["audit", path + ":三"]).status == 65)
    let geojson = scratch.path("a.geojson")
    try #require(try runLandctl(["convert", path + ":all", geojson]).status == 0)
    let refused = try runLandctl(["audit", geojson + ":all"])
    #expect(refused.status == 65 && refused.stderr.contains("has no layers"))
  }

  @Test("GDAL is not installed: what to install is said")
  func withoutPrograms() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.kml", "<?xml version=\"1.0\"?><kml></kml>")
    let run = try runLandctl(["audit", path], environment: ["PATH": scratch.folder.path])
    #expect(run.status == 69)
    #expect(run.stderr.contains("apt-get install gdal-bin"))
    let out = try runLandctl(
      ["convert", Self.source, scratch.path("a.kml2"), "--format", "kml"] + Self.crs,
      environment: ["PATH": scratch.folder.path])
    #expect(out.status == 69 && out.stderr.contains("gdal-bin"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a.kml2")))
  }
}
