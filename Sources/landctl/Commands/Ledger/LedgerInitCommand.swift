import ArgumentParser
import LandKit

/// `landctl ledger init`: a new, empty ledger.
struct LedgerInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty ledger / 新建台账",
    discussion: HelpText(
      about: """
        Makes the file; one that is there is never overwritten. / 新建文件;已有的文件不会被覆盖。
        """,
      examples: """
        landctl ledger init land.gpkg --territory 369900
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The file to make. / 要新建的台账文件")
  var ledger: String

  @Option(help: "Territory of the ledger, six digits by GB/T 2260. / 台账的行政区划代码,按 GB/T 2260 的六位数字")
  var territory: String

  @Option(help: "The day on which it begins, default today in Shanghai. / 启用日期,默认上海当天")
  var date: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    guard territory.count == 6, territory.allSatisfy(\.isASCII), territory.allSatisfy(\.isNumber)
    else { throw ValidationError("--territory takes six digits, not \"\(territory)\"") }
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(date)
    try errors.ledger {
      _ = try LedgerStore.create(
        at: ledger, territory: territory, day: day, madeBy: "landctl \(LandctlVersion.text)")
    }
    Terminal.out(
      language("已新建台账 \(ledger)", "made the ledger \(ledger)") + " · \(territory) · \(day)")
  }
}
