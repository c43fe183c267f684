// Unsafe because the hash is taken over the lent bytes of the source without copying them.

import Crypto

extension SourceBytes {
  /// SHA-256 of all bytes in hexadecimal, as `sha256sum` prints it.
  public func sha256() -> String {
    let digest = withBytes { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      return hash.finalize()
    }
    return Self.hexadecimal(digest)
  }

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
