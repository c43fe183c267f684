// Unsafe because it writes byte buffers through the system call; the buffer is lent for the call.

import Glibc
import LandGeometry

/// Why output cannot be written (exit status 73).
public struct OutputError: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// The system's reason.
  public var reason: String
  /// Whether the file is one that the run reads and so must not write.
  public var isInput = false

  /// An error about a path, with the reason of the last system call.
  init(_ path: String) {
    isClosedPipe = errno == EPIPE
    self.path = path
    reason = String(cString: strerror(errno))
  }

  /// An error with a reason of our own.
  public init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The system refused a write because nobody reads any more.
  public var isClosedPipe = false

  /// An output that would overwrite an input.
  public static func overwritesInput(_ path: String) -> OutputError {
    var error = OutputError(path, reason: "it is an input of this run")
    error.isInput = true
    return error
  }
}

/// A file that appears whole or not at all: written beside its place and renamed at the end; a
/// file that is not finished is removed.
public struct AtomicFile: ~Copyable {
  /// Where the file will be.
  public let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isOpen = true
  private var buffer: [UInt8] = []

  /// Opens a temporary file beside the place.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    temporary = Self.temporaryPath(beside: path)
    descriptor = try Self.begin(temporary, for: path)
  }

  /// Makes the temporary file of a place, with the permissions of the file that it will replace.
  static func begin(_ temporary: String, for path: String) throws(OutputError) -> Int32 {
    let mode = try OutputPlace.permissions(path)
    OpenFiles.add(temporary)
    // What has this name is of a run that was killed. Nobody can put a link here that would lead us
    // to another file: the file is made anew or not at all.
    unlink(temporary)
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode ?? 0o644)
    guard descriptor >= 0 else {
      let error = OutputError(path)
      OpenFiles.remove(temporary)
      throw error
    }
    // The file's own permissions stand above the mask of the process.
    if let mode { fchmod(descriptor, mode) }
    return descriptor
  }

  /// The name of the hidden file that becomes the file at `path`.
  static func temporaryPath(beside path: String) -> String {
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) }
    let folder = cut.map { String(path[..<$0]) } ?? ""
    let name = cut.map { String(path[$0...]) } ?? path
    return "\(folder).\(name).\(getpid()).part"
  }

  deinit {
    if isOpen {
      close(descriptor)
      unlink(temporary)
      OpenFiles.remove(temporary)
    }
  }

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) throws(OutputError) { try write(bytes.span) }

  /// Appends bytes that are lent.
  public mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    if bytes.count >= 1 << 16 {
      try flush()
      try put(bytes)
      return
    }
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    if buffer.count >= 1 << 18 { try flush() }
  }

  private mutating func flush() throws(OutputError) {
    if buffer.isEmpty { return }
    try put(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: Span<UInt8>) throws(OutputError) {
    guard writeAll(descriptor, bytes) else { throw OutputError(path) }
  }

  /// Closes the file; it is renamed to its place by the caller once all files are finished.
  public mutating func finish() throws(OutputError) -> FinishedFile {
    try flush()
    isOpen = false
    guard close(descriptor) == 0 else {
      let error = OutputError(path)
      unlink(temporary)
      OpenFiles.remove(temporary)
      throw error
    }
    return FinishedFile(temporary: temporary, path: path)
  }
}

/// A written file that has still to be moved to its place.
public struct FinishedFile: Sendable {
  /// Where it can be read before it is moved.
  public let temporary: String
  /// Where it will be.
  public let path: String

  /// Moves the file to its place.
  public func publish() throws(OutputError) {
    guard rename(temporary, path) == 0 else { throw OutputError(path) }
    OpenFiles.remove(temporary)
  }

  /// Removes the file instead.
  public func discard() {
    unlink(temporary)
    OpenFiles.remove(temporary)
  }
}

/// Whether two paths lead to the same file; false where one of them is not there.
public func isSameFile(_ a: String, _ b: String) -> Bool {
  var (first, second) = (stat(), stat())
  return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

/// Removes a file where it is there.
public func removeFile(_ path: String) { unlink(path) }

/// Writes all bytes to a descriptor, however many calls it takes.
func writeAll(_ descriptor: Int32, _ bytes: Span<UInt8>) -> Bool {
  bytes.withUnsafeBytes { raw in
    var offset = 0
    while offset < raw.count {
      let written = write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += written
    }
    return true
  }
}

/// Makes a folder, with those above it, where it is missing.
public func makeFolder(_ path: String) throws(OutputError) {
  var status = stat()
  if stat(path, &status) == 0 {
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw OutputError(path)
    }
    guard access(path, W_OK) == 0 else { throw OutputError(path) }
    return
  }
  if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
    try makeFolder(String(path[..<slash]))
  }
  if mkdir(path, 0o755) == 0 { return OpenFiles.add(made: path) }
  guard errno == EEXIST else { throw OutputError(path) }
}

/// Standard output for machine formats; a reader that goes away ends the run quietly.
public struct StandardOutput: Sendable {
  /// What it is called in an ``OutputError``.
  public static var name: String { "-" }

  /// The descriptor 1.
  public init() {}

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws(OutputError) { try write(bytes.span) }

  /// Writes all bytes that are lent.
  public func write(_ bytes: Span<UInt8>) throws(OutputError) {
    guard writeAll(1, bytes) else { throw OutputError(Self.name) }
  }
}
