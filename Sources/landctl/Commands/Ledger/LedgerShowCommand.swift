import ArgumentParser
import LandKit

/// `landctl ledger show`: the way of one case.
struct LedgerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The way of one case / 案件经过",
    discussion: HelpText(
      examples: """
        landctl ledger show land.gpkg 2025-0001
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The case, or a parcel with one case. / 案号,或只有一个案件的宗地编号")
  var item: String

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日,默认上海当天")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let book = try errors.ledger {
      try LedgerBook(LedgerStore.open(ledger, readOnly: true), asOf: day)
    }
    let found = try CaseArgument.find(item, in: book, errors)
    let standing = book.standing(of: found)
    Terminal.out(
      StandingText(language: language, item: found, standing: standing).lines()
        .joined(separator: "\n"))
    Terminal.out("")
    let table = CaseTimelineTable(
      found, events: book.events(of: found.id), language: language.ofPaper
    ).table()
    Terminal.out(TableText(language: language, table: table).lines().joined(separator: "\n"))
  }
}
