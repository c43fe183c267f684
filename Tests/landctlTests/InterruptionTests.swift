import Foundation
import LandTestSupport
import Testing

@Suite("A run that is stopped leaves nothing; a long one says how far it is")
struct InterruptionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func start(_ arguments: [String], stdin: Any) throws -> Process {
    let process = Process()
    // Whoever runs the tests may ignore signals, which would be inherited.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal=INT,TERM", landctlBinary.path] + arguments
    process.standardInput = stdin
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func parts(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
    return (all ?? []).filter { $0.hasSuffix(".part") }
  }

  @Test("while its input is still coming", arguments: [SIGINT, SIGTERM])
  func whileReading(signal: Int32) throws {
    let input = Pipe()
    let process = try start(
      ["audit", "-", "--partition-by", "zone_id", "--output", scratch.path("out")], stdin: input)
    let text = Sample.feature(#""parcel_id":"A","zone_id":"Z1""#, Sample.squareOne) + "\n"
    input.fileHandleForWriting.write(Data(text.utf8))
    while process.isRunning, parts(in: "out").count < 7 { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try scratch.files(in: "out").isEmpty)
  }

  @Test("while it writes", arguments: [[], ["--partition-by", "zone_id"]])
  func whileWriting(more: [String]) throws {
    let features = (0..<6000).map { i in
      let (x, y) = (114.1 + 0.0002 * Double(i % 100), 28.1 + 0.0002 * Double(i / 100))
      return Sample.feature(
        #""parcel_id":"P\#(i)","zone_id":"Z\#(i / 2000)""#, Sample.box(x, y, x + 0.0001, y + 0.0001)
      )
    }
    let path = try scratch.write("many.geojsonl", features.joined(separator: "\n") + "\n")
    let process = try start(
      ["audit", path, "--output", scratch.path("out"), "--outputs", "data", "--jobs", "1"] + more,
      stdin: FileHandle.nullDevice)
    func written() -> Int {
      let file = parts(in: "out").first { $0.hasPrefix(".parcels.csv.") }
      let place = file.map { scratch.path("out/" + $0) } ?? ""
      let facts = try? FileManager.default.attributesOfItem(atPath: place)
      return facts?[.size] as? Int ?? 0
    }
    while process.isRunning, written() == 0 { usleep(2000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    #expect(try scratch.files(in: "out").isEmpty)
  }

  /// What a terminal shows of a run whose input takes two seconds to come.
  private func shown(_ options: String, terminal: String = "xterm") throws -> String {
    try scratch.write(
      "slow.geojsonl",
      Sample.feature(#""parcel_id":"A","zone_id":"Z1""#, Sample.squareOne) + "\n")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.currentDirectoryURL = scratch.folder
    process.environment = ["TERM": terminal, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
    process.arguments = [
      "-qec",
      "(sleep 2; cat slow.geojsonl) | '\(landctlBinary.path)' audit - --partition-by zone_id \(options)",
      "/dev/null",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let shown = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(shown)")
    return shown
  }

  @Test("on a terminal a line is rewritten, and gone at the end")
  func progress() throws {
    let text = try shown("")
    let line = try #require(text.range(of: "reading\u{1B}[K"))
    let erased = try #require(text.range(of: "\r\u{1B}[K", range: line.upperBound..<text.endIndex))
    #expect(text[erased.upperBound...].contains("audit of -"))
    #expect(!text[erased.upperBound...].contains("\u{1B}"))
  }

  @Test("nowhere else")
  func noProgress() throws {
    #expect(try !shown("--no-progress").contains("\u{1B}"))
    #expect(try !shown("", terminal: "dumb").contains("\u{1B}"))
    #expect(try !shown("2>log").contains("reading"))
    #expect(try scratch.text("log").isEmpty)
  }
}
