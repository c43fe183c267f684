import LandKit

/// What an update brought, on one screen.
struct UpdateText {
  let language: Language
  let ledger: String
  let outcome: LedgerUpdate.Outcome

  /// More cases or parcels than these are counted only.
  private static let listed = 12

  func text() -> String {
    let survey = outcome.survey
    var lines = [
      Terminal.plain(ledger) + " · \(survey.year) · "
        + language("截止日 \(survey.day)", "as of \(survey.day)") + " · "
        + language("宗地 \(survey.parcelCount)", "\(survey.parcelCount) parcels") + " · "
        + Terminal.number(survey.totalArea / 10_000, 4) + language(" 公顷", " ha")
    ]
    if !outcome.links.isEmpty {
      let counts = Dictionary(grouping: outcome.links, by: \.kind)
      let parts = LineageLink.Kind.allCases.compactMap { kind -> String? in
        guard let links = counts[kind] else { return nil }
        return language(kind.label) + " \(links.count)"
      }
      lines.append(
        "  " + language("与上次相比:", "since the last survey: ") + parts.joined(separator: ", "))
      for kind in [LineageLink.Kind.split, .merged, .renumbered, .shifted] {
        guard let links = counts[kind] else { continue }
        lines.append(
          "  " + language(kind.label) + ": "
            + few(links.map { "\($0.earlier ?? "–") → \($0.later ?? "–")" }))
      }
    }
    for notice in outcome.notices.prefix(Self.listed) {
      lines.append("  " + language("注意:", "note: ") + Terminal.plain(language(notice.text)))
    }
    lines.append(
      "  " + language("新立案 \(outcome.opened.count) 件", "\(outcome.opened.count) cases opened")
        + (outcome.opened.isEmpty
          ? "" : ": " + few(outcome.opened.map { "\($0.id) \($0.parcelID)" })))
    lines.append(
      "  "
        + language("复查登记 \(outcome.refreshed) 条", "\(outcome.refreshed) fresh looks at cases"))
    if !outcome.settled.isEmpty {
      lines.append(
        "  " + language("案件已结而登记仍为闲置:", "case ended, register still idle: ")
          + few(outcome.settled.map { "\($0.parcelID) (\($0.caseID))" }))
    }
    for finding in outcome.unreadable.prefix(Self.listed) {
      lines.append(
        "  " + language("注意:", "note: ") + ContractFaultText(language: language).line(finding))
    }
    if !outcome.unmatched.isEmpty {
      lines.append(
        "  " + language("找不到对应宗地的未结案件:", "open cases without a parcel: ")
          + few(outcome.unmatched))
    }
    return lines.joined(separator: "\n")
  }

  private func few(_ items: [String]) -> String {
    let shown = items.prefix(Self.listed).map(Terminal.plain).joined(separator: language("、", ", "))
    let more = items.count - Self.listed
    return more > 0 ? shown + language(" 等,另 \(more)", " and \(more) more") : shown
  }
}
