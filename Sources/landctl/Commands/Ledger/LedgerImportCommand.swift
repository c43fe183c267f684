import ArgumentParser
import LandKit

/// `landctl ledger import`: an existing register of idle land.
struct LedgerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take an existing register of idle land in / 导入已有台账",
    discussion: HelpText(
      about: """
        CSV or a workbook (.xlsx .xls .ods, read by GDAL's ogr2ogr: apt-get install gdal-bin) \
        with the columns of contracts.csv (宗地代码, 认定书文号, 认定书日期, 闲置面积, 处置方式, 处置完成日 …); --map \
        renames columns that are called otherwise. / CSV 或工作簿(.xlsx .xls .ods,由 GDAL 的 \
        ogr2ogr 读取:apt-get install gdal-bin),列名同 contracts.csv(宗地代码、认定书文号、认定书日期、闲置面积、处置方式、处置完成\
        日等);另有叫法的用 --map 改名。
        Titles and a line 单位:公顷/万元 may stand above the header, which is found among the first \
        20 rows: at least three known columns, one of them 宗地代码. Every row is accounted for: \
        imported as a case, already there, or left out with the reason; the number of a row \
        is the one that Excel shows. / 表头上方可有标题和“单位:公顷/万元”一行;表头在前 20 行内查找:至少三个已知列,其中有宗地代码。每一行都\
        有去向:作为案件导入、已经存在,或者附理由略去;行号与 Excel 所示一致。
        A code that Excel turned into a number (3.6011E+18) is refused: format the column as \
        text. In .xls cells with formulas are empty. / 被 Excel 变成数字的代码(3.6011E+18)予以拒绝:请把该列设为文\
        本。.xls 中的公式单元格为空。
        """,
      examples: """
        landctl ledger import land.gpkg register.csv --map 地块号=宗地代码 --map 文号=认定书文号 --by 张三
        landctl ledger import land.gpkg 闲置土地台账.xlsx --sheet 2024年 --by 张三
        """,
      endings: Endings([.reads, .components, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The register: CSV, XLSX, XLS or ODS. / 已有台账:CSV、XLSX、XLS 或 ODS")
  var file: String

  @Option(
    help: """
      OLD=NEW: a column of the file and what it is; several times. / 列名对应 旧=新:文件中的列及其含义,可重复
      """)
  var map: [String] = []

  @Option(help: "The sheet of a workbook, default the first with a header. / 工作表,默认第一个有表头的")
  var sheet: String?

  @Option(
    name: .customLong("header-row"),
    help: "The row with the column names, default: it is found. / 表头所在行,默认自动查找")
  var headerRow: Int?

  @Option(help: "Who does it. / 经办人")
  var by: String

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日,默认上海当天")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    if let headerRow, !(1...TableOpener.lastRow).contains(headerRow) {
      throw errors.usage(
        "--header-row \(headerRow)",
        Bilingual(zh: "行号从 1 起", en: "rows are counted from 1 to \(TableOpener.lastRow)"))
    }
    let opened = try table(errors)
    for note in opened.notes { Terminal.note("\(file): " + language(note)) }
    let table = opened.table
    let outcome = try errors.ledger {
      try LedgerImport(table.attributes, asOf: day, author: by).into(
        LedgerStore.open(ledger, readOnly: false))
    }
    for row in outcome.leftOut {
      Terminal.note("\(file):\(table.rowNumbers[row.row]) " + language(row.reason))
    }
    Terminal.out(
      language(
        "\(outcome.rows) 行:新立案 \(outcome.opened),已在台账 \(outcome.known),未导入 \(outcome.leftOut.count)",
        "\(outcome.rows) rows: \(outcome.opened) opened, \(outcome.known) known already, "
          + "\(outcome.leftOut.count) left out"))
  }

  /// The register, with the names of fields for its columns.
  private func table(_ errors: ErrorText) throws -> OpenedTable {
    do {
      let columns = try RegisterColumns(map)
      let search = HeaderSearch(.contracts, anchors: [.parcelID], mapping: columns.mapping)
      let opened = try InputFile(file).table(
        search, OpeningOptions(), sheet: sheet, headerRow: headerRow)
      try columns.check(against: opened.headers)
      let codes = RoundedCode.find(in: opened.table, role: .contracts, hasNumbers: false)
      if let error = FormatError(codes, file: file) { throw error }
      return opened
    } catch let error as FormatError {
      throw Terminal.said(errors.failure(error))
    } catch let error as RegisterColumns.Fault {
      throw Terminal.said(
        errors.failure(.usage, "--map \(error.pair)", error.message, error.remedy))
    }
  }
}
