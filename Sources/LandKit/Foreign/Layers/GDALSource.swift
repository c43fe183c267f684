import Foundation
import LandGeometry
import LandLayers
import LandOutput

/// What GDAL's programs are given to read: the user's file under a name of ours in a folder of ours,
/// or a database on purpose. No name that the user gives can be an option or an address for them.
struct GDALSource {
  /// What stands in the arguments.
  let argument: String
  /// The name in every message; without a password.
  let name: String
  /// Variables of the programs, beside the usual ones.
  let variables: [String: String]
  /// Whether it is a database.
  let isDatabase: Bool

  /// The kinds of files that keep parts of themselves beside them, and how those end.
  private static let companions = [
    "tab": ["dat", "map", "id", "ind", "cpg"], "mif": ["mid", "cpg"],
    "gml": ["xsd", "gfs"], "shp": ["dbf", "shx", "prj", "cpg"],
  ]
  /// Names that tell GDAL what a file is.
  private static let kinds: Set<String> = [
    "kml", "kmz", "gml", "xml", "dxf", "tab", "mif", "gdb", "fgb", "sqlite", "db", "json",
    "topojson", "xlsx", "ods", "xls", "zip", "gpkg", "shp",
  ]

  /// Puts links into the folder. Throws where the file is missing, or an archive that is not let
  /// through.
  init(_ name: String, in folder: borrowing PrivateFolder) throws(FormatError) {
    if DatabaseAddress.isOne(name) {
      let address = try DatabaseAddress(name)
      argument = address.text
      self.name = address.text
      variables = address.password.map { ["PGPASSWORD": $0] } ?? [:]
      isDatabase = true
      return
    }
    let file = URL(filePath: name).resolvingSymlinksInPath()
    var isFolder = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
      throw FormatError(
        kind: .missing, file: name,
        message: Bilingual(zh: "无法打开文件:没有这个文件", en: "cannot open the file: there is none"),
        remedy: Bilingual(zh: "请检查路径和读取权限", en: "check the path and the read permission"))
    }
    let stated = URL(filePath: name).pathExtension.lowercased()
    let kind = Self.kinds.contains(stated) ? stated : "bin"
    var entries: [ZipDirectory.Entry] = []
    if !isFolder.boolValue {
      let start = try SourceBytes.open(name).prefix(4)
      if start == [0x50, 0x4B, 0x03, 0x04] || ["kmz", "xlsx", "ods", "zip"].contains(kind) {
        let directory = try ZipDirectory(file.path, named: name)
        try directory.check(name)
        entries = directory.entries
      }
    }
    // GDAL looks for a file geodatabase in an archive by this ending alone.
    let hasDatabase = entries.contains { $0.name.lowercased().hasSuffix(".gdbtable") }
    let ending = kind == "zip" && hasDatabase ? "gdb.zip" : kind
    let place = folder.path("layer." + ending)
    do {
      try FileManager.default.createSymbolicLink(
        atPath: place, withDestinationPath: file.path)
      for end in Self.companions[kind] ?? [] {
        guard let companion = Self.companion(of: file, end) else { continue }
        try FileManager.default.createSymbolicLink(
          atPath: folder.path("layer." + end), withDestinationPath: companion)
      }
    } catch { throw GDALFailure.temporaryFiles(name, error.localizedDescription) }
    argument = ending == "zip" ? "/vsizip/" + place : place
    self.name = name
    variables = [:]
    isDatabase = false
  }

  /// The file beside another one that is called alike but for its ending, in any case of letters.
  private static func companion(of file: URL, _ end: String) -> String? {
    let folder = file.deletingLastPathComponent()
    let stem = file.deletingPathExtension().lastPathComponent
    for spelling in [end, end.uppercased(), end.capitalized] {
      let path = folder.appending(path: stem + "." + spelling).path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return nil
  }
}
