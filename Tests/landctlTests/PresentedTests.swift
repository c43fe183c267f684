import Foundation
import LandTestSupport
import Testing

@Suite("What an audit writes beside its data files") struct PresentedTests {
  private let scratch: Scratch
  private let arguments: [String]

  init() throws {
    scratch = try Scratch()
    arguments = try Sample.write(into: scratch)
  }

  private func run(_ outputs: String, to folder: String) throws -> CommandResult {
    try runLandctl(arguments + ["--output", scratch.path(folder), "--outputs", outputs])
  }

  @Test("workbook and layers stand beside the same data files")
  func all() throws {
    #expect(try run("data", to: "data").status == 0)
    #expect(try run("data,xlsx,gpkg", to: "all").status == 0)
    #expect(try run("all", to: "again").status == 0)
    let (data, all) = (try scratch.files(in: "data"), try scratch.files(in: "all"))
    #expect(Set(data.keys) == Sample.outputs.subtracting(["report.html"]))
    #expect(Set(all.keys) == Set(data.keys).union(["audit.xlsx", "audit.gpkg"]))
    for (name, bytes) in data { #expect(all[name] == bytes, "\(name)") }
    let again = try scratch.files(in: "again")
    #expect(Set(again.keys) == Set(all.keys).union(["report.html"]))
    for (name, bytes) in all { #expect(again[name] == bytes, "\(name)") }
    let parcels = try WorkbookRows(try #require(all["audit.xlsx"])).sheets[1].rows
    #expect(parcels.dropFirst().map(\.[0]) == ["P1", "P2", "P3"])
    let one = try run("xlsx", to: "one")
    #expect(one.status == 0)
    #expect(try scratch.files(in: "one").keys.sorted() == ["audit.xlsx"])
  }

  @Test("the language changes the workbook, never the data files")
  func languages() throws {
    let common = arguments + ["--outputs", "data,xlsx", "--output"]
    #expect(try runLandctl(common + [scratch.path("zh"), "--lang", "zh"]).status == 0)
    #expect(try runLandctl(common + [scratch.path("en"), "--lang", "en"]).status == 0)
    let (zh, en) = (try scratch.files(in: "zh"), try scratch.files(in: "en"))
    for (name, bytes) in zh { #expect((en[name] == bytes) == (name != "audit.xlsx"), "\(name)") }
  }

  @Test("one place that cannot be written to: status 73, no file", arguments: ["xlsx", "gpkg"])
  func unwritable(kind: String) throws {
    let taken = "out/audit.\(kind)"
    try FileManager.default.createDirectory(
      at: scratch.url(taken), withIntermediateDirectories: true)
    let result = try run("data,xlsx,gpkg", to: "out")
    #expect(result.status == 73)
    #expect(result.stderr.contains("audit.\(kind)") && result.stderr.contains("remedy"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    #expect(names == ["audit.\(kind)"])
  }

  @Test("a file that the run reads is not overwritten")
  func inputs() throws {
    try scratch.write("out/audit.xlsx", Sample.contracts)
    var changed = arguments
    let place = try #require(changed.firstIndex(of: scratch.path("contracts.csv")))
    changed[place] = scratch.path("out/audit.xlsx")
    let result = try runLandctl(changed + ["--output", scratch.path("out"), "--outputs", "all"])
    #expect(result.status == 73)
    #expect(try scratch.text("out/audit.xlsx") == Sample.contracts)
  }

  @Test("words that are not known, and files without a folder, are usage errors")
  func usage() throws {
    for outputs in ["nothing", "", "data,", "data xlsx"] {
      #expect(try run(outputs, to: "x").status == 64, "\(outputs)")
    }
    #expect(try runLandctl(arguments + ["--outputs", "xlsx"]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("x")))
  }
}
