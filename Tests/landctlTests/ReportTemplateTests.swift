import Foundation
import LandTestSupport
import Testing

/// `--template` and `--open` of `landctl report`, whatever the subject.
@Suite("The letterhead and the browser") struct ReportTemplateTests {
  private let scratch: Scratch
  private let letterhead = fixtures.appendingPathComponent("templates/letterhead").path
  private let subjects: [[String]]

  init() throws {
    scratch = try Scratch()
    let zone = fixtures.appendingPathComponent("compliance/zone.yaml").path
    let parcels = fixtures.appendingPathComponent("compliance/parcels.geojson").path
    let ledger = scratch.path("land.gpkg")
    let made = try runLandctl(
      try Sample.write(into: scratch) + ["--output", scratch.path("out"), "--outputs", "data"])
    #expect(made.status == 0, "\(made.stderr)")
    let begun = try runLandctl([
      "ledger", "init", ledger, "--territory", "369900", "--date", "2024-01-01",
    ])
    #expect(begun.status == 0, "\(begun.stderr)")
    subjects = [
      [scratch.path("out")], [ledger, "--year", "2025", "--as-of", "2026-01-10"],
      [zone, "--parcels", parcels, "--as-of", "2025-06-30"],
    ]
  }

  private func report(
    _ subject: [String], _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> CommandResult {
    try runLandctl(
      ["report"] + subject + ["--output", scratch.path("page.html")] + more,
      environment: environment)
  }

  @Test("the letterhead's words and style are on every page")
  func words() throws {
    for subject in subjects {
      let run = try report(subject, ["--template", letterhead])
      #expect(run.status == 0, "\(run.stderr)")
      let page = try scratch.text("page.html")
      #expect(page.contains("示例测绘院有限公司"), "\(subject)")
      #expect(page.contains("#7a0019"), "\(subject)")
      let plain = try report(subject)
      #expect(plain.status == 0, "\(plain.stderr)")
      #expect(!(try scratch.text("page.html")).contains("示例测绘院有限公司"))
    }
  }

  @Test("a broken template: 65 with file and line, and the page stays as it was")
  func broken() throws {
    try scratch.write("own/page.mustache", "<header>\n{{#title}}\n</header>")
    try scratch.write("page.html", "before")
    for subject in subjects {
      let run = try report(subject, ["--template", scratch.path("own")])
      #expect(run.status == 65, "\(run.stderr)")
      #expect(run.stderr.contains(scratch.path("own/page.mustache") + ":3"), "\(run.stderr)")
    }
    let over = try runLandctl(
      ["report"] + subjects[1]
        + ["--template", scratch.path("own"), "--output", scratch.path("own/page.mustache")])
    #expect(over.status == 73 && over.stderr.contains("input of this run"), "\(over.stderr)")
    #expect(try scratch.text("page.html") == "before")
  }

  @Test("--open hands xdg-open the absolute path as it is")
  func open() throws {
    let program = try scratch.write(
      "bin/xdg-open", "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > \"$RECORD\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let environment = [
      "PATH": scratch.path("bin") + ":/usr/bin:/bin", "RECORD": scratch.path("opened"),
    ]
    let run = try runLandctl(
      ["report"] + subjects[1]
        + ["--output", "-a b;$(c).html", "--open"].map {
          $0 == "-a b;$(c).html" ? "./" + $0 : $0
        }, environment: environment, in: scratch.folder)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try scratch.text("opened") == "1|" + scratch.path("-a b;$(c).html"))
    // A browser that does not start is a note.
    try scratch.write("bin/xdg-open", "#!/bin/sh\nexit 3\n")
    let failed = try report(subjects[1], ["--open"], environment: environment)
    #expect(failed.status == 0 && failed.stderr.contains("no browser could be opened"))
  }

  @Test("no xdg-open: the page is written, then 69 with the package to install")
  func noProgram() throws {
    let run = try report(subjects[1], ["--open"], environment: ["PATH": scratch.path("empty")])
    #expect(run.status == 69, "\(run.stderr)")
    #expect(run.stderr.contains("sudo apt-get install xdg-utils"), "\(run.stderr)")
    #expect(try scratch.text("page.html").contains("</html>"))
  }
}
