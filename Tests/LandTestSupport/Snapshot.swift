import Foundation

/// Files that a test compares with what is kept in the repository, or writes there.
public enum Snapshot {
  /// Whether the environment asks for the kept files to be written anew (`RECORD_SNAPSHOTS=1`).
  public static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  }

  /// How a result differs from the kept file: the first differing line of both; nil where they are
  /// the same byte for byte. While recording the file is written and nothing differs.
  ///
  /// - Parameter path: the kept file, below the root of the checkout.
  public static func difference(_ data: Data, from path: String) throws -> String? {
    let file = checkout.appendingPathComponent(path)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
      return nil
    }
    guard let kept = try? Data(contentsOf: file) else {
      return "\(path) is not there; run with RECORD_SNAPSHOTS=1"
    }
    if kept == data { return nil }
    let expected = kept.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let found = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in 0..<max(expected.count, found.count) {
      let a = line < expected.count ? String(decoding: expected[line], as: UTF8.self) : "(none)"
      let b = line < found.count ? String(decoding: found[line], as: UTF8.self) : "(none)"
      if a != b { return "\(path):\(line + 1)\nexpected: \(a)\nfound:    \(b)" }
    }
    return "\(path) differs in its line ends"
  }

  /// The same for a text.
  public static func difference(_ text: String, from path: String) throws -> String? {
    try difference(Data(text.utf8), from: path)
  }
}

/// A folder that is removed when it is no longer needed.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("landctl-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
