import LandKit

/// Where a case stands, in a few lines.
struct StandingText {
  let language: Language
  let item: LedgerCase
  let standing: CaseStanding

  func lines() -> [String] {
    var lines = [
      "\(item.id) · " + Terminal.plain(standing.parcelID)
        + (standing.parcelID == item.parcelID
          ? ""
          : language("(立案时 ", " (opened as ") + Terminal.plain(item.parcelID) + language(")", ")"))
        + " · " + language(standing.phase.label)
        + (standing.ending.map { " · " + language($0.label) } ?? "")
    ]
    func line(_ zh: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("  " + language(zh, en) + Terminal.plain(value)) }
    }
    line("使用权人:", "user: ", item.holder)
    line("合同:", "contract: ", item.contractNo)
    line("涉嫌闲置:", "suspected: ", standing.suspectedDay.description)
    line(
      "认定:", "found: ",
      standing.identifiedDay.map { "\($0) \(standing.identifiedNo ?? "")" })
    line(
      "闲置面积:", "idle area: ",
      standing.idleArea.map { Terminal.number($0, 2) + language(" ㎡", " m²") })
    line("闲置起算日:", "idle since: ", standing.idleSince?.description)
    line("闲置月数:", "months idle: ", standing.idleMonths.map(String.init))
    line("原因:", "causes: ", standing.causeSpans.map(\.description).joined(separator: "; "))
    line("处置完成:", "ended: ", standing.endedDay?.description)
    if let next = standing.nextLabel {
      var text = language(next)
      if let actor = standing.nextActor { text += " · " + language(actor.text) }
      if let day = standing.nextDeadline {
        text +=
          language(" · 期限 \(day)", " · by \(day)") + (standing.nextClause.map { " (\($0))" } ?? "")
      }
      line("下一步:", "next: ", text)
    }
    return lines
  }
}
