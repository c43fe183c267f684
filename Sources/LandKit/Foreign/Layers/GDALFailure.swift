import LandGeometry
import LandLayers
import LandPrograms

/// Why GDAL did not read a layer, for people.
enum GDALFailure {
  /// A program of GDAL's failed.
  static func error(
    _ error: ProgramError, _ source: GDALSource, folder: String
  ) -> FormatError {
    switch error {
    case .missing(let program, let package):
      let kind = source.isDatabase ? "PostGIS" : kind(of: source.name)
      return FormatError(
        kind: .component, file: source.name,
        message: Bilingual(
          zh: "读取 \(kind) 需要 \(program),本机没有",
          en: "\(kind) is read by \(program), which is not installed"),
        remedy: Bilingual(
          zh: "apt-get install \(package),或先在 QGIS 中导出为 GeoPackage",
          en: "apt-get install \(package), or export a GeoPackage in QGIS first"))
    case .failed(_, let status, let messages):
      return failed(messages, status, source, folder)
    case .tooMuchOutput(_, let limit):
      return FormatError(
        file: source.name,
        message: Bilingual(
          zh: "图层目录超过 \(limit >> 20) MiB",
          en: "the list of layers is longer than \(limit >> 20) MiB"),
        remedy: Bilingual(zh: "请检查文件", en: "check the file"))
    case .temporaryFiles(let reason): return temporaryFiles(source.name, reason)
    }
  }

  /// The temporary folder cannot be used.
  static func temporaryFiles(_ file: String, _ reason: String) -> FormatError {
    FormatError(
      file: file,
      message: Bilingual(
        zh: "无法使用临时文件夹:\(reason)", en: "cannot use the temporary folder: \(reason)"),
      remedy: Bilingual(
        zh: "请检查 TMPDIR 的权限和剩余空间", en: "check the permissions and free space of TMPDIR"))
  }

  private static func failed(
    _ messages: String, _ status: Int32, _ source: GDALSource, _ folder: String
  ) -> FormatError {
    let line = reason(messages, source, folder)
    let remedy =
      source.isDatabase
      ? Bilingual(
        zh: "请检查主机、端口、库名、用户和密码(PGPASSWORD)",
        en: "check host, port, name, user and password (PGPASSWORD)")
      : Bilingual(
        zh: "请在 QGIS 中打开检查,或导出为 GeoPackage", en: "look at it in QGIS, or export a GeoPackage there")
    guard let line else {
      // 24 and 25 are the signals for too much time and too large a file.
      let reason: Bilingual =
        switch status {
        case 24, 25, 9, 6, 11:
          Bilingual(
            zh: "GDAL 超出时间、内存或文件大小的限制,已停止",
            en: "GDAL was stopped: it went beyond a limit of time, memory or file size")
        default:
          Bilingual(zh: "GDAL 不认得该文件的格式", en: "GDAL does not know the format of the file")
        }
      return FormatError(file: source.name, message: reason, remedy: remedy)
    }
    return FormatError(
      file: source.name,
      message: Bilingual(zh: "GDAL 无法读取:\(line)", en: "GDAL cannot read it: \(line)"),
      remedy: remedy)
  }

  /// The first error of GDAL's own without our folder, with the line of the database below it; the
  /// list of all drivers helps nobody.
  private static func reason(_ messages: String, _ source: GDALSource, _ folder: String) -> String?
  {
    let lines = messages.split(separator: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix("ERROR ") }) else { return nil }
    var text = String(lines[first])
    if source.isDatabase, first + 1 < lines.count, !lines[first + 1].hasPrefix("FAILURE") {
      text += " " + lines[first + 1]
    }
    return String(
      text.replacing(folder + "/", with: "").replacing(folder, with: "").prefix(300))
  }

  private static func kind(of name: String) -> String {
    let last = FileName.last(name)
    guard let dot = last.lastIndex(of: ".") else { return last }
    return last[last.index(after: dot)...].uppercased()
  }
}
