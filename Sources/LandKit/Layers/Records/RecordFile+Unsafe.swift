// Unsafe because files are read into byte arrays through the system call; the buffer is lent for the
// call.

import Crypto
import Glibc
import LandGeometry

/// A file that is read piece by piece, never mapped: what has been read leaves memory with the array
/// that holds it. Standard input goes through an unnamed temporary file, as it is read twice.
public final class RecordFile: Sendable {
  /// The name under which standard input is asked for.
  public static let standardInput = "-"

  /// The name that the user gave.
  public let name: String
  /// Its size in bytes.
  public let byteCount: Int
  private let descriptor: Int32

  /// Opens a file, or keeps what comes on standard input.
  public init(_ name: String) throws(FormatError) {
    self.name = name
    if name == Self.standardInput {
      (descriptor, byteCount) = try Self.kept(0, name)
      return
    }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FormatError.cannotOpen(name, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      close(descriptor)
      throw FormatError.cannotOpen(
        name,
        isFolder
          ? Bilingual(zh: "这是文件夹", en: "it is a folder")
          : Bilingual(zh: "不是普通文件", en: "not a regular file"))
    }
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// Copies a stream into a file without a name.
  private static func kept(_ stream: Int32, _ name: String) throws(FormatError) -> (Int32, Int) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/.landctl.XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw FormatError.cannotOpen(folder, errno) }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var block = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let count = Glibc.read(stream, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return (file, total) }
      guard count > 0 else { break }
      var written = 0
      while written < count {
        let some = block.withUnsafeBytes {
          write(file, $0.baseAddress?.advanced(by: written), count - written)
        }
        if some < 0, errno == EINTR { continue }
        guard some > 0 else {
          let code = errno
          close(file)
          throw FormatError.cannotOpen(folder, code)
        }
        written += some
      }
      total += count
    }
    let code = errno
    close(file)
    throw FormatError.cannotOpen(name, code)
  }

  /// Appends the bytes of a range to an array; fewer where the file has become shorter.
  func read(_ range: Range<Int>, into bytes: inout [UInt8]) throws(FormatError) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    var done = 0
    while done < range.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress?.advanced(by: start + done), range.count - done,
          range.lowerBound + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FormatError.cannotOpen(name, errno) }
      guard count > 0 else {
        throw FormatError(
          file: name,
          message: Bilingual(zh: "读取过程中文件变短了", en: "the file became shorter while it was read"),
          remedy: Bilingual(zh: "请等文件写完后重试", en: "try again once the file is complete"))
      }
      done += count
    }
  }
}

/// SHA-256 of bytes that come one after the other.
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// Of nothing yet.
  public init() {}

  /// Adds bytes.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest in hexadecimal, as `sha256sum` prints it.
  public var text: String { SourceBytes.hexadecimal(hash.finalize()) }
}
