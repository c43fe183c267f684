import ArgumentParser
import LandKit

/// `landctl ledger export`: the ledger as CSV, JSON and GeoJSON files.
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "All that the ledger holds, as CSV and GeoJSON files / 导出台账",
    discussion: HelpText(
      about: """
        Writes cases.csv (one row a case, as it stands), events.csv (every event, in order, \
        with its hashes), documents, surveys, lineage, runs, zones, zone_figures, targets, \
        zombies and contracts as CSV, the manifest of each run as runs/NNNN.json, \
        site_notes.geojson, the parcels of each survey as survey-YYYY-NN.geojson (longitude \
        and latitude, CGCS2000, as they are kept), and ledger.json. Column names are English \
        and stable, days ISO. All files appear, or none. / 写出 cases.csv(每案一行,现状)、events.csv(全部\
        事项,依次,附校验值),documents、surveys、lineage、runs、zones、zone_figures、targets、zombies、\
        contracts 各表的 CSV,每次运行的清单 runs/NNNN.json,site_notes.geojson,每次调查的宗地 \
        survey-YYYY-NN.geojson(经纬度,CGCS2000,与所存一致),以及 ledger.json。列名为固定的英文,日期按 ISO。全部写出,或者一个也不\
        写。
        """,
      examples: """
        landctl ledger export land.gpkg --output export --tables cases,events
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "The folder to write. / 输出文件夹")
  var output: String

  @Option(
    help: """
      Only these, with commas between them: cases,events, say. / 只导出这些表,逗号分隔,如 cases,events
      """)
  var tables: String?

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日,默认上海当天")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let parts = try parts(errors)
    let outcome: LedgerExport.Outcome
    do {
      outcome = try errors.ledger {
        try LedgerExport(parts, asOf: day).write(
          LedgerStore.open(ledger, readOnly: true), to: output)
      }
    } catch let error as OutputError {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
    if parts.contains(.contracts), !outcome.hasContracts {
      Terminal.note(
        language(
          "台账没有合同期限,contracts.csv 只有表头",
          "the ledger keeps no dates of contracts yet: contracts.csv has its header only"))
    }
    Terminal.out(
      language(
        "已导出 \(outcome.cases) 件案件、\(outcome.events) 条事项,共 \(outcome.files.count) 个文件到 \(output)",
        "\(outcome.cases) cases and \(outcome.events) events: \(outcome.files.count) files are in "
          + output))
  }

  /// The parts asked for; a name that there is not is a usage error that lists them.
  private func parts(_ errors: ErrorText) throws -> Set<LedgerExport.Part> {
    let all = LedgerExport.Part.allCases
    guard let tables else { return Set(all) }
    var parts: Set<LedgerExport.Part> = []
    for name in tables.split(separator: ",", omittingEmptySubsequences: false) {
      guard let part = LedgerExport.Part(rawValue: String(name)) else {
        let names = all.map(\.rawValue)
        throw Terminal.said(
          errors.failure(
            .usage, String(name), Bilingual(zh: "没有这个表", en: "there is no such table"),
            Bilingual(
              zh: "可用:" + names.joined(separator: "、"),
              en: "known: " + names.joined(separator: ", "))))
      }
      parts.insert(part)
    }
    return parts
  }
}
