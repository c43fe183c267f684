import Foundation

/// Checks by other people's programs (GDAL, LibreOffice) that not every machine has.
public enum Extras {
  /// Whether the environment asks for them (`LANDCTL_EXTRAS=1`).
  public static var areWanted: Bool {
    ProcessInfo.processInfo.environment["LANDCTL_EXTRAS"] != nil
  }

  /// Runs a program found on the path and returns what it printed on standard output.
  public static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let scratch = try Scratch()
    let out = scratch.url("stdout")
    try Data().write(to: out)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try scratch.text("stdout"))
  }
}
