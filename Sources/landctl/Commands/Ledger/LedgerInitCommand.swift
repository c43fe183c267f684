import ArgumentParser
import LandKit

/// `landctl ledger init`: a new, empty ledger.
struct LedgerInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty ledger / 新建台账")

  @Argument(help: "The file to make. / 台账文件")
  var ledger: String

  @Option(help: "Territory of the ledger, six digits by GB/T 2260. / 行政区划代码")
  var territory: String

  @Option(help: "The day on which it begins, default today in Shanghai. / 启用日期")
  var date: String?

  @Option(help: "zh or en, default by the locale. / 界面语言")
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
