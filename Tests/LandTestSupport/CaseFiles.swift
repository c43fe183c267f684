import Foundation

/// Where cases with known answers come from: the fixtures, and the folder that the environment
/// variable `LANDCTL_CASES` names, when it is set.
public enum CaseSource: String, CaseIterable, Sendable {
  /// The cases kept with the code.
  case fixtures
  /// A larger set elsewhere, laid out the same way.
  case external

  /// The folder, nil when there is no external one.
  public var folder: URL? {
    switch self {
    case .fixtures: LandTestSupport.fixtures
    case .external:
      ProcessInfo.processInfo.environment["LANDCTL_CASES"].map { URL(fileURLWithPath: $0) }
    }
  }

  /// Decodes a file with one JSON value a line; nothing where the source does not have it.
  public func cases<Case: Decodable>(_ type: Case.Type, in path: String) throws -> [Case] {
    guard let file = folder?.appendingPathComponent(path),
      FileManager.default.fileExists(atPath: file.path)
    else { return [] }
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(type, from: $0)
    }
  }
}
