import Foundation
import LandTestSupport
import Testing

/// `landctl convert`: there and back again, and what is said to be lost.
@Suite("convert") struct ConvertTests {
  private static let text = """
    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},
    "features":[
    {"type":"Feature","id":"f1","properties":{"宗地代码":"001","n":7,"r":0.1,"t":true,"leer":null,"form":"=1+1"},
    "geometry":{"type":"Polygon","coordinates":[[[114.1,28.1],[114.10000000000001,28.1],
    [114.2,28.200000000000003],[114.1,28.3],[114.1,28.1]],
    [[114.11,28.15],[114.12,28.15],[114.11,28.16],[114.11,28.15]]]}},
    {"type":"Feature","properties":{"宗地代码":"002","n":-3,"r":1e-7,"t":false,"leer":null,"form":"-5"},
    "geometry":{"type":"MultiPolygon","coordinates":[[[[115,28],[115.1,28],[115.1,28.1],[115,28]]],
    [[[116,28],[116.1,28],[116.1,28.1],[116,28]]]]}},
    {"type":"Feature","properties":{"宗地代码":"003","n":0,"r":2,"t":true,"leer":null,"form":""},"geometry":null}
    ]}
    """

  private func features(_ path: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(filePath: path))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(root["features"] as? [[String: Any]])
  }

  /// Every number of a geometry in its order.
  private func numbers(_ feature: [String: Any]) -> [Double] {
    func flat(_ value: Any?) -> [Double] {
      if let list = value as? [Any] { return list.flatMap(flat) }
      return (value as? NSNumber).map { [$0.doubleValue] } ?? []
    }
    return flat((feature["geometry"] as? [String: Any])?["coordinates"])
  }

  @Test(
    "coordinates come back bit for bit, attributes as they were",
    arguments: ["geojson", "geojsonl", "gpkg", "csv", "wkt", "shp"])
  func roundTrip(_ suffix: String) throws {
    let scratch = try Scratch()
    let original = try scratch.write("in.geojson", Self.text)
    let (there, back) = (scratch.path("there.\(suffix)"), scratch.path("back.geojson"))
    let out = try runLandctl(["convert", original, there])
    #expect(out.status == 0, "\(out.stderr)")
    let crs = ["csv", "wkt", "geojsonl"].contains(suffix) ? ["--crs", "EPSG:4490"] : []
    let home = try runLandctl(["convert", there, back] + crs)
    #expect(home.status == 0, "\(home.stderr)")
    let (a, b) = (try features(original), try features(back))
    #expect(a.count == b.count)
    for (a, b) in zip(a, b) {
      if suffix == "gpkg" || suffix == "shp" {
        // These formats have directions for their rings: the same points, in another order.
        #expect(numbers(a).sorted() == numbers(b).sorted())
      } else {
        #expect(numbers(a) == numbers(b))
      }
      let known = a["properties"] as? [String: Any] ?? [:]
      let found = b["properties"] as? [String: Any] ?? [:]
      switch suffix {
      case "geojson", "geojsonl", "gpkg":
        for (name, value) in known {
          // 2 and 2.0 are one number, 1 and true are not one value.
          let same = (found[name] as? NSObject)?.isEqual(value) == true
          #expect(same, "\(name) by way of \(suffix): \(found[name] ?? "absent")")
        }
      case "csv":
        #expect(found["宗地代码"] as? String == known["宗地代码"] as? String)
        #expect(found["leer"] is NSNull)
      case "shp":
        #expect(found["宗地代码"] as? String == known["宗地代码"] as? String)
        #expect((found["n"] as? NSNumber)?.intValue == (known["n"] as? NSNumber)?.intValue)
        #expect((found["r"] as? NSNumber)?.doubleValue == (known["r"] as? NSNumber)?.doubleValue)
      default: #expect(found.isEmpty)
      }
    }
  }

  @Test("what a format has no room for is listed")
  func losses() throws {
    let scratch = try Scratch()
    let original = try scratch.write("in.geojson", Self.text)
    func losses(_ name: String) throws -> String {
      let run = try runLandctl(["convert", original, scratch.path(name)])
      #expect(run.status == 0, "\(run.stderr)")
      return run.stderr
    }
    #expect(try !losses("a.gpkg").contains("loss"))
    #expect(try losses("a.csv").contains("1 cells start like formulas"))
    #expect(try losses("a.csv").contains("pass --crs EPSG:4490"))
    #expect(try losses("a.shp").contains("'宗地代码' is written as '宗地代'"))
    #expect(try losses("a.wkt").contains("6 columns are not written"))
    let csv = String(decoding: try scratch.bytes("a.csv"), as: UTF8.self)
    #expect(csv.contains("'=1+1") && csv.contains(",-5,"))
  }

  @Test("from longitude and latitude to a plane and back, never across datums")
  func systems() throws {
    let scratch = try Scratch()
    let original = try scratch.write("in.geojson", Self.text)
    let plane = scratch.path("plane.txt")
    let out = try runLandctl(["convert", original, plane, "--to", "EPSG:4526"])
    #expect(out.status == 0, "\(out.stderr)")
    let back = scratch.path("back.geojson")
    #expect(try runLandctl(["convert", plane, back, "--to", "EPSG:4490"]).status == 0)
    let first = try #require(try features(back).first)
    for (a, b) in zip(numbers(first), [114.1, 28.1, 114.10000000000001, 28.1]) {
      #expect((a - b).magnitude < 1e-8)
    }
    let korea = try runLandctl(
      ["convert", original, scratch.path("k.gpkg"), "--to", "EPSG:5186"])
    #expect(korea.status == 65 && korea.stderr.contains("datum"))
    let old = try runLandctl(["convert", original, scratch.path("o.gpkg"), "--to", "EPSG:2362"])
    #expect(old.status == 65 && old.stderr.contains("Xian 1980"))
    // An exchange file is on a plane; what to pass is said.
    let degrees = try runLandctl(["convert", original, scratch.path("d.txt")])
    #expect(degrees.status == 65 && degrees.stderr.contains("--to EPSG:CODE"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("d.txt")))
  }

  @Test("tables go from workbook to text and back")
  func tables() throws {
    let scratch = try Scratch()
    let csv = fixtures.appendingPathComponent("zone/contracts.csv").path
    let book = scratch.path("contracts.xlsx")
    #expect(try runLandctl(["convert", csv, book]).status == 0)
    let json = scratch.path("contracts.json")
    let out = try runLandctl(["convert", book, json])
    #expect(out.status == 0, "\(out.stderr)")
    let data = try Data(contentsOf: URL(filePath: json))
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let original = try csvRows(URL(filePath: csv))
    #expect(rows.count == original.count)
    // The same audit, whatever form the contracts have.
    let zone = fixtures.appendingPathComponent("zone/parcels.geojson").path
    func audit(_ contracts: String) throws -> String {
      let run = try runLandctl(
        ["audit", zone, "--contracts", contracts, "--as-of", "2025-06-30", "--format", "csv"])
      #expect(run.status == 0, "\(run.stderr)")
      return run.text
    }
    let expected = try audit(csv)
    #expect(try audit(book) == expected)
    #expect(try audit(json) == expected)
    let package = scratch.path("contracts.gpkg")
    #expect(try runLandctl(["convert", csv, package]).status == 0)
    #expect(try audit(package) == expected)
  }

  @Test(
    "what cannot be meant is a usage error",
    arguments: [
      ["in.geojson", "out.unknown"], ["in.geojson", "out.geojson.gz"], ["in.geojson", "-"],
      ["in.geojson", "-", "--format", "gpkg"], ["in.geojson", "a.shp", "--format", "nonsense"],
      ["in.geojson", "a.gpkg", "--crs", "EPSG:4490", "--transform", "t.yaml"],
      ["in.geojson", "a.gpkg", "--as", "houses"],
    ])
  func usage(_ arguments: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("in.geojson", Self.text)
    let run = try runLandctl(["convert"] + arguments, in: scratch.folder)
    #expect(run.status == 64, "\(run.stderr)")
  }

  @Test("files that are missing, that are no layer, that would be overwritten")
  func failures() throws {
    let scratch = try Scratch()
    let original = try scratch.write("in.geojson", Self.text)
    #expect(
      try runLandctl(["convert", scratch.path("no.shp"), scratch.path("a.gpkg")]).status == 66)
    #expect(try runLandctl(["convert", original, original]).status == 73)
    let csv = fixtures.appendingPathComponent("zone/contracts.csv").path
    let run = try runLandctl(["convert", csv, scratch.path("a.shp")])
    #expect(run.status == 65 && run.stderr.contains("no shapes"))
    #expect(
      try runLandctl(["convert", original, scratch.path("no/folder/a.gpkg")]).status == 73)
    let text = try runLandctl(["convert", original, "-", "--format", "wkt"])
    #expect(text.status == 0 && text.text.hasPrefix("POLYGON ((114.1 28.1"))
  }
}
