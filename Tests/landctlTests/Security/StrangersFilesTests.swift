import Foundation
import LandTestSupport
import Testing

/// Files and names that come from strangers.
@Suite("What strangers hand over") struct StrangersFilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("names that look like options, addresses or patterns are names")
  func names() throws {
    try scratch.write("parcels.geojson", Sample.parcels)
    for name in ["-sql.kml", "--config.kml", "a;b $(x) `y`.kml", "http:x.kml"] {
      let made = try runLandctl(
        ["convert", "--", "parcels.geojson", "./" + name], in: scratch.folder)
      #expect(made.status == 0, "\(name): \(made.stderr)")
      let read = try runLandctl(["audit", "--format", "csv", "--", name], in: scratch.folder)
      #expect(read.status == 0, "\(name): \(read.stderr)")
      #expect(Table(read.stdout).rows.count == 3)
    }
  }

  @Test(
    "the manifest of a dossier asks for nothing outside of it",
    arguments: ["../secret.txt", "/etc/passwd", "maps/../../secret.txt", ""])
  func manifest(name: String) throws {
    try GateZone().write(to: scratch)
    try scratch.write("secret.txt", "mine")
    let arguments = [
      "expansion", "prepare", "zone.yaml", "--as-of", "2025-06-30", "--output", "out",
    ]
    let environment = ["PATH": "/nowhere"]
    #expect(
      try runLandctl(arguments, environment: environment, in: scratch.folder).status == 0)
    let manifest = try scratch.text("out/manifest.json")
    let changed = manifest.replacingOccurrences(of: "\"tables/gates.csv\"", with: "\"\(name)\"")
    try #require(changed != manifest)
    try scratch.write("out/manifest.json", changed)
    let run = try runLandctl(["verify", "out"], environment: environment, in: scratch.folder)
    #expect(run.status == 65 && run.stderr.contains("not in the folder"), "\(run.stderr)")
    // Nor does a later run remove what it names.
    #expect(
      try runLandctl(arguments, environment: environment, in: scratch.folder).status == 0)
    #expect(try scratch.text("secret.txt") == "mine")
  }

  @Test("a password of a database is neither printed nor kept")
  func password() throws {
    try scratch.write("tmp/x", "")
    for address in [
      "PG:host=127.0.0.1 port=1 dbname=d user=u password=geheim",
      "PG:postgresql://u:geheim@127.0.0.1:1/d", "PG:host=127.0.0.1 password='geheim",
    ] {
      let run = try runLandctl(
        ["audit", address, "--output", scratch.path("out")],
        environment: ["TMPDIR": scratch.path("tmp")])
      #expect(run.status == 65 || run.status == 66, "\(run.status) \(run.stderr)")
      #expect(!run.stderr.contains("geheim") && !run.text.contains("geheim"))
      #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }
    // The folders that the programs worked in are gone.
    #expect(try Set(scratch.files(in: "tmp").keys) == ["x"])
  }

  @Test("pages call nobody")
  func network() throws {
    let arguments = try Sample.write(into: scratch)
    #expect(try runLandctl(arguments + ["--output", scratch.path("out")]).status == 0)
    let page = try scratch.text("out/report.html")
    #expect(
      page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;"))
    for call in ["src=\"http", "href=\"http", "url(http", "fetch(", "XMLHttpRequest", "@import"] {
      #expect(!page.contains(call), "\(call)")
    }
  }
}
