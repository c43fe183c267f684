// Unsafe because bytes go to and from files by system calls; buffers are lent for the call.

import CFaults
import Glibc
import LandGeometry

/// A temporary file without a name: it goes with its descriptor, whatever ends the program. What
/// comes as a stream, or packed, is kept in one, so that memory holds no more than the pages in use.
struct UnnamedFile: ~Copyable {
  let descriptor: Int32
  private(set) var count = 0

  /// A new file in `TMPDIR`.
  init() throws(FormatError) {
    descriptor = landctl_unnamed_file(Self.folder)
    guard descriptor >= 0 else { throw FormatError.cannotOpen(Self.folder, errno) }
  }

  deinit { close(descriptor) }

  private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Hands the descriptor over; its new owner closes it.
  consuming func release() -> (descriptor: Int32, count: Int) {
    let result = (descriptor, count)
    discard self
    return result
  }

  /// Appends bytes.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var written = 0
    while written < bytes.count {
      let some = write(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if some < 0, errno == EINTR { continue }
      guard some > 0 else { throw FormatError.cannotOpen(Self.folder, errno) }
      written += some
    }
    count += bytes.count
  }

  /// Appends a stream to its end.
  mutating func append(stream: Int32, name: String) throws(FormatError) {
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(stream, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return }
      guard count > 0 else { throw FormatError.cannotOpen(name, errno) }
      // The array's own closure form carries no typed error through.
      var failure: FormatError?
      block.withUnsafeBytes {
        do throws(FormatError) { try append(UnsafeRawBufferPointer(rebasing: $0[..<count])) } catch
        {
          failure = error
        }
      }
      if let failure { throw failure }
    }
  }
}
