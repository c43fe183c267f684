import Foundation
import LandTestSupport
import Testing

@Suite("Dirty inputs: everything is named, nothing is lost") struct DirtyTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Codes of each feature, by its index; those between neighbours are left out, because all
  /// features of the set lie on the same ground.
  private func codes(_ findings: Table) -> [Int: Set<String>] {
    var codes: [Int: Set<String>] = [:]
    for (index, code) in zip(findings["feature_index"], findings["code"]) {
      guard let index = Int(index), !["G301", "G302", "G303", "D408"].contains(code) else {
        continue
      }
      codes[index, default: []].insert(code)
    }
    return codes
  }

  @Test(
    "a repeated point leaves a ring valid, and is named all the same", arguments: [[], ["--exact"]])
  func repeatedPoint(more: [String]) throws {
    let ring = "[[115,28],[115.001,28],[115.001,28],[115.001,28.001],[115,28.001],[115,28]]"
    let path = try scratch.write(
      "repeated.geojson", Sample.collection([Sample.feature(#""parcel_id":"P""#, ring)]))
    let run = try runLandctl(
      ["audit", path, "--as-of", "2025-06-30", "--output", scratch.path("out")] + more)
    #expect(run.status == 0)
    let findings = try Table(scratch.bytes("out/findings.csv"))
    let parcels = try Table(scratch.bytes("out/parcels.csv"))
    #expect(parcels["is_valid"] == ["true"])
    #expect(zip(findings["code"], findings["vertex"]).contains { $0 == ("G103", "2") })
  }

  /// What each fault is found as, apart from verdicts.
  private static let expected: [(fault: String, codes: Set<String>)] = [
    ("unclosed_ring", ["G101"]), ("three_points", ["G102"]), ("null_geometry", ["G210"]),
    ("empty_polygon", ["G210"]), ("empty_ring", ["G210"]), ("lat_lon_swapped", ["C603"]),
    ("projected_metres", ["C604"]), ("three_dimensional", []),
    ("repeated_point_only", ["G102", "G103"]), ("line_not_polygon", ["G211"]),
    ("geometry_collection", []), ("clockwise_shell", []), ("exponent_numbers", []),
    ("figure_eight", ["G104"]), ("duplicate_hole", ["G104", "G205"]),
    ("numbers_as_text", ["D405"]), ("date_slashes", []), ("date_empty", []), ("area_null", []),
    ("area_negative", ["D410"]), ("id_number", ["F903", "D402"]), ("id_missing", []),
    ("zone_unknown", ["D404"]), ("nested_property", []),
  ]

  @Test("the dirty set: one fault a feature", arguments: [nil, "linework", "structure"])
  func dirtySet(repair: String?) throws {
    let file = fixtures.appendingPathComponent("dirty/parcels_dirty.geojson")
    let zone = Sample.feature(#""zone_id":"JX360101""#, Sample.box(114.9, 27.9, 115.2, 28.2))
    let zones = try scratch.write("zones.geojson", Sample.collection([zone]))
    let run = try runLandctl(
      ["audit", file.path, "--zones", zones, "--as-of", "2025-06-30"]
        + ["--output", scratch.path("out")] + (repair.map { ["--repair", $0] } ?? []))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.text.contains("read 24 = measured 17 + not measurable, reported 7"))

    let features = try #require(
      try object(Array(Data(contentsOf: file)))["features"] as? [[String: Any]])
    let found = codes(try scratch.table("out/findings.csv"))
    #expect(features.count == 24 && Self.expected.count == 24)
    for (index, (fault, codes)) in Self.expected.enumerated() {
      let properties = features[index]["properties"] as? [String: Any]
      #expect(properties?["fault"] as? String == fault)
      // Verdicts, zones found by place and repairs come on top.
      let here = (found[index] ?? []).filter {
        !$0.hasPrefix("R5") && !["G213", "G214", "D415"].contains($0)
      }
      #expect(here == codes, "\(fault)")
      if codes.contains("G104"), repair != nil { #expect(found[index]?.contains("G213") == true) }
    }

    let table = try scratch.table("out/parcels.csv")
    #expect(table.rows.count == 24)
    let findings = try scratch.table("out/findings.csv")
    // Heights are dropped with a note for the file; text and slashes are read.
    #expect(findings["code"].filter { $0 == "G212" }.count == 1)
    #expect(table["contract_area_m2"][15] == "12345.600000")
    #expect(table["start_in_force"][16] == "2019-03-05")
    #expect(table["start_in_force"][17].isEmpty && table["contract_area_m2"][18].isEmpty)
    for index in [2, 3, 4, 5, 6, 9] { #expect(table["planar_area_m2"][index].isEmpty) }
    // The same triangle in four ways of writing it.
    let triangles = [7, 10, 12].map { table["planar_area_m2"][$0] }
    #expect(Set(triangles).count == 1 && !triangles[0].isEmpty)
    let written = try object(scratch.bytes("out/parcels.geojson"))
    #expect((written["features"] as? [Any])?.count == 24)
    let manifest = try object(scratch.bytes("out/manifest.json"))
    let counts = try #require(manifest["counts"] as? [String: Any])
    #expect(counts["read"] as? Int == 24 && counts["reported"] as? Int == 7)
  }

  /// Single features that a strict reader may refuse.
  private static let bad = [
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{"type":"Polygon","coordinates":"x"}}"#,
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{"type":"Polygon","coordinates":[[["a",1]]]}}"#,
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{"type":"Polygon","coordinates":[[[1e999,28],[114,28],[114,29],[1e999,28]]]}}"#,
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{"type":"Sphere","coordinates":[]}}"#,
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{}}"#,
    #"{"type":"Feature","properties":null,"geometry":null}"#,
    #"{"type":"Feature"}"#,
    #"{"type":"Feature","properties":{"parcel_id":"B"},"geometry":{"type":"Polygon","coordinates":[[[114],[115],[116],[114]]]}}"#,
  ]

  @Test("one bad feature among good ones stops nothing", arguments: bad.indices)
  func oneBad(index: Int) throws {
    let text = Sample.collection([
      Sample.feature(#""parcel_id":"P1""#, Sample.squareOne), Self.bad[index],
      Sample.feature(#""parcel_id":"P2""#, Sample.squareTwo),
    ])
    let path = try scratch.write("mixed.geojson", text)
    let run = try runLandctl(["audit", path, "--output", scratch.path("out")])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.text.hasSuffix("read 3 = measured 2 + not measurable, reported 1\n"))
    let table = try scratch.table("out/parcels.csv")
    #expect(table["planar_area_m2"] == ["10890.463974", "", "10890.464235"])
    let codes = codes(try scratch.table("out/findings.csv"))[1] ?? []
    #expect(!codes.isDisjoint(with: ["F902", "G107", "G210", "G211"]), "\(codes)")
    // What is written can be read again.
    #expect(try runLandctl(["inspect", scratch.path("out/parcels.geojson")]).status == 0)
  }

  @Test("hostile names and values reach neither the terminal nor the JSON as they are")
  func hostile() throws {
    let text = Sample.collection([
      Sample.feature(
        #""parcel_id":"\u001b[31mred\u202e\"","land_use":"a\u0000b\r\n","x\"y":"\\""#, Sample.bowTie
      )
    ])
    let path = try scratch.write("odd.geojson", text)
    for language in ["zh", "en"] {
      let run = try runLandctl(["audit", path, "--lang", language])
      #expect(run.status == 0)
      #expect(!run.stdout.contains(0x1B) && !run.text.contains("\u{202E}"))
    }
    for format in ["json", "geojson"] {
      let run = try runLandctl(["audit", path, "--format", format])
      #expect(run.status == 0)
      #expect(try object(run.stdout).count > 2)
    }
    let inspection = try runLandctl(["inspect", path])
    #expect(inspection.status == 0 && !inspection.stdout.contains(0x1B))
  }
}
