import ArgumentParser
import Foundation
import LandKit

/// `landctl report`: the page of an audit, made again from its folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The report of an audit as one HTML file / 审查报告",
    discussion: """
      Reads the folder that landctl audit --output has written, and measures nothing. The zones and
      buildings on the map come from the files given; without them it shows parcels only.

      --template takes a folder with templates (*.mustache) and style sheets (*.css) of your own, which
      stand in for the shipped ones of the same name.

      Examples / 示例:
        landctl report out
        landctl report out --zones zones.geojson --buildings buildings.geojson --lang zh
        landctl report out --template letterhead --output report.html --open
      """)

  @Argument(help: "The folder of an audit. / 审查结果文件夹")
  var folder: String

  @Option(help: "The file to write, default report.html in the folder. / 输出文件")
  var output: String?

  @Option(help: "Development zones for the map. / 开发区范围图层")
  var zones: String?

  @Option(help: "Buildings for the map. / 建筑物图层")
  var buildings: String?

  @Option(help: "Folder with templates and style sheets of your own. / 自有模板文件夹")
  var template: String?

  @Flag(help: "Show the page in the browser. / 完成后打开")
  var open = false

  @Option(help: "Workers, default all processors. / 并行数")
  var jobs: Int?

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() throws {
    Interruption.watch()
    let language = lang ?? .ofLocale
    let path = output ?? (folder.hasSuffix("/") ? folder : folder + "/") + AuditPage.name
    do throws(Failure) { try write(to: path, language) } catch {
      OpenFiles.removeAll()
      throw Terminal.said(error)
    }
    Terminal.note(path)
    if open { PageViewer.show(path, language) }
  }

  private func write(to path: String, _ language: Language) throws(Failure) {
    let errors = ErrorText(language: language)
    let workers = Workers(count: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    do {
      let inputs =
        AuditDirectory.names.map { folder + "/" + $0 } + [zones, buildings].compactMap { $0 }
      for input in inputs where isSameFile(path, input) {
        throw OutputError.overwritesInput(path)
      }
      let files = try template.map { try PageFileSet(folder: $0) } ?? PageFileSet()
      let book = try AuditBook(folder: folder)
      let report = AuditReport(
        book, language: language.ofPaper, zones: try layer(zones, .zones, book, language),
        buildings: try layer(buildings, .buildings, book, language))
      let bytes = try AuditPage(report, files: files).bytes(workers: workers)
      try writeTogether([(path, bytes)])
    } catch let error as OutputError { throw errors.failure(error) } catch let error
      as TemplateError
    {
      throw errors.failure(error)
    } catch let error as AuditBookError { throw errors.failure(error) } catch let error
      as AuditError
    {
      throw errors.failure(error)
    } catch {
      throw errors.failure(
        .ourFault, path, Bilingual(zh: "\(error)", en: "\(error)"),
        Bilingual(zh: "请报告此问题", en: "please report this"))
    }
  }

  private func layer(
    _ path: String?, _ role: ReportLayer.Role, _ book: AuditBook, _ language: Language
  ) throws(AuditError) -> ReportLayer? {
    guard let path else { return nil }
    let opened = try ReportLayer.open(path, role: role, for: book)
    if !opened.isThatOfTheAudit {
      Terminal.note(
        language(
          "提示：\(path) 不是审查时所用的文件", "note: \(path) is not the file that the audit read"))
    }
    if opened.layer == nil {
      Terminal.note(
        language(
          "提示：\(path) 的坐标系不能换算到经纬度，未绘入地图",
          "note: the system of \(path) has no way to longitude and latitude; it is not on the map"))
    }
    return opened.layer
  }
}
