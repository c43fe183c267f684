/// Files that belong together and are too large to be held in memory: each is written beside its
/// place, and all are moved to their places in order at the end. What is not published goes.
public struct FileGroup: ~Copyable {
  private var finished: [FinishedFile] = []

  /// No files yet.
  public init() {}

  deinit { for file in finished { file.discard() } }

  /// Writes a file, with the folders it needs. Throws ``OutputError``, or what the body throws.
  public mutating func add(
    _ path: String, _ body: (inout AtomicFile) throws -> Void
  ) throws {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    var file = try AtomicFile(path)
    try body(&file)
    finished.append(try file.finish())
  }

  /// Moves the files to their places.
  public mutating func publish() throws(OutputError) {
    var rest = finished[...]
    defer { finished = Array(rest) }
    try OpenFiles.whileMoving { () throws(OutputError) in
      while let next = rest.first {
        try next.publish()
        rest.removeFirst()
      }
    }
  }
}
