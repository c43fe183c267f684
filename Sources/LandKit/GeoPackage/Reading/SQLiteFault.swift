import GRDBSQLite
import LandGeometry
import LandLayers

/// What SQLite says when it cannot do something.
struct SQLiteFault: Error, Hashable {
  /// The code, with its extension.
  var code: Int32
  /// SQLite's own words.
  var message: String

  /// The error for people.
  func error(in file: String) -> FormatError {
    let (message, remedy): (Bilingual, Bilingual) =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED:
        (
          Bilingual(zh: "另一程序正在写入该文件", en: "another program is writing to the file"),
          Bilingual(
            zh: "请在该程序中保存并关闭图层,再重试", en: "save and close the layer there, then try again")
        )
      case SQLITE_CANTOPEN, SQLITE_READONLY:
        (
          Bilingual(
            zh: "无法打开数据库,可能是另一程序没有写完:\(self.message)",
            en: "the database cannot be opened, a program may not have finished writing: "
              + self.message),
          Bilingual(
            zh: "请用写入它的程序(如 QGIS)打开一次再关闭", en: "open and close it in the program that wrote it")
        )
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR:
        (
          Bilingual(
            zh: "文件已损坏或不完整:\(self.message)", en: "the file is damaged or cut off: \(self.message)"),
          Bilingual(
            zh: "请重新复制或导出;可试用 sqlite3 文件 .recover",
            en: "copy or export it again; sqlite3 FILE .recover may save the rows")
        )
      default:
        (
          Bilingual(zh: "无法读取:\(self.message)", en: "cannot be read: \(self.message)"),
          Bilingual(zh: "请用 QGIS 检查该图层,或重新导出", en: "look at the layer in QGIS, or export it again")
        )
      }
    return FormatError(file: file, message: message, remedy: remedy)
  }
}
