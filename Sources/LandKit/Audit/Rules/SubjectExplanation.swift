import LandCadastre
import LandCompliance
import LandReport
import LandRulebook

/// Everything an audit knows about one subject, from file and row to verdict.
public struct SubjectExplanation: Sendable {
  /// Who was judged, with all judgements; a parcel brings the projects on it.
  public struct Part: Sendable {
    /// Who was judged.
    public var subject: JudgedSubject
    /// What is known of it.
    public var facts: Explanation
    /// What the rules say, not applicable ones included.
    public var judgements: [Judgement]
  }
  /// The id that was asked for.
  public var id: String
  /// The parts.
  public var parts: [Part]
  /// The findings about the subject and its parts.
  public var findings: [Finding]
}

extension AuditRun {
  /// Everything about a parcel, a contract, an enterprise or a zone; nil where there is none of
  /// that id. All parcels are audited, because contracts and zones reach over many.
  public func explain(_ id: String) -> SubjectExplanation? {
    let compliance = Compliance(
      options.rules, zones: self.compliance.zones, includingIdleLand: true)
    let stage = ComplianceStage(
      compliance: compliance, inputs: inputs, options: options, idleOptions: idleOptions)
    let all = everything()
    let rows = zoneRows(all)
    var parts: [SubjectExplanation.Part] = []
    var contracts: Set<String> = []
    let key = ParcelKey(id)
    for row in all.rows where ParcelKey(row.id) == key {
      let subject = JudgedSubject(
        .parcel, row.id, file: inputs.parcels.layer.file, feature: row.feature)
      contracts.formUnion(row.assessment.contracts.map(\.contract.name))
      parts.append(
        SubjectExplanation.Part(
          subject: subject, facts: row.page,
          judgements: compliance.judgements(
            parcel: row.ground, contract: row.assessment.contracts.first?.contract)))
    }
    for (subject, judgements) in stage.judgements(all.kept, zones: rows)
    where subject.id == id || (subject.kind == .contract && contracts.contains(subject.id)) {
      parts.append(
        SubjectExplanation.Part(
          subject: subject,
          facts: stage.page(of: subject, kept: all.kept, zones: rows), judgements: judgements))
    }
    guard !parts.isEmpty else { return nil }
    let ids = Set(parts.map(\.subject.id))
    let judged = self.compliance.isActive ? Set(FindingCode.ofRules) : []
    let findings = all.findings.filter {
      (ids.contains($0.subjectID) || ids.contains($0.otherID)) && !judged.contains($0.code)
    }
    return SubjectExplanation(id: id, parts: parts, findings: findings)
  }
}

extension FindingCode {
  /// Codes under which judgements are written; an explanation shows the judgements themselves.
  static let ofRules: [FindingCode] = [
    .ruleNotMet, .ruleNeedsReasons, .ruleUnknown, .ruleMet, .ruleNotApplicable, .ruleFigure,
    .ruleReadingsDiffer,
  ]
}

extension ParcelRow {
  /// What is known of the parcel: every column of `parcels.csv` that has a value, and where it is
  /// made.
  var page: Explanation {
    var page = Explanation(id: id, title: Bilingual(zh: "宗地", en: "parcel"))
    page.add("来源", "source", text: "\(file)@\(feature)")
    for column in ParcelColumns.all {
      guard let text = column.text(self) else { continue }
      page.add(column.name, column.name, text: text)
    }
    return page
  }
}
