import Glibc
import LandGeometry

/// What may be replaced by an output.
enum OutputPlace {
  /// The permissions of the file in an output's place, which the new one takes over; nil where there
  /// is none.
  ///
  /// A link is replaced, not followed: what it leads to is not ours to change, and may lie on another
  /// disk, where no file appears at once. Only what leads to a device, a pipe or a descriptor is
  /// refused, as a folder is: to replace `/dev/null` by a table is nobody's wish.
  static func permissions(_ path: String) throws(OutputError) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      errno = EISDIR
      throw OutputError(path)
    case S_IFREG: return status.st_mode & 0o777
    case S_IFLNK:
      if leadsToDescriptor(path) { throw special(path) }
      var target = stat()
      guard stat(path, &target) == 0 else { return nil }
      let kind = target.st_mode & S_IFMT
      if kind != S_IFREG, kind != S_IFDIR { throw special(path) }
      return nil
    default: throw special(path)
    }
  }

  /// Whether a link stands for an open descriptor, as `/dev/stdout` does.
  private static func leadsToDescriptor(_ path: String) -> Bool {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    guard count > 0 else { return false }
    let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return ["/proc/", "/dev/fd/", "fd/"].contains { text.hasPrefix($0) }
  }

  private static func special(_ path: String) -> OutputError {
    OutputError(path, reason: "it is a device, a pipe or a socket and is not replaced; name a file")
  }
}
