import Foundation
import LandGeometry
import LandLayers
import LandOutput

/// How a file can be opened without anything being made beside it.
struct PackagePlace: ~Copyable {
  /// The file to open: the user's, or a copy where a log of changes lies beside it that nobody has
  /// open.
  let path: String
  /// Whether nobody writes to it, so that it needs no locks.
  let isStill: Bool
  /// Bytes that hold all its content.
  let size: Int
  /// The copy; it goes with this.
  private let copy: PrivateFolder?

  /// Looks at a file. Throws where it is missing or no SQLite database.
  init(_ path: String) throws(FormatError) {
    let source = try SourceBytes.open(path)
    let header = source.prefix(100)
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw FormatError(
        file: path,
        message: Bilingual(
          zh: "不是 GeoPackage:文件开头不是 SQLite 数据库",
          en: "no GeoPackage: the file does not start as an SQLite database"),
        remedy: Bilingual(zh: "请检查文件,或重新导出", en: "check the file, or export it again"))
    }
    // A header that is cut off is SQLite's to complain of.
    let isLogged = header.count > 19 && header[19] == 2
    let log = Self.size(path + "-wal")
    if isLogged, log > 0, Self.size(path + "-shm") == 0 {
      // SQLite would make the missing file beside the log, so both are read elsewhere.
      let folder: PrivateFolder
      do throws(OutputError) { folder = try PrivateFolder("package") } catch {
        throw Self.cannotCopy(path, error.reason)
      }
      let place = folder.path("copy.gpkg")
      do {
        try FileManager.default.copyItem(atPath: Self.resolved(path), toPath: place)
        try FileManager.default.copyItem(
          atPath: Self.resolved(path) + "-wal", toPath: place + "-wal")
        for name in [place, place + "-wal"] {
          try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: name)
        }
      } catch { throw Self.cannotCopy(path, error.localizedDescription) }
      self.path = place
      isStill = false
      copy = consume folder
    } else {
      self.path = path
      isStill = isLogged && log == 0
      copy = nil
    }
    size = source.count + log
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  private static func size(_ path: String) -> Int {
    let found = try? FileManager.default.attributesOfItem(atPath: resolved(path))
    return (found?[.size] as? NSNumber)?.intValue ?? 0
  }

  private static func cannotCopy(_ path: String, _ reason: String) -> FormatError {
    FormatError(
      file: path,
      message: Bilingual(
        zh: "文件旁有未并入的修改(-wal),复制到临时文件夹时出错:\(reason)",
        en: "changes lie beside the file (-wal) and copying both to the temporary folder fails: "
          + reason),
      remedy: Bilingual(
        zh: "请用 QGIS 打开一次再关闭,或检查 TMPDIR 的剩余空间",
        en: "open and close it in QGIS, or check the free space of TMPDIR"))
  }
}
