import Foundation
import GRDB
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandGeoPackage

/// Every layer is read as GDAL reads it: bits of coordinates, values, keys.
@Suite("GeoPackages of other programs, against GDAL")
struct ReadingAgainstGDALTests {
  /// The kept files, and those below `gpkg` and `parcels` of the folder `LANDCTL_CASES`.
  private static let files: [String] = {
    var folders = [fixtures.appendingPathComponent("gpkg")]
    if let cases = ProcessInfo.processInfo.environment["LANDCTL_CASES"] {
      let folder = URL(filePath: cases)
      folders += ["gpkg/samples", "gpkg/schema", "parcels"].map { folder.appending(path: $0) }
    }
    return folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".gpkg") && $0 != "plain_sqlite.gpkg" }.sorted()
        .map { folder.appending(path: $0).path }
    }
  }()

  private func compare(_ path: String) throws {
    let reader = try GeoPackageReader(path)
    #expect(!reader.layers.isEmpty)
    for layer in reader.layers where layer.kind == .features {
      let ours = try reader.read(layer: layer.name)
      #expect(try reader.rowCount(of: layer) == ours.featureCount)
      // GDAL takes a layer whose name starts with - for an option; none of these does.
      let (status, text) = try Extras.run([
        "ogr2ogr", "-f", "GeoJSON", "-lco", "SIGNIFICANT_FIGURES=17", "-lco", "WRITE_NAME=NO",
        "-lco", "ID_FIELD=", "/vsistdout/", path, layer.name,
      ])
      try #require(status == 0)
      let theirs = try GeoJSONReader.readLayer(SourceBytes(name: "gdal", bytes: Array(text.utf8)))
      try expectSame(ours, theirs, "\(path) \(layer.name)")
    }
  }

  private func expectSame(_ ours: FeatureLayer, _ theirs: FeatureLayer, _ place: String) throws {
    try #require(ours.featureCount == theirs.featureCount, "\(place)")
    for feature in 0..<ours.featureCount {
      if ours.state[feature] == .polygon {
        #expect(theirs.state[feature] == .polygon, "\(place) \(feature)")
        let (a, b) = (ours.geometry, theirs.geometry)
        #expect(a.polygons(of: feature).count == b.polygons(of: feature).count)
        #expect(a.rings(ofFeature: feature).count == b.rings(ofFeature: feature).count)
        #expect(
          a.x[a.vertices(ofFeature: feature)] == b.x[b.vertices(ofFeature: feature)],
          "\(place) \(feature)")
        #expect(a.y[a.vertices(ofFeature: feature)] == b.y[b.vertices(ofFeature: feature)])
      } else {
        #expect(theirs.state[feature] != .polygon, "\(place) \(feature)")
      }
      for (column, name) in theirs.attributes.names.enumerated() {
        // Columns of bytes are left out, with a note.
        if ours.notes.contains(where: { $0.en.contains("left out") && $0.en.contains(name) }) {
          continue
        }
        guard let own = ours.attributes.column(named: name) else {
          Issue.record("\(place): the column \(name) is missing")
          continue
        }
        let a = ours.attributes.value(row: feature, column: own)
        let b = theirs.attributes.value(row: feature, column: column)
        #expect(same(a, b), "\(place) \(feature) \(name): \(a) and \(b)")
      }
    }
  }

  private func same(_ a: AttributeValue, _ b: AttributeValue) -> Bool {
    if case .number(let x, let digits) = a, case .number(let y, let other) = b {
      return digits == other || x == y
    }
    // GDAL writes days with other signs between their parts.
    if case .text(let x) = a, case .text(let y) = b, x != y {
      return x.filter(\.isNumber) == y.filter(\.isNumber) && x.contains("-") && y.contains("/")
    }
    return a == b
  }

  @Test("kept files", arguments: files)
  func keptFiles(_ path: String) throws { try compare(path) }

  @Test("files that ogr2ogr writes: heights, other systems, nulls, collections, views")
  func writtenFiles() throws {
    let scratch = try Scratch()
    try scratch.write(
      "in.csv",
      #"""
      WKT,名称,select,n,r,d
      "POLYGON ((0 0,0 1,1 1,1 0,0 0),(.2 .2,.8 .2,.8 .8,.2 .8,.2 .2))",一,a,1,1.5,2024/01/02
      "POLYGON Z ((10 0 5,10 1 5,11 1 5,11 0 5,10 0 5))",二,,,,
      "POLYGON ZM ((20 0 5 1,20 1 5 1,21 1 5 1,20 0 5 1))",三,"q ""x""",9007199254740993,1e300,
      "MULTIPOLYGON (((0 5,0 6,1 6,0 5)),((3 5,3 6,4 6,3 5)))",四,b,-1,-0.1,1999/12/31
      "MULTIPOLYGON M (((0 5 1,0 6 1,1 6 1,0 5 1)))",五,b,0,0,
      "GEOMETRYCOLLECTION (POLYGON ((0 0,0 1,1 1,0 0)),MULTIPOLYGON (((5 5,5 6,6 6,5 5))))",六,,,,
      "GEOMETRYCOLLECTION (POINT (1 1),POLYGON ((0 0,0 1,1 1,0 0)))",七,,,,
      ,十,,,,
      "POINT (1 2)",十一,,,,
      "LINESTRING (0 0,1 1,1 0,0 0)",十二,,,,

      """#)
    try scratch.write("in.csvt", "String,String,String,Integer64,Real,Date")
    let path = scratch.path("a.gpkg")
    let made = try Extras.run([
      "ogr2ogr", "-f", "GPKG", path, scratch.path("in.csv"), "-nln", "表 \"1\"", "-a_srs",
      "EPSG:4527", "-lco", "GEOMETRY_NAME=the geom", "-lco", "FID=编号", "-nlt", "GEOMETRY",
    ])
    try #require(made.status == 0)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: #"""
          CREATE VIEW 视图 AS SELECT 编号 AS OGC_FID, "the geom" AS g, 名称 FROM "表 ""1"""
            WHERE 编号 < 4;
          INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id)
            VALUES ('视图', '视图', 'features', 4527);
          INSERT INTO gpkg_geometry_columns VALUES ('视图', 'g', 'GEOMETRY', 4527, 2, 2);
          """#)
    }
    try queue.close()
    try compare(path)
    let reader = try GeoPackageReader(path)
    #expect(reader.layers.map(\.isView) == [false, true])
    let layer = try reader.read(layer: "表 \"1\"")
    #expect(layer.declaredCRS == "EPSG:4527")
    #expect(
      layer.state == [
        .polygon, .polygon, .polygon, .polygon, .polygon, .polygon, .otherType, .missing,
        .otherType, .otherType,
      ])
    #expect(layer.heightsDropped == 3)
    #expect(
      layer.issues.map(\.kind) == [
        .otherType("POINT"), .otherType("POINT"), .otherType("LINESTRING"),
      ])
    #expect(layer.identifier(of: 9) == "10")
    // The key has a name of its own, so it is a column, too.
    #expect(layer.attributes.names == ["编号", "WKT", "名称", "select", "n", "r", "d"])
    #expect(try reader.read(layer: "视图").identifier(of: 2) == "3")
  }

  @Test("curves are refused by name, straight ones are polygons")
  func curves() throws {
    let scratch = try Scratch()
    try scratch.write(
      "in.csv",
      """
      WKT,n
      "CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))",1
      "CURVEPOLYGON (COMPOUNDCURVE ((0 0,0 1),CIRCULARSTRING (0 1,1 1,0 0)))",2
      "CURVEPOLYGON ((0 0,0 1,1 1,0 0))",3
      "MULTISURFACE (((0 0,0 1,1 1,0 0)),CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0)))",4
      "MULTISURFACE (((0 0,0 1,1 1,0 0)),CURVEPOLYGON ((5 0,5 1,6 1,5 0)))",5
      "COMPOUNDCURVE ((0 0,0 1),CIRCULARSTRING (0 1,1 1,0 0))",6
      "TIN (((0 0,0 1,1 1,0 0)))",7
      "POLYHEDRALSURFACE (((0 0,0 1,1 1,0 0)))",8
      "TRIANGLE ((0 0,0 1,1 1,0 0))",9

      """)
    let path = scratch.path("a.gpkg")
    let made = try Extras.run([
      "ogr2ogr", "-f", "GPKG", path, scratch.path("in.csv"), "-nlt", "GEOMETRY",
    ])
    try #require(made.status == 0)
    let layer = try GeoPackageReader(path).read(layer: nil)
    #expect(layer.declaredCRS == nil)
    #expect(
      layer.state == [
        .otherType, .otherType, .polygon, .otherType, .polygon, .otherType, .otherType, .otherType,
        .otherType,
      ])
    #expect(
      layer.issues.map(\.kind) == [
        .otherType("CURVEPOLYGON"), .otherType("CURVEPOLYGON"), .otherType("CURVEPOLYGON"),
        .otherType("COMPOUNDCURVE"), .otherType("TIN"), .otherType("POLYHEDRALSURFACE"),
        .otherType("TRIANGLE"),
      ])
    #expect(layer.geometry.polygons(of: 4).count == 2)
  }
}
