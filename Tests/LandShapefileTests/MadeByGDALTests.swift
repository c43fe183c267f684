import LandGeometry
import LandLayers
import LandShapefile
import LandTestSupport
import Testing

/// Shapefiles that GDAL makes, read by both.
@Suite struct MadeByGDALTests {
  private static let source = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"名称":"一号地块","开工":"2024-05-20","是否":true,"数":7,"面积":12.625},
     "geometry":{"type":"Polygon","coordinates":[[[0.1,0.2],[10,0],[10,10],[0,10],[0.1,0.2]],
      [[2,2],[4,2],[4,4],[2,2]],[[5,5],[6,5],[6,6],[5,5]]]}},
    {"type":"Feature","properties":{"名称":null,"开工":null,"是否":null,"数":null,"面积":null},"geometry":null},
    {"type":"Feature","properties":{"名称":"“二”·③","开工":"1999-12-31","是否":false,"数":-12345,"面积":-1e-7},
     "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[30,0],[30,30],[0,30],[0,0]],
      [[5,5],[5,25],[25,25],[25,5],[5,5]]],[[[10,10],[20,10],[20,20],[10,20],[10,10]],
      [[12,12],[12,14],[14,14],[12,12]]],[[[40.125,0],[50,0],[45,7.3333333333333333],[40.125,0]]]]}}
    ]}
    """

  @Test(
    arguments: [
      ["-lco", "ENCODING=UTF-8"], ["-lco", "ENCODING=GBK"], ["-lco", "ENCODING=CP936"],
      ["-lco", "ENCODING=UTF-8", "-nlt", "POLYGONZ", "-lco", "SHPT=POLYGONZ"],
      ["-lco", "ENCODING=UTF-8", "-lco", "SHPT=POLYGONM"],
    ])
  func `holes, parts, nulls, days and heights are read as GDAL reads them`(
    options: [String]
  ) throws {
    let scratch = try Scratch()
    let source = try scratch.write("source.geojson", Self.source)
    let path = scratch.path("made.shp")
    let made = try Extras.run(["ogr2ogr", path, source] + options)
    #expect(made.status == 0)
    let layer = try ShapefileReader(path).read()
    let differences = layer.differences(from: try readByGDAL(path))
    #expect(differences.isEmpty, "\(differences.prefix(4))")
    #expect(layer.state == [.polygon, .missing, .polygon])
    #expect(layer.geometry.polygons(of: 0).count == 1)
    #expect(layer.geometry.polygons(of: 2).count == 3)
    #expect(layer.attributes.names == ["名称", "开工", "是否", "数", "面积"])
    #expect(layer.values(0)[1] == .text("2024-05-20"))
    #expect(layer.values(1) == Array(repeating: .null, count: 5))
    let hasMore = options.contains { $0.hasPrefix("SHPT=") }
    #expect(layer.heightsDropped == (hasMore ? 2 : 0))
    #expect(layer.issues.isEmpty)
  }

  @Test func `other types keep their rows`() throws {
    let scratch = try Scratch()
    let source = try scratch.write("points.csv", "WKT,name\nPOINT (1 2),a\nPOINT (3 4),b\n")
    let path = scratch.path("points.shp")
    let made = try Extras.run(["ogr2ogr", path, source])
    #expect(made.status == 0)
    let layer = try ShapefileReader(path).read()
    #expect(layer.state == [.otherType, .otherType])
    #expect(layer.issues.map(\.kind) == [.otherType("Point"), .otherType("Point")])
    #expect(layer.issues.map(\.line) == [1, 2])
    #expect(layer.featureCount == 2)
  }

  /// Squares in squares, four levels deep, several times over in one record, rings in any order.
  @Test func `nested rings belong to each other as GDAL says`() throws {
    var random = SeededGenerator(seed: 61)
    let scratch = try Scratch()
    var shapes = MadeShapes()
    for _ in 0..<rounds(200) {
      var rings: [[(Double, Double)]] = []
      for place in 0..<Int.random(in: 1...6, using: &random) {
        let (x, y) = (Double(place) * 100 + 40_500_000, Double.random(in: 0...9, using: &random))
        for level in 0..<Int.random(in: 1...4, using: &random) {
          let inset = Double(level) * 8
          rings.append(square(x + inset, y + inset, 80 - 2 * inset, clockwise: level % 2 == 0))
        }
      }
      shapes.add(rings.shuffled(using: &random))
    }
    let (shp, shx) = shapes.files()
    let path = try scratch.write("nested.shp", bytes: shp)
    try scratch.write("nested.shx", bytes: shx)
    let layer = try ShapefileReader(path).read()
    let differences = layer.differences(from: try readByGDAL(path))
    #expect(differences.isEmpty, "\(differences.prefix(4))")
    #expect(layer.issues.isEmpty)
    #expect(layer.notes.map(\.en) == ["there is no .dbf file: shapes without attributes"])
  }
}
