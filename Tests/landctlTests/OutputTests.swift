import Foundation
import LandTestSupport
import Testing

@Suite("What an audit writes") struct OutputTests {
  private let scratch: Scratch
  private let arguments: [String]

  init() throws {
    scratch = try Scratch()
    arguments = try Sample.write(into: scratch)
  }

  @Test("the table", arguments: ["zh", "en"])
  func table(language: String) throws {
    let run = try runLandctl(arguments + ["--lang", language])
    #expect(run.status == 0 && run.stderr.isEmpty)
    #expect(run.text == (try golden("cli/audit_\(language).txt", now: run.text)))
    // The locale says the same as the option.
    let locale = ["LANG": language == "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8"]
    #expect(try runLandctl(arguments, environment: locale).text == run.text)
  }

  @Test("all is accounted for: read = measured + reported")
  func balance() throws {
    #expect(
      try runLandctl(arguments).text.hasSuffix("read 3 = measured 3 + not measurable, reported 0\n")
    )
    #expect(
      try runLandctl(arguments + ["--lang", "zh"]).text.hasSuffix("读取 3 = 已量算 3 + 未能量算(已列出)0\n"))
  }

  @Test("CSV: byte order mark, CRLF, one row a parcel")
  func csv() throws {
    let run = try runLandctl(arguments + ["--format", "csv"])
    #expect(run.status == 0 && run.stderr.isEmpty)
    #expect(run.stdout.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(run.text.hasSuffix("\r\n"))
    let table = Table(run.stdout)
    #expect(table["parcel_id"] == ["P1", "P2", "P3"])
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
  }

  @Test("JSON: one object with everything")
  func json() throws {
    let run = try runLandctl(arguments + ["--format", "json"])
    #expect(run.status == 0 && run.stderr.isEmpty)
    let value = try object(run.stdout)
    #expect(value["schema"] as? String == "landctl.audit/1")
    #expect(
      (value["parcels"] as? [[String: Any]])?.map { $0["parcel_id"] as? String } == [
        "P1", "P2", "P3",
      ])
    #expect((value["zones"] as? [Any])?.count == 1 && (value["overlaps"] as? [Any])?.count == 1)
    let manifest = try #require(value["manifest"] as? [String: Any])
    #expect((manifest["inputs"] as? [Any])?.count == 4)
    let counts = try #require(manifest["findings"] as? [String: Int])
    #expect((value["findings"] as? [Any])?.count == counts.values.reduce(0, +))
  }

  @Test("GeoJSON: the columns, then the file's own properties byte for byte")
  func geojson() throws {
    let run = try runLandctl(arguments + ["--format", "geojson"])
    #expect(run.status == 0 && run.stderr.isEmpty)
    let value = try object(run.stdout)
    let features = try #require(value["features"] as? [[String: Any]])
    #expect(features.count == 3 && value["crs"] == nil)
    #expect(run.text.contains(#","n":1.50,"#) && run.text.contains(#""名称":"\u4e2d"}"#))
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["planar_area_m2"] as? Double != nil)
    #expect(properties["contract_area_m2"] as? Double == 10_900)
    // A name of ours is not written twice.
    #expect(run.text.split(separator: "\n")[1].components(separatedBy: "\"land_use\":").count == 2)
  }

  @Test("a folder: the files, their headers, notes to standard error")
  func folder() throws {
    let run = try runLandctl(arguments + ["--output", scratch.path("deep/out")])
    #expect(run.status == 0)
    #expect(run.stderr == "results are in \(scratch.path("deep/out"))\n")
    #expect(Set(try scratch.files(in: "deep/out").keys) == Sample.outputs)
    for (name, header) in Headers.all {
      let table = try scratch.table("deep/out/\(name)")
      #expect(table.header == header.split(separator: " ").map { String($0) }, "\(name)")
      #expect(table.rows.allSatisfy { $0.count == table.header.count }, "\(name)")
      #expect(try scratch.bytes("deep/out/\(name)").starts(with: [0xEF, 0xBB, 0xBF]))
    }
    #expect(try object(scratch.bytes("deep/out/parcels.geojson"))["type"] as? String != nil)
    #expect(try object(scratch.bytes("deep/out/manifest.json"))["schema"] as? String != nil)
    let findings = try scratch.table("deep/out/findings.csv")
    #expect(findings["finding_id"] == (1...findings.rows.count).map { "\($0)" })
    // Unmatched rows on both sides.
    let unmatched = zip(findings["code"], findings["subject_id"]).filter { $0.0 == "D406" }
    #expect(unmatched.count == 1)
    let contracts = try scratch.table("deep/out/parcel_contracts.csv")
    #expect(contracts["parcel_id"] == ["P1", "P2"])
    #expect(contracts["contract_area_m2"] == ["10900.000000", "10900.000000"])
    #expect(try scratch.table("deep/out/zones.csv")["zone_id"] == ["Z1"])
    let overlaps = try scratch.table("deep/out/overlaps.csv")
    #expect(overlaps["parcel_a"] == ["P1"] && overlaps["parcel_b"] == ["P2"])
    #expect(overlaps["kind"] == ["partial"] && overlaps["class"] == ["real"])
    // What goes to standard output is the same as in the file.
    let csv = try runLandctl(arguments + ["--format", "csv"])
    #expect(try scratch.bytes("deep/out/parcels.csv") == csv.stdout)
  }

  @Test("the figures: density, coverage, idleness")
  func figures() throws {
    let table = Table(try runLandctl(arguments + ["--format", "csv"]).stdout)
    #expect(table["n_buildings"] == ["2", "0", ""])
    #expect(table["idle_state"].first == "suspected" && table["idle_clause"].first == "2(1)")
    #expect(table["idle_since"].first?.hasPrefix("2021-01-0") == true)
    #expect(table["is_valid"] == ["true", "true", "false"])
    #expect(table["measure_quality"] == ["ok", "ok", "doubtful"])
    let footprint = Double(table["footprint_m2"][0]) ?? .nan
    let area = Double(table["planar_area_m2"][0]) ?? .nan
    let density = Double(table["density"][0]) ?? .nan
    #expect((footprint / area - density).magnitude < 1e-9)
    // Two boxes of 2 × 3 units share one of 1 × 2.
    let floors = Double(table["gross_floor_m2"][0]) ?? .nan
    #expect((floors / footprint - (6 * 3 + 6) / 10.0).magnitude < 1e-6)
  }

  @Test("no cell starts a formula; numbers stay; quotes, commas and lines are kept")
  func formulas() throws {
    let text = Sample.collection([
      Sample.feature(
        #""parcel_id":"=P1","land_use":"=HYPERLINK(\"http://x\")""#,
        Sample.squareOne),
      Sample.feature(#""parcel_id":"-2","land_use":"a,\"b\"\nc""#, Sample.bowTie),
      Sample.feature(#""parcel_id":"@3","land_use":"工业用地""#, Sample.squareTwo),
    ])
    let path = try scratch.write("odd.geojson", text)
    let run = try runLandctl(["audit", path, "--format", "csv"])
    let table = Table(run.stdout)
    #expect(table["parcel_id"] == ["'=P1", "-2", "'@3"])
    #expect(table["land_use"] == ["'=HYPERLINK(\"http://x\")", "a,\"b\"\nc", "工业用地"])
    #expect(run.text.contains("\"a,\"\"b\"\"\nc\""))
  }
}
