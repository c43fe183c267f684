import Foundation
import LandTestSupport
import Testing

@Suite("Coordinate systems, end to end") struct SystemTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// An L of 7 500 m² with a hole of 400 m² and a square beside it, on a plane from a corner.
  private func plane(_ x: Double, _ y: Double, crs: String? = nil) -> String {
    func ring(_ points: [(Double, Double)]) -> String {
      "[" + (points + [points[0]]).map { "[\(x + $0.0),\(y + $0.1)]" }.joined(separator: ",") + "]"
    }
    let shape = ring([(0, 0), (100, 0), (100, 50), (50, 50), (50, 100), (0, 100)])
    let hole = ring([(10, 10), (10, 30), (30, 30), (30, 10)])
    return Sample.collection(
      [
        Sample.feature(#""parcel_id":"P1","n":1.50,"名称":"\u4e2d""#, shape + "," + hole),
        Sample.feature(#""parcel_id":"P2""#, ring([(100, 0), (200, 0), (200, 100), (100, 100)])),
      ], crs: crs)
  }

  private func audit(_ text: String, _ options: String...) throws -> (Table, [String: Any], String)
  {
    let path = try scratch.write("in/parcels.geojson", text)
    let out = ["--output", scratch.path("out"), "--as-of", "2025-06-30"]
    let run = try runLandctl(["audit", path] + options + out)
    #expect(run.status == 0, "\(run.stderr)")
    return (
      try scratch.table("out/parcels.csv"), try object(scratch.bytes("out/parcels.geojson")),
      try scratch.text("out/parcels.geojson")
    )
  }

  private func first(_ collection: [String: Any]) throws -> [Double] {
    let features = try #require(collection["features"] as? [[String: Any]])
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    let rings = try #require(geometry["coordinates"] as? [[[Double]]])
    return rings[0][0]
  }

  @Test(
    "a plane measures as drawn, with or without zone number, a city's own, or no system",
    arguments: [
      ("EPSG:4547", 500_000.0, 3_100_000.0), ("EPSG:4526", 38_500_000, 3_100_000),
      ("gk:114.25,30", 500_000, 3_100_000), ("gk:114", 520_000, 3_100_000),
      ("EPSG:4508", 500_000, 3_100_000), ("none", 10, 20), ("none", 5000, 300),
    ])
  func planes(crs: String, x: Double, y: Double) throws {
    let (table, _, _) = try audit(plane(x, y), "--crs", crs)
    #expect(table["planar_area_m2"] == ["7100.000000", "10000.000000"])
    for column in ["geodesic_area_m2", "ellipsoidal_area_m2"] {
      if crs == "none" {
        #expect(table[column] == ["", ""])
      } else {
        let known = table[column].compactMap { Double($0) }
        #expect(known.count == 2 && (known[1] - 10_000).magnitude < 10, "\(table[column])")
      }
    }
  }

  @Test("with and without the number of the zone the same ground has the same figures")
  func zoneNumber() throws {
    let (plain, _, _) = try audit(plane(500_000, 3_100_000), "--crs", "EPSG:4547")
    let (prefixed, _, _) = try audit(plane(38_500_000, 3_100_000), "--crs", "EPSG:4526")
    let (named, _, _) = try audit(plane(38_500_000, 3_100_000, crs: "urn:ogc:def:crs:EPSG::4526"))
    for column in ["geodesic_area_m2", "ellipsoidal_area_m2", "planar_area_m2"] {
      #expect(plain[column].count == 2)
      for (a, b) in zip(plain[column], prefixed[column]) {
        let (a, b) = (Double(a) ?? .nan, Double(b) ?? .nan)
        #expect((a - b).magnitude <= 1e-6 * a, "\(column): \(a) \(b)")
      }
      #expect(named[column] == prefixed[column])
    }
  }

  @Test("parcels.geojson: longitude and latitude, or as projected; properties byte for byte")
  func geojson() throws {
    for (crs, x) in [
      ("EPSG:4547", 500_000.0), ("EPSG:4526", 38_500_000), ("gk:114.25,30", 500_000),
    ] {
      let (_, value, text) = try audit(plane(x, 3_100_000), "--crs", crs)
      let point = try first(value)
      #expect(value["crs"] == nil)
      #expect((point[0] - 114).magnitude < 0.3 && (point[1] - 28).magnitude < 0.1, "\(point)")
      #expect(text.contains(#","n":1.50,"名称":"\u4e2d"}"#))

      let (_, kept, again) = try audit(plane(x, 3_100_000), "--crs", crs, "--projected")
      #expect(try first(kept) == [x, 3_100_000])
      #expect(kept["crs"] != nil)
      #expect(again.contains(#","n":1.50,"名称":"\u4e2d"}"#))
    }
  }

  @Test("what was written is read again with the same figures")
  func again() throws {
    let (table, _, text) = try audit(plane(500_000, 3_100_000), "--crs", "EPSG:4547")
    let (second, _, _) = try audit(text)
    // Nine decimals of a degree are a tenth of a millimetre.
    for (a, b) in zip(table["planar_area_m2"], second["planar_area_m2"]) {
      #expect(((Double(a) ?? .nan) - (Double(b) ?? .nan)).magnitude < 0.05)
    }
    let (_, _, projected) = try audit(
      plane(500_000, 3_100_000), "--crs", "EPSG:4547", "--projected")
    let (third, _, _) = try audit(projected)
    #expect(third["planar_area_m2"] == table["planar_area_m2"])
  }

  /// The same two parcels in every format that an audit reads.
  private static func forms() -> [(name: String, text: String)] {
    let rings = [Sample.squareOne, Sample.squareTwo]
    let features = rings.enumerated().map {
      Sample.feature(#""parcel_id":"P\#($0.offset + 1)""#, $0.element)
    }
    let wkt = rings.map { ring in
      let pairs = ring.dropFirst(2).dropLast(2).components(separatedBy: "],[")
      return "POLYGON (("
        + pairs.map { $0.replacingOccurrences(of: ",", with: " ") }.joined(separator: ", ") + "))"
    }
    return [
      ("a.geojson", Sample.collection(features)),
      ("a.json", Sample.collection(features)),
      ("a.geojsonl", features.joined(separator: "\n") + "\n"),
      ("b.geojsonl", features.map { "\u{1E}" + $0 + "\n" }.joined()),
      ("a.geojsons", features.map { "\u{1E}" + $0 + "\r\n" }.joined()),
      ("a.wkt", wkt.joined(separator: "\n") + "\n"),
      (
        "a.csv",
        "parcel_id,wkt\n"
          + wkt.enumerated().map { "P\($0.offset + 1),\"\($0.element)\"\n" }.joined()
      ),
      (
        "b.csv",
        "\u{FEFF}宗地代码;WKT\r\n"
          + wkt.enumerated().map { "P\($0.offset + 1);\"\($0.element)\"\r\n" }.joined()
      ),
      (
        "a.tsv",
        "parcel_id\tgeometry\n"
          + wkt.enumerated().map { "P\($0.offset + 1)\t\($0.element)\n" }.joined()
      ),
    ]
  }

  @Test("every format gives the same areas", arguments: forms().indices)
  func formats(index: Int) throws {
    let (name, text) = Self.forms()[index]
    let run = try runLandctl(["audit", scratch.write(name, text), "--format", "csv"])
    #expect(run.status == 0, "\(run.stderr)")
    let table = Table(run.stdout)
    #expect(table["planar_area_m2"] == ["10890.463974", "10890.464235"])
    #expect(table["ellipsoidal_area_m2"] == ["10890.437764", "10890.437764"])
    #expect(table["parcel_id"] == (name == "a.wkt" ? ["#0", "#1"] : ["P1", "P2"]))
    let inspection = try runLandctl(["inspect", scratch.path(name), "--format", "json"])
    let file = try #require((object(inspection.stdout)["files"] as? [[String: Any]])?.first)
    #expect(file["count"] as? Int == 2 && file["role"] as? String == "parcels")
  }
}
