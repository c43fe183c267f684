import Foundation
import LandTestSupport

/// A dossier of fixtures/expansion, made by the program, with a copy of its inputs beside it.
struct PreparedDossier: Sendable {
  /// The folder above inputs and dossier.
  let root: URL
  /// What the program said.
  let run: CommandResult

  /// All of it in Chinese, DOCX too where the programs for it are installed.
  static let zh = Result { try PreparedDossier("zh", []) }
  /// In English, with papers of more than four months marked, and without outside programs.
  static let en = Result {
    try PreparedDossier("en", ["--stale-after", "4"], environment: ["PATH": "/nowhere"])
  }

  private init(_ language: String, _ options: [String], environment: [String: String] = [:]) throws
  {
    root = Self.folder.appendingPathComponent(language)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Self.copyInputs(to: root.appendingPathComponent("in"))
    run = try runLandctl(
      [
        "expansion", "prepare", "in/zone.yaml", "--as-of", "2025-06-30", "--output", "dossier",
        "--lang", language,
      ] + options, environment: environment, in: root)
  }

  /// The fixtures without what makes them.
  static func copyInputs(to folder: URL) throws {
    try FileManager.default.copyItem(at: fixtures.appendingPathComponent("expansion"), to: folder)
  }

  /// The folder of all shared dossiers; it goes when the tests end.
  private static let folder: URL = {
    atexit { try? FileManager.default.removeItem(at: PreparedDossier.place) }
    return place
  }()
  private static let place = FileManager.default.temporaryDirectory
    .appendingPathComponent("landctl-dossiers-\(UUID().uuidString)")

  /// The dossier's folder.
  var folder: URL { root.appendingPathComponent("dossier") }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func rows(_ table: String) throws -> [[String: String]] {
    try csvRows(folder.appendingPathComponent("tables/\(table).csv"))
  }

  func manifest() throws -> [String: Any] { try object(bytes("manifest.json")) }

  /// Paths and bytes of all files.
  func files() throws -> [String: [UInt8]] { try filesBelow(folder) }
}

/// Paths and bytes of all files below a folder.
func filesBelow(_ folder: URL) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appendingPathComponent(name)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      !isFolder.boolValue
    {
      files[name] = Array(try Data(contentsOf: file))
    }
  }
  return files
}
