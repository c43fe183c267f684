import Foundation
import LandTestSupport
import Testing

@Suite("Exit statuses and what is said") struct UsageTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("good.geojson", Sample.parcels)
  }

  private func audit(_ file: String, _ rest: String...) throws -> CommandResult {
    try runLandctl(["audit", scratch.path(file), "--as-of", "2025-06-30"] + rest)
  }

  @Test("help and version", arguments: [["--help"], ["--version"], ["audit", "--help"], ["help"]])
  func help(arguments: [String]) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 0)
    #expect(run.text.contains("landctl"))
    #expect(run.stderr.isEmpty)
  }

  @Test(
    "what cannot be meant is a usage error and names the option",
    arguments: [
      ["--nonsense"], ["--repair", "magic"], ["--as-of", "2025-02-30"], ["--as-of", "2025-+6-30"],
      ["--as-of", "2025-6-30"], ["--as-of", "today"], ["--crs", "bogus"], ["--crs", "gk:abc"],
      ["--crs", "gk:114,30,7"], ["--crs", "EPSG:xyz"], ["--fail-on", "maybe"],
      ["--fail-on", "error,maybe"], ["--min-overlap-area", "-1"], ["--min-overlap-area=-1"],
      ["--min-overlap-area", "inf"], ["--min-overlap-area", "nan"], ["--max-area-change=-3"],
      ["--max-area-change", "inf"], ["--jobs", "0"], ["--jobs", "two"], ["--format", "xml"],
      ["--lang", "fr"], ["--empty-start", "maybe"],
      ["--empty-suspension", "maybe"], ["--outputs", "nothing"],
    ])
  func usage(arguments: [String]) throws {
    let run = try runLandctl(["audit", scratch.path("good.geojson")] + arguments)
    #expect(run.status == 64)
    #expect(run.stdout.isEmpty)
    let option = arguments[0].split(separator: "=")[0]
    #expect(run.stderr.contains(option), "\(run.stderr)")
  }

  @Test("no file, no command", arguments: [["audit"], ["bogus"], ["inspect"]])
  func nothing(arguments: [String]) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 64 && run.stdout.isEmpty && !run.stderr.isEmpty)
  }

  @Test(
    "a mistyped command is told from those of its level",
    arguments: [
      (["aduit", "x.geojson"], "'audit'"), (["ledger", "updat", "x"], "'update'"),
      (["expansion", "chekc"], "'check'"), (["docter"], "'doctor'"), (["Ledger"], "'ledger'"),
    ])
  func mistyped(arguments: [String], meant: String) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 64 && run.stdout.isEmpty)
    #expect(run.stderr.contains("did you mean \(meant)?"), "\(run.stderr)")
    let chinese = try runLandctl(arguments, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.stderr.contains("没有命令"))
  }

  @Test(
    "where nothing is near nothing is suggested",
    arguments: [["frobnicate"], ["ad"], ["audit", "aduit", "x"], ["ledger"], ["aduit", "--help"]])
  func unlike(arguments: [String]) throws {
    #expect(try !runLandctl(arguments).stderr.contains("did you mean"))
  }

  /// Input that cannot be used, and what the message must hold.
  private static let unusable: [(text: String, said: [String])] = [
    (
      "{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",",
      ["bad.geojson:2:31", "not valid GeoJSON"]
    ),
    ("", ["bad.geojson", "the file is empty"]),
    (Sample.collection([]), ["no readable polygon", "landctl inspect"]),
    (
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[114,28]}}"#,
      ["no readable polygon"]
    ),
    (
      plane(Sample.box(39_500_000, 3_100_000, 39_500_100, 3_100_100)),
      ["zone 39", "--crs EPSG:4527", "first: P1"]
    ),
    (
      plane(Sample.box(20_500_000, 3_100_000, 20_500_100, 3_100_100)),
      ["6-degree zone 20", "--crs EPSG:4498"]
    ),
    (plane(Sample.box(500_000, 3_100_000, 500_100, 3_100_100)), ["--crs gk:<central meridian>"]),
    (plane(Sample.box(28.1, 114.1, 28.101, 114.101)), ["axes are swapped", "--swap-xy"]),
    (plane(Sample.squareOne, "urn:ogc:def:crs:EPSG::3857"), ["EPSG:3857", "Web Mercator"]),
    (plane(Sample.squareOne, "EPSG:2364"), ["EPSG:2364", "Xian 1980", "CGCS2000"]),
    (plane(Sample.squareOne, "EPSG:4214"), ["EPSG:4214", "Beijing 1954"]),
    (plane(Sample.squareOne, "EPSG:4547"), ["EPSG:4547", "degrees", "--crs EPSG:4490"]),
  ]

  private static func plane(_ rings: String, _ crs: String? = nil) -> String {
    Sample.collection([Sample.feature(#""parcel_id":"P1""#, rings)], crs: crs)
  }

  @Test("bad input is refused with its place and a remedy", arguments: unusable.indices)
  func badInput(index: Int) throws {
    let (text, said) = Self.unusable[index]
    try scratch.write("bad.geojson", text)
    let run = try audit("bad.geojson", "--output", scratch.path("out"))
    #expect(run.status == 65)
    #expect(run.stdout.isEmpty)
    for words in said { #expect(run.stderr.contains(words), "\(run.stderr)") }
    #expect(run.stderr.contains("landctl: error: ") && run.stderr.contains("\n  remedy: "))
    let chinese = try audit("bad.geojson", "--lang", "zh")
    #expect(chinese.status == 65 && chinese.stderr.contains("landctl: 错误: "))
  }

  @Test("a contract table that names neither parcel nor contract is refused")
  func namelessContracts() throws {
    let table = try scratch.write("contracts.csv", "名称,说明\n甲,乙\n")
    let run = try runLandctl([
      "audit", scratch.path("good.geojson"), "--contracts", table, "--lang", "en",
    ])
    #expect(run.status == 65 && run.stdout.isEmpty)
    #expect(run.stderr.contains("contracts.csv:1: no column names a parcel"))
  }

  @Test("what the message tells to pass helps")
  func remedies() throws {
    for (box, option) in [
      (Sample.box(39_500_000, 3_100_000, 39_500_100, 3_100_100), ["--crs", "EPSG:4527"]),
      (Sample.box(20_500_000, 3_100_000, 20_500_100, 3_100_100), ["--crs", "EPSG:4498"]),
      (Sample.box(28.1, 114.1, 28.101, 114.101), ["--swap-xy"]),
    ] {
      let path = try scratch.write("bad.geojson", Self.plane(box))
      let run = try runLandctl(["audit", path] + option)
      #expect(run.status == 0 && run.text.contains("read 1 = measured 1 "), "\(run.stderr)")
    }
  }

  @Test("a system of another datum is refused on the command line, too")
  func oldDatum() throws {
    let run = try audit("good.geojson", "--crs", "EPSG:2364")
    #expect(run.status == 65 && run.stderr.contains("Xian 1980"))
  }

  @Test("missing files")
  func missing() throws {
    #expect(try audit("nothing.geojson").status == 66)
    for option in ["--buildings", "--zones", "--contracts"] {
      let run = try audit("good.geojson", option, scratch.path("nothing.csv"))
      #expect(run.status == 66 && run.stdout.isEmpty)
      #expect(run.stderr.contains("nothing.csv"))
    }
    #expect(try runLandctl(["inspect", scratch.path("nothing.csv")]).status == 66)
  }

  @Test("PROJ's database is missed only by those who need it")
  func database() throws {
    let away = ["PROJ_DATA": "/nonexistent", "PROJ_LIB": "/nonexistent", "HOME": "/nonexistent"]
    let dutch = try scratch.write(
      "dutch.geojson", Self.plane(Sample.box(121_000, 487_000, 121_100, 487_100)))
    let run = try runLandctl(["audit", dutch, "--crs", "EPSG:28992"], environment: away)
    #expect(run.status == 69 && run.stdout.isEmpty)
    #expect(run.stderr.contains("proj.db") && run.stderr.contains("/nonexistent"))
    #expect(try runLandctl(["audit", dutch, "--crs", "EPSG:28992"]).status == 0)

    let chinese = try Sample.write(into: scratch)
    let one = try runLandctl(chinese + ["--output", scratch.path("one")], environment: away)
    #expect(one.status == 0, "\(one.stderr)")
    #expect(try runLandctl(chinese + ["--output", scratch.path("two")]).status == 0)
    #expect(try scratch.files(in: "one") == scratch.files(in: "two"))
    let plane = try scratch.write(
      "plane.geojson", Self.plane(Sample.box(500_000, 3_100_000, 500_100, 3_100_100)))
    #expect(
      try runLandctl(["audit", plane, "--crs", "EPSG:4547"], environment: away).status == 0)
  }

  @Test("output that cannot be made is known before the work")
  func unwritable() throws {
    try scratch.write("file", "mine")
    try scratch.write("taken/findings.csv/x", "")
    for folder in ["file", "file/below", "taken"] {
      let run = try audit("good.geojson", "--output", scratch.path(folder))
      #expect(run.status == 73 && run.stdout.isEmpty)
      #expect(run.stderr.contains("cannot write"))
    }
    #expect(try scratch.text("file") == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("taken"))
        == ["findings.csv"])
  }

  @Test("outputs never take the place of the inputs")
  func overInputs() throws {
    let path = try scratch.write("work/parcels.geojson", Sample.parcels)
    let run = try runLandctl(["audit", path, "--output", scratch.path("work")])
    #expect(run.status == 73 && run.stderr.contains("input of this run"))
    #expect(try scratch.files(in: "work") == ["parcels.geojson": Array(Sample.parcels.utf8)])
  }

  @Test(
    "--fail-on",
    arguments: [
      ("never", 0), ("error", 1), ("warning", 1), ("unknown", 1), ("notMet", 0), ("suspected", 0),
      ("notMet,error", 1), ("never,suspected", 0),
    ] as [(String, Int32)])
  func failOn(words: String, status: Int32) throws {
    // Errors (a bow-tie), warnings, unknowns; nothing that is suspected.
    let text = Sample.collection([
      Sample.feature(#""parcel_id":"P1""#, Sample.squareOne),
      Sample.feature(#""parcel_id":"P3""#, Sample.bowTie),
    ])
    let path = try scratch.write("mixed.geojson", text)
    let run = try runLandctl(["audit", path, "--as-of", "2025-06-30", "--fail-on", words])
    #expect(run.status == status)
    #expect(run.text.contains("read 2 = measured 2"))
  }

  @Test("--fail-on where something is suspected, and where nothing is wrong")
  func failOnSuspected() throws {
    for word in ["suspected", "notMet", "warning"] {
      #expect(try audit("good.geojson", "--fail-on", word).status == 1, "\(word)")
    }
    let sound = Sample.collection(
      [Sample.feature(#""parcel_id":"P1","supply_state":"reserve""#, Sample.squareOne)],
      crs: "EPSG:4490")
    try scratch.write("sound.geojson", sound)
    for word in ["error", "warning", "unknown", "notMet", "suspected"] {
      let run = try audit("sound.geojson", "--fail-on", word)
      #expect(run.status == 0, "\(word): \(run.text)")
    }
  }
}
