import LandAudit
import LandCadastre
import LandCompliance
import LandDocuments
import LandGeometry
import LandRulebook

/// 申请条件审查: the check of an act as a paper: the verdict, the gates with their readings, what is
/// missed and what would close it, what is missing, what time alone does. Its tables are those of the
/// dossier.
public struct CheckPaper: Sendable {
  private let application: Application
  private let report: LandUseReport
  private let language: Document.Language

  /// The paper of an application in a language.
  public init(_ application: Application, language: Document.Language) {
    self.application = application
    self.language = language
    let named = DossierTables(application: application, language: language).all()
    var tables = Dictionary(
      named.filter(\.isPrinted).map { ($0.name, $0.table) }, uniquingKeysWith: { first, _ in first }
    )
    // Their notes point to the workbook and the manifest of a dossier, which are not beside a check.
    for name in ["idle_summary", "materials"] { tables[name]?.note = "" }
    report = LandUseReport(
      application: application, language: language, tables: tables, maps: [:])
  }

  /// The paper.
  public func document() -> Document {
    let check = application.check
    let zone = application.file.name?.value ?? check.zone
    var document = Document(
      language: language,
      title: language(
        "\(zone)\(check.act.label.zh)条件审查",
        "Check of the conditions: \(check.act.label.en) of \(zone)"))
    document.subtitle = language("（截止日\(check.asOf)）", "(as of \(check.asOf))")
    document.particulars = report.particulars(zone)
    document.blocks = [heading("审查结论", "Outcome", "outcome")] + report.summary()
    func part(_ zh: String, _ en: String, _ anchor: String, _ blocks: [Block]) {
      guard !blocks.isEmpty else { return }
      document.blocks += [heading(zh, en, anchor)] + blocks
    }
    part("差距与达标途径", "Gaps and what would close them", "gaps", gaps())
    part("缺少的资料", "Missing inputs", "missing", missing())
    part("各种读法", "Readings", "readings", readings())
    part("供地与闲置土地", "Supply and idle land", "land", land())
    part("事件与时间展望", "Events and outlook", "outlook", report.events())
    part("其他要求", "Other demands", "directions", demands(check.directions))
    part(
      "材料与程序", "Papers and steps", "papers",
      report.table("materials") + report.table("procedure"))
    return document
  }

  private func heading(_ zh: String, _ en: String, _ anchor: String) -> Block {
    .heading(level: 1, language(zh, en), anchor: anchor)
  }

  /// The gates that are not met, each with its remedy, and what the ratios and cases would have to do.
  private func gaps() -> [Block] {
    let open = application.check.gates.filter { gate in
      gate.verdict != .met && gate.verdict != .notApplicable
    }
    var blocks = demands(open)
    let remedies = open.compactMap { gate in
      gate.rule.remedy.map { gate.rule.id + language("：", ": ") + language($0) }
    }
    if !remedies.isEmpty {
      blocks.append(.heading(level: 2, language("补救", "Remedies"), anchor: "remedies"))
      blocks.append(.list(remedies))
    }
    let closing = ClosingWords(application.check.closing, language: language).sentences()
    if !closing.isEmpty {
      blocks.append(
        .heading(level: 2, language("如何达到", "What would close the gaps"), anchor: "closing"))
      blocks.append(.list(closing))
    }
    return blocks + report.table("disposal_plans")
  }

  private func demands(_ judgements: [Judgement]) -> [Block] {
    judgements.compactMap(report.sentence)
  }

  /// What each gate lacks, by the names of the fields to fill in.
  private func missing() -> [Block] {
    let items = application.check.gates.filter { !$0.missing.isEmpty }.map { gate in
      gate.rule.id + language("：", ": ")
        + language.list(MissingInputs.fields(behind: gate.missing))
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  /// Gates whose verdict depends on how the text is read, then the figures under each reading.
  private func readings() -> [Block] {
    let differ = application.check.gates.filter(\.readingsDiffer).map { gate in
      Block.notice(
        .attention,
        gate.rule.id + language("：各种读法结论不同。", ": the readings differ. ")
          + gate.readings.map { "\($0.id): \(language($0.verdict.label))" }
          .joined(separator: language("；", "; ")))
    }
    return differ + report.table("per_mu") + report.table("remaining_share")
  }

  private func land() -> [Block] {
    report.table("official_balance") + report.table("supply") + report.table("idle_summary")
  }
}
