import Foundation
import LandFuzz
import LandTestSupport
import Testing

/// Inputs that once did harm, and what fuzzing kept of each reader's branches. A trap would end the
/// tests with it, so each reader is a process of its own.
@Suite struct KeptInputTests {
  private func run(_ arguments: [String]) throws -> (status: Int32, words: String) {
    let process = Process()
    process.executableURL = landctlBinary.deletingLastPathComponent()
      .appendingPathComponent("fuzz")
    process.arguments = arguments
    let error = Pipe()
    process.standardError = error
    try process.run()
    let words = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationReason == .exit ? process.terminationStatus : -1, words)
  }

  @Test(arguments: FuzzTarget.allCases)
  func `a reader stands what it was given`(_ target: FuzzTarget) throws {
    let folder = fixtures.appendingPathComponent("fuzz/\(target.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!files.isEmpty)
    let outcome = try run([target.rawValue] + files.map { "\(folder.path)/\($0)" })
    #expect(outcome.status == 0, "\(outcome.words)")
  }

  @Test func `what does not hold together ends the process`() throws {
    let scratch = try Scratch()
    let whole = try scratch.write("whole.geojson", "{}")
    #expect(try run(["geojson", whole]).status == 0)
    #expect(try run(["unknown", whole]).status == 64)
    #expect(try run(["geojson", scratch.path("missing")]).status != 0)
  }
}
