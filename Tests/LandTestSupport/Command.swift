import Foundation

/// What a run of the program left.
public struct CommandResult: Sendable {
  /// The exit status; minus the signal where one ended it.
  public var status: Int32
  /// The bytes of standard output.
  public var stdout: [UInt8]
  /// The text of standard error.
  public var stderr: String

  /// Standard output as a text.
  public var text: String { String(decoding: stdout, as: UTF8.self) }
}

/// The built program: it lies beside the program of the tests that runs now, whatever the build folder is
/// called.
public let landctlBinary: URL = {
  let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(fileURLWithPath: tests ?? "").deletingLastPathComponent()
    .appendingPathComponent("landctl")
}()

/// How the program is started.
public enum Launch: Sendable {
  /// As it is.
  case plainly
  /// With files that may not grow beyond a number of blocks of 512 bytes (`ulimit -f`).
  case limited(blocks: Int)
  /// After a command of the shell: `ulimit -v 300000`, `exec >&-`.
  case after(String)
  /// By a user without rights: by `nobody` where the tests run as root, who may do everything. The
  /// program is copied to a place that everybody can reach.
  case withoutRights
  /// Another program of the same build, by its name.
  case program(String)
  /// A line for the shell, in which `landctl` is the program; what is said on standard error goes
  /// where the output goes.
  case shell

  /// The program to run and the arguments before those for landctl.
  fileprivate func command(_ scratch: Scratch) throws -> (program: URL, arguments: [String]) {
    switch self {
    case .plainly: return (landctlBinary, [])
    case .program(let name):
      return (landctlBinary.deletingLastPathComponent().appendingPathComponent(name), [])
    case .shell:
      let folder = landctlBinary.deletingLastPathComponent().path
      return (
        URL(fileURLWithPath: "/bin/sh"),
        ["-c", "exec 2>&1; PATH=\"$0:$PATH\"; eval \"$1\"", folder]
      )
    case .limited(let blocks):
      return (
        URL(fileURLWithPath: "/bin/sh"),
        ["-c", "ulimit -f \(blocks); exec \"$0\" \"$@\"", landctlBinary.path]
      )
    case .after(let command):
      return (
        URL(fileURLWithPath: "/bin/sh"),
        ["-c", "\(command); exec \"$0\" \"$@\"", landctlBinary.path]
      )
    case .withoutRights:
      guard getuid() == 0 else { return (landctlBinary, []) }
      let copy = scratch.url("landctl")
      try FileManager.default.copyItem(at: landctlBinary, to: copy)
      for place in [scratch.folder, copy] {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
      }
      return (
        URL(fileURLWithPath: "/usr/bin/setpriv"),
        ["--reuid=65534", "--regid=65534", "--clear-groups", copy.path]
      )
    }
  }
}

/// The environment of a run: that of the tests without the locale, the time zone and PROJ's folders of
/// whoever runs them, and `more` on top.
public func programEnvironment(_ more: [String: String] = [:]) -> [String: String] {
  var inherited = ProcessInfo.processInfo.environment.filter { name, _ in
    !name.hasPrefix("LC_") && !["LANG", "LANGUAGE", "TZ", "PROJ_DATA", "PROJ_LIB"].contains(name)
  }
  inherited["LANG"] = "en_US.UTF-8"
  return inherited.merging(more) { $1 }
}

/// Runs the program, in ``programEnvironment(_:)`` with `environment` on top.
public func runLandctl(
  _ arguments: [String], environment: [String: String] = [:], stdin: String? = nil,
  in folder: URL? = nil, launch: Launch = .plainly
) throws -> CommandResult {
  let scratch = try Scratch()
  let (out, error) = (scratch.url("stdout"), scratch.url("stderr"))
  for file in [out, error] { try Data().write(to: file) }
  let process = Process()
  let command = try launch.command(scratch)
  process.executableURL = command.program
  process.arguments = command.arguments + arguments
  process.environment = programEnvironment(environment)
  if let folder { process.currentDirectoryURL = folder }
  process.standardOutput = try FileHandle(forWritingTo: out)
  process.standardError = try FileHandle(forWritingTo: error)
  if let stdin {
    try scratch.write("stdin", stdin)
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("stdin"))
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  let status = process.terminationStatus
  return CommandResult(
    status: process.terminationReason == .exit ? status : -status,
    stdout: Array(try Data(contentsOf: out)),
    stderr: String(decoding: try Data(contentsOf: error), as: UTF8.self))
}
