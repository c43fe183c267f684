import Foundation
import LandTestSupport
import Testing

@Suite("inspect") struct InspectTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try Sample.write(into: scratch)
  }

  private func inspect(_ path: String) throws -> [String: Any] {
    let run = try runLandctl(["inspect", path, "--format", "json"])
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let value = try object(run.stdout)
    #expect(value["schema"] as? String == "landctl.inspect/1")
    return try #require((value["files"] as? [[String: Any]])?.first)
  }

  private func fields(_ file: [String: Any]) -> [String: String] {
    let columns = file["columns"] as? [[String: Any]] ?? []
    return Dictionary(
      columns.map { ($0["name"] as? String ?? "", $0["field"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("a table of enterprises is told from one of contracts")
  func enterprises() throws {
    let path = checkout.appendingPathComponent("fixtures/findings/D419/enterprises.csv").path
    let file = try inspect(path)
    #expect(file["role"] as? String == "enterprises" && file["count"] as? Int == 3)
    #expect(fields(file)["税收(万元)"] == "tax_wan")
  }

  @Test("parcels: system, extent, fields recognised and not")
  func parcels() throws {
    let file = try inspect(scratch.path("parcels.geojson"))
    #expect(file["role"] as? String == "parcels" && file["count"] as? Int == 3)
    #expect(file["crs"] as? String == "EPSG:4490" && file["crs_source"] as? String == "file")
    #expect(file["encoding"] as? String == "UTF-8")
    #expect(file["bytes"] as? Int == Sample.parcels.utf8.count)
    let extent = try #require(file["extent"] as? [String: Double])
    #expect(extent == ["min_x": 114.1, "min_y": 28.1, "max_x": 114.201, "max_y": 28.101])
    let fields = fields(file)
    #expect(fields["contract_area_m2"] == "contract_area_m2" && fields["n"]?.isEmpty == true)
  }

  @Test("buildings, zones, contracts are told apart")
  func roles() throws {
    for (name, role, source) in [
      ("buildings.geojson", "buildings", "assumed"), ("zones.geojson", "zones", "assumed"),
      ("contracts.csv", "contracts", nil),
    ] {
      let file = try inspect(scratch.path(name))
      #expect(file["role"] as? String == role)
      #expect(file["crs_source"] as? String == source)
    }
  }

  @Test("contracts in GBK, with units in the headers")
  func encoded() throws {
    let file = try inspect(fixtures.appendingPathComponent("encodings/csv/gbk.csv").path)
    #expect((file["encoding"] as? String)?.hasPrefix("GB18030") == true)
    #expect(file["count"] as? Int == 12 && file["file"] as? String == "gbk.csv")
    #expect(fields(file)["出让面积(公顷)"] == "contract_area_m2")
    let findings = try #require(file["findings"] as? [String: Int])
    #expect(findings["F905"] == 1 && findings["D412"] == 4)
  }

  @Test("the text for people", arguments: ["zh", "en"])
  func text(language: String) throws {
    let run = try runLandctl(
      ["inspect", "parcels.geojson", "contracts.csv", "--lang", language], in: scratch.folder)
    #expect(run.status == 0 && run.stderr.isEmpty)
    #expect(run.text == (try golden("cli/inspect_\(language).txt", now: run.text)))
  }

  @Test("one good and one bad file: the good one is shown, the status says the other")
  func mixed() throws {
    try scratch.write("bad.geojson", "{\"type\":")
    for (bad, status) in [("bad.geojson", 65), ("nothing.geojson", 66)] as [(String, Int32)] {
      let run = try runLandctl(
        ["inspect", bad, "parcels.geojson", "--format", "json"], in: scratch.folder)
      #expect(run.status == status && run.stderr.contains(bad))
      let files = try #require(object(run.stdout)["files"] as? [[String: Any]])
      #expect(files.map { $0["file"] as? String } == ["parcels.geojson"])
    }
    let none = try runLandctl(["inspect", scratch.path("bad.geojson")])
    #expect(none.status == 65 && none.stdout.isEmpty)
  }

  @Test("coordinates that do not fit are explained, with what to pass")
  func odd() throws {
    let text = Sample.collection([
      Sample.feature(
        #""parcel_id":"P1""#, Sample.box(38_500_000, 3_100_000, 38_500_100, 3_100_100))
    ])
    let run = try runLandctl(["inspect", try scratch.write("plane.geojson", text)])
    #expect(run.status == 0)
    #expect(run.text.contains("--crs EPSG:4526"), "\(run.text)")
  }
}
