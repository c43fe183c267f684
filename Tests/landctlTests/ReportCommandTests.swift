import Foundation
import LandTestSupport
import Testing

@Suite("The page of an audit, on the command line") struct ReportCommandTests {
  private let scratch: Scratch
  private let arguments: [String]

  init() throws {
    scratch = try Scratch()
    arguments = try Sample.write(into: scratch)
  }

  private func audit(_ more: String..., out: String = "out") throws -> CommandResult {
    try runLandctl(arguments + ["--output", scratch.path(out)] + more)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: scratch.path(name))
  }

  @Test("data and report are left together unless something else is asked for")
  func outputs() throws {
    #expect(try audit().status == 0)
    #expect(Set(try scratch.files(in: "out").keys) == Sample.outputs)
    #expect(try audit("--outputs", "data", out: "data").status == 0)
    #expect(Set(try scratch.files(in: "data").keys) == Sample.dataFiles)
    #expect(try audit("--outputs", "report", out: "page").status == 0)
    #expect(try scratch.files(in: "page") == ["report.html": scratch.bytes("out/report.html")])
    #expect(try audit("--outputs", "all", out: "all").status == 0)
    #expect(
      Set(try scratch.files(in: "all").keys)
        == Sample.outputs.union(["audit.xlsx", "audit.gpkg"]))
  }

  @Test("an output that is not there is a usage error and names those that are")
  func unknownOutput() throws {
    let run = try audit("--outputs", "data,docx")
    #expect(run.status == 64 && run.stderr.contains("data, report") && run.stderr.contains("docx"))
    #expect(!exists("out"))
  }

  @Test("the page is made again from the folder, byte for byte")
  func again() throws {
    #expect(try audit("--lang", "zh").status == 0)
    let page = try scratch.bytes("out/report.html")
    let layers = [
      "--zones", scratch.path("zones.geojson"), "--buildings", scratch.path("buildings.geojson"),
    ]
    let run = try runLandctl(
      ["report", scratch.path("out"), "--lang", "zh", "--output", scratch.path("again.html")]
        + layers)
    #expect(run.status == 0 && run.stdout.isEmpty && run.stderr.hasSuffix("again.html\n"))
    #expect(try scratch.bytes("again.html") == page)
    for jobs in ["1", "3"] {
      let run = try runLandctl(
        ["report", scratch.path("out"), "--lang", "zh", "--jobs", jobs] + layers)
      #expect(run.status == 0)
      #expect(try scratch.bytes("out/report.html") == page)
    }
    // Without layers the page is another one, in the folder itself.
    #expect(try runLandctl(["report", scratch.path("out")]).status == 0)
    #expect(try scratch.text("out/report.html").contains("<html lang=\"en\">"))
  }

  @Test("a layer that is not the one of the audit is said to be another")
  func otherLayer() throws {
    #expect(try audit().status == 0)
    let other = try scratch.write("other.geojson", Sample.zones + "\n")
    let run = try runLandctl(["report", scratch.path("out"), "--zones", other])
    #expect(run.status == 0 && run.stderr.contains("is not the file that the audit read"))
  }

  @Test("plane metres of no known system: the page has tables and says why it has no map")
  func unknownPlane() throws {
    let ring = "[[0,0],[100,0],[100,100],[0,100],[0,0]]"
    let path = try scratch.write(
      "plane.geojson", Sample.collection([Sample.feature(#""parcel_id":"P1""#, ring)]))
    let run = try runLandctl([
      "audit", path, "--crs", "none", "--as-of", "2025-06-30", "--output", scratch.path("plane"),
    ])
    #expect(run.status == 0, "\(run.stderr)")
    let page = try scratch.text("plane/report.html")
    #expect(page.contains("so there is no map") && page.contains("P1"))
    #expect(!page.contains("id=\"map-view\""))
  }

  @Test(
    "projected parcels come onto the map, whatever way they are written",
    arguments: [["--projected"], []])
  func projected(more: [String]) throws {
    let ring = "[[500000,3110000],[500100,3110000],[500100,3110100],[500000,3110000]]"
    let path = try scratch.write(
      "plane.geojson",
      Sample.collection([Sample.feature(#""parcel_id":"P1""#, ring)]))
    let run = try runLandctl(
      ["audit", path, "--crs", "gk:114.5", "--as-of", "2025-06-30", "--output", scratch.path("p")]
        + more)
    #expect(run.status == 0, "\(run.stderr)")
    let page = try scratch.text("p/report.html")
    #expect(page.contains("id=\"map-view\"") && page.contains("\"lon0\":114.5,"))
  }

  @Test("a folder without an audit: 66; files that do not belong together or are spoilt: 65")
  func unusable() throws {
    let missing = try runLandctl(["report", scratch.path("nowhere")])
    #expect(missing.status == 66 && missing.stderr.contains("nowhere"))
    try FileManager.default.createDirectory(
      atPath: scratch.path("empty"), withIntermediateDirectories: false)
    let empty = try runLandctl(["report", scratch.path("empty")])
    #expect(empty.status == 66 && empty.stderr.contains("manifest.json"))
    #expect(try audit().status == 0)
    try scratch.write("out/parcels.geojson", #"{"type":"FeatureCollection","features":[]}"#)
    let mixed = try runLandctl(["report", scratch.path("out")])
    #expect(mixed.status == 65 && mixed.stderr.contains("of different audits"))
    try scratch.write("out/manifest.json", "{}")
    let spoilt = try runLandctl(["report", scratch.path("out"), "--lang", "zh"])
    #expect(spoilt.status == 65 && spoilt.stderr.contains("不是本程序的审查清单"))
    #expect(try runLandctl(["report"]).status == 64)
    #expect(try runLandctl(["report", scratch.path("out"), "--jobs", "0"]).status == 64)
    let zones = try runLandctl([
      "report", scratch.path("out"), "--zones", scratch.path("nowhere.geojson"),
    ])
    #expect(zones.status == 65 || zones.status == 66)
  }

  @Test("what cannot be created: 73, and nothing appears or changes")
  func cannotCreate() throws {
    try scratch.write("out/report.html/x", "mine")
    let run = try audit()
    #expect(run.status == 73 && run.stderr.contains("report.html"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")) == ["report.html"])
    #expect(try audit(out: "good").status == 0)
    let before = try scratch.files(in: "good")
    let over = try runLandctl([
      "report", scratch.path("good"), "--output", scratch.path("good/parcels.csv"),
    ])
    #expect(over.status == 73 && over.stderr.contains("input of this run"))
    let nowhere = try runLandctl([
      "report", scratch.path("good"), "--output", scratch.path("good/manifest.json/x.html"),
    ])
    #expect(nowhere.status == 73)
    #expect(try scratch.files(in: "good") == before)
  }

  @Test("only files that will appear are held against the inputs")
  func besideInputs() throws {
    try scratch.write("work/parcels.geojson", Sample.parcels)
    let run = try runLandctl([
      "audit", scratch.path("work/parcels.geojson"), "--as-of", "2025-06-30", "--outputs", "report",
      "--output", scratch.path("work"),
    ])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(Set(try scratch.files(in: "work").keys) == ["parcels.geojson", "report.html"])
    #expect(try scratch.text("work/parcels.geojson") == Sample.parcels)
  }

  @Test("templates of one's own: used, or named with file and line")
  func templates() throws {
    #expect(try audit().status == 0)
    try scratch.write("own/report-head.mustache", "<header><h1>某某局</h1></header>")
    let run = try runLandctl(["report", scratch.path("out"), "--template", scratch.path("own")])
    #expect(run.status == 0)
    #expect(try scratch.text("out/report.html").contains("<h1>某某局</h1>"))
    let before = try scratch.bytes("out/report.html")
    try scratch.write("own/report-head.mustache", "<header>\n{{#title}}\n</header>")
    let broken = try runLandctl(["report", scratch.path("out"), "--template", scratch.path("own")])
    #expect(broken.status == 65 && broken.stderr.contains("own/report-head.mustache:"))
    try scratch.write("other/head.html", "x")
    let unknown = try runLandctl([
      "report", scratch.path("out"), "--template", scratch.path("other"),
    ])
    #expect(unknown.status == 65 && unknown.stderr.contains("head.html"))
    #expect(try scratch.bytes("out/report.html") == before)
  }
}
