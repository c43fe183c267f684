import Foundation
import LandTestSupport
import Testing

/// Runs that are stopped once the first byte of theirs is on the disk: no output of theirs stays, and
/// what was there before is as it was.
@Suite("Stopped while it writes") struct StoppedWritingTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("tmp/x", "")
    try scratch.write("out/mine.txt", "mine")
  }

  /// Starts a run, sends it a signal when something in `out` is another than before, and expects `out`
  /// and the temporary folder as they were. A run whose outputs had just appeared when the signal came
  /// says nothing; it is repeated with more.
  private func stops(
    by signal: Int32 = SIGTERM, sizes: [Int], _ arguments: (Int) throws -> [String]
  ) throws {
    let before = try filesBelow(scratch.url("out"))
    for size in sizes {
      let command = try arguments(size)
      let process = try startLandctl(command, temporaryFolder: scratch.path("tmp"))
      while process.isRunning, try !hasBegun(since: before) { usleep(1000) }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let wasStopped = process.terminationReason == .uncaughtSignal
      #expect(process.terminationStatus == (wasStopped ? signal : 0))
      #expect(try Set(scratch.files(in: "tmp").keys) == ["x"], "\(command)")
      // The journal of a ledger is SQLite's, who needs it to take back what was begun.
      let now = try filesBelow(scratch.url("out")).filter { !$0.key.hasSuffix("-journal") }
      #expect(!now.keys.contains { $0.hasSuffix(".part") }, "\(command): \(now.keys)")
      if command[0] == "ledger" {
        #expect(try runLandctl(["ledger", "verify", command[2]]).status == 0)
      }
      if now == before { return #expect(wasStopped) }
      try putBack(before)
    }
    Issue.record("never stopped in time")
  }

  /// Whether there is a file with something in it that was not there.
  private func hasBegun(since before: [String: [UInt8]]) throws -> Bool {
    let found = FileManager.default.enumerator(atPath: scratch.path("out"))
    while let name = found?.nextObject() as? String {
      let facts = found?.fileAttributes
      if before[name] == nil, facts?[.type] as? FileAttributeType == .typeRegular,
        facts?[.size] as? Int ?? 0 > 0
      {
        return true
      }
    }
    return false
  }

  private func putBack(_ before: [String: [UInt8]]) throws {
    try FileManager.default.removeItem(at: scratch.url("out"))
    for (name, bytes) in before { try scratch.write("out/" + name, bytes: bytes) }
  }

  private func parcels(_ count: Int) throws -> String {
    let features = Sample.parcels(count) { #","zone_id":"Z\#($0 / 2000)""# }
    return try scratch.write("many\(count).geojsonl", features.joined(separator: "\n") + "\n")
  }

  @Test("an audit", arguments: [["data"], ["all"], ["data", "--partition-by", "zone_id"]])
  func audit(outputs: [String]) throws {
    try stops(by: SIGINT, sizes: [6000, 20_000, 60_000]) { size in
      try ["audit", parcels(size), "--output", scratch.path("out"), "--jobs", "1", "--outputs"]
        + outputs
    }
  }

  @Test("a converted layer", arguments: ["gpkg", "shp", "csv", "geojson"])
  func convert(format: String) throws {
    try stops(sizes: [3000, 10_000, 30_000, 100_000]) { size in
      ["convert", try parcels(size), scratch.path("out/made." + format)]
    }
  }

  @Test("the papers of an application")
  func prepare() throws {
    let zone = fixtures.appendingPathComponent("expansion/zone.yaml").path
    try stops(sizes: [1, 2, 3]) { _ in
      [
        "expansion", "prepare", zone, "--as-of", "2025-06-30", "--output",
        scratch.path("out/dossier"),
      ]
    }
  }

  @Test("a ledger")
  func ledger() throws {
    let ledger = scratch.path("out/land.gpkg")
    #expect(try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
    try stops(sizes: [3000, 10_000, 30_000]) { size in
      [
        "ledger", "update", ledger, "--parcels", try parcels(size), "--as-of", "2025-06-30",
        "--by", "A",
      ]
    }
  }
}
