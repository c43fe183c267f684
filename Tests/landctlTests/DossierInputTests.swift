import Foundation
import LandTestSupport
import Testing

/// Dossiers of a small zone: assumptions, layers that are not there, and folders that cannot be
/// written.
@Suite struct DossierInputTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try GateZone().write(to: scratch)
  }

  private func prepare(_ options: String..., lang: String = "en") throws -> CommandResult {
    try runLandctl(
      ["expansion", "prepare", "zone.yaml", "--as-of", "2025-06-30", "--lang", lang] + options,
      environment: ["PATH": "/nowhere"], in: scratch.folder)
  }

  @Test("what is assumed is said on the screen, in the report and in the manifest")
  func whatIf() throws {
    for (language, words) in [("zh", "现状"), ("en", "What would be, not what is: ")] {
      let run = try prepare("--output", "out", "--what-if", "supply=1", lang: language)
      #expect(run.status == 0, "\(run.stderr)")
      #expect(run.text.contains("supply=1"))
      let page = try scratch.text("out/report.html")
      #expect(page.contains(words) && page.contains("supply=1"))
    }
    let manifest = try object(scratch.bytes("out/manifest.json"))
    #expect(manifest["assumed"] as? Bool == true)
    let arguments = try #require(manifest["arguments"] as? [[String: Any]])
    #expect(
      arguments.contains {
        $0["option"] as? String == "--what-if" && $0["value"] as? String == "supply=1"
      })
    // It is made again under the same assumption.
    #expect(try verify().status == 0)
    _ = try prepare("--output", "plain")
    #expect(try object(scratch.bytes("plain/manifest.json"))["assumed"] as? Bool == false)
    #expect(!(try scratch.text("plain/report.html").contains("What would be")))
  }

  private func verify() throws -> CommandResult {
    try runLandctl(["verify", "out"], environment: ["PATH": "/nowhere"], in: scratch.folder)
  }

  @Test("a program that fails is named with its status and what may be wrong; nothing is left")
  func failingProgram() throws {
    for name in ["pandoc", "rsvg-convert"] {
      let path = try scratch.write("bin/" + name, "#!/bin/sh\necho no room >&2\nexit 101\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let run = try runLandctl(
      [
        "expansion", "prepare", "zone.yaml", "--as-of", "2025-06-30", "--lang", "en", "--output",
        "made/out",
      ], environment: ["PATH": scratch.path("bin")], in: scratch.folder)
    #expect(run.status == 69)
    #expect(run.stderr.contains("rsvg-convert ended with status 101: no room"), "\(run.stderr)")
    #expect(run.stderr.contains("TMPDIR") && run.stderr.contains("landctl doctor"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("made")))
  }

  @Test("without a scope: a note, no maps, and the report says what is missing")
  func noScope() throws {
    var zone = GateZone()
    (zone.scope, zone.layout, zone.keepsBoundary) = (nil, nil, nil)
    try zone.write(to: scratch)
    for (language, note, gap) in [
      ("zh", "approvals 没有 scope", "没有提供本部分所需的资料"),
      (
        "en", "no scope under approvals in zone.yaml: no maps",
        "The inputs for this part were not given"
      ),
    ] {
      let run = try prepare("--output", "out", lang: language)
      #expect(run.status == 0 && run.text.contains(note), "\(run.text)")
      let names = Set(try filesBelow(scratch.url("out")).keys)
      #expect(!names.contains { $0.hasPrefix("maps/") || $0.hasPrefix("boundary/") })
      #expect(!names.contains("remaining.geojson") && names.contains("report.html"))
      #expect(try scratch.text("out/report.html").contains(gap))
    }
  }

  @Test("files of an earlier dossier go, files of others stay")
  func staleFiles() throws {
    _ = try prepare("--output", "out")
    #expect(FileManager.default.fileExists(atPath: scratch.path("out/maps/scope.svg")))
    try scratch.write("out/notes.txt", "mine")
    try scratch.write("out/maps/mine.svg", "mine")
    var zone = GateZone()
    (zone.scope, zone.layout, zone.keepsBoundary) = (nil, nil, nil)
    try zone.write(to: scratch)
    #expect(try prepare("--output", "out").status == 0)
    let names = Set(try filesBelow(scratch.url("out")).keys)
    #expect(names.filter { $0.hasPrefix("maps/") } == ["maps/mine.svg"])
    #expect(try scratch.text("out/notes.txt") == "mine")
    #expect(!names.contains("remaining.geojson"))
  }

  @Test("an input is never overwritten")
  func overInput() throws {
    let parcels = try scratch.text("parcels.geojson")
    try scratch.write("out/remaining.geojson", parcels)
    for (language, words) in [
      ("zh", "该文件是本次运行的输入\n  处理: 请指定另一个输出目录"), ("en", "it is an input of this run"),
    ] {
      let run = try prepare(
        "--output", "out", "--parcels", "out/remaining.geojson", lang: language)
      #expect(run.status == 73 && run.stderr.contains(words), "\(run.stderr)")
      #expect(run.stdout.isEmpty)
    }
    #expect(try filesBelow(scratch.url("out")) == ["remaining.geojson": Array(parcels.utf8)])
  }

  @Test("a folder that cannot be made or written", arguments: ["zone.yaml/out", "zone.yaml"])
  func unwritable(folder: String) throws {
    let run = try prepare("--output", folder)
    #expect(run.status == 73 && run.stdout.isEmpty, "\(run.stderr)")
    #expect(try scratch.text("zone.yaml") == GateZone().text)
  }

  @Test("a run that fails leaves the earlier dossier as it was")
  func failure() throws {
    _ = try prepare("--output", "out")
    let before = try filesBelow(scratch.url("out"))
    try FileManager.default.removeItem(at: scratch.url("contracts.csv"))
    #expect(try prepare("--output", "out").status == 66)
    #expect(try filesBelow(scratch.url("out")) == before)
    // Half way through writing: a file stands where a folder has to be.
    try GateZone().write(to: scratch)
    try FileManager.default.removeItem(at: scratch.url("out/tables"))
    try scratch.write("out/tables", "no folder")
    let known = try filesBelow(scratch.url("out"))
    #expect(try prepare("--output", "out", lang: "zh").status == 73)
    #expect(try filesBelow(scratch.url("out")) == known)
  }

  @Test("an age of papers below a month is no age")
  func staleAfter() throws {
    let run = try prepare("--output", "out", "--stale-after", "0")
    #expect(run.status == 64 && run.stderr.contains("--stale-after"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }
}
