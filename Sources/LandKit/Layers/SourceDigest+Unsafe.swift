// Unsafe because the hash is taken over the lent bytes of the source without copying them.

import Crypto

extension SourceBytes {
  /// SHA-256 of the file in hexadecimal, as `sha256sum` prints it: of the packed one where these
  /// bytes were packed.
  public func sha256() -> String {
    if let packed { return packed.sha256() }
    let digest = withBytes { bytes in
      var hash = SHA256()
      let all = UnsafeRawBufferPointer(bytes)
      // Some at a time, so that a large file need not stay in memory.
      for start in stride(from: 0, to: all.count, by: Self.hashedAtOnce) {
        let range = start..<min(all.count, start + Self.hashedAtOnce)
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: all[range]))
        letGo(range)
      }
      return hash.finalize()
    }
    return Self.hexadecimal(digest)
  }

  private static let hashedAtOnce = 1 << 24

  /// A digest in hexadecimal.
  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
