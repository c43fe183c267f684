import Foundation

/// A temporary folder that goes with its owner.
public final class Scratch: Sendable {
  /// The folder.
  public let folder: URL

  /// Makes an empty folder.
  public init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("landctl-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The place of a file in the folder.
  public func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// The same as a path.
  public func path(_ name: String) -> String { url(name).path }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// The same for bytes.
  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws -> String {
    let place = url(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return place.path
  }

  /// The bytes of a file.
  public func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  /// The text of a file.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Names and bytes of all files in a folder, hidden ones included.
  public func files(in name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: path(name)) {
      files[file] = try bytes(name + "/" + file)
    }
    return files
  }
}

/// The kept text `fixtures/golden/<name>`; with `RECORD_SNAPSHOTS=1` in the environment it is
/// written anew from what there is now.
public func golden(_ name: String, now text: String) throws -> String {
  let file = fixtures.appendingPathComponent("golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try String(contentsOf: file, encoding: .utf8)
}
