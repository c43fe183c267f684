import LandKit

/// Files to be filled in by hand.
enum NewFile {
  /// Writes a file that must not be there yet: one in its place may hold a day's work.
  static func write(_ bytes: [UInt8], to path: String, _ errors: ErrorText) throws {
    if isSameFile(path, path) {
      throw Terminal.said(
        errors.failure(
          .cannotCreate, path,
          Bilingual(zh: "文件已存在,不会覆盖", en: "the file is there already and is not overwritten"),
          Bilingual(zh: "请换一个文件名", en: "choose another name")))
    }
    do throws(OutputError) {
      var file = try AtomicFile(path)
      try file.write(bytes)
      try file.finish().publish()
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
  }
}
