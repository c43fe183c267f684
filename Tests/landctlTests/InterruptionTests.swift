import Foundation
import LandTestSupport
import Testing

@Suite("A run that is stopped leaves nothing; a long one says how far it is")
struct InterruptionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func parts(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
    return (all ?? []).filter { $0.hasSuffix(".part") }
  }

  @Test("while its input is still coming", arguments: [SIGINT, SIGTERM])
  func whileReading(signal: Int32) throws {
    let input = Pipe()
    let process = try startLandctl(
      ["audit", "-", "--partition-by", "zone_id", "--output", scratch.path("out")], stdin: input)
    let text = Sample.feature(#""parcel_id":"A","zone_id":"Z1""#, Sample.squareOne) + "\n"
    input.fileHandleForWriting.write(Data(text.utf8))
    while process.isRunning, parts(in: "out").count < 7 { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }

  /// What a terminal shows of a run whose input comes once it shows that it reads, or after so many
  /// tenths of a second.
  private func shown(
    _ options: String, terminal: String = "xterm", patience: Int = 20
  ) throws -> String {
    try scratch.write("terminal", "")
    try scratch.write(
      "slow.geojsonl",
      Sample.feature(#""parcel_id":"A","zone_id":"Z1""#, Sample.squareOne) + "\n")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.currentDirectoryURL = scratch.folder
    process.environment = programEnvironment(["TERM": terminal])
    process.arguments = [
      "-qefc",
      """
      (for i in $(seq \(patience)); do sleep 0.1; grep -q reading terminal && break; done
      cat slow.geojsonl) | '\(landctlBinary.path)' audit - --partition-by zone_id \(options)
      """, "terminal",
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
    let text = try shown("", patience: 600)
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
