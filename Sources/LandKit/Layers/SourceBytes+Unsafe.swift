// Unsafe because a memory map has no safe form in the standard library, and because the scanners
// walk hundreds of megabytes byte by byte: they take one buffer pointer whose bounds they check
// themselves, and which never leaves the closure.

import CFaults
import Glibc
import LandGeometry

/// A file mapped read-only into memory, unmapped when the last owner goes.
final class MappedFile: @unchecked Sendable {
  // Unchecked: the mapping is private, read-only and never changed after `init`.
  let start: UnsafeRawPointer?
  let count: Int
  /// What the file was when it was opened; nil for one without a name.
  let stamp: FileStamp?
  /// Under which a fault while reading would be said of the file.
  private let number: Int32

  convenience init(path: String) throws(FormatError) {
    // Not to be kept waiting by a pipe that nobody writes to: it is refused.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw FormatError.cannotOpen(path, errno)
    }
    defer { close(descriptor) }
    let stamp = try FileStamp(descriptor, path)
    try self.init(descriptor, count: stamp.size, name: path, stamp: stamp)
  }

  /// Maps a file that is open; it may be closed afterwards.
  init(
    _ descriptor: Int32, count: Int, name: String, stamp: FileStamp? = nil
  ) throws(FormatError) {
    self.count = count
    self.stamp = stamp
    if count == 0 {
      start = nil
      number = -1
    } else {
      let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
      guard let address, address != MAP_FAILED else {
        throw FormatError.cannotOpen(name, errno)
      }
      madvise(address, count, MADV_SEQUENTIAL)
      start = UnsafeRawPointer(address)
      number = landctl_map_begin(address, count, name)
    }
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    let base = start?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: base, count: base == nil ? 0 : count)
  }

  deinit {
    if let start {
      landctl_map_end(number)
      munmap(UnsafeMutableRawPointer(mutating: start), count)
    }
  }
}

extension SourceBytes {
  /// The name under which standard input is asked for.
  public static let standardInput = "-"

  /// Opens a file for reading; `-` is standard input. A gzip file is unpacked: its bytes are the
  /// ones inside, its digest and size those of the file.
  public static func open(_ path: String) throws(FormatError) -> SourceBytes {
    if path == standardInput {
      var kept = try UnnamedFile()
      try kept.append(stream: STDIN_FILENO, name: path)
      return try unpacked(MappedFile(kept.descriptor, count: kept.count, name: path), path)
    }
    return try unpacked(MappedFile(path: path), path)
  }

  /// Opens a file as it is, for its digest.
  public static func openPlain(_ path: String) throws(FormatError) -> SourceBytes {
    SourceBytes(name: path, mapped: try MappedFile(path: path))
  }

  private static func unpacked(_ file: MappedFile, _ path: String) throws(FormatError)
    -> SourceBytes
  {
    defer { withExtendedLifetime(file) {} }
    guard Gunzip.isPacked(file.bytes) else { return SourceBytes(name: path, mapped: file) }
    let inside = try Gunzip.unpack(file.bytes, name: path)
    let mapped = try MappedFile(inside.descriptor, count: inside.count, name: path)
    return SourceBytes(name: path, mapped: mapped, packed: file)
  }

  /// Lends all bytes to a closure; the pointer must not leave it.
  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .array(let bytes):
      // The array's own closure form does not carry a typed error through.
      var outcome: Swift.Result<Result, Failure>?
      bytes.withUnsafeBufferPointer { buffer in
        do throws(Failure) { outcome = .success(try body(buffer)) } catch {
          outcome = .failure(error)
        }
      }
      guard let outcome else { preconditionFailure("the closure always runs") }
      return try outcome.get()
    case .mapped(let file):
      defer { withExtendedLifetime(file) {} }
      return try body(file.bytes)
    }
  }
}

extension SourceBytes {
  /// Says that some bytes are not needed for now: the pages of a mapped file leave memory, and come
  /// back from the file when they are asked for again. Nothing else changes.
  public func letGo(_ range: Range<Int>) {
    guard case .mapped(let file) = storage, let start = file.start else { return }
    let page = Int(getpagesize())
    let low = (max(0, range.lowerBound) + page - 1) / page * page
    let high = range.upperBound >= count ? count : range.upperBound / page * page
    guard low < high else { return }
    madvise(UnsafeMutableRawPointer(mutating: start + low), high - low, MADV_DONTNEED)
  }

  /// Says so of all bytes.
  public func letGo() { letGo(0..<count) }
}

extension SourceBytes {
  /// A copy of all bytes.
  public var bytes: [UInt8] {
    switch storage {
    case .array(let bytes): bytes
    case .mapped: withBytes { Array($0) }
    }
  }

  /// A copy of the first bytes, at most so many.
  public func prefix(_ count: Int) -> [UInt8] { withBytes { Array($0.prefix(count)) } }

  /// The first byte that is neither white space nor part of a byte order mark; nil where there is
  /// none.
  public var firstByte: UInt8? {
    withBytes { bytes in
      bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
  }
}
