import Foundation
import LandTestSupport
import Testing

/// What users say of files that do not say it themselves.
@Suite("--fields, --transform, --encoding") struct ReadingOptionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func manifest(_ folder: String) throws -> [String: Any] {
    let data = try Data(contentsOf: scratch.url(folder + "/manifest.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(root["options"] as? [String: Any])
  }

  private static let parcels = """
    {"type":"FeatureCollection","features":[{"type":"Feature",
    "properties":{"图斑标识":"K-01","HTMJ":1.2345,"合同编号":"不是合同"},
    "geometry":{"type":"Polygon","coordinates":[[[114,28],[114.001,28],[114.001,28.001],
    [114,28.001],[114,28]]]}}]}
    """

  @Test("columns of an office's own names, in its own units")
  func fields() throws {
    let path = try scratch.write("parcels.geojson", Self.parcels)
    let map = try scratch.write(
      "fields.yaml",
      """
      schema: 1
      parcels:
        图斑标识: parcel_id
        HTMJ: {field: contract_area_m2, unit: 公顷}
        合同编号: ignore
      """)
    let run = try runLandctl([
      "audit", path, "--fields", map, "--as-of", "2025-06-30", "--outputs", "data", "--output",
      scratch.path("out"),
    ])
    #expect(run.status == 0, "\(run.stderr)")
    let row = try #require(try csvRows(scratch.url("out/parcels.csv")).first)
    #expect(row["parcel_id"] == "K-01" && row["contract_area_m2"] == "12345.000000")
    #expect(row["contract_no"]?.isEmpty == true)
    let options = try manifest("out")
    let fields = try #require(options["fields"] as? [String: Any])
    #expect(fields["name"] as? String == "fields.yaml")
    #expect((fields["sha256"] as? String)?.count == 64)
    // Without the file none of this is known.
    let plain = try runLandctl(["audit", path, "--as-of", "2025-06-30", "--format", "csv"])
    let bare = try #require(csvRows(text: plain.text).first)
    #expect(bare["parcel_id"] == "#0" && bare["contract_no"] == "不是合同")
    let wrong = try scratch.write("wrong.yaml", "schema: 1\nparcels:\n  A: parcel_di\n")
    let refused = try runLandctl(["audit", path, "--fields", wrong])
    #expect(refused.status == 65 && refused.stderr.contains("wrong.yaml:3:"))
    #expect(refused.stderr.contains("did you mean parcel_id?"))
    let parts = try runLandctl([
      "audit", path, "--fields", map, "--partition-by", "zone_id", "--format", "csv",
    ])
    #expect(parts.status == 64 && parts.stderr.contains("--fields"))
  }

  @Test("a draft is written, can be used, and is never overwritten")
  func draft() throws {
    let path = try scratch.write("parcels.geojson", Self.parcels)
    let draft = scratch.path("fields.yaml")
    let run = try runLandctl(["inspect", path, "--write-fields", draft])
    #expect(run.status == 0, "\(run.stderr)")
    let text = String(decoding: try scratch.bytes("fields.yaml"), as: UTF8.self)
    #expect(text.contains("\"合同编号\": contract_no") && text.contains("# \"图斑标识\": "))
    #expect(try runLandctl(["inspect", path, "--fields", draft]).status == 0)
    let again = try runLandctl(["inspect", path, "--write-fields", draft])
    #expect(again.status == 73)
    #expect(String(decoding: try scratch.bytes("fields.yaml"), as: UTF8.self) == text)
  }

  @Test("an old datum is refused, and moved by parameters whose source stands in the manifest")
  func transform() throws {
    let path = try scratch.write(
      "old.geojson",
      """
      {"type":"FeatureCollection",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2362"}},
      "features":[{"type":"Feature","properties":{"parcel_id":"A"},"geometry":{"type":"Polygon",
      "coordinates":[[[38500000,3100000],[38500100,3100000],[38500100,3100100],
      [38500000,3100100],[38500000,3100000]]]}}]}
      """)
    let refused = try runLandctl(["audit", path])
    #expect(refused.status == 65 && refused.stderr.contains("--transform"))
    let shift = try scratch.write(
      "shift.yaml",
      """
      schema: 1
      source: 某市测绘成果(虚构)
      date: 2019-03-01
      from: EPSG:2362
      method: seven_parameters
      convention: position_vector
      parameters: {tx: -12.5, ty: 83.25, tz: 41.125, rx: 0.75, ry: -1.25, rz: 2.5, scale_ppm: -3.5}
      """)
    let run = try runLandctl([
      "audit", path, "--transform", shift, "--as-of", "2025-06-30", "--outputs", "data",
      "--output", scratch.path("out"),
    ])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stderr.contains("某市测绘成果(虚构)"))
    let row = try #require(try csvRows(scratch.url("out/parcels.csv")).first)
    // A scale of −3.5 ppm takes 7 ppm off the area of 10 000 m²; the ellipsoids differ as well.
    let area = try #require(Double(row["planar_area_m2"] ?? ""))
    #expect((area - 10_000).magnitude < 1 && area != 10_000)
    #expect(row["gk_epsg"] == "4526" || row["gk_epsg"] == "4547")
    let transform = try #require(try manifest("out")["transform"] as? [String: Any])
    #expect(transform["source"] as? String == "某市测绘成果(虚构)")
    #expect(transform["method"] as? String == "seven_parameters:position_vector")
    #expect(transform["rz"] as? Double == 2.5 && transform["from"] as? String == "EPSG:2362")
    let both = try runLandctl(["audit", path, "--transform", shift, "--crs", "EPSG:4526"])
    #expect(both.status == 64)
  }

  @Test("the encoding that the user names goes before what the files say")
  func encoding() throws {
    let source = fixtures.appendingPathComponent("shapefiles/gbk_nocpg_ldid4d/parcels.shp").path
    func encoding(_ arguments: String...) throws -> String {
      let run = try runLandctl(["inspect", source, "--format", "json"] + arguments)
      return run.status == 0 ? run.text : run.stderr
    }
    #expect(try encoding().contains("GBK (LDID 0x4D)"))
    #expect(try encoding("--encoding", "GB18030").contains("GB18030"))
    #expect(try encoding("--encoding", "nonsense").contains("nonsense"))
  }

  @Test("contracts in every form that tables have give the same rows")
  func contracts() throws {
    let zone = fixtures.appendingPathComponent("zone/parcels.geojson").path
    let csv = fixtures.appendingPathComponent("zone/contracts.csv").path
    func audit(_ contracts: String) throws -> String {
      let run = try runLandctl([
        "audit", zone, "--contracts", contracts, "--as-of", "2025-06-30", "--format", "csv",
      ])
      #expect(run.status == 0, "\(run.stderr)")
      return run.text
    }
    let expected = try audit(csv)
    let text = try String(contentsOfFile: csv, encoding: .utf8)
    let tabs = try scratch.write(
      "contracts.tsv",
      csvRecords(text).map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    #expect(try audit(tabs) == expected)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-k", tabs]
    try gzip.run()
    gzip.waitUntilExit()
    #expect(try audit(tabs + ".gz") == expected)
  }
}
