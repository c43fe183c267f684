import Glibc
import LandGeometry

extension FormatError {
  /// The system's own words are English; the two that people meet are said in both languages.
  static func cannotOpen(_ path: String, _ code: Int32) -> FormatError {
    let english = String(cString: strerror(code))
    let chinese =
      switch code {
      case ENOENT: "没有这个文件"
      case EACCES: "没有读取权限"
      case ENOMEM: "内存不足"
      case ENOSPC: "磁盘已满"
      default: english
      }
    let reason = Bilingual(zh: chinese, en: english)
    switch code {
    case ENOMEM, EMFILE, ENFILE: return machine(path, reason, Self.memoryRemedy)
    case ENOSPC, EDQUOT, EFBIG: return machine(path, reason, Self.roomRemedy)
    default: return cannotOpen(path, reason)
    }
  }

  static func cannotOpen(_ path: String, _ reason: Bilingual) -> FormatError {
    FormatError(
      kind: .missing, file: path,
      message: Bilingual(zh: "无法打开文件:\(reason.zh)", en: "cannot open the file: \(reason.en)"),
      remedy: Bilingual(zh: "请检查路径和读取权限", en: "check the path and the read permission"))
  }

  private static func machine(
    _ path: String, _ reason: Bilingual, _ remedy: Bilingual
  ) -> FormatError {
    FormatError(
      kind: .machine, file: path,
      message: Bilingual(zh: "系统资源不足:\(reason.zh)", en: "the machine refuses: \(reason.en)"),
      remedy: remedy)
  }

  private static let memoryRemedy = Bilingual(
    zh: "请放宽内存限制(ulimit -v),减少 --jobs,或用 --partition-by",
    en: "allow more memory (ulimit -v), take fewer --jobs, or use --partition-by")
  private static let roomRemedy = Bilingual(
    zh: "请腾出空间,或用 TMPDIR 指定另一个临时文件夹",
    en: "free some space, or name another temporary folder by TMPDIR")
}
