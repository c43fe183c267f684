import Foundation

/// A program of the machine that work is handed to. No shell stands between: arguments arrive as
/// they are.
public struct OutsideProgram: Hashable, Sendable {
  /// What a run left.
  public struct Output: Hashable, Sendable {
    /// The bytes of standard output.
    public var bytes: [UInt8]
    /// The text of standard error, without white space at its ends.
    public var messages: String
  }

  /// Its name, looked up on the path.
  public let name: String
  /// The package of Debian and Ubuntu that has it.
  public let package: String

  /// A program of a package.
  public init(name: String, package: String) {
    self.name = name
    self.package = package
  }

  /// Where it is.
  ///
  /// - Parameter path: folders separated by colons; relative ones are left out.
  public func location(on path: String) throws(ProgramError) -> URL {
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let file = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: file.path) { return file }
    }
    throw .missing(name, package: package)
  }

  /// Its version: the last word of the first line that `--version` prints; nil where it does not run.
  public func version(environment: [String: String]) -> String? {
    guard let executable = try? location(on: environment["PATH"] ?? "") else { return nil }
    let process = Process()
    process.executableURL = executable
    process.arguments = ["--version"]
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first
    return line?.split(separator: " ").last { $0.first?.isNumber == true }.map(String.init)
  }

  /// Runs it in a folder, where its messages are kept meanwhile, and waits for its end.
  ///
  /// - Throws: ``ProgramError``, where it is missing, ends with a status other than 0, writes more
  ///   than `limits` allow, or the folder cannot be used.
  @discardableResult
  public func run(
    _ arguments: [String], in folder: URL, environment: [String: String],
    limits: ProgramLimits = ProgramLimits()
  ) throws(ProgramError) -> Output {
    let executable = try location(on: environment["PATH"] ?? "")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    // A file, not a second pipe: a pipe that nobody empties stops the program.
    let messages = folder.appending(path: name + ".messages")
    do {
      try Data().write(to: messages)
      process.standardError = try FileHandle(forWritingTo: messages)
      try process.run()
    } catch { throw .temporaryFiles("\(error)") }
    limits.apply(to: process.processIdentifier)
    var bytes: [UInt8] = []
    while let part = try? pipe.fileHandleForReading.read(upToCount: 1 << 20), !part.isEmpty {
      bytes += part
      if let most = limits.outputBytes, bytes.count > most {
        process.terminate()
        process.waitUntilExit()
        throw .tooMuchOutput(program: name, limit: most)
      }
    }
    process.waitUntilExit()
    let text = ((try? String(contentsOf: messages, encoding: .utf8)) ?? "")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .failed(program: name, status: process.terminationStatus, message: text)
    }
    return Output(bytes: bytes, messages: text)
  }
}
