import Foundation
import LandTestSupport
import Testing

@Suite("Same input, same bytes; all or nothing") struct RepeatTests {
  private let scratch: Scratch
  private let arguments: [String]

  init() throws {
    scratch = try Scratch()
    arguments = try Sample.write(into: scratch)
  }

  /// A town of parcels, some of them odd, with buildings and zones: enough for several ranges.
  private func writeTown() throws -> [String] {
    var random = SeededGenerator(seed: 21)
    var parcels: [String] = []
    var buildings: [String] = []
    for k in 0..<700 {
      let x = 114.1 + Double(k % 30) * 0.001
      let y = 28.1 + Double(k / 30) * 0.001
      let wide = Double.random(in: 0.0008...0.0012, using: &random)
      var ring = Sample.box(x, y, x + wide, y + 0.001)
      if k % 41 == 0 {
        ring =
          "[[\(x),\(y)],[\(x + wide),\(y + wide)],[\(x + wide),\(y)],[\(x),\(y + wide)],[\(x),\(y)]]"
      }
      let start = 2015 + k % 9
      parcels.append(
        Sample.feature(
          #""parcel_id":"P\#(k)","contract_no":"C\#(k / 2)","agreed_start_date":"\#(start)-03-01","start_state":"not_started","contract_area_m2":\#(9000 + k)"#,
          ring))
      buildings.append(
        Sample.feature(
          #""building_id":"B\#(k)","floors":\#(k % 7)"#,
          Sample.box(x + 0.0001, y + 0.0001, x + 0.0009, y + 0.0004)))
    }
    try scratch.write("town.geojson", Sample.collection(parcels))
    try scratch.write("houses.geojson", Sample.collection(buildings))
    return [
      "audit", scratch.path("town.geojson"), "--buildings", scratch.path("houses.geojson"),
      "--zones", scratch.path("zones.geojson"), "--as-of", "2025-06-30", "--repair", "linework",
      "--all-verdicts",
    ]
  }

