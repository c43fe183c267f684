import Foundation
import LandGeometry
import LandLayers
import LandOutput
import LandPrograms

/// A workbook that GDAL's command-line programs read: `ogrinfo` names its sheets, `ogr2ogr` writes
/// one as delimited text, each cell as the file has it.
///
/// The programs see the file under a name of ours in a temporary folder, so nothing that the user
/// calls a file or a sheet can be an option, a connection or an address for them.
struct WorkbookProgram: ~Copyable {
  private static let lister = OutsideProgram(name: "ogrinfo", package: "gdal-bin")
  private static let converter = OutsideProgram(name: "ogr2ogr", package: "gdal-bin")
  /// Limits of ours: a full sheet of 1 048 576 rows with 200 bytes each fits, an archive made to
  /// fill the memory ends there.
  private static let limits = ProgramLimits(
    outputBytes: 256 << 20, memoryBytes: 4 << 30, processorSeconds: 600)

  private let source: SourceBytes
  private let folder: PrivateFolder
  private let environment: [String: String]
  private let path: String

  /// Prepares the reading of an existing file.
  init(_ source: SourceBytes, _ format: TableFormat, environment: [String: String])
    throws(FormatError)
  {
    if format != .xls {
      try ZipDirectory(
        URL(filePath: source.name).resolvingSymlinksInPath().path, named: source.name
      ).check(source.name)
    }
    let folder: PrivateFolder
    do throws(OutputError) { folder = try PrivateFolder("table") } catch {
      throw Self.failure(.temporaryFiles(error.reason), source.name)
    }
    let path = folder.path("table.\(format.rawValue)")
    do {
      try FileManager.default.createSymbolicLink(
        atPath: path,
        withDestinationPath: URL(filePath: source.name).resolvingSymlinksInPath().path)
    } catch { throw Self.failure(.temporaryFiles("\(error)"), source.name) }
    self.source = source
    self.path = path
    self.environment = Self.environment(environment, home: folder.url)
    self.folder = folder
  }

  /// The names of its sheets in their order, hidden ones among them.
  func sheets() throws(FormatError) -> [String] {
    let output = try run(Self.lister, ["-ro", "-q", path])
    return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard let colon = line.firstRange(of: ": "), line[..<colon.lowerBound].allSatisfy(\.isNumber)
      else { return nil }
      let name = line[colon.upperBound...]
      let end = " (None)"
      return String(name.hasSuffix(end) ? name.dropLast(end.count) : name)
    }
  }

  /// The rows of a sheet as delimited text below one line that GDAL puts above them.
  func rows(of sheet: String) throws(FormatError) -> SourceBytes {
    guard !sheet.hasPrefix("-") else {
      throw FormatError(
        file: source.name,
        message: Bilingual(
          zh: "工作表名称以 - 开头:\(sheet)", en: "the name of the sheet starts with -: \(sheet)"),
        remedy: Bilingual(zh: "请给该工作表改名", en: "rename the sheet"))
    }
    let output = try run(Self.converter, ["-f", "CSV", "/vsistdout/", path, sheet])
    return SourceBytes(name: source.name, bytes: output)
  }

  private func run(_ program: OutsideProgram, _ arguments: [String]) throws(FormatError) -> [UInt8]
  {
    let output: OutsideProgram.Output
    do throws(ProgramError) {
      output = try program.run(
        arguments, in: folder.url, environment: environment, limits: Self.limits)
    } catch { throw Self.failure(error, source.name) }
    // GDAL says that an archive is damaged or a row skipped, and ends well nevertheless.
    guard !output.messages.contains("ERROR ") else {
      throw Self.failure(
        .failed(program: program.name, status: 0, message: output.messages), source.name)
    }
    return output.bytes
  }

  /// What the programs are told: each cell as text, no header of their own finding, no settings of
  /// the user's, no network.
  private static func environment(_ outer: [String: String], home: URL) -> [String: String] {
    let foreign = ["GDAL_", "OGR_", "CPL_", "VSI_", "AWS_", "LC_"]
    var inner = outer.filter { name, _ in !foreign.contains { name.hasPrefix($0) } }
    for kind in ["XLSX", "ODS", "XLS"] {
      inner["OGR_\(kind)_HEADERS"] = "DISABLE"
      inner["OGR_\(kind)_FIELD_TYPES"] = "STRING"
    }
    inner["LANG"] = "C.UTF-8"
    inner["HOME"] = home.path
    inner["GDAL_HTTP_PROXY"] = "127.0.0.1:9"
    inner["GDAL_DISABLE_READDIR_ON_OPEN"] = "EMPTY_DIR"
    return inner
  }

  private static func failure(_ error: ProgramError, _ file: String) -> FormatError {
    switch error {
    case .missing(let name, let package):
      FormatError(
        kind: .component, file: file,
        message: Bilingual(
          zh: "读取工作簿(.xlsx .xls .ods)需要 \(name),本机没有",
          en: "workbooks (.xlsx .xls .ods) are read by \(name), which is not installed"),
        remedy: Bilingual(
          zh: "apt-get install \(package),或在 Excel 中另存为 CSV UTF-8",
          en: "apt-get install \(package), or save the sheet as CSV UTF-8 in Excel"))
    case .failed(_, _, let message):
      FormatError(
        file: file,
        message: Bilingual(
          zh: "无法读取工作簿\(reason(message).map { ":\($0)" } ?? "")",
          en: "the workbook cannot be read\(reason(message).map { ": \($0)" } ?? "")"),
        remedy: Bilingual(
          zh: "请用 Excel 或 WPS 打开,去掉密码,重新另存为 .xlsx",
          en: "open it in Excel or WPS, take a password off, save it again as .xlsx"))
    case .tooMuchOutput(_, let limit):
      FormatError(
        file: file,
        message: Bilingual(
          zh: "工作表内容超过 \(limit >> 20) MiB", en: "the sheet holds more than \(limit >> 20) MiB"),
        remedy: Bilingual(
          zh: "请删去多余的行列,或分成几个文件", en: "delete rows and columns that are not needed, or split it"))
    case .temporaryFiles(let reason):
      FormatError(
        file: file,
        message: Bilingual(
          zh: "无法使用临时文件夹:\(reason)", en: "cannot use the temporary folder: \(reason)"),
        remedy: Bilingual(
          zh: "请检查 TMPDIR 的权限和剩余空间", en: "check the permissions and free space of TMPDIR"))
    }
  }

  /// The first error of GDAL's own; the list of all drivers that it tried helps nobody.
  private static func reason(_ messages: String) -> String? {
    messages.split(separator: "\n").first { $0.hasPrefix("ERROR ") }.map { String($0.prefix(200)) }
  }
}
