import Foundation
import LandGeometry
import LandLayers

/// What the central directory of a ZIP archive says of its entries (APPNOTE 6.3.9, 4.3), read before
/// another program unpacks the archive. Nothing is unpacked here.
struct ZipDirectory {
  /// An entry as the directory states it.
  struct Entry: Hashable {
    var name: String
    /// Bytes in the archive.
    var packed: Int
    /// Bytes after unpacking.
    var size: Int
    /// Where its own header is.
    var start: Int
    var isEncrypted: Bool
  }

  /// The entries in the directory's order.
  private(set) var entries: [Entry] = []
  /// Bytes of the archive.
  let archiveSize: Int

  /// Limits of ours: no archive of layers or tables comes near them.
  private enum Most {
    static let entries = 100_000
    static let directoryBytes = 64 << 20
    static let total = 4 << 30
    static let ratio = 200
    /// Below this many bytes no ratio counts: a blank sheet packs very well.
    static let harmless = 256 << 20
  }

  /// Reads the directory of a file.
  init(_ path: String, named name: String) throws(FormatError) {
    let file: FileHandle
    do { file = try FileHandle(forReadingFrom: URL(filePath: path)) } catch {
      throw Self.damaged(name, "cannot be opened", kind: .missing)
    }
    defer { try? file.close() }
    guard let size = try? file.seekToEnd() else { throw Self.damaged(name, "cannot be read") }
    archiveSize = Int(size)
    var bytes = ZipBytes(file, count: archiveSize)
    guard let end = bytes.endRecord(), end.entries <= Most.entries,
      end.size <= Most.directoryBytes, end.start >= 0, end.start <= archiveSize - end.size
    else { throw Self.damaged(name, "it has no central directory that can be used") }
    var rest = bytes.read(end.start, end.size)[...]
    for _ in 0..<end.entries {
      guard let entry = ZipBytes.entry(&rest) else {
        throw Self.damaged(name, "the central directory is cut off")
      }
      entries.append(entry)
    }
    try checkHeaders(&bytes, before: end.start, name)
  }

  /// Each entry has a header of its own before its bytes: it must be there, say the same, and share
  /// no byte with the next one.
  private func checkHeaders(
    _ bytes: inout ZipBytes, before end: Int, _ file: String
  ) throws(FormatError) {
    var next = end
    for entry in entries.sorted(by: { $0.start > $1.start }) {
      guard let header = bytes.localHeader(at: entry.start),
        header.length <= next - entry.start,
        entry.packed <= next - entry.start - header.length
      else { throw Self.damaged(file, "the entry '\(entry.name)' is not where its directory says") }
      let isSame = header.packed == entry.packed && header.size == entry.size
      // Sizes behind the bytes are 0 in the header, and large ones stand in an extension.
      guard isSame || header.isUnknown else {
        throw Self.damaged(
          file, "the directory and the entry '\(entry.name)' state different sizes")
      }
      next = entry.start
    }
  }

  /// Throws, where another program should not be let near the archive.
  func check(_ file: String) throws(FormatError) {
    for entry in entries {
      let parts = entry.name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
      guard !parts.contains(".."), parts.first?.isEmpty != true, !entry.name.contains("\0"),
        parts.first?.contains(":") != true
      else {
        throw FormatError(
          file: file,
          message: Bilingual(
            zh: "压缩包中的文件名“\(entry.name)”指向包外",
            en: "the archive has a file name that leads out of it: '\(entry.name)'"),
          remedy: Bilingual(zh: "请重新打包", en: "pack it again"))
      }
      guard !entry.isEncrypted else {
        throw FormatError(
          file: file,
          message: Bilingual(
            zh: "压缩包中的“\(entry.name)”有密码", en: "'\(entry.name)' in the archive has a password"),
          remedy: Bilingual(zh: "请去掉密码后重新保存", en: "save it without a password"))
      }
    }
    let total = entries.reduce(0) { $0.addingReportingOverflow($1.size).partialValue }
    let isHuge = total < 0 || total > Most.total
    guard !isHuge, total <= Most.harmless || total / Most.ratio <= archiveSize else {
      let mebibytes = total >> 20
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "解压后有 \(mebibytes) MiB,压缩包只有 \(archiveSize >> 10) KiB,不予解压",
          en: "it would unpack to \(mebibytes) MiB from \(archiveSize >> 10) KiB and is left alone"),
        remedy: Bilingual(
          zh: "上限:4 GiB,且不超过压缩包的 200 倍;请检查文件来源,或自行解压",
          en: "the limits are 4 GiB and 200 times the archive; check where it is from, or unpack it"
        ))
    }
  }

  private static func damaged(
    _ file: String, _ reason: String, kind: FormatError.Kind = .unusable
  ) -> FormatError {
    FormatError(
      kind: kind, file: file,
      message: Bilingual(zh: "压缩包已损坏:\(reason)", en: "the archive is damaged: \(reason)"),
      remedy: Bilingual(zh: "请重新复制、导出或保存", en: "copy, export or save it again"))
  }
}
