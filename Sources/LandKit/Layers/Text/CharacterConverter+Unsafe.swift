// Unsafe because `iconv` is a C function that moves two pointers through two buffers.

import Glibc
import LandGeometry

/// An `iconv` conversion, closed when its owner goes. Nothing is replaced.
package struct CharacterConverter: ~Copyable {
  private let handle: iconv_t

  /// Nil when the system does not know the encoding.
  package init?(from encoding: String, to target: String = "UTF-8") {
    guard let handle = iconv_open(target, encoding), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts all bytes; on failure the offset of the first byte that cannot be converted.
  fileprivate func convert(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<[UInt8], ConversionFailure> {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    // Many texts are cells of a few bytes.
    var chunk = [CChar](repeating: 0, count: min(1 << 16, 16 + 4 * bytes.count))
    // A failure before leaves the conversion in the middle of a character.
    iconv(handle, nil, nil, nil, nil)
    // `iconv` does not write to its input, although its type lets it.
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
      mutating: UnsafeRawPointer(bytes.baseAddress))?.assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    while left > 0 {
      let (status, reason, written) = chunk.withUnsafeMutableBufferPointer { space in
        var out = space.baseAddress
        var room = space.count
        let status = iconv(handle, &input, &left, &out, &room)
        return (status, errno, space.count - room)
      }
      output.append(contentsOf: chunk[..<written].lazy.map { UInt8(bitPattern: $0) })
      if status == -1, reason != E2BIG {
        return .failure(
          ConversionFailure(
            offset: bytes.count - left, isCut: reason == EINVAL, before: output))
      }
    }
    // Some encodings hold their last character back, as an accent may follow.
    let held = chunk.withUnsafeMutableBufferPointer { space in
      var out = space.baseAddress
      var room = space.count
      iconv(handle, nil, nil, &out, &room)
      return space.count - room
    }
    output.append(contentsOf: chunk[..<held].lazy.map { UInt8(bitPattern: $0) })
    return .success(output)
  }
}

/// Where a conversion stopped, whether because the last character is not whole, and what came
/// before.
private struct ConversionFailure: Error {
  let offset: Int
  let isCut: Bool
  let before: [UInt8]
}

extension CharacterConverter {
  /// A text in the encoding, in which a last character that is not whole is left out; nil where
  /// something else cannot be converted.
  package func convert(_ bytes: [UInt8]) -> (bytes: [UInt8], isCut: Bool)? {
    switch bytes.withUnsafeBufferPointer({ convert($0) }) {
    case .success(let text): (text, false)
    case .failure(let fault): fault.isCut ? (fault.before, true) : nil
    }
  }
}

/// Why a text could not be encoded: the offset of the first byte of the UTF-8 text that has no
/// counterpart, or nil where the system does not know the encoding.
struct EncodingFailure: Error {
  let offset: Int?
}

/// UTF-8 text in another encoding; nothing is replaced.
func encode(_ text: [UInt8], to encoding: String) throws(EncodingFailure) -> [UInt8] {
  guard let converter = CharacterConverter(from: "UTF-8", to: encoding) else {
    throw EncodingFailure(offset: nil)
  }
  switch text.withUnsafeBufferPointer({ converter.convert($0) }) {
  case .success(let bytes): return bytes
  case .failure(let fault): throw EncodingFailure(offset: fault.offset)
  }
}

extension SourceBytes {
  /// All bytes after the first `skipping`, converted to UTF-8.
  ///
  /// - Parameter failure: makes the error from the offset of the byte that failed.
  func transcoded(
    from encoding: String, skipping: Int, failure: (Int) -> FormatError
  ) throws(FormatError) -> [UInt8] {
    guard let converter = CharacterConverter(from: encoding) else {
      throw FormatError(
        file: name,
        message: Bilingual(
          zh: "系统缺少 \(encoding) 字符转换表", en: "the system has no converter for \(encoding)"),
        remedy: Bilingual(
          zh: "请安装 glibc 的 gconv 模块,或将文件另存为 UTF-8",
          en: "install the gconv modules of glibc, or save the file as UTF-8"))
    }
    let result = withBytes { bytes in
      converter.convert(UnsafeBufferPointer(rebasing: bytes[skipping...]))
    }
    switch result {
    case .success(let bytes): return bytes
    case .failure(let fault): throw failure(skipping + fault.offset)
    }
  }
}
