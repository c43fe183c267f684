import Foundation
import LandTestSupport
import Testing

/// `landctl report` of ledgers and zone files: what it makes, and what it refuses.
@Suite("Pages of ledgers and checks, on the command line") struct ReportSubjectTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }
  private var zone: String { scratch.path("zone.yaml") }

  init() throws {
    scratch = try Scratch()
    let folder = fixtures.appendingPathComponent("zone").path
    try scratch.write(
      "zone.yaml",
      """
      schema: 1
      zone: {id: KFQ-3699-01, level: provincial, territory: "369900"}
      layers:
        parcels: \(folder)/parcels.geojson
        buildings: \(folder)/buildings.geojson
        zones: \(folder)/zones.geojson
        contracts: \(folder)/contracts.csv
      official: {total_ha: 39, classes_ha: {A: 25, B11: 0, B12: 0, B21: 5, B22: 5, C: 4, D: 29}}
      """)
  }

  /// A ledger with cases opened in 2025.
  private func makeLedger() throws {
    let folder = fixtures.appendingPathComponent("zone").path
    for arguments in [
      ["init", ledger, "--territory", "369900", "--date", "2024-01-01"],
      [
        "update", ledger, "--parcels", "\(folder)/parcels.geojson", "--contracts",
        "\(folder)/contracts.csv", "--zones", "\(folder)/zones.geojson", "--as-of", "2025-06-30",
        "--by", "李",
      ],
    ] {
      let run = try runLandctl(["ledger"] + arguments)
      #expect(run.status == 0, "\(run.stderr)")
    }
  }

  private func report(
    _ subject: String, _ more: [String], environment: [String: String] = [:]
  ) throws -> CommandResult {
    try runLandctl(["report", subject] + more, environment: environment)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: scratch.path(name))
  }

  @Test("the statement is the page of ledger year; its chart has a bar a year")
  func statement() throws {
    try makeLedger()
    // The first case of the contracts was found in 2022; a chart takes two years.
    for (year, isDrawn) in [("2022", false), ("2024", true)] {
      let run = try report(
        ledger,
        ["--year", year, "--as-of", "2027-01-10", "--lang", "en", "--output"]
          + [scratch.path("page.html")])
      #expect(run.status == 0 && run.stdout.isEmpty && run.stderr.hasSuffix("page.html\n"))
      let same = try runLandctl([
        "ledger", "year", ledger, year, "--as-of", "2027-01-10", "--lang", "en", "--output",
        scratch.path("papers"),
      ])
      #expect(same.status == 0, "\(same.stderr)")
      let page = try scratch.text("page.html")
      #expect(try scratch.text("papers/statement-\(year).html") == page)
      #expect(page.contains("Idle land: statement of the year \(year)"))
      #expect(page.contains("id=\"chartyears-title\"") == isDrawn)
      for said in [">2022</text>", ">2024</text>", "idle at the end 2.4000 ha"] {
        #expect(page.contains(said) == isDrawn, "\(year) \(said)")
      }
      #expect(page.contains("disposed of 1.2000 ha") == isDrawn)
    }
  }

  @Test("the check: verdict, gates, gaps, what would close them", arguments: ["zh", "en"])
  func check(language: String) throws {
    let run = try report(
      zone,
      ["--as-of", "2025-06-30", "--lang", language, "--output", scratch.path("check.html")])
    #expect(run.status == 0 && run.stdout.isEmpty, "\(run.stderr)")
    let page = try scratch.text("check.html")
    let said =
      language == "zh"
      ? ["审查结论", "不符合申请条件", "如何达到", "至少增加 2.16 公顷", "须先供应 1.9000 公顷"]
      : [
        "id=\"outcome\"", "may not apply", "What would close the gaps",
        "has to grow by at least 2.16 ha", "supply first 1.9000 ha (not so much is left)",
        "Missing inputs",
      ]
    for text in said + ["JX2-11", "369901001002GB00010"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("manifest.json") && !page.contains("workbook"))
    let bytes = try scratch.bytes("check.html")
    let again = try report(
      zone,
      [
        "--as-of", "2025-06-30", "--lang", language, "--jobs", "1", "--output",
        scratch.path("check.html"),
      ])
    #expect(try again.status == 0 && scratch.bytes("check.html") == bytes)
  }

  @Test("what is assumed is said on the page")
  func whatIf() throws {
    let run = try report(
      zone,
      [
        "--as-of", "2025-06-30", "--what-if",
        "dispose=369901001002GB00010:start,369901001002GB00011:start", "--lang", "en", "--output",
        scratch.path("check.html"),
      ])
    #expect(run.status == 0, "\(run.stderr)")
    let page = try scratch.text("check.html")
    #expect(page.contains("What would be, not what is"))
    #expect(!page.contains("has to grow by at least 2.16 ha"))
  }

  @Test(
    "a file that is none of the three: 65",
    arguments: [
      "{\"type\":\"FeatureCollection\"}", "\u{FEFF}\n [1]", "<html></html>", "", "a\0b",
      "SQLite format 3\0",
    ])
  func otherFile(text: String) throws {
    let path = try scratch.write("other.bin", text)
    let run = try report(path, ["--output", scratch.path("page.html")])
    #expect(run.status == 65 && run.stderr.contains("other.bin"), "\(run.stderr)")
    #expect(run.stderr.contains("not the folder of an audit, a ledger"), "\(run.stderr)")
    #expect(!exists("page.html"))
  }

  @Test("a GeoPackage that is no ledger and a text that is no zone file: 65; nothing there: 66")
  func unusable() throws {
    var header = [UInt8]("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 4080)
    header.replaceSubrange(68..<72, with: Array("GPKG".utf8))
    let output = ["--output", scratch.path("page.html")]
    let package = try report(
      scratch.write("other.gpkg", bytes: header), ["--year", "2025"] + output)
    #expect(package.status == 65 && package.stderr.contains("other.gpkg"), "\(package.stderr)")
    let text = try report(scratch.write("list.yaml", "parcels: 3\n"), output)
    #expect(text.status == 65 && text.stderr.contains("list.yaml:1"), "\(text.stderr)")
    let missing = try report(scratch.path("nowhere.gpkg"), ["--year", "2025"] + output)
    #expect(missing.status == 66 && missing.stderr.contains("nowhere.gpkg"))
    #expect(!exists("page.html"))
  }

  @Test("options that say nothing about the subject, and those that are missing: 64")
  func options() throws {
    try makeLedger()
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: false)
    let output = ["--output", scratch.path("page.html")]
    let refused: [(subject: String, options: [String], said: String)] = [
      (scratch.path("out"), ["--year", "2025"], "--year"),
      (scratch.path("out"), ["--now"], "--now"),
      (scratch.path("out"), ["--as-of", "2025-06-30"], "--as-of"),
      (scratch.path("out"), ["--act", "merger"], "--act"),
      (ledger, ["--year", "2025", "--zones", zone] + output, "--zones"),
      (ledger, ["--year", "2025", "--jobs", "1"] + output, "--jobs"),
      (ledger, ["--year", "2025", "--what-if", "supply=1"] + output, "--what-if"),
      (ledger, output, "--year"), (ledger, ["--year", "2025"], "--output"),
      (ledger, ["--year", "25"] + output, "--year 25"),
      (zone, ["--year", "2025"] + output, "--year"), (zone, ["--now"] + output, "--now"),
      (zone, ["--act", "nothing"] + output, "--act"), (zone, [], "--output"),
    ]
    for item in refused {
      let run = try report(item.subject, item.options)
      #expect(run.status == 64 && run.stderr.contains(item.said), "\(item): \(run.stderr)")
    }
    #expect(!exists("page.html"))
  }

  @Test("what cannot be created, and what would overwrite an input: 73, and nothing changes")
  func cannotCreate() throws {
    try makeLedger()
    let (before, text) = (try scratch.bytes("land.gpkg"), try scratch.bytes("zone.yaml"))
    for place in [ledger, ledger + "/page.html"] {
      let run = try report(ledger, ["--year", "2025", "--output", place])
      #expect(run.status == 73 && run.stderr.contains("land.gpkg"), "\(run.stderr)")
    }
    let layer = scratch.path("contracts.csv")
    try FileManager.default.copyItem(
      atPath: fixtures.appendingPathComponent("zone/contracts.csv").path, toPath: layer)
    for place in [zone, zone + "/page.html", layer] {
      let run = try report(
        zone, ["--as-of", "2025-06-30", "--contracts", layer, "--output", place])
      #expect(run.status == 73, "\(place): \(run.stderr)")
    }
    #expect(try scratch.bytes("land.gpkg") == before && scratch.bytes("zone.yaml") == text)
  }
}
