import Crypto
import Foundation
import LandTestSupport
import Testing

/// The files of a dossier and its manifest.
@Suite struct DossierTests {
  private static let tables = [
    "gates", "approvals", "official_areas", "official_balance", "land_use", "supply",
    "remaining_share", "approved_unsupplied", "idle_land", "disposal_plans", "events", "per_mu",
    "proposed_blocks", "boundary_areas", "attestations", "before_after", "layout",
    "boundary_points", "materials", "procedure",
  ]

  /// The files of the zone, without the one that outside programs make.
  private static let names: Set<String> = Set(
    [
      "report.html", "tables.xlsx", "remaining.geojson", "check.json", "manifest.json",
      "boundary/boundary.txt", "boundary/boundary.geojson", "boundary/boundary.gpkg",
    ] + tables.map { "tables/\($0).csv" }
      + ["block1", "block2", "idle", "proposed", "scope", "supply"].map { "maps/\($0).svg" })

  @Test("every file is there, and the screen names it")
  func list() throws {
    let dossier = try PreparedDossier.zh.get()
    #expect(dossier.run.status == 0 && dossier.run.stderr.isEmpty, "\(dossier.run.stderr)")
    let names = Set(try dossier.files().keys)
    #expect(names.subtracting(["report.docx"]) == Self.names)
    for name in names { #expect(dossier.run.text.contains(name), "\(name)") }
    #expect(dossier.run.text.contains("扩区 · KFQ-3699-20 · 截止日 2025-06-30 · 不符合申请条件"))
  }

  @Test("without pandoc and rsvg-convert there is no DOCX, and the screen says what to install")
  func noPrograms() throws {
    let dossier = try PreparedDossier.en.get()
    #expect(dossier.run.status == 0 && dossier.run.stderr.isEmpty)
    #expect(Set(try dossier.files().keys) == Self.names)
    #expect(dossier.run.text.contains("sudo apt-get install pandoc librsvg2-bin"))
    #expect((try dossier.manifest()["programs"] as? [Any])?.isEmpty == true)
  }

  @Test("the manifest: schema, what was asked for, hashes of all files")
  func manifest() throws {
    let dossier = try PreparedDossier.zh.get()
    let manifest = try dossier.manifest()
    #expect(manifest["schema"] as? String == "landctl.dossier/1")
    #expect(manifest["act"] as? String == "expansion")
    #expect(manifest["as_of"] as? String == "2025-06-30")
    #expect(manifest["outcome"] as? String == "not_eligible")
    #expect(manifest["assumed"] as? Bool == false)
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    var files = try dossier.files()
    files["manifest.json"] = nil
    #expect(Set(outputs.compactMap { $0["name"] as? String }) == Set(files.keys))
    for output in outputs {
      let bytes = try #require(files[output["name"] as? String ?? ""])
      #expect(output["sha256"] as? String == Self.sha256(bytes))
      #expect(output["bytes"] as? Int == bytes.count)
    }
  }

  @Test("inputs by relative path with their hashes; every file that the zone file names")
  func inputs() throws {
    let dossier = try PreparedDossier.zh.get()
    let inputs = try #require(dossier.manifest()["inputs"] as? [[String: Any]])
    for input in inputs {
      let path = try #require(input["path"] as? String)
      #expect(path.hasPrefix("../in/"))
      let bytes = Array(try Data(contentsOf: dossier.folder.appendingPathComponent(path)))
      #expect(input["sha256"] as? String == Self.sha256(bytes))
    }
    let roles = Set(inputs.compactMap { $0["role"] as? String })
    #expect(
      roles.isSuperset(of: [
        "zone", "parcels", "buildings", "zones", "contracts", "enterprises", "not_suppliable",
        "ready", "approved_land", "use_before", "use_after", "proposed_blocks",
        "approvals[1].scope", "approvals[2].scope", "materials.M01", "materials.EIA",
      ]))
    let arguments = try #require(dossier.manifest()["arguments"] as? [[String: Any]])
    #expect(arguments.first?["path"] as? String == "../in/zone.yaml")
  }

  @Test("no folder of the machine is in any file")
  func noAbsolutePath() throws {
    let dossier = try PreparedDossier.zh.get()
    for (name, bytes) in try dossier.files() where !name.hasSuffix("x") && !name.hasSuffix("gpkg") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(dossier.root.path), "\(name)")
    }
  }

  @Test("the same bytes again, from another working folder beside the same inputs")
  func repeats() throws {
    let first = try PreparedDossier.en.get()
    let scratch = try Scratch()
    try PreparedDossier.copyInputs(to: scratch.url("in"))
    let elsewhere = scratch.url("some/where")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    let run = try runLandctl(
      [
        "expansion", "prepare", "../../in/zone.yaml", "--as-of", "2025-06-30", "--output",
        scratch.path("dossier"), "--lang", "en", "--stale-after", "4",
      ], environment: ["PATH": "/nowhere", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"],
      in: elsewhere)
    #expect(run.status == 0, "\(run.stderr)")
    let (one, two) = (try first.files(), try filesBelow(scratch.url("dossier")))
    #expect(Set(one.keys) == Set(two.keys))
    for (name, bytes) in one { #expect(two[name] == bytes, "\(name)") }
  }

  @Test("boundary points read back from the exchange file are those of the table")
  func exchange() throws {
    let dossier = try PreparedDossier.zh.get()
    let lines = try dossier.text("boundary/boundary.txt").split(separator: "\r\n").map(String.init)
    #expect(lines.contains("坐标系=2000国家大地坐标系") && lines.contains("带号=39"))
    let points = lines.filter { $0.first == "J" }.map { $0.components(separatedBy: ",") }
    let rows = try dossier.rows("boundary_points")
    let blocks = lines.filter { $0.hasSuffix("@") }.map { $0.components(separatedBy: ",") }
    #expect(blocks.map { $0[2] } == ["北扩一区块", "西扩二区块"])
    // Each ring is closed by its first point again.
    #expect(points.count == rows.count + blocks.count)
    var at = 0
    for block in blocks {
      let own = rows.filter { $0["地块编号"] == block[2] }
      #expect(Int(block[0]) == own.count + 1)
      let there = points[at..<at + own.count]
      #expect(there.map { $0[0] } == own.map { $0["点号"] ?? "" })
      #expect(there.map { $0[2] } == own.map { $0["X(北)(米)"] ?? "" })
      #expect(there.map { $0[3] } == own.map { $0["Y(东)(米)"] ?? "" })
      #expect(points[at + own.count] == points[at])
      at += own.count + 1
    }
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: Data(bytes)).map { byte in
      String(byte / 16, radix: 16) + String(byte % 16, radix: 16)
    }.joined()
  }
}
