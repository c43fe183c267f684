// Unsafe because files are read into byte arrays through the system call; the buffer is lent for the
// call.

import Crypto
import Glibc
import LandGeometry

/// A file that is read piece by piece, never mapped: what has been read leaves memory with the array
/// that holds it. Standard input goes through an unnamed temporary file, as it is read twice.
public final class RecordFile: Sendable {
  /// The name that the user gave.
  public let name: String
  /// Its size in bytes.
  public let byteCount: Int
  private let descriptor: Int32
  /// What the file was when it was opened, and its name; nil where its bytes were kept elsewhere.
  private let stamp: FileStamp?

  /// The size of the file itself.
  public let fileSize: Int
  /// The digest of the file itself, where its bytes were packed in it.
  public let packedDigest: String?

  /// Opens a file, or keeps what comes on standard input; a gzip file is unpacked.
  public init(_ name: String) throws(FormatError) {
    self.name = name
    let descriptor: Int32
    let count: Int
    var stamp: FileStamp?
    if name == SourceBytes.standardInput {
      var kept = try UnnamedFile()
      try kept.append(stream: STDIN_FILENO, name: name)
      (descriptor, count) = kept.release()
    } else {
      descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw FormatError.cannotOpen(name, errno) }
      do throws(FormatError) { stamp = try FileStamp(descriptor, name) } catch {
        close(descriptor)
        throw error
      }
      count = stamp?.size ?? 0
    }
    fileSize = count
    self.stamp = stamp
    var start: [UInt8] = [0, 0, 0]
    if pread(descriptor, &start, 3, 0) == 3, Gunzip.isPacked(start) {
      defer { close(descriptor) }
      let mapped = try MappedFile(descriptor, count: count, name: name)
      defer { withExtendedLifetime(mapped) {} }
      let inside = try Gunzip.unpack(mapped.bytes, name: name)
      packedDigest = SourceBytes(name: name, mapped: mapped).sha256()
      (self.descriptor, byteCount) = inside.release()
      return
    }
    packedDigest = nil
    self.descriptor = descriptor
    byteCount = count
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// Makes sure that nobody has written to the file since it was opened.
  public func checkUnchanged() throws(FormatError) {
    if stamp?.hasChanged(at: name) == true { throw .changed(name) }
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
