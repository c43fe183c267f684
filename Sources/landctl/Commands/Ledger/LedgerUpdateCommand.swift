import ArgumentParser
import LandKit

/// `landctl ledger update`: takes an audit of this year's parcels into the ledger.
struct LedgerUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Take an audit of this year's parcels in / 更新台账",
    discussion: HelpText(
      about: """
        Audits the parcels, matches them with those of the last survey by number and by \
        ground, opens cases for new suspicions and looks at open ones again. It never ends a \
        case. / 审查宗地,按编号和图形与上次调查对应,对新的疑似闲置立案,并复查在办案件;从不自行结案。
        """,
      examples: """
        landctl ledger update land.gpkg --parcels 2025.geojson --contracts 2025.csv --as-of 2025-12-31 --by 张三
        """,
      endings: Endings([.reads, .components, .writes, .ledger]),
      memory: MemoryNote.ledgerUpdate
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "The parcels, default the layer that the zone file names. / 宗地文件,默认取开发区文件所写的图层")
  var parcels: String?

  @Option(help: "Year of the survey, default that of the day of the audit. / 调查年度,默认为截止日所在年度")
  var year: Int?

  @Option(help: "Who does it. / 经办人")
  var by: String

  @Flag(
    name: .customLong("accept-drift"),
    help: """
      Take the survey in although it differs from the last beyond the limits. / 与上次调查差异超限时仍予接受
      """)
  var acceptsDrift = false

  @OptionGroup var arguments: AuditArguments

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    Allocation.keepLargeBlocks()
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let store = try errors.ledger { try LedgerStore.open(ledger, readOnly: false) }
    let prepared = try PreparedAudit(parcels, arguments, language)
    let run: AuditRun
    do throws(AuditError) {
      run = AuditRun(try prepared.inputs(digests: true), options: prepared.options)
    } catch { throw Terminal.said(errors.failure(error)) }
    var options = LedgerUpdate.Options(
      year: year ?? prepared.options.asOf.components.year, author: by)
    options.acceptsDrift = acceptsDrift
    let sha256 = run.inputs.digests.first { $0.role == "parcels" }?.sha256 ?? ""
    let outcome: LedgerUpdate.Outcome
    do {
      outcome = try errors.ledger {
        try LedgerUpdate(run, options: options).update(store, sha256: sha256)
      }
    } catch let failure as LedgerUpdate.Failure {
      throw Terminal.said(errors.failure(failure))
    }
    Terminal.out(UpdateText(language: language, ledger: ledger, outcome: outcome).text())
  }
}

extension ErrorText {
  /// An update that was not made.
  fileprivate func failure(_ error: LedgerUpdate.Failure) -> Failure {
    switch error {
    case .system(let file, let name):
      failure(
        .inputUnusable, file,
        Bilingual(
          zh: "坐标系 \(name) 不能无损转换到 CGCS2000 经纬度",
          en: "the system \(name) has no way to CGCS2000 longitude and latitude without a shift"),
        Bilingual(
          zh: "请提供 CGCS2000 数据,或用 --crs 指明",
          en: "provide CGCS2000 data, or name the system with --crs"))
    case .backwards(let last, let asOf):
      failure(
        .usage, "--as-of \(asOf)",
        Bilingual(
          zh: "早于台账中最近一次调查的日期 \(last)", en: "before the last survey of the ledger, of \(last)"),
        Bilingual(zh: "请用不早于该日的截止日", en: "take a day that is not before it"))
    case .drift(let breaches):
      failure(
        .inputUnusable, "--parcels",
        Bilingual(
          zh: "与上次调查差异过大:" + breaches.map(\.text.zh).joined(separator: ";"),
          en: "the survey differs too much from the last: "
            + breaches.map(\.text.en).joined(separator: "; ")),
        Bilingual(
          zh: "请核对文件;确认无误后加 --accept-drift",
          en: "check the file; if it is right, add --accept-drift"))
    case .overtaken:
      failure(
        .busy, "ledger",
        Bilingual(zh: "更新期间有人写入了台账", en: "somebody wrote to the ledger meanwhile"),
        Bilingual(zh: "请重新运行", en: "run it again"))
    }
  }
}
