import Foundation

/// A program of the machine that papers are handed to.
struct OutsideProgram {
  /// Turns HTML into DOCX.
  static let pandoc = OutsideProgram(name: "pandoc", package: "pandoc")
  /// Turns SVG into PNG.
  static let rsvgConvert = OutsideProgram(name: "rsvg-convert", package: "librsvg2-bin")

  /// Its name, looked up on the path.
  let name: String
  /// The package of Debian and Ubuntu that has it.
  let package: String

  /// Where it is.
  ///
  /// - Parameter path: folders separated by colons.
  func location(on path: String) throws(WordError) -> URL {
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let file = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: file.path) { return file }
    }
    throw .missingProgram(name, package: package)
  }

  /// Its version: the last word of the first line that `--version` prints; nil where it does not run.
  func version(environment: [String: String]) -> String? {
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

  /// Runs it in a folder and waits for its end.
  func run(_ arguments: [String], in folder: URL, environment: [String: String]) throws(WordError) {
    let executable = try location(on: environment["PATH"] ?? "")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A file, not a pipe: a pipe that nobody empties stops the program.
    let messages = folder.appending(path: name + ".messages")
    do {
      try Data().write(to: messages)
      process.standardError = try FileHandle(forWritingTo: messages)
      try process.run()
    } catch { throw .temporaryFiles("\(error)") }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let text = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
      throw .failed(
        program: name, status: process.terminationStatus,
        message: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}
