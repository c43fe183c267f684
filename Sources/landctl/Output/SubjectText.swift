import LandKit

/// The explanation of a subject as people read it at a terminal.
struct SubjectText {
  let language: Language

  func text(_ explanation: SubjectExplanation, as day: CalendarDate) -> String {
    let pages = ExplanationText(language: language)
    var blocks = [language("截止日 \(day)", "as of \(day)")]
    for part in explanation.parts {
      blocks.append(pages.text(part.facts))
      let judged = part.judgements.filter { $0.verdict != .notApplicable }
      blocks += judged.map { pages.text($0.explanation) }
      let others = part.judgements.filter { $0.verdict == .notApplicable }.map(\.rule.id)
      if !others.isEmpty {
        blocks.append(
          language("不适用或尚未到期:", "does not apply, or is not due: ")
            + others.joined(separator: ", "))
      }
    }
    if !explanation.findings.isEmpty {
      let lines = explanation.findings.map(line)
      blocks.append(([language("发现", "findings")] + lines).joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }

  private func line(_ finding: Finding) -> String {
    var text = "  \(finding.code.rawValue)  " + language(finding.code.title)
    if !finding.otherID.isEmpty { text += " ↔ " + finding.otherID }
    if !finding.clause.isEmpty { text += "  \(finding.rulebook) \(finding.clause)" }
    if !finding.verdict.isEmpty { text += "  \(finding.verdict)" }
    if let value = finding.value { text += "  \(RuleNumber.text(value))" }
    if let limit = finding.limit {
      text += " \(finding.comparison) \(RuleNumber.text(limit)) \(finding.unit)"
    }
    if !finding.missing.isEmpty {
      text += "  " + language("缺:", "missing: ") + finding.missing.joined(separator: ", ")
    }
    if !finding.source.isEmpty { text += "  @\(finding.source)" }
    if !finding.note.isEmpty { text += "  \(finding.note)" }
    return Terminal.plain(text)
  }
}
