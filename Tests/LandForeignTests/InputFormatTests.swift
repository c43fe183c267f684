import LandForeign
import LandTestSupport
import Testing

/// What an input is, by its content.
@Suite("formats by content") struct InputFormatTests {
  @Test(
    "texts",
    arguments: [
      (#"{"type" : "FeatureCollection", "features" : []}"#, "a.txt", InputFormat.geoJSON),
      (#"[{"合同编号":"1"}]"#, "a.json", .json), (#"{"data":[]}"#, "a", .json),
      (#"{"type":"Topology","objects":{},"arcs":[]}"#, "a.json", .topoJSON),
      (#"{"geometryType":"esriGeometryPolygon","features":[]}"#, "a.json", .esriJSON),
      ("POLYGON ((0 0,1 0,1 1,0 0))", "a.txt", .wkt), ("multipolygon empty", "a", .wkt),
      ("SRID=4490;POLYGON((0 0,1 0,1 1,0 0))", "a", .wkt), ("POLYGONZ ((0 0 0))", "a", .wkt),
      ("Polygon ID,wkt\n1,x", "a.csv", .csv), ("polygon,wkt\n", "a.txt", .csv),
      ("[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n", "a.json", .exchangeText),
      ("<?xml version=\"1.0\"?><kml xmlns=\"x\">", "a", .kml),
      ("<gml:x xmlns:gml=\"http://www.opengis.net/gml\">", "a", .gml),
      ("  0\r\nSECTION\r\n  2\r\nHEADER", "a", .dxf), ("999\nmade\n0\nSECTION", "a.txt", .dxf),
      ("Version 300\nCharset \"Neutral\"\nColumns 1\n", "a", .mif),
      ("!table\n!version 300", "a", .tab),
      ("{}\n{}", "a.geojsonl.gz", .geoJSON), ("宗地编号,面积\n", "-", .csv), ("", "a.bin", .other),
    ])
  func texts(_ text: String, _ name: String, _ expected: InputFormat) {
    #expect(InputFormat(Array(text.utf8), name: name) == expected)
  }

  @Test(
    "other bytes",
    arguments: [
      ([0, 0, 0x27, 0x0A, 0, 0], "a.dat", InputFormat.shapefile),
      ([0, 0, 0x27, 0x0A, 0, 0], "a.shx", .other),
      ([0x50, 0x4B, 3, 4], "a.xlsx", .workbook), ([0x50, 0x4B, 3, 4], "a.kmz", .kmz),
      ([0x50, 0x4B, 3, 4], "a.zip", .zip), ([0x50, 0x4B, 3, 4], "a", .workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.csv", .workbook),
      ([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0], "a", .flatGeobuf),
    ])
  func binary(_ bytes: [UInt8], _ name: String, _ expected: InputFormat) {
    #expect(InputFormat(bytes, name: name) == expected)
  }

  @Test("databases by their application id, a table of dBASE by its head")
  func databases() {
    var bytes = Array("SQLite format 3\0".utf8) + Array(repeating: UInt8(0), count: 84)
    #expect(InputFormat(bytes, name: "a.sqlite") == .spatiaLite)
    #expect(InputFormat(bytes, name: "a.gpkg") == .geoPackage)
    bytes.replaceSubrange(68..<72, with: Array("GP10".utf8))
    #expect(InputFormat(bytes, name: "a.bin") == .geoPackage)
    var table = Array(repeating: UInt8(0), count: 64)
    table.replaceSubrange(0..<12, with: [3, 124, 5, 20, 1, 0, 0, 0, 65, 0, 11, 0])
    #expect(InputFormat(table, name: "a") == .dbf)
    table[2] = 13
    #expect(InputFormat(table, name: "a.txt") == .csv)
  }

  @Test("a layer behind a colon, a file that is called like one, a database without its password")
  func references() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.gpkg", "x")
    let layer = InputReference(path + ":宗地")
    #expect(layer.path == path && layer.layer == "宗地" && !layer.isDatabase)
    let odd = try scratch.write("a.gpkg:宗地", "x")
    #expect(InputReference(odd).path == odd && InputReference(odd).layer == nil)
    #expect(InputReference("no/file:x").layer == nil)
    let database = InputReference("PG:host=h dbname=d user=u password=geheim")
    #expect(database.isDatabase && database.layer == nil && !database.shown.contains("geheim"))
    #expect(database.shown.contains("dbname=d") && database.files.isEmpty)
  }
}
