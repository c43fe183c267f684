import ArgumentParser
import LandKit

/// `landctl ledger import`: an existing register of idle land.
struct LedgerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take an existing register of idle land in / 导入已有台账",
    discussion: """
      A CSV file with the columns of contracts.csv (宗地代码, 认定书文号, 认定书日期, 闲置面积, 处置方式,
      处置完成日 …); --map renames columns that are called otherwise. Every row is accounted for: imported
      as a case, already there, or left out with the reason. A workbook has to be saved as CSV first.

      Example / 示例:
        landctl ledger import land.gpkg register.csv --map 地块号=宗地代码 --map 文号=认定书文号 --by 张三
      """)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The register, CSV. / 已有台账")
  var file: String

  @Option(help: "OLD=NEW: a column of the file and what it is; several times. / 列名对应")
  var map: [String] = []

  @Option(help: "Who does it. / 经办人")
  var by: String

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    var names: [String: String] = [:]
    for pair in map {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw errors.usage(
          "--map \(pair)", Bilingual(zh: "应为 原列名=字段", en: "expected OLD=NEW"))
      }
      names[parts[0]] = parts[1]
    }
    let table: AttributeTable
    do throws(FormatError) {
      table = try CSVReader.readTable(SourceBytes.open(file)).attributes.renaming(names)
    } catch { throw Terminal.said(errors.failure(error)) }
    let outcome = try errors.ledger {
      try LedgerImport(table, asOf: day, author: by).into(LedgerStore.open(ledger, readOnly: false))
    }
    for row in outcome.leftOut {
      Terminal.note("\(file):\(row.row + 2) " + language(row.reason))
    }
    Terminal.out(
      language(
        "\(outcome.rows) 行:新立案 \(outcome.opened),已在台账 \(outcome.known),未导入 \(outcome.leftOut.count)",
        "\(outcome.rows) rows: \(outcome.opened) opened, \(outcome.known) known already, "
          + "\(outcome.leftOut.count) left out"))
  }
}
