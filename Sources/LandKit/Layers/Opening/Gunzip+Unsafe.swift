// Unsafe because zlib is a C library that works through pointers into buffers; the stream lives in
// one function and its buffers outlive it.

import CZlib
import LandGeometry

/// Unpacks gzip files (RFC 1952), also of several members, into files without a name.
enum Gunzip {
  /// A limit of ours: text packs to a tenth or a thirtieth; what grows more than this is made to
  /// fill the disk.
  static let growthLimit = 200
  /// Below this size a file may grow by as much as it wants.
  static let harmlessBytes = 256 << 20

  /// Whether bytes are the start of a gzip file.
  static func isPacked(_ bytes: some Sequence<UInt8>) -> Bool {
    Array(bytes.prefix(3)) == [0x1F, 0x8B, 0x08]
  }

  /// Unpacks a file.
  ///
  /// - Throws: ``FormatError`` where the file is cut off or damaged, or grows beyond the limits.
  static func unpack(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(FormatError)
    -> UnnamedFile
  {
    var file = try UnnamedFile()
    var stream = z_stream()
    guard landctl_gunzip_init(&stream) == Z_OK else {
      throw fault(name, 0, Bilingual(zh: "zlib 无法启动", en: "zlib cannot be started"))
    }
    defer { inflateEnd(&stream) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    var taken = 0
    while true {
      // zlib counts in 32 bits.
      let part = min(bytes.count - taken, 1 << 30)
      stream.next_in = UnsafeMutablePointer(
        mutating: bytes.baseAddress.map { $0.advanced(by: taken) })
      stream.avail_in = UInt32(part)
      stream.next_out = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(block.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      taken += part - Int(stream.avail_in)
      let made = block.count - Int(stream.avail_out)
      try file.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block)[..<made]))
      guard file.count <= max(harmlessBytes, growthLimit * bytes.count) else {
        throw fault(
          name, taken,
          Bilingual(
            zh: "解压后超过原文件的 \(growthLimit) 倍",
            en: "unpacks to more than \(growthLimit) times its size"))
      }
      switch status {
      case Z_STREAM_END:
        if taken == bytes.count { return file }
        guard isPacked(UnsafeBufferPointer(rebasing: bytes[taken...])) else {
          throw fault(
            name, taken, Bilingual(zh: "压缩数据之后还有别的内容", en: "something follows the packed data"))
        }
        inflateReset(&stream)
      case Z_OK, Z_BUF_ERROR:
        if made == 0, taken == bytes.count {
          throw fault(name, taken, Bilingual(zh: "文件不完整", en: "the file is cut off"))
        }
      default:
        throw fault(name, taken, Bilingual(zh: "压缩数据已损坏", en: "the packed data are damaged"))
      }
    }
  }

  private static func fault(_ name: String, _ offset: Int, _ why: Bilingual) -> FormatError {
    FormatError(
      file: name, offset: offset,
      message: Bilingual(zh: "无法解压 gzip:\(why.zh)", en: "cannot unpack gzip: \(why.en)"),
      remedy: Bilingual(zh: "请重新复制或导出该文件", en: "copy or export the file again"))
  }
}
