import Glibc
import LandGeometry

/// What tells that a file was written to: a run that reads it must not be half of one text and half
/// of another.
struct FileStamp: Hashable, Sendable {
  /// Its size in bytes.
  let size: Int
  private let device: dev_t
  private let number: ino_t
  private let seconds: Int
  private let nanoseconds: Int

  /// Of an open file, which must be a regular one.
  init(_ descriptor: Int32, _ path: String) throws(FormatError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FormatError.cannotOpen(
        path,
        isFolder
          ? Bilingual(zh: "这是文件夹", en: "it is a folder")
          : Bilingual(zh: "不是普通文件", en: "not a regular file"))
    }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    device = status.st_dev
    number = status.st_ino
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether the file at a path is still this one and was written to since. One that was removed, or
  /// replaced by another, is read as it was to its end.
  func hasChanged(at path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let now = FileStamp(status)
    return now.device == device && now.number == number && now != self
  }

  /// The same of an open file.
  func hasChanged(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && FileStamp(status) != self
  }
}

extension FormatError {
  /// A file that somebody wrote to while it was read.
  static func changed(_ name: String) -> FormatError {
    FormatError(
      file: name,
      message: Bilingual(zh: "读取过程中文件被改写", en: "the file was written to while it was read"),
      remedy: Bilingual(zh: "请等文件写完后重试", en: "try again once the file is complete"))
  }
}

extension SourceBytes {
  /// Makes sure that nobody has written to the file since it was opened; to be asked before anything
  /// made of it is published.
  public func checkUnchanged() throws(FormatError) {
    if let packed { return try packed.checkUnchanged() }
    guard case .mapped(let file) = storage, let stamp = file.stamp else { return }
    if stamp.hasChanged(at: name) { throw .changed(name) }
  }
}
