/// Names of files in machine output: the last part of the path alone, so that the folder a run was
/// started from leaves no trace and the same input gives the same bytes wherever it lies.
public enum FileName {
  /// The last part of a path.
  public static func last(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// Where the last part of a path begins in its UTF-8.
  public static func start(in utf8: Span<UInt8>) -> Int {
    var start = utf8.count
    while start > 0, utf8[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return start
  }
}
