// Unsafe because it writes and reads byte buffers through system calls; each is lent for its call.

import CFaults
import Glibc
import LandGeometry

/// Bytes that wait on disk until their turn, in a file without a name: nothing is left of it however
/// the run ends.
public final class ByteSpool {
  private let folder: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  /// How many bytes there are.
  public private(set) var count = 0

  /// An empty spool in a folder, that of temporary files unless one is named.
  public init(folder: String? = nil) {
    self.folder = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends bytes.
  public func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    count += bytes.count
    if buffer.count >= 1 << 18 { try flush() }
  }

  private func flush() throws(OutputError) {
    if buffer.isEmpty { return }
    if descriptor < 0 {
      descriptor = landctl_unnamed_file(folder)
      guard descriptor >= 0 else { throw OutputError(folder) }
    }
    let bytes = buffer
    guard writeAll(descriptor, bytes.span) else { throw OutputError(folder) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Hands all bytes over in the order they came, piece by piece.
  public func read(
    _ consume: (ArraySlice<UInt8>) throws(OutputError) -> Void
  ) throws(OutputError) {
    let written = count - buffer.count
    var piece = [UInt8](repeating: 0, count: min(written, 1 << 20))
    var at = 0
    while at < written {
      let some = pread(descriptor, &piece, min(piece.count, written - at), at)
      if some < 0, errno == EINTR { continue }
      guard some > 0 else { throw OutputError(folder) }
      try consume(piece[..<some])
      at += some
    }
    if !buffer.isEmpty { try consume(buffer[...]) }
  }
}
