import Foundation
import LandTestSupport
import Testing

/// Signals that end a run: what it began goes, the signal does what it always does.
@Suite("Signals") struct SignalTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    "hangup, quit, the end of processor time and a fault sent from outside, while the input comes",
    arguments: [SIGHUP, SIGQUIT, SIGXCPU, SIGSEGV])
  func whileReading(signal: Int32) throws {
    try scratch.write("tmp/x", "")
    try scratch.write("out/parcels.csv", "mine")
    let input = Pipe()
    let process = try startLandctl(
      ["audit", "-", "--outputs", "data", "--output", scratch.path("out")], stdin: input,
      temporaryFolder: scratch.path("tmp"))
    while process.isRunning, try scratch.files(in: "out").count < 8 { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try scratch.files(in: "out") == ["parcels.csv": Array("mine".utf8)])
    #expect(try Set(scratch.files(in: "tmp").keys) == ["x"])
  }

  @Test("a signal that whoever started the run has it ignore is ignored")
  func ignored() throws {
    try scratch.write("tmp/x", "")
    let input = Pipe()
    let process = try startLandctl(
      ["audit", "-", "--outputs", "data", "--output", scratch.path("out")], stdin: input,
      ignoring: "HUP", temporaryFolder: scratch.path("tmp"))
    while process.isRunning, (try? scratch.files(in: "out").count) ?? 0 < 7 { usleep(5000) }
    kill(process.processIdentifier, SIGHUP)
    input.fileHandleForWriting.write(Data(Sample.parcels.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try Set(scratch.files(in: "out").keys) == Sample.dataFiles)
  }
}
