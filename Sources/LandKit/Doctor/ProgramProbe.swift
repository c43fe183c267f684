import Foundation
import LandPrograms

/// Asks a program of the machine one question and takes its answer.
struct ProgramProbe {
  /// What it is started with.
  let environment: [String: String]
  /// So long an answer may take, in seconds; then the program is ended.
  var patience = 20

  /// Where a program is; nil where the path does not have it.
  func location(of program: OutsideProgram) -> URL? {
    try? program.location(on: environment["PATH"] ?? "")
  }

  /// The answer; nil where the program does not run, is not done in time or ends with a failure.
  ///
  /// Programs that keep settings find no home to put them in: a look leaves nothing behind.
  func answer(of program: URL, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    var inner = environment
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
      inner[name] = "/nonexistent"
    }
    inner["LC_ALL"] = "C"
    process.environment = inner
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let identifier = process.processIdentifier
    let end = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: end)
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    end.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
