import Foundation

/// Paths as a manifest has them: seen from the dossier's folder, so that a dossier and its inputs
/// can move together and no folder of one machine gets into a file.
enum RelativePath {
  /// The path of a file seen from a folder; both may be relative to the working folder, and need not
  /// be there yet.
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

  /// The path of a file that is written as seen from a folder. The folder's symbolic links are
  /// followed first: `..` is the folder above where it really lies.
  static func resolve(_ path: String, from folder: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = components(folder)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folders down to a file, symbolic links followed as far as there are files. Links are
  /// followed from what is there: a folder that is yet to be made gives the same before and after.
  private static func components(_ path: String) -> [String] {
    var there = URL(fileURLWithPath: path).standardizedFileURL
    var rest: [String] = []
    while there.path != "/", !FileManager.default.fileExists(atPath: there.path) {
      rest.append(there.lastPathComponent)
      there.deleteLastPathComponent()
    }
    return there.resolvingSymlinksInPath().path.split(separator: "/").map(String.init)
      + rest.reversed()
  }
}
