// Unsafe because a file of a name that nobody else has is made by a system call, which writes the
// name into the bytes it is given.

import Foundation
import Glibc
import LandGeometry

/// Whether files can be written in a folder.
enum FolderProbe {
  /// Makes a file, writes into it and removes it.
  ///
  /// - Returns: why that failed, in the words of the system; nil where it worked.
  static func fault(in folder: String) -> Bilingual? {
    var path = Array("\(folder)/.landctl-doctor.XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return said(errno) }
    unlink(path)
    defer { close(file) }
    // More than a disk holds back for names, so that a full one shows.
    let bytes = [UInt8](repeating: 0x20, count: 65_536)
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if written < 0 { return said(errno) }
    return written == bytes.count ? nil : said(ENOSPC)
  }

  /// Bytes that are free on the disk of a folder; nil where there is no such folder.
  static func freeBytes(in folder: String) -> Int? {
    var content = statvfs()
    guard statvfs(folder, &content) == 0 else { return nil }
    return Int(content.f_bavail) * Int(content.f_frsize)
  }

  private static func said(_ number: Int32) -> Bilingual {
    let text = strerror(number).map { String(cString: $0) } ?? "\(number)"
    switch number {
    case ENOENT: return Bilingual(zh: "没有这个目录", en: "no such folder")
    case EACCES, EPERM, EROFS: return Bilingual(zh: "没有写权限", en: "it may not be written")
    case ENOSPC, EDQUOT: return Bilingual(zh: "磁盘已满", en: "the disk is full")
    default: return Bilingual(zh: text, en: text)
    }
  }
}
