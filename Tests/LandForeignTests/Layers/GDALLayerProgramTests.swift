import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandForeign

@Suite("layers that GDAL's programs read")
struct GDALLayerProgramTests {
  private let original = fixtures.appendingPathComponent("foreign/parcels.geojson").path

  /// A file that ogr2ogr makes of the original.
  private func make(
    _ driver: String, _ name: String, in scratch: Scratch, _ more: [String] = []
  ) throws -> String {
    let made = try Extras.run(["ogr2ogr", "-f", driver, scratch.path(name), original] + more)
    try #require(made.status == 0, "\(driver)")
    return scratch.path(name)
  }

  @Test(
    "a layer is what it was, whatever format it went through",
    arguments: [
      ("KML", "a.kml", "KML"), ("LIBKML", "a.kmz", "KML"), ("GML", "a.gml", "GML"),
      ("MapInfo File", "a.tab", "MapInfo"), ("MapInfo File", "A b.mif", "MapInfo"),
      ("FlatGeobuf", "a.fgb", "FlatGeobuf"), ("OpenFileGDB", "a.gdb", "FileGDB"),
      ("SQLite", "a.sqlite", "SpatiaLite"),
    ])
  func roundTrip(_ driver: String, _ name: String, _ format: String) throws {
    let scratch = try Scratch()
    var more: [String] = []
    // Fields of MapInfo files are Latin letters in this GDAL unless they are told otherwise.
    if driver == "MapInfo File" { more += ["-lco", "ENCODING=UTF-8"] }
    if driver == "SQLite" { more += ["-dsco", "SPATIALITE=YES"] }
    if driver == "FlatGeobuf" { more += ["-lco", "SPATIAL_INDEX=NO"] }
    let path = try make(driver, name, in: scratch, more)
    if name.hasSuffix("mif") {
      // As old programs write it.
      try FileManager.default.moveItem(
        atPath: scratch.path("A b.mid"), toPath: scratch.path("A b.MID"))
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    let program = try GDALLayerProgram(path)
    #expect(try program.layers().count == 1)
    let layer = try program.read(layer: nil)
    let expected = try GeoJSONReader.readLayer(SourceBytes.open(original))
    #expect(layer.file == path)
    #expect(layer.format == "\(format) (GDAL)")
    #expect(layer.state == [.polygon, .polygon])
    #expect(layer.issues.isEmpty)
    // MapInfo keeps whole numbers of its own grid; the others keep every bit.
    let noise = name.hasSuffix("tab") ? 1e-6 : 1e-12
    for feature in 0..<2 {
      #expect(
        layer.geometry.rings(ofFeature: feature).count
          == expected.geometry.rings(ofFeature: feature).count)
      let box = layer.geometry.envelope(of: feature)
      let other = expected.geometry.envelope(of: feature)
      #expect(abs(box.minX - other.minX) < noise && abs(box.maxY - other.maxY) < noise)
      #expect(
        abs(area(layer, feature) - area(expected, feature)) < noise * 0.01, "\(name) \(feature)")
      func value(_ layer: FeatureLayer, _ name: String) -> AttributeValue? {
        layer.attributes.column(named: name).map {
          layer.attributes.value(row: feature, column: $0)
        }
      }
      let id = value(expected, "parcel_id")
      #expect(value(layer, "parcel_id") == id || value(layer, "id") == id)
      #expect(number(value(layer, "area")) == number(value(expected, "area")))
      if driver != "MapInfo File" {
        #expect(value(layer, "名称") == value(expected, "名称"), "\(name)")
      }
    }
    if driver != "MapInfo File" { #expect(layer.declaredCRS == "EPSG:4326") }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
        == before.sorted())
  }

  /// KML has texts alone where no schema stands before them.
  private func number(_ value: AttributeValue?) -> Double? {
    value?.text.flatMap(Double.init)
  }

  /// The sum of triangles, without regard to the hole's direction.
  private func area(_ layer: FeatureLayer, _ feature: Int) -> Double {
    var sum = 0.0
    for (i, ring) in layer.geometry.rings(ofFeature: feature).enumerated() {
      var part = 0.0
      let vertices = layer.geometry.vertices(of: ring)
      let (x, y) = (layer.geometry.x, layer.geometry.y)
      for v in vertices.dropLast() {
        part += (x[v] - 114) * (y[v + 1] - 28) - (x[v + 1] - 114) * (y[v] - 28)
      }
      sum += (i == 0 ? 1 : -1) * abs(part) / 2
    }
    return sum
  }

  @Test("a drawing in GBK: closed lines are boundaries, texts and open lines are not")
  func drawing() throws {
    let path = fixtures.appendingPathComponent("foreign/drawing_gbk.dxf").path
    let layer = try GDALLayerProgram(path).read(layer: nil)
    #expect(layer.format == "DXF (GDAL)")
    #expect(layer.state == [.polygon, .otherType, .otherType])
    #expect(layer.issues.map(\.kind) == [.otherType("LINESTRING"), .otherType("POINT")])
    let column = try #require(layer.attributes.column(named: "Layer"))
    #expect(
      (0..<3).map { layer.attributes.value(row: $0, column: column).text } == ["宗地", "道路", "注记"])
    let text = try #require(layer.attributes.column(named: "Text"))
    #expect(layer.attributes.value(row: 2, column: text) == .text("一号地块"))
    #expect(layer.notes.map(\.zh) == ["1 条闭合线按地块边界读取", "DXF 中的弧线由 GDAL 以折线代替"])
    #expect(layer.declaredCRS == nil)
    #expect(layer.identifier(of: 0) == nil)
    #expect(layer.geometry.envelope(of: 0).maxX == 38_500_100)
  }

  @Test("MapInfo in GBK: its lines stay lines")
  func mapInfo() throws {
    let path = fixtures.appendingPathComponent("foreign/parcels_gbk.mif").path
    let layer = try GDALLayerProgram(path).read(layer: nil)
    #expect(layer.attributes.names == ["名称", "面积"])
    #expect(layer.attributes.value(row: 0, column: 0) == .text("一号"))
    #expect(layer.state == [.polygon, .otherType])
    #expect(layer.declaredCRS?.contains("WGS") == true)
  }

  @Test("several layers are named, a chosen one is read")
  func several() throws {
    let scratch = try Scratch()
    let path = try make("SQLite", "a.sqlite", in: scratch, ["-nln", "宗地"])
    let more = try Extras.run([
      "ogr2ogr", "-f", "SQLite", "-update", path, original, "-nln", "建筑 (旧)", "-limit", "1",
    ])
    try #require(more.status == 0)
    let program = try GDALLayerProgram(path)
    #expect(try program.layers().map(\.name) == ["宗地", "建筑 (旧)"])
    #expect(try program.read(layer: "建筑 (旧)").featureCount == 1)
    #expect(
      error { try GDALLayerProgram(path).read(layer: nil) }?.remedy.en
        == "name one, for example \(path):宗地")
    #expect(error { try GDALLayerProgram(path).read(layer: "宗") }?.message.zh == "没有图层“宗”")
  }

  @Test("TopoJSON")
  func topology() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "a.topojson",
      """
      {"type": "Topology", "objects": {"宗地": {"type": "GeometryCollection", "geometries": [
        {"type": "Polygon", "arcs": [[0]], "properties": {"parcel_id": "T1"}}]}},
       "arcs": [[[114, 28], [114, 28.5], [114.5, 28.5], [114, 28]]]}
      """)
    let layer = try GDALLayerProgram(path).read(layer: nil)
    #expect(layer.format == "TopoJSON (GDAL)")
    #expect(layer.state == [.polygon])
    let column = try #require(layer.attributes.column(named: "parcel_id"))
    #expect(layer.attributes.value(row: 0, column: column) == .text("T1"))
  }

  @Test("sheets with texts of geometry", arguments: ["XLSX", "ODS"])
  func sheets(_ driver: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "in.csv", "宗地编号,wkt,面积\n360111001,\"POLYGON ((0 0,0 1,1 1,0 0))\",1.5\nB,POINT (1 1),2\n")
    let path = scratch.path("a.\(driver.lowercased())")
    try #require(
      try Extras.run(["ogr2ogr", "-f", driver, path, scratch.path("in.csv")]).status == 0)
    let layer = try GDALLayerProgram(path).read(layer: nil)
    #expect(layer.format == "\(driver) (GDAL)")
    #expect(layer.file == path)
    #expect(layer.state == [.polygon, .otherType])
    #expect(layer.attributes.names == ["宗地编号", "面积"])
    #expect(layer.attributes.value(row: 0, column: 0).text == "360111001")
  }

  private func error(_ body: () throws -> FeatureLayer) -> FormatError? {
    do { _ = try body() } catch { return error as? FormatError }
    return nil
  }

  @Test("names are neither options nor addresses")
  func names() throws {
    let scratch = try Scratch()
    let kml = try make("KML", "a.kml", in: scratch)
    let bytes = try Array(Data(contentsOf: URL(filePath: kml)))
    for name in ["-sql.kml", "WFS:x.kml", "vsicurl ;$(x).kml", "a.kml\".kml"] {
      let path = try scratch.write(name, bytes: bytes)
      #expect(try GDALLayerProgram(path).read(layer: nil).featureCount == 2)
    }
    for name in ["http://127.0.0.1/a.kml", "/vsicurl/http://127.0.0.1/a.kml", "MYSQL:x", "WFS:x"] {
      #expect(error { try GDALLayerProgram(name).read(layer: nil) }?.kind == .missing)
    }
    // A file that points to another one is not followed.
    let link = try scratch.write(
      "v.kml",
      "<OGRVRTDataSource><OGRVRTLayer name=\"in\"><SrcDataSource>\(kml)</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    )
    #expect(error { try GDALLayerProgram(link).read(layer: nil) } != nil)
  }

  @Test("what GDAL cannot read is an error without our folder; without GDAL its package is named")
  func failures() throws {
    let scratch = try Scratch()
    let broken = try scratch.write("a.kml", "<kml><Document><Placemark>")
    let found = try #require(error { try GDALLayerProgram(broken).read(layer: nil) })
    #expect(found.kind == .unusable)
    #expect(found.file == broken)
    #expect(!found.message.en.contains("landctl-layer"), "\(found.message.en)")
    let none = try #require(
      error { try GDALLayerProgram(broken, environment: ["PATH": "/nowhere"]).read(layer: nil) })
    #expect(none.kind == .component)
    #expect(none.message.en == "KML is read by ogrinfo, which is not installed")
    #expect(none.remedy.en.hasPrefix("apt-get install gdal-bin"))
  }
}