  /// Runs into a folder of its own and returns the files.
  private func files(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> [String: [UInt8]] {
    let out = "out-\(UUID().uuidString)"
    let run = try runLandctl(
      arguments + ["--output", scratch.path(out)], environment: environment, in: folder)
    #expect(run.status == 0, "\(run.stderr)")
    return try scratch.files(in: out)
  }

  @Test("one worker or many")
  func workers() throws {
    let town = try writeTown()
    let one = try files(town + ["--jobs", "1"])
    #expect(Set(one.keys) == Sample.outputs)
    for jobs in ["2", "4", "7"] { #expect(try files(town + ["--jobs", jobs]) == one) }
    for format in ["csv", "json", "geojson", "table"] {
      let a = try runLandctl(town + ["--format", format, "--jobs", "1"])
      let b = try runLandctl(town + ["--format", format, "--jobs", "4"])
      #expect(a.status == 0 && a.stdout == b.stdout)
    }
  }

  @Test("the long way gives the same figures")
  func exact() throws {
    let town = try writeTown()
    let quick = Table(try runLandctl(town + ["--format", "csv"]).stdout)
    let exact = Table(try runLandctl(town + ["--format", "csv", "--exact"]).stdout)
    #expect(quick.header == exact.header && quick.rows.count == 700)
    var wrong: [String] = []
    for (a, b) in zip(quick.rows, exact.rows) {
      for (k, name) in quick.header.enumerated() where a[k] != b[k] {
        guard let x = Double(a[k]), let y = Double(b[k]), (x - y).magnitude <= 1e-6 * y.magnitude
        else {
          wrong.append("\(a[0]) \(name): \(a[k]) | \(b[k])")
          continue
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("locale, time zone, working folder and the way a path is written leave no trace")
  func surroundings() throws {
    let usual = try files(arguments)
    // People's language changes the page and no machine file.
    var chinese = try files(arguments + ["--lang", "zh"])
    #expect(
      try files(arguments, environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"])
        == chinese)
    #expect(chinese["report.html"] != usual["report.html"])
    chinese["report.html"] = usual["report.html"]
    #expect(chinese == usual)
    #expect(
      try files(arguments, environment: ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"])
        == usual)
    #expect(try files(arguments, environment: ["TZ": "America/Los_Angeles"]) == usual)
    #expect(try files(arguments, environment: ["TZ": "Asia/Shanghai"]) == usual)
    let relative = arguments.map {
      $0.replacingOccurrences(of: scratch.folder.path + "/", with: "")
    }
    #expect(relative.contains("parcels.geojson"))
    #expect(try files(relative, in: scratch.folder) == usual)
    try scratch.write("below/x", "")
    let up = relative.map { $0.contains(".geojson") || $0.contains(".csv") ? "../" + $0 : $0 }
    #expect(try files(up, in: scratch.url("below")) == usual)
  }

  @Test(
    "a failing run leaves what was there",
    arguments: [
      ("--buildings", "{\"type\":\"FeatureCollection\",\"features\":[{"),
      ("--zones", "no zones at all"), ("--contracts", "\"open,\n"),
    ])
  func failing(option: String, text: String) throws {
    let out = scratch.path("out")
    #expect(try runLandctl(arguments + ["--output", out]).status == 0)
    let before = try scratch.files(in: "out")
    try scratch.write("bad.geojson", text)
    try scratch.write("more.geojson", Sample.collection([Sample.feature("", Sample.squareTwo)]))
    let run = try runLandctl([
      "audit", scratch.path("more.geojson"), option, scratch.path("bad.geojson"), "--output", out,
    ])
    #expect(run.status == 65, "\(run.stderr)")
    #expect(try scratch.files(in: "out") == before)
    // The next one that succeeds takes all their places.
    #expect(
      try runLandctl(["audit", scratch.path("more.geojson"), "--output", out]).status == 0)
    let after = try scratch.files(in: "out")
    #expect(Set(after.keys) == Sample.outputs)
    for name in ["parcels.csv", "parcels.geojson", "manifest.json", "overlaps.csv", "zones.csv"] {
      #expect(after[name] != before[name], "\(name)")
    }
  }

  @Test("other files in the folder are left alone")
  func neighbours() throws {
    try scratch.write("out/notes.txt", "mine")
    #expect(try runLandctl(arguments + ["--output", scratch.path("out")]).status == 0)
    let files = try scratch.files(in: "out")
    #expect(Set(files.keys) == Sample.outputs.union(["notes.txt"]))
    #expect(files["notes.txt"] == Array("mine".utf8))
  }

  @Test("a full disk: a failure that is said, no file, no crash")
  func fullDisk() throws {
    let town = try writeTown()
    let csv = try runLandctl(town + ["--format", "csv"])
    #expect(csv.stdout.count > 100_000)
    // The limit on the size of a file stands for a disk that is full.
    let run = try runLandctl(
      town + ["--jobs", "2", "--output", scratch.path("full")], launch: .limited(blocks: 100))
    #expect(run.status == 73 && !run.stderr.isEmpty, "\(run.stderr)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("full")))
  }

  @Test("a reader that goes away ends the run; nothing stays behind")
  func closedPipe() throws {
    let town = try writeTown()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments =
      ["-c", "\"$0\" \"$@\" | head -c 1", landctlBinary.path] + town
      + ["--format", "csv", "--output", scratch.path("out")]
    shell.standardOutput = FileHandle.nullDevice
    let notes = Pipe()
    shell.standardError = notes
    try shell.run()
    shell.waitUntilExit()
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    #expect(notes.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test("a run that is stopped leaves nothing behind")
  func stopped() throws {
    let town = try writeTown()
    try scratch.write("out/parcels.csv", "mine")
    let process = Process()
    process.executableURL = landctlBinary
    process.arguments = town + ["--format", "csv", "--output", scratch.path("out")]
    // Nobody reads, so the run waits in the middle of its output.
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, try scratch.files(in: "out").count != 9 { usleep(10_000) }
    #expect(try scratch.files(in: "out").count == 9)
    process.terminate()
    for _ in 0..<6000 where process.isRunning { usleep(10_000) }
    if process.isRunning {
      Issue.record("SIGTERM did not end the run")
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == 15)
    #expect(try scratch.files(in: "out") == ["parcels.csv": Array("mine".utf8)])
  }
}
