import ArgumentParser
import Foundation
import LandKit

/// A page on its way to its place. What is wrong is said here and thrown as an exit status; then
/// nothing is written.
struct ReportedPage {
  let path: String
  /// The folder of the user's templates.
  let template: String?
  let language: Language

  /// The page of an audit, from its folder.
  func write(audit folder: String, zones: String?, buildings: String?, jobs: Int?) throws {
    let workers = MemoryLimit.workers(jobs)
    try saying {
      try spare(
        AuditDirectory.names.map { folder + "/" + $0 } + [zones, buildings].compactMap { $0 })
      let files = try files()
      let book = try AuditBook(folder: folder)
      let report = AuditReport(
        book, language: language.ofPaper, zones: try layer(zones, .zones, book),
        buildings: try layer(buildings, .buildings, book))
      try put(try AuditPage(report, files: files).bytes(workers: workers))
    }
  }

  /// The statement of a year, from a ledger.
  func write(
    ledger: String, year: Int, rules: [String], asKnownNow: Bool, on today: CalendarDate
  ) throws {
    try saying {
      try spare([ledger] + rules.filter(RuleChoice.isPath))
      let files = try files()
      let ready = try PreparedYear(
        ledger, year: year, rules: rules, asKnownNow: asKnownNow, on: today, language)
      try put(ready.statement.document(language.ofPaper), files)
    }
  }

  /// The check of an act, from a zone file and what it names.
  func write(zone: String, _ options: ApplicationOptions, _ audit: AuditArguments) throws {
    try saying {
      try spare([zone])
      let files = try files()
      let ready = try PreparedApplication(zone, options, audit, language)
      try spare(ready.inputs.map(\.path))
      try put(CheckPaper(ready.application, language: language.ofPaper).document(), files)
    }
  }

  private func files() throws(TemplateError) -> PageFileSet {
    guard let template else { return try PageFileSet() }
    return try PageFileSet(folder: template)
  }

  private func put(_ document: Document, _ files: PageFileSet) throws {
    try put(Array(try HTMLPage(document).text(files.templates).utf8))
  }

  private func put(_ bytes: [UInt8]) throws(OutputError) { try writeTogether([(path, bytes)]) }

  /// What the page is made from, templates included, must not be overwritten by it.
  private func spare(_ inputs: [String]) throws(OutputError) {
    let own = template.map { folder in PageFileSet.replaceable.map { folder + "/" + $0 } } ?? []
    for input in inputs + own where isSameFile(path, input) {
      throw OutputError.overwritesInput(path)
    }
  }

  private func saying(_ body: () throws -> Void) throws {
    let errors = ErrorText(language: language)
    do { try body() } catch let said as ExitCode {
      OpenFiles.removeAll()
      throw said
    } catch {
      OpenFiles.removeAll()
      let failure =
        switch error {
        case let error as OutputError: errors.failure(error)
        case let error as TemplateError: errors.failure(error)
        case let error as AuditBookError: errors.failure(error)
        case let error as AuditError: errors.failure(error)
        default:
          errors.failure(
            .ourFault, path, Bilingual(zh: "\(error)", en: "\(error)"),
            Bilingual(zh: "请报告此问题", en: "please report this"))
        }
      throw Terminal.said(failure)
    }
  }

  private func layer(
    _ path: String?, _ role: ReportLayer.Role, _ book: AuditBook
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
