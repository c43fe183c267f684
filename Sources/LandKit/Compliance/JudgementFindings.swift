import LandCadastre
import LandRulebook

/// Writes judgements as findings.
public struct JudgementFindings: Sendable {
  /// Whether verdicts that are met or not applicable are written, too.
  public let allVerdicts: Bool

  /// A writer.
  public init(allVerdicts: Bool) { self.allVerdicts = allVerdicts }

  /// The findings of a judgement; none for a rule that computes nothing.
  public func findings(_ judgement: Judgement, about subject: JudgedSubject) -> [Finding] {
    guard judgement.rule.isComputed, let code = code(of: judgement) else { return [] }
    var findings: [Finding] = []
    let finding = self.finding(code, judgement, subject)
    if isReported(code, judgement, subject) { findings.append(finding) }
    if judgement.readingsDiffer, judgement.verdict != .notApplicable {
      var differing = finding
      differing.code = .ruleReadingsDiffer
      findings.append(differing)
    }
    return findings
  }

  private func code(of judgement: Judgement) -> FindingCode? {
    switch judgement.verdict {
    // Whether something is what a text defines is a statement, not a success or a failure.
    case .met where judgement.rule.classifies,
      .notMet where judgement.rule.classifies:
      .ruleFigure
    case .met: .ruleMet
    case .notMet: .ruleNotMet
    case .needsReasons: .ruleNeedsReasons
    case .unknown: .ruleUnknown
    case .notApplicable: .ruleNotApplicable
    case nil: .ruleFigure
    }
  }

  /// The indicators of zones and enterprises are asked for by whoever names a rulebook; of parcels
  /// and projects there are too many to list what is in order.
  private func isReported(
    _ code: FindingCode, _ judgement: Judgement, _ subject: JudgedSubject
  ) -> Bool {
    let isAsked = allVerdicts || subject.kind == .zone || subject.kind == .enterprise
    if case .figure = judgement.rule.content, code == .ruleUnknown { return isAsked }
    switch code {
    case .ruleMet, .ruleNotApplicable: return allVerdicts
    case .ruleFigure: return isAsked
    default: return true
    }
  }

  private func finding(
    _ code: FindingCode, _ judgement: Judgement, _ subject: JudgedSubject
  ) -> Finding {
    var finding = Finding(code, subject.kind, subject.id)
    finding.file = subject.file
    finding.featureIndex = subject.feature
    finding.row = subject.row
    finding.rule = judgement.rule.id
    finding.clause = judgement.rule.clause
    finding.rulebook = judgement.rulebook.id
    finding.reading = judgement.reading
    finding.verdict = judgement.verdict?.word ?? ""
    finding.missing = MissingInputs.fields(behind: judgement.missing)
    var chain = RuleChain()
    chain.subject = judgement.rule.subject.rawValue
    chain.kind = judgement.rule.kind.rawValue
    chain.verification = judgement.rule.verification.rawValue
    if let deciding = judgement.deciding {
      finding.value = deciding.number
      finding.limit = deciding.limitNumber
      finding.comparison = deciding.relation?.rawValue ?? ""
      finding.unit = finding.value == nil && finding.limit == nil ? "" : deciding.unitName
      chain.formula = deciding.measure.formulaText
    }
    chain.inputs = judgement.inputs.map(\.note)
    if judgement.readings.count > 1 {
      chain.readings = judgement.readings.map { "\($0.id)=\($0.verdict.word)" }
    }
    finding.chain = .rule(chain)
    finding.note = judgement.isNotDue ? "not_due" : ""
    return finding
  }
}

/// Whom a judgement is about, as findings name it.
public struct JudgedSubject: Hashable, Sendable {
  /// What it is.
  public var kind: Finding.SubjectKind
  /// Its id.
  public var id: String
  /// The file it stands in.
  public var file = ""
  /// Its row.
  public var row: Int?
  /// Its feature.
  public var feature: Int?

  /// A subject.
  public init(
    _ kind: Finding.SubjectKind, _ id: String, file: String = "", row: Int? = nil,
    feature: Int? = nil
  ) {
    self.kind = kind
    self.id = id
    self.file = file
    self.row = row
    self.feature = feature
  }
}
