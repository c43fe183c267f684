import ArgumentParser
import LandKit

/// `landctl ledger export`: the ledger as CSV, JSON and GeoJSON files.
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "All that the ledger holds, as CSV and GeoJSON files / 导出台账",
    discussion: """
      Writes cases.csv (one row a case, as it stands), events.csv (every event, in order, with its
      hashes), documents, surveys, lineage, runs, zones, zone_figures, targets, zombies and contracts
      as CSV, the manifest of each run as runs/NNNN.json, site_notes.geojson, the parcels of each
      survey as survey-YYYY-NN.geojson (longitude and latitude, CGCS2000, as they are kept), and
      ledger.json. Column names are English and stable, days ISO. All files appear, or none.
      """)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "The folder to write. / 输出文件夹")
  var output: String

  @Option(help: "Only these, with commas between them: cases,events, say. / 只导出这些表")
  var tables: String?

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言")
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
