import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandLayers
import LandRulebook

/// 用地情况报告: the report on the use of land that goes with an application, in nine parts and an
/// annex. There is no official outline; the parts follow what the rules ask for and the usual order
/// of reports on land.
struct LandUseReport {
  let application: Application
  let language: Document.Language
  let tables: [String: DocumentTable]
  /// Maps by name; those that cannot be drawn are left out.
  let maps: [String: DossierMap]

  /// The paper.
  func document() -> Document {
    let check = application.check
    let zone = application.file.name?.value ?? check.zone
    var document = Document(
      language: language,
      title: language(
        "\(zone)\(check.act.label.zh)用地情况报告",
        "Report on the use of land: \(check.act.label.en) of \(zone)"))
    document.subtitle = language("(送审稿)", "(draft for review)")
    document.particulars = particulars(zone)
    document.blocks = summary()
    let parts: [(Bilingual, [Block])] = [
      (Bilingual(zh: "核准范围", en: "Approved scope"), scope()),
      (Bilingual(zh: "土地利用现状", en: "Present use"), use()),
      (Bilingual(zh: "批、供、建、存情况", en: "Approved, supplied, built and left"), supply()),
      (Bilingual(zh: "闲置土地及处置", en: "Idle land"), idle()),
      (Bilingual(zh: "近三年违法用地和重大事件", en: "Illegal use and events in three years"), events()),
      (Bilingual(zh: "亩均投资、收入和税收", en: "Figures per mu"), perMu()),
      (Bilingual(zh: "拟调整区块", en: "Proposed blocks"), proposed()),
      (Bilingual(zh: "调整前后对照", en: "Before and after"), beforeAndAfter()),
      (Bilingual(zh: "界址点成果", en: "Boundary points"), boundary()),
    ]
    for (index, part) in parts.enumerated() {
      document.blocks.append(heading(index, language(part.0)))
      document.blocks +=
        part.1.isEmpty
        ? [.paragraph(language("没有提供本部分所需的资料。", "The inputs for this part were not given."))]
        : part.1
    }
    document.blocks += annex()
    document.blocks.append(
      .signatures([
        language("填报单位(盖章)", "submitted by (seal)"), language("填表人", "prepared by"),
        language("审核人", "checked by"), language("负责人", "responsible"),
        language("日期", "date"),
      ]))
    return document
  }

  private func heading(_ index: Int, _ title: String) -> Block {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    return .heading(
      level: 1, language("\(numbers[index])、\(title)", "\(index + 1). \(title)"),
      anchor: "part\(index + 1)")
  }

  func particulars(_ zone: String) -> [(label: String, value: String)] {
    let check = application.check
    return [
      (language("开发区", "zone"), "\(zone) (\(check.zone))"),
      (language("申请事项", "act"), language(check.act.label)),
      (language("截止日", "as of"), check.asOf.description),
      (language("规则库", "rulebooks"), check.rulebooks.joined(separator: ", ")),
      (
        language("编制工具", "made with"),
        "landctl \(LandctlVersion.text)"
      ),
    ]
  }

  /// The verdict before anything else.
  func summary() -> [Block] {
    let check = application.check
    let counts = Verdict.Summary(check.gates)
    var blocks: [Block] = [
      .notice(
        check.outcome.tone,
        language("结论:", "Outcome: ") + language(check.outcome.label)
          + language("。", ". ")
          + language(
            "准入条件 \(check.gates.count) 项:符合 \(counts.met)、不符合 \(counts.notMet)、须说明理由 "
              + "\(counts.needsReasons)、无法判定 \(counts.unknown)。",
            "\(check.gates.count) gates: \(counts.met) met, \(counts.notMet) not met, "
              + "\(counts.needsReasons) need reasons, \(counts.unknown) open."))
    ]
    if !check.assumed.isEmpty {
      blocks.append(
        .notice(
          .attention,
          language("以下为假设条件下的测算,不是现状:", "What would be, not what is: ")
            + check.assumed.texts.joined(separator: ", ")))
    }
    blocks += table("gates")
    return blocks
  }

  func table(_ name: String) -> [Block] { tables[name].map { [.table($0)] } ?? [] }

  func map(_ name: String) -> [Block] {
    maps[name].map { [.figure(svg: $0.drawing.svg(), caption: $0.caption)] } ?? []
  }

  /// An area in hectares and mu as people write it.
  func area(_ squareMetres: Double?) -> String {
    guard let squareMetres else { return language("未知", "unknown") }
    let hectares = FixedDecimal.text(squareMetres / 10_000, 4)
    let mu = FixedDecimal.text(AreaUnits.mu(squareMetres), 2)
    return language("\(hectares) 公顷(\(mu) 亩)", "\(hectares) ha (\(mu) mu)")
  }

  /// A sentence on every gate that looks at one of some facts: value, bound, verdict.
  func sentences(on facts: Set<String>) -> [Block] {
    sentences { gate in
      gate.readings.flatMap(\.comparisons).flatMap(\.inputs).contains { facts.contains($0.name) }
    }
  }

  /// The same for gates of a kind.
  func sentences(where isWanted: (Judgement) -> Bool) -> [Block] {
    application.check.gates.filter(isWanted).compactMap(sentence)
  }

  func sentence(_ gate: Judgement) -> Block? {
    guard let verdict = gate.verdict else { return nil }
    var text = "\(gate.rule.id) \(language(gate.rule.title)): \(language(verdict.label))"
    if let trace = gate.deciding, let value = trace.number, let limit = trace.limitNumber {
      let rounded = (value * 100).rounded(.toNearestOrAwayFromZero) / 100
      text +=
        language("(", " (") + RuleNumber.text(rounded) + " \(trace.unitName) "
        + "\(trace.relation?.rawValue ?? "") \(RuleNumber.text(limit)) \(trace.unitName)"
        + language(")", ")")
    }
    if gate.readingsDiffer {
      text += language("。各种读法结论不同,见条件表。", ". The readings differ: see the table of gates.")
    }
    return .notice(verdict.tone, text)
  }
}

extension Verdict {
  /// How many judgements come to what.
  struct Summary {
    var met = 0
    var notMet = 0
    var needsReasons = 0
    var unknown = 0

    init(_ judgements: [Judgement]) {
      for judgement in judgements {
        switch judgement.verdict {
        case .met: met += 1
        case .notMet: notMet += 1
        case .needsReasons: needsReasons += 1
        case .unknown: unknown += 1
        default: break
        }
      }
    }
  }
}

extension ActCheck.Outcome {
  var tone: Tone {
    switch self {
    case .eligible: .good
    case .needsReasons: .attention
    case .notEligible: .bad
    case .undetermined, .noRules: .unknown
    }
  }
}
