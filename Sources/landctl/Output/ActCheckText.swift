import LandKit

/// The check of an act on one screen: the outcome, the gates, what is missing, papers and steps.
struct ActCheckText {
  let language: Language
  let check: ActCheck
  let supply: SupplyAccount?
  let survey: ZoneSurvey?
  let approvals: [ZoneApproval]

  func text() -> String {
    var lines = [
      language(check.act.label) + " · \(check.zone) · "
        + language("截止日 \(check.asOf)", "as of \(check.asOf)") + " · "
        + language("规则库 ", "rulebooks ") + check.rulebooks.joined(separator: ", ")
    ]
    if !check.assumed.isEmpty {
      lines.append(
        language("假设结果,不是现状:", "what would be, not what is: ") + assumptions)
    }
    lines += ["", language("结论:", "outcome: ") + language(check.outcome.label) + counts, ""]
    lines += section(language("准入条件", "gates"), check.gates, withRemedy: true)
    lines += ClosingText(language: language, closing: check.closing).lines()
    lines += OutlookText(language: language, outlook: check.outlook).lines()
    if let supply {
      lines += SupplyText(language: language, account: supply, approvals: approvals).lines()
    }
    lines += SurveyText(language: language, check: check, survey: survey).lines()
    lines += section(language("其他要求", "other demands"), check.directions, withRemedy: false)
    lines += papers()
    lines += cases()
    return lines.joined(separator: "\n")
  }

  private var assumptions: String { check.assumed.texts.joined(separator: ", ") }

  /// How many gates are met, missed, open.
  private var counts: String {
    let words = check.gates.compactMap { $0.verdict?.word }
    let parts = [
      ("met", language("符合", "met")), ("notMet", language("不符合", "not met")),
      ("needsReasons", language("须说明理由", "need reasons")),
      ("unknown", language("无法判定", "open")),
    ].compactMap { word, name -> String? in
      let count = words.filter { $0 == word }.count
      return count == 0 ? nil : "\(name) \(count)"
    }
    return parts.isEmpty
      ? "" : language("(", " (") + parts.joined(separator: ", ") + language(")", ")")
  }

  private func section(_ title: String, _ judgements: [Judgement], withRemedy: Bool) -> [String] {
    guard !judgements.isEmpty else { return [] }
    var lines = [title]
    let ids = judgements.map { Terminal.width($0.rule.id) }.max() ?? 0
    let verdicts = judgements.map { Terminal.width(verdict($0)) }.max() ?? 0
    for judgement in judgements {
      lines.append(
        "  " + Terminal.padded(verdict(judgement), verdicts) + "  "
          + Terminal.padded(judgement.rule.id, ids) + "  "
          + Terminal.plain(language(judgement.rule.title)) + figure(judgement))
      let indent = String(repeating: " ", count: verdicts + 4)
      if judgement.readings.count > 1 {
        let readings = judgement.readings.map { reading in
          "\(reading.id) \(reading.verdict.word)" + value(reading.deciding).map { " \($0)" }.orEmpty
        }
        let differ = judgement.readingsDiffer ? language(" —— 结论不同!", " — they differ!") : ""
        lines.append(
          indent + language("读法:", "readings: ") + readings.joined(separator: "; ") + differ)
      }
      if !judgement.missing.isEmpty {
        lines.append(
          indent + language("缺:", "missing: ")
            + Terminal.plain(
              MissingInputs.fields(behind: judgement.missing).joined(separator: ", ")))
      }
      if withRemedy, judgement.verdict != .met, judgement.verdict != .notApplicable,
        let remedy = judgement.rule.remedy
      {
        lines.append(indent + language("补救:", "remedy: ") + Terminal.plain(language(remedy)))
      }
    }
    return lines + [""]
  }

  private func verdict(_ judgement: Judgement) -> String {
    judgement.verdict.map { language($0.label) } ?? ""
  }

  /// Value, limit and distance.
  private func figure(_ judgement: Judgement) -> String {
    guard let deciding = judgement.deciding, let text = value(deciding),
      let relation = deciding.relation, let limit = deciding.limitNumber,
      let number = deciding.number
    else { return "" }
    let distance = number - limit
    return "  \(text) \(relation.rawValue) \(amount(limit)) \(unit(deciding))  "
      + language("差 ", "distance ") + (distance > 0 ? "+" : "") + amount(distance)
  }

  private func value(_ trace: ComparisonTrace?) -> String? {
    trace?.number.map { amount($0) + " " + unit(trace) }?.trimmed
  }

  private func unit(_ trace: ComparisonTrace?) -> String {
    trace?.unitName == "d" ? language("日", "days") : trace?.unitName ?? ""
  }

  private func amount(_ value: Double) -> String {
    Terminal.number(value, value == value.rounded() ? 0 : 2)
  }

  /// Papers and steps in two lines each: how many are there, and which are not.
  private func papers() -> [String] {
    var lines: [String] = []
    for (kind, title) in [
      (Rule.Kind.material, language("材料", "papers")), (.procedure, language("程序", "steps")),
    ] {
      let all = check.papers.filter { $0.rule.kind == kind && $0.rule.isComputed }
      guard !all.isEmpty else { continue }
      let there = all.filter { $0.verdict == .met }.count
      let missing = all.filter { $0.verdict != .met && $0.verdict != .notApplicable }
      var line = "\(title): \(there)/\(all.count)"
      if let first = missing.first {
        line +=
          language(",尚缺或未知:", ", missing or unknown: ")
          + missing.map { Terminal.plain("\($0.rule.id) " + language($0.rule.title)) }
          .joined(separator: "; ")
        _ = first
      }
      lines.append(line)
    }
    return lines
  }

  /// The idle cases that keep the rate of disposal down.
  private func cases() -> [String] {
    guard !check.openCases.isEmpty else { return [] }
    let list = check.openCases.sorted { ($0.area ?? 0) > ($1.area ?? 0) }.map { open in
      Terminal.plain(open.parcel) + " "
        + (open.area.map { Terminal.number($0 / 10_000, 4) + language(" 公顷", " ha") }
          ?? language("面积未知", "area unknown"))
    }
    return [
      "",
      language("未处置的已认定闲置土地(大者在前):", "idle land identified and not disposed of, largest first: ")
        + list.joined(separator: "; "),
    ]
  }
}

extension Optional where Wrapped == String {
  fileprivate var orEmpty: String { self ?? "" }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
