import LandCadastre
import LandCompliance
import LandGeometry
import LandIdleLand
import LandLayers
import LandReport
import LandRulebook
import LandSurvey

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
      options.rules, zones: self.compliance.zones, includingIdleLand: true, figures: true)
    let stage = stage(compliance)
    let all = audited(keeping: .parcel(ParcelKey(id)))
    let zones = all.zones

    var parts: [SubjectExplanation.Part] = []
    var contracts: Set<String> = []
    for row in all.rows {
      let subject = JudgedSubject(
        .parcel, row.id, file: inputs.parcels.layer.file, feature: row.feature)
      contracts.formUnion(row.assessment.contracts.map(\.contract.name))
      parts.append(
        SubjectExplanation.Part(
          subject: subject, facts: row.page,
          judgements: compliance.judgements(
            parcel: row.ground, contract: row.assessment.contracts.first?.contract,
            standing: (row.assessment.contracts.first?.contract).map(figuring.standing))))
    }
    let projects = stage.projects(all.kept)
    let wanted = projects.filter { $0.id == id || contracts.contains($0.id) }
    for (subject, judgements) in wanted.map(stage.judged)
      + stage.judged(all.kept, projects: projects, zones: zones.rows, withApplications: true)
      .filter({ $0.subject.id == id }
      )
    {
      parts.append(
        SubjectExplanation.Part(
          subject: subject, facts: page(of: subject, zones: zones.rows, projects: projects),
          judgements: judgements))
    }
    guard !parts.isEmpty else { return nil }
    let ids = Set(parts.map(\.subject.id))
    let judged = Set(FindingCode.ofRules)
    let findings = (parcelFindings + all.findings + zones.findings).filter {
      (ids.contains($0.subjectID) || ids.contains($0.otherID)) && !judged.contains($0.code)
    }
    return SubjectExplanation(id: id, parts: parts, findings: findings)
  }

  /// Everything audited, without being written.
  public struct Audited: Sendable {
    var kept: [ComplianceStage.Kept] = []
    var rows: [ParcelRow] = []
    var findings: [Finding] = []
    var zones: (rows: [ZoneRow], findings: [Finding]) = ([], [])
    var summary = AuditSummary()
  }

  /// Audits all parcels and keeps what rules ask for.
  public func audited() -> Audited { audited(keeping: .none) }

  /// The same with some whole rows.
  func audited(keeping rows: Keeping.Rows) -> Audited {
    let formatter = RowFormatter(
      parcels: inputs.parcels, projected: options.projected, swapped: options.survey.swapAxes,
      format: [])
    var all = Audited()
    var standing: [ZoneFiguring.Standing] = []
    var ledger = ParcelLedger()
    ledger.overlaps = overlaps.overlaps
    options.survey.workers.forEach(survey.parcels.count, size: 256) { range in
      part(range, formatter, keeping: Keeping(grounds: true, rows: rows))
    } consume: { part in
      ledger.zone += part.zone
      ledger.outside += part.outside
      standing += part.standing
      all.kept += part.kept
      all.rows += part.rows
      all.findings += part.findings
      all.summary.add(part.summary)
    }
    all.zones = zoneRows(ledger, standing)
    return all
  }

  /// Where a subject other than a parcel stands, the causes of a contract and the row of a zone.
  private func page(
    of subject: JudgedSubject, zones: [ZoneRow], projects: [Project]
  ) -> Explanation {
    var page = Explanation(id: subject.id, title: subject.kind.label)
    let origin = Fact.Origin(
      .given, file: subject.file, row: subject.row, feature: subject.feature)
    page.add("来源", "source", text: subject.file.isEmpty ? nil : origin.label)
    if subject.kind == .contract,
      let project = projects.first(where: { $0.id == subject.id })
    {
      page.add(
        "闲置原因时段", "causes of idleness", project.contract.causeSpans.map { cause(of: $0) })
    }
    guard subject.kind == .zone, let row = zones.first(where: { $0.zoneID == subject.id }) else {
      return page
    }
    for column in ZoneRow.columns {
      guard let text = column.text(row) else { continue }
      page.add(column.name, column.name, text: text)
    }
    return page
  }

  /// A span of a cause with the item of the law that it falls under.
  private func cause(of span: CauseSpan) -> Bilingual {
    let book = options.rules.idleLand
    guard let rule = book.rules.first(where: { $0.id.hasSuffix("-" + span.cause.rawValue) }) else {
      return Bilingual(both: span.description)
    }
    let text = "\(span)  \(rule.id)  \(book.id) \(rule.clause)"
    return Bilingual(zh: "\(text)  \(rule.title.zh)", en: "\(text)  \(rule.title.en)")
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

extension Finding.SubjectKind {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .parcel: RuleSubject.parcel.label
    case .building: Bilingual(zh: "建筑物", en: "building")
    case .zone: RuleSubject.zone.label
    case .contract: Bilingual(zh: "合同(项目)", en: "contract (project)")
    case .enterprise: RuleSubject.enterprise.label
    case .city: RuleSubject.city.label
    case .province: RuleSubject.province.label
    case .application: RuleSubject.application.label
    case .file: Bilingual(zh: "文件", en: "file")
    }
  }
}
