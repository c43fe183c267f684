import Glibc
import LandGeometry

/// A place beside a file's own for a library that opens files by name; what is not finished is
/// removed, with the journal that SQLite may have begun.
public struct AtomicPlace: ~Copyable {
  /// Where the file will be.
  public let path: String
  /// Where it is written; nothing is there yet.
  public let temporary: String
  private var isOpen = true

  /// A place beside a path; an unfinished file of an earlier run with the same name goes.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    temporary = AtomicFile.temporaryPath(beside: path)
    // Made empty at once: a folder that cannot be written to is found here, with its reason.
    close(try AtomicFile.begin(temporary, for: path))
  }

  deinit {
    if isOpen {
      unlink(temporary)
      unlink(temporary + "-journal")
      OpenFiles.remove(temporary)
    }
  }

  /// Says that the file is whole and closed; it is renamed to its place by `publish()`.
  public mutating func finish() -> FinishedFile {
    isOpen = false
    return FinishedFile(temporary: temporary, path: path)
  }
}
