import Foundation

/// Paths as a manifest has them: seen from the dossier's folder, so that a dossier and its inputs
/// can move together and no folder of one machine gets into a file.
enum RelativePath {
  /// The path of a file seen from a folder; both may be relative to the working folder.
  static func path(to file: String, from folder: String) -> String {
    let target = components(file)
    let base = components(folder)
    var shared = 0
    while shared < target.count, shared < base.count, target[shared] == base[shared] {
      shared += 1
    }
    let up = Array(repeating: "..", count: base.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }

  /// The path of a file that is written as seen from a folder.
  static func resolve(_ path: String, from folder: String) -> String {
    if path.hasPrefix("/") { return path }
    return URL(fileURLWithPath: folder).appendingPathComponent(path).standardizedFileURL.path
  }

  private static func components(_ path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
      .split(separator: "/").map(String.init)
  }
}
