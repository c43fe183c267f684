import Foundation
import LandTestSupport
import Testing

/// Inputs and folders that change under a run. A second input on standard input, which comes late,
/// holds the run after it has opened its files.
@Suite("Files that change under a run") struct ChangingFilesTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("parcels.geojson", Sample.collection(Sample.parcels(2000)))
    try scratch.write("out/parcels.csv", "mine")
  }

  /// Starts an audit, does something once it waits, and lets it go on.
  private func audit(_ meanwhile: () throws -> Void) throws -> (status: Int32, stderr: String) {
    let process = Process()
    let (input, error) = (Pipe(), scratch.url("stderr"))
    try Data().write(to: error)
    process.executableURL = landctlBinary
    process.arguments = [
      "audit", scratch.path("parcels.geojson"), "--buildings", "-", "--outputs", "data", "--output",
      scratch.path("out"), "--lang", "en",
    ]
    process.environment = programEnvironment(["SWIFT_BACKTRACE": "enable=no"])
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    // It has mapped the parcels when it opens the unnamed file into which standard input goes.
    func waits() -> Bool {
      let folder = "/proc/\(process.processIdentifier)/fd/"
      let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return open.contains {
        let place = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0)
        return place?.hasSuffix(" (deleted)") == true
      }
    }
    while process.isRunning, !waits() { usleep(5000) }
    try meanwhile()
    input.fileHandleForWriting.write(Data(Sample.buildings.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let status = process.terminationStatus
    return (
      process.terminationReason == .exit ? status : -status,
      String(decoding: try Data(contentsOf: error), as: UTF8.self)
    )
  }

  private func expectNothingNew() throws {
    #expect(try scratch.files(in: "out") == ["parcels.csv": Array("mine".utf8)])
  }

  @Test("an input that is cut off while it is mapped")
  func truncated() throws {
    let run = try audit { truncate(scratch.path("parcels.geojson"), 0) }
    #expect(run.status == 65, "\(run.stderr)")
    #expect(run.stderr.contains("parcels.geojson: the file became shorter while it was read"))
    try expectNothingNew()
  }

  @Test("an input that is written over: nothing that is half of one text and half of another")
  func rewritten() throws {
    let run = try audit {
      let handle = try FileHandle(forWritingTo: scratch.url("parcels.geojson"))
      try handle.seek(toOffset: 60)
      handle.write(Data(" ".utf8))
      try handle.close()
    }
    #expect(run.status == 65, "\(run.stderr)")
    try expectNothingNew()
    let plain = try audit {
      let facts = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 0)]
      try FileManager.default.setAttributes(facts, ofItemAtPath: scratch.path("parcels.geojson"))
    }
    #expect(plain.status == 65 && plain.stderr.contains("was written to while it was read"))
    try expectNothingNew()
  }

  @Test("an input that is removed or replaced is read to its end")
  func removed() throws {
    let run = try audit { try FileManager.default.removeItem(at: scratch.url("parcels.geojson")) }
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try scratch.table("out/parcels.csv").rows.count == 2000)
  }

  @Test("an output folder that goes: 73, and no crash")
  func folder() throws {
    let run = try audit { try FileManager.default.removeItem(at: scratch.url("out")) }
    #expect(run.status == 73, "\(run.stderr)")
    #expect(run.stderr.contains("cannot write: No such file or directory"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }
}
