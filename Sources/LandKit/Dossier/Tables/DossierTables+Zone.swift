import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandRulebook

extension DossierTables {
  /// Events that stand against the zone, and for which days the list is complete.
  func events() -> DocumentTable? {
    let file = application.file
    guard !file.events.isEmpty || !file.eventsComplete.isEmpty else { return nil }
    // The years that the gates of the act count, not ours; without such a gate nothing is recent.
    let years = application.check.gates.flatMap(\.rule.eventSpans).max()
    var table = DocumentTable(
      caption: words("违法及重大事件", "Events"),
      columns: [
        column("类别", "kind"), column("日期", "date"), column("等级", "grade"),
        column("文书", "document"),
        years.map { column("\($0)年内", "within \($0) years") } ?? column("期限内", "counted"),
      ])
    let asOf = application.check.asOf
    let recent = file.events.filter { $0.date.value <= asOf }
      .sorted { ($1.date.value, $0.kind.value.rawValue) < ($0.date.value, $1.kind.value.rawValue) }
    table.rows = recent.map { event in
      let isRecent = years.map { event.date.value > asOf.adding(years: -$0) } ?? false
      let isGrave = event.grade?.value == .serious
      return [
        .text(language(event.kind.value.label)), .day(event.date.value),
        event.grade.map { .text(language($0.value.label)) } ?? .unknown,
        .text(event.document?.value),
        years == nil
          ? .empty
          : .text(
            isRecent ? words("是", "yes") : words("否", "no"),
            tone: isRecent && isGrave ? .bad : .plain),
      ]
    }
    let spans = ZoneEventKind.allCases.map { kind in
      let span = file.eventsComplete[kind].map { "\($0.lowerBound) – \($0.upperBound)" }
      return language(kind.label) + " " + (span ?? words("未声明", "not declared"))
    }
    table.note = words("清单完整期间:", "The list is declared complete for: ") + language.list(spans)
    return table
  }

  /// Yearly figures with what they come to per mu, under every base that the rules know.
  func perMu() -> DocumentTable? {
    var table = DocumentTable(
      caption: words("亩均指标", "Figures per mu"),
      columns: [
        column("规则", "rule", width: 10), column("指标", "figure", width: 28),
        column("土地基数", "base", width: 22), column("亩均值", "per mu", width: 10),
        column("限值", "bound", width: 11), column("单位", "unit", width: 12),
        column("结论", "verdict", width: 16),
      ])
    let gates = application.check.gates.filter { gate in
      gate.deciding?.unit.symbol.hasSuffix("/亩") == true
    }
    for gate in gates {
      for reading in gate.readings {
        let trace = reading.deciding
        let base = gate.rule.readings.first { $0.id == reading.id }?.label
        table.rows.append([
          .code(gate.rule.id), .text(language(gate.rule.title)),
          .text(base.map { language($0) } ?? reading.id), .number(trace?.number, 2),
          .text(
            trace?.limitNumber.map { "\(trace?.relation?.rawValue ?? "") \(RuleNumber.text($0))" }),
          .text(trace?.unitName),
          DocumentCell(.text(language(reading.verdict.label)), tone: reading.verdict.tone),
        ])
      }
    }
    guard !table.rows.isEmpty else { return nil }
    table.note = words(
      "条文未定义亩均的土地基数,以第一行的基数判断,其余并列。",
      "The text does not define the land of a figure per mu: the first base decides, the others stand beside it."
    )
    return table
  }

  /// What authorities have attested.
  func attestations() -> DocumentTable? {
    let found = application.file.attestations
    guard !found.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("符合性意见", "Attestations"),
      columns: [
        column("事项", "topic"), column("区块", "block"), column("结论", "conforms"),
        column("文书", "document"), column("日期", "date"),
      ])
    table.rows = found.map { item in
      let conforms: DocumentCell =
        switch item.conforms?.value {
        case true?: .text(words("符合", "yes"), tone: .good)
        case false?: .text(words("不符合", "no"), tone: .bad)
        case nil: .unknown
        }
      return [
        .text(language(TopicWords.label(item.topic.value))), .text(item.block?.value), conforms,
        .text(item.document?.value), .day(item.date?.value),
      ]
    }
    return table
  }
}
