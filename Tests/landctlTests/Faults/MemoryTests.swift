import Foundation
import LandTestSupport
import Testing

/// A run either works within a limit of memory or ends with status 71, a message, and nothing left.
@Suite("A limit of memory", .disabled(if: isSanitized, "a sanitizer needs terabytes of addresses"))
struct MemoryTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The runtime's own tracer would ask for memory, too.
  private let environment = ["SWIFT_BACKTRACE": "enable=no"]

  private func holds(_ run: CommandResult, _ what: String) {
    #expect([0, 71].contains(run.status), "\(what): \(run.status) \(run.stderr)")
    if run.status == 71 { #expect(run.stderr.contains("remedy: "), "\(what): \(run.stderr)") }
  }

  @Test("it works, or it ends with 71 and leaves what was there", arguments: [170, 200, 240, 300])
  func limited(mebibytes: Int) throws {
    let parcels = try scratch.write("many.geojson", Sample.collection(Sample.parcels(1500)))
    try scratch.write("out/parcels.csv", "mine")
    let launch = Launch.after("ulimit -v \(mebibytes << 10)")
    let audit = try runLandctl(
      ["audit", parcels, "--output", scratch.path("out"), "--outputs", "data", "--jobs", "4"],
      environment: environment, launch: launch)
    holds(audit, "audit")
    let files = try scratch.files(in: "out")
    if audit.status == 0 {
      #expect(Set(files.keys) == Sample.dataFiles)
    } else {
      #expect(files == ["parcels.csv": Array("mine".utf8)])
    }
    try scratch.write("there/x", "")
    let made = scratch.path("there/made.gpkg")
    let convert = try runLandctl(
      ["convert", parcels, made], environment: environment, launch: launch)
    holds(convert, "convert")
    #expect(
      try Set(scratch.files(in: "there").keys)
        == (convert.status == 0 ? ["x", "made.gpkg"] : ["x"]))
  }

  @Test("with little room one worker does it all: threads that are refused are never waited for")
  func oneWorker() throws {
    let parcels = try scratch.write("parcels.geojson", Sample.parcels)
    let usual = try runLandctl(["audit", parcels, "--as-of", "2025-06-30"])
    let run = try runLandctl(
      ["audit", parcels, "--as-of", "2025-06-30", "--jobs", "64"],
      launch: .after("ulimit -v 500000"))
    #expect(run.status == 0 && run.stdout == usual.stdout, "\(run.stderr)")
  }

  @Test("a ledger is as before")
  func ledger() throws {
    let ledger = scratch.path("land.gpkg")
    #expect(
      try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
    let parcels = try scratch.write("parcels.geojson", Sample.parcels)
    for mebibytes in [180, 220, 260] {
      holds(
        try runLandctl(
          [
            "ledger", "update", ledger, "--parcels", parcels, "--as-of", "2025-06-30", "--by", "A",
            "--accept-drift",
          ], environment: environment, launch: .after("ulimit -v \(mebibytes << 10)")),
        "\(mebibytes)")
      #expect(try runLandctl(["ledger", "verify", ledger]).status == 0)
    }
  }
}
