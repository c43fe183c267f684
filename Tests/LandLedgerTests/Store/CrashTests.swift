import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("Other processes", .serialized) struct CrashTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
    try LedgerStore.create(
      at: path, territory: "某县", day: SampleLedger.day, madeBy: "landctl test"
    ).close()
  }

  /// Starts the writer beside this test's own bundle; `shell` runs before it in the same process.
  private func start(batch: Int, count: Int, length: Int = 10, shell: String = "") throws -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = landctlBinary.deletingLastPathComponent().appendingPathComponent("ledger-crash")
    process.arguments = [
      "-c", shell + " exec \"$0\" \"$@\"", program.path, path, String(batch), String(count),
      String(length),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // The first bytes say that the ledger is open, the end of the file that the process is over.
    _ = output.fileHandleForReading.availableData
    return process
  }

  /// Two hundred times, and on until enough of them came in the middle: on a busy machine the writer may
  /// not have begun.
  @Test("killed 200 times in the middle, the ledger holds whole transactions and a sound chain")
  func killed() throws {
    var generator = SeededGenerator(seed: 9)
    var (last, grown, journals) = (0, 0, 0)
    for round in 1...2000 {
      if round > 200, grown > 20, journals > 5 { break }
      let process = try start(batch: 7, count: 0)
      usleep(UInt32.random(in: 0...30_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: path + "-journal") { journals += 1 }
      // Every other time a reader comes first and has to have the journal rolled back.
      let store = try LedgerStore.open(path, readOnly: round % 2 == 0)
      let number = try store.read { try $0.head().number }
      #expect(number % 7 == 0 && number >= last)
      if round % 20 == 0 { #expect(try store.verify() == []) }
      if number > last { grown += 1 }
      last = number
      try store.close()
    }
    let store = try LedgerStore.open(path, readOnly: false)
    #expect(try store.verify() == [])
    #expect(try store.write { try $0.append(SampleLedger.event(.note)) } == last + 1)
    // Otherwise nothing was killed in the middle.
    #expect(grown > 20 && journals > 5, "\(grown) \(journals)")
  }

  @Test("two processes at once both get to write")
  func together() throws {
    let processes = try [start(batch: 3, count: 20), start(batch: 3, count: 20)]
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let store = try LedgerStore.open(path, readOnly: true)
    #expect(try store.read { try $0.head().number } == 120)
    #expect(try store.verify() == [])
  }

  @Test("a file that may not grow: an error, and the ledger as it was")
  func full() throws {
    let before = try scratch.bytes("a.gpkg")
    // ulimit counts blocks of 512 bytes.
    let limit = before.count / 512 + 16
    let process = try start(
      batch: 1, count: 1, length: 500_000, shell: "ulimit -f \(limit);")
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 73)
    let store = try LedgerStore.open(path, readOnly: false)
    #expect(try store.verify() == [])
    #expect(try store.read { try $0.head().number } == 0)
    #expect(try store.write { try $0.append(SampleLedger.event(.note)) } == 1)
  }
}
