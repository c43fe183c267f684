import ArgumentParser
import LandKit

/// `landctl ledger year`: the yearly statement.
struct LedgerYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: "The yearly statement / 年度报表",
    discussion: HelpText(
      about: """
        A year that was closed prints as it stood then; what became known since is listed \
        beside it. --now prints it as known now. / 已结账的年度按结账时的情况输出,其后得知的情况另列;--now 按现在所知输出。
        """,
      examples: """
        landctl ledger year land.gpkg 2026
        landctl ledger year land.gpkg 2026 --close --by 张三
        landctl ledger year land.gpkg 2026 --output statement-2026
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The year. / 年度")
  var year: Int

  @Flag(help: "Close the year: it prints as it stands now ever after. / 结账:此后一直按现在的情况输出")
  var close = false

  @Flag(help: "Print it as known now, closed or not. / 无论是否结账,按现在所知输出")
  var now = false

  @Option(help: "Who closes the year. / 结账的经办人")
  var by: String?

  @Option(help: "Write HTML, XLSX and CSV files to this folder. / 把 HTML、XLSX、CSV 写入此文件夹")
  var output: String?

  @Option(
    help: """
      A rulebook by name or file; default: those in force in the territory. / 规则库名称或文件;默认采用本行政区现\
      行的规则库
      """)
  var rules: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: """
      The day, default today in Shanghai; a year not over has no goals due. / 截止日,默认上海当天;未结束的年度不\
      判目标
      """)
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    guard PreparedYear.known.contains(year) else { throw ValidationError("no such year: \(year)") }
    if close, by == nil { throw ValidationError("--close needs --by") }
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let today = try DayArgument.day(asOf)
    if close, let by {
      try errors.ledger {
        let store = try LedgerStore.open(ledger, readOnly: false)
        try store.close(year: year, author: by)
      }
      Terminal.note(language("\(year) 年已结账", "the year \(year) is closed"))
    }
    let ready = try PreparedYear(
      ledger, year: year, rules: rules, asKnownNow: now, on: today, language)
    let document = ready.statement.document(language.ofPaper)
    if let output {
      try PaperOutput.write(
        document, name: "statement-\(year)", day: ready.last, to: output, language)
      return
    }
    Terminal.out(PaperText(language: language, document: document).text())
  }
}
