import LandCadastre
import LandIdleLand
import LandRulebook

/// Judges parcels, projects, enterprises, zones and regions by the rulebooks of an audit. A value
/// without state: workers share it.
public struct Compliance: Sendable {
  /// The rulebooks.
  public let selection: RuleSelection
  /// What is known of the zones.
  public let zones: ZoneBook
  private let rules: [RuleSubject: [RuleItem]]
  private let declared: [RuleSubject: [String: FactDeclaration]]

  /// A judge for the rulebooks of an audit.
  ///
  /// - Parameters:
  ///   - idle: adds the rules on idle land, for explanations.
  ///   - figures: whether figures of parcels and projects that no rule limits are wanted; there
  ///     are too many of them to be worked out for nobody.
  public init(
    _ selection: RuleSelection, zones: ZoneBook, includingIdleLand idle: Bool = false,
    figures: Bool = false
  ) {
    self.selection = selection
    self.zones = zones
    var rules: [RuleSubject: [RuleItem]] = [:]
    var declared: [RuleSubject: [String: FactDeclaration]] = [:]
    for book in (idle ? [selection.idleLand] : []) + selection.judged {
      for rule in book.rules where rule.isComputed {
        let isMany = rule.subject == .parcel || rule.subject == .project
        if isMany, !figures, rule.readings.isEmpty { continue }
        rules[rule.subject, default: []].append(RuleItem(rule, of: book.identity))
      }
      for input in book.inputs {
        declared[input.subject, default: [:]][input.declaration.name] = input.declaration
      }
    }
    self.rules = rules
    self.declared = declared
  }

  /// Whether there is anything to judge by.
  public var isActive: Bool { !rules.isEmpty }

  /// Whether rules judge a kind of subject.
  public func judges(_ subject: RuleSubject) -> Bool { rules[subject] != nil }

  /// Names of the columns that rulebooks declare for a kind of subject.
  public func declaredNames(_ subject: RuleSubject) -> Set<String> {
    Set((declared[subject] ?? [:]).keys)
  }

  private func judge(
    _ subject: RuleSubject, _ frame: SubjectFrame, _ source: some FactSource
  ) -> [Judgement] {
    (rules[subject] ?? []).map { item in
      if case .text(let territory)? = frame.territory?.value,
        item.book.territory != Rulebook.wholeCountry,
        !territory.hasPrefix(item.book.territory)
      {
        // A policy of another place does not apply here, whoever named it.
        return Judgement(item, verdict: .notApplicable)
      }
      return Judge().judge(item, source)
    }
  }

  /// What rules on parcels say about one, with the contract that names its industry and where that
  /// contract stands.
  public func judgements(
    parcel: GroundFigures, contract: Contract?, standing: ContractStanding?
  ) -> [Judgement] {
    let frame = zones.frame(of: parcel.zoneID)
    return judge(
      .parcel, frame,
      ParcelSheet(
        frame: frame, ground: parcel, contract: contract, standing: standing,
        declared: declared[.parcel] ?? [:]))
  }

  /// What rules on projects say about one.
  public func judgements(project: Project) -> [Judgement] {
    let frame = zones.frame(of: project.zoneID)
    return judge(
      .project, frame,
      ProjectSheet(frame: frame, project: project, declared: declared[.project] ?? [:]))
  }

  /// What rules on enterprises say about one.
  public func judgements(enterprise: Enterprise, zoneID: String?) -> [Judgement] {
    let frame = zones.frame(of: zoneID)
    return judge(
      .enterprise, frame,
      EnterpriseSheet(frame: frame, enterprise: enterprise, declared: declared[.enterprise] ?? [:]))
  }

  /// All that is known of a zone.
  ///
  /// - Parameters:
  ///   - zone: its id.
  ///   - totals: what the audit adds up for it.
  ///   - enterprises: its enterprises on the day; nil without a table.
  ///   - register: every row of them, for the register of zombie enterprises.
  public func facts(
    of zone: String, totals: ZoneTotals, enterprises: [Enterprise]?, register: [Enterprise]?
  ) -> ZoneFacts {
    ZoneFacts(
      sheet: ZoneSheet(
        frame: zones.frame(of: zone), file: zones.file(of: zone), totals: totals,
        enterprises: enterprises, register: register))
  }

  /// What rules on zones, or on applications of zones, say about one.
  public func judgements(_ subject: RuleSubject = .zone, of facts: ZoneFacts) -> [Judgement] {
    judge(subject, facts.sheet.frame, facts)
  }

  /// What the rules on an act of a zone say: conditions, papers and steps, in the order of the
  /// book.
  public func judgements(of act: ZoneAct, _ facts: ZoneFacts) -> [Judgement] {
    (judgements(.zone, of: facts) + judgements(.application, of: facts))
      .filter { $0.rule.acts.contains(act) }
      .sorted { ($0.rulebook.id, $0.rule.line) < ($1.rulebook.id, $1.rule.line) }
  }

  /// What rules on cities or provinces say, by the figures that the zone files give; nothing
  /// without zone files.
  public func judgements(region subject: RuleSubject) -> [Judgement] {
    guard !zones.files.isEmpty else { return [] }
    var figures: [String: (value: Sourced<FigureValue>, file: String)] = [:]
    for file in zones.files {
      let own = subject == .city ? file.figures.city : file.figures.province
      for (name, value) in own where figures[name] == nil { figures[name] = (value, file.file) }
    }
    let frame = zones.frame(of: zones.files[0].zoneID?.value)
    return judge(subject, frame, RegionSheet(frame: frame, figures: figures))
  }
}
