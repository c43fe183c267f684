import Foundation
import LandTestSupport
import Testing

/// What `ledger export` writes, and that nothing is lost by it.
@Suite struct LedgerExportTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }

  init() throws {
    scratch = try Scratch()
    #expect(
      try landctl("init", ledger, "--territory", "369900", "--date", "2024-01-01").status == 0)
  }

  private func landctl(_ arguments: String...) throws -> CommandResult {
    try runLandctl(["ledger"] + arguments + ["--lang", "en"])
  }

  private func update(_ ledger: String, _ parcels: String) throws -> CommandResult {
    let folder = fixtures.appendingPathComponent("zone").path
    return try landctl(
      "update", ledger, "--parcels", parcels, "--contracts", "\(folder)/contracts.csv", "--zones",
      "\(folder)/zones.geojson", "--as-of", "2025-06-30", "--by", "李")
  }

  private static let tables = [
    "cases.csv", "contracts.csv", "documents.csv", "events.csv", "ledger.json", "lineage.csv",
    "runs.csv", "site_notes.geojson", "surveys.csv", "targets.csv", "zombies.csv",
    "zone_figures.csv", "zones.csv",
  ]

  @Test("an empty ledger gives every table with its header")
  func empty() throws {
    let run = try landctl("export", ledger, "--output", scratch.path("out"))
    #expect(run.status == 0, "\(run.stderr)")
    let files = try scratch.files(in: "out")
    #expect(files.keys.sorted() == Self.tables)
    for (name, bytes) in files where name.hasSuffix(".csv") {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
      #expect(lines.count == 1 && lines[0].contains(","), "\(name)")
    }
  }

  @Test("the parcels of a survey come out as they were taken in: a ledger of them is the same")
  func parcels() throws {
    let zone = fixtures.appendingPathComponent("zone").path
    #expect(try update(ledger, "\(zone)/parcels.geojson").status == 0)
    let out = scratch.path("out")
    #expect(try landctl("export", ledger, "--output", out, "--as-of", "2025-06-30").status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(Set(files) == Set(Self.tables + ["runs", "survey-2025-01.geojson"]))
    // Read back and exported again, the coordinates are the same to the last digit.
    let again = scratch.path("again.gpkg")
    #expect(try landctl("init", again, "--territory", "369900").status == 0)
    let taken = try update(again, "\(out)/survey-2025-01.geojson")
    #expect(taken.status == 0, "\(taken.stderr)")
    #expect(
      try landctl("export", again, "--output", scratch.path("out2"), "--tables", "parcels").status
        == 0)
    func coordinates(_ folder: String) throws -> [String] {
      try scratch.text("\(folder)/survey-2025-01.geojson").split(separator: "\n").compactMap {
        line in
        line.range(of: "\"geometry\":").map { String(line[$0.lowerBound...]) }
      }
    }
    #expect(try coordinates("out") == coordinates("out2"))
    #expect(try coordinates("out").count == 35)
    let text = try scratch.text("out/events.csv")
    let head = try #require(
      try object(Array(scratch.bytes("out/ledger.json")))["head_hash"] as? String)
    #expect(text.contains(head), "the chain is in the events")
    let manifest = try object(Array(scratch.bytes("out/runs/0001.json")))
    #expect(!manifest.isEmpty)
  }

  @Test("only the tables asked for; a name that there is not is refused before anything is written")
  func choice() throws {
    let out = scratch.path("out")
    #expect(
      try landctl("export", ledger, "--output", out, "--tables", "cases,zone_figures").status == 0)
    #expect(try scratch.files(in: "out").keys.sorted() == ["cases.csv", "zone_figures.csv"])
    let wrong = try landctl("export", ledger, "--output", scratch.path("no"), "--tables", "case")
    #expect(wrong.status == 64 && wrong.stderr.contains("site_notes"), "\(wrong.stderr)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("no")))
  }

  @Test("where one file cannot be made none appears")
  func together() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("out/zones.csv"), withIntermediateDirectories: true)
    let run = try landctl("export", ledger, "--output", scratch.path("out"))
    #expect(run.status == 73, "\(run.status) \(run.stderr)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")) == ["zones.csv"])
    try scratch.write("file", "")
    #expect(try landctl("export", ledger, "--output", scratch.path("file")).status == 73)
  }
}
