import Foundation
import LandTestSupport

/// Starts the program and does not wait for it. Signals do what they do by default, whatever those who
/// run the tests ignore; what it says is not kept.
///
/// - Parameter ignoring: a signal that it is started to ignore, as `nohup` does: `HUP`.
func startLandctl(
  _ arguments: [String], stdin: Any = FileHandle.nullDevice, ignoring: String? = nil,
  temporaryFolder: String? = nil
) throws -> Process {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments =
    ["--default-signal=INT,TERM,HUP,QUIT,XCPU"]
    + (ignoring.map { ["--ignore-signal=" + $0] } ?? []) + [landctlBinary.path] + arguments
  process.environment = programEnvironment(temporaryFolder.map { ["TMPDIR": $0] } ?? [:])
  process.standardInput = stdin
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  return process
}
