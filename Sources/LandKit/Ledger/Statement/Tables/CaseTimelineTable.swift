import LandCadastre
import LandDocuments
import LandLayers

/// The events of a case in the order of their days, each followed by what corrects it.
public struct CaseTimelineTable: Sendable {
  let ledgerCase: LedgerCase
  let events: [LedgerEvent]
  let words: StatementWords

  /// The events of a case, in any order.
  public init(_ ledgerCase: LedgerCase, events: [LedgerEvent], language: Document.Language) {
    self.ledgerCase = ledgerCase
    self.events = events
    words = StatementWords(language: language)
  }

  /// The table.
  public func table() -> DocumentTable {
    var table = DocumentTable(
      caption: words("案件 \(ledgerCase.id) 经过", "Case \(ledgerCase.id), event by event"),
      columns: [
        words.column("登记号", "entry"), words.column("发生日", "day"),
        words.column("事项", "event"), words.column("文号", "document"),
        words.column("文书日期", "its day"), words.column("内容", "what is known"),
        words.column("经办人", "by"), words.column("录入时间", "recorded at"),
        words.column("理由", "reason"), words.column("突破条款", "forced against"),
        words.column("更正", "corrections"),
      ])
    let known = StatementEvents(events)
    let entries = known.entries.sorted { ($0.day, $0.event.number) < ($1.day, $1.event.number) }
    for entry in entries {
      table.rows.append(row(entry))
      for correction in entry.corrections {
        table.rows.append(row(correction, day: correction.day, remark: effect(correction)))
      }
    }
    for stray in known.strays {
      table.rows.append(
        row(stray, day: stray.day, remark: words("所更正的登记不在本案", "corrects no event of this case")))
    }
    return table
  }

  private func row(_ entry: StatementEvents.Entry) -> [DocumentCell] {
    var remarks: [String] = []
    if entry.isVoid {
      remarks.append(words("已作废", "void"))
    } else if entry.day != entry.event.day {
      remarks.append(words("原录为\(entry.event.day)", "written down as \(entry.event.day)"))
    }
    if !entry.corrections.isEmpty {
      let numbers = entry.corrections.map { String($0.number) }
      remarks.append(
        words("见第\(words.language.list(numbers))号", "see \(words.language.list(numbers))"))
    }
    return row(
      entry.event, day: entry.day, remark: remarks.joined(separator: words("；", "; ")),
      tone: entry.isVoid ? .attention : .plain)
  }

  private func row(
    _ event: LedgerEvent, day: CalendarDate, remark: String, tone: Tone = .plain
  ) -> [DocumentCell] {
    [
      .count(event.number), .day(day), .text(words(event.kind.label), tone: tone),
      .code(event.document?.number), .day(event.document?.day), .text(details(event.details)),
      .text(event.author), .code(event.recordedAt), .text(event.reason),
      .text(words.language.list(event.forced), tone: event.forced.isEmpty ? .plain : .attention),
      .text(remark, tone: tone),
    ]
  }

  /// What a correction says of the event before it.
  private func effect(_ correction: LedgerEvent) -> String {
    let target = correction.details.corrects.map(String.init) ?? ""
    var parts = [words("更正第\(target)号", "corrects \(target)")]
    if correction.details.voids == true { parts.append(words("作废", "did not happen")) }
    if let day = correction.details.rightDay {
      parts.append(words("实际发生日\(day)", "really on \(day)"))
    }
    return parts.joined(separator: words("；", "; "))
  }

  private func details(_ details: EventDetails) -> String {
    var parts: [String] = []
    func add(_ zh: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { parts.append(words(zh, en) + " " + value) }
    }
    add("宗地", "parcel", details.parcelID)
    add("面积", "area", details.area.map { FixedDecimal.text($0, 2) + " m²" })
    add("金额", "amount", details.amount.map { FixedDecimal.text($0, 2) + " 万元" })
    add("类型", "clause", details.clause)
    add("闲置起算日", "idle since", details.idleSince?.description)
    add("原因", "causes", details.causeSpans.map { $0.map(\.description).joined(separator: " ") })
    add("至", "until", details.until?.description)
    add("审查结果", "audit", details.auditState)
    add("年度", "year", details.year.map(String.init))
    if let text = details.text { parts.append(text) }
    return parts.joined(separator: words("；", "; "))
  }
}
