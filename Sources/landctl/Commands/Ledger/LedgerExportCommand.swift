import ArgumentParser
import LandKit

/// `landctl ledger export`: the ledger as CSV files.
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Cases and events as CSV files / 导出案件和事项",
    discussion: """
      Writes cases.csv (one row a case, as it stands) and events.csv (every event, in order). Column
      names are English and stable, areas in m² with six decimals, days ISO.
      """)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "The folder to write. / 输出文件夹")
  var output: String

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let book = try errors.ledger {
      try LedgerBook(LedgerStore.open(ledger, readOnly: true), asOf: day)
    }
    do throws(OutputError) {
      try writeTogether([
        (output + "/cases.csv", LedgerTables.cases(book)),
        (output + "/events.csv", LedgerTables.events(book)),
      ])
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
    Terminal.out(
      language(
        "已导出 \(book.cases.count) 件案件、\(book.events.count) 条事项到 \(output)",
        "\(book.cases.count) cases and \(book.events.count) events are in \(output)"))
  }
}
