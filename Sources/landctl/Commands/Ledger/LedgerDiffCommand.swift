import ArgumentParser
import LandKit

/// `landctl ledger diff`: two years beside each other.
struct LedgerDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed from one year to another / 年度对比",
    discussion: HelpText(
      about: """
        The balances of the years, and the cases that are in another state at the end of the \
        second than at the end of the first. / 各年度平衡表,以及前后两个年末状态不同的案件。
        """,
      examples: """
        landctl ledger diff land.gpkg 2025 2026
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The earlier year. / 前一年度")
  var from: Int

  @Argument(help: "The later year. / 后一年度")
  var to: Int

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    guard from < to, (1949...2200).contains(from), (1949...2200).contains(to) else {
      throw ValidationError("name two years, the earlier first")
    }
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    guard let first = CalendarDate(year: from, month: 12, day: 31),
      let last = CalendarDate(year: to, month: 12, day: 31)
    else { return }
    let (before, after) = try errors.ledger {
      let store = try LedgerStore.open(ledger, readOnly: true)
      return (try LedgerBook(store, asOf: first), try LedgerBook(store, asOf: last))
    }
    let years = MultiYearStatement(from...to, in: after.statements)
    Terminal.out(
      TableText(language: language, table: years.table(language.ofPaper)).lines()
        .joined(separator: "\n"))
    var table = DocumentTable(
      caption: language("案件变化", "cases that changed"),
      columns: [
        .init(language("案件", "case")), .init(language("宗地", "parcel")),
        .init("\(from)-12-31"), .init("\(to)-12-31"),
      ])
    for item in after.cases {
      let (old, new) = (before.standing(of: item), after.standing(of: item))
      let was = old.suspectedDay <= first ? state(old, language) : ""
      let now = new.suspectedDay <= last ? state(new, language) : ""
      guard was != now else { continue }
      table.rows.append([.code(item.id), .code(new.parcelID), .text(was), .text(now)])
    }
    Terminal.out("")
    Terminal.out(TableText(language: language, table: table).lines().joined(separator: "\n"))
  }

  private func state(_ standing: CaseStanding, _ language: Language) -> String {
    language(standing.phase.label)
      + (standing.ending.map { language("(", " (") + language($0.label) + language(")", ")") } ?? "")
  }
}
