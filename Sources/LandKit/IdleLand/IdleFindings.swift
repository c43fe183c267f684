import LandCadastre
import LandRulebook

/// Writes an assessment as findings that explain themselves: rule, clause, inputs, value, limit,
/// comparison, reading, verdict, missing inputs and source.
final class IdleFindings: Sendable {
  let rules: IdleLandRules
  let options: IdleOptions

  init(rules: IdleLandRules, options: IdleOptions) {
    self.rules = rules
    self.options = options
  }

  /// The findings on Art. 2 for one contract. `isBuiltByRight` says that development has started
  /// under another contract of the parcel, so that buildings tell nothing about this one.
  func findings(
    _ idle: IdleAssessment, _ facts: ContractFacts, _ parcel: ParcelFacts,
    isBuiltByRight: Bool = false
  ) -> [Finding] {
    var findings: [Finding] = []
    if let code = code(of: idle) {
      findings.append(verdictFinding(code, idle, facts, parcel))
    }
    if idle.state == .suspected || idle.state == .identified {
      if let late = deliveredLate(facts, parcel) { findings.append(late) }
    }
    if let extended = extensionTooLong(facts, parcel) { findings.append(extended) }
    if !isBuiltByRight, let built = notStartedButBuilt(facts, parcel) { findings.append(built) }
    if facts.contract.startState == .notStarted, let start = facts.actualStart {
      var finding = base(.startContradictory, facts, parcel)
      finding.field = Field.startState.rawValue
      finding.note = "start_state=not_started;actual_start_date=\(start)"
      findings.append(finding)
    }
    return findings
  }

  private func code(of idle: IdleAssessment) -> FindingCode? {
    switch idle.state {
    case .suspected: idle.verdict == .needsReasons ? .mayBeIdle : .suspectedIdle
    case .identified: .identifiedIdle
    case .dueSoon: .idleDueSoon
    case .unknown: .idleUnknown
    case .notIdle: options.allVerdicts ? .notIdle : nil
    case .disposed: options.allVerdicts ? .disposedIdle : nil
    case .notApplicable: nil
    }
  }

  private func base(
    _ code: FindingCode, _ facts: ContractFacts, _ parcel: ParcelFacts
  ) -> Finding {
    var finding = Finding(code, .parcel, parcel.parcelID)
    finding.setSource(facts.contract)
    return finding
  }

  private func verdictFinding(
    _ code: FindingCode, _ idle: IdleAssessment, _ facts: ContractFacts, _ parcel: ParcelFacts
  ) -> Finding {
    var finding = base(code, facts, parcel)
    finding.rulebook = rules.name
    // A reminder is no verdict: on the day of the assessment the rule is kept.
    finding.verdict = code == .idleDueSoon ? "" : idle.verdict.word
    finding.missing = idle.missing
    var notes = NoteText()
    notes.add("as_of", options.asOf)
    if let start = facts.start {
      notes.add("start", start.day)
      notes.add("start_source", start.source.rawValue)
    }
    notes.add("started", facts.started.value.map { $0 ? "true" : "false" } ?? "")
    var readings = NoteText()
    if usesEmptyStart(facts) { readings.add("empty-start", "not-started") }
    if idle.clause == .suspended {
      finding.rule = rules.suspendedYears.rule
      finding.clause = rules.suspendedYears.clause
      describeArms(&finding, idle, facts, &notes, &readings)
    } else {
      finding.rule = rules.notStartedYears.rule
      finding.clause = rules.notStartedYears.clause
      if let start = facts.start?.day, let due = idle.dueDate {
        finding.value = Double(options.asOf - start)
        finding.limit = Double(due - start)
        finding.comparison = Comparison.above.rawValue
        finding.unit = "d"
      }
    }
    // Where nothing could be decided the note and the missing fields say all there is.
    if code != .idleUnknown { finding.chain = .rule(chain(idle, facts)) }
    if let due = idle.dueDate { notes.add("due_date", due) }
    if let number = idle.identifiedNo { notes.add("identified_no", number) }
    if let fee = idle.feeDue { notes.add("fee_due_wan", "\(fee)") }
    if let causes = idle.causeClass { notes.add("cause", causes.rawValue) }
    if idle.causeClass == .mixed { readings.add("cause", "any-art8") }
    if facts.contract.shareIsUnknown { notes.add("parcel_share", "unknown") }
    finding.note = notes.text
    finding.reading = readings.text
    return finding
  }

  /// What the assessment was worked out from, as for the rules of other books.
  private func chain(_ idle: IdleAssessment, _ facts: ContractFacts) -> RuleChain {
    var chain = RuleChain()
    chain.subject = "project"
    chain.kind = "indicator"
    let place = "@" + facts.contract.source.label
    let started = facts.started.value.map { $0 ? "true" : "false" } ?? ""
    chain.inputs = ["as_of=\(options.asOf)", "started=\(started)\(place)"]
    if idle.clause == .suspended {
      chain.verification = rules.developedShare.verification.rawValue
      chain.formula =
        idle.developedBasis == .footprint
        ? "elapsed(suspended_date); footprint_m2 / due_footprint_m2; invested_wan / total_investment_wan"
        : "elapsed(suspended_date); developed_area_m2 / due_area_m2; invested_wan / total_investment_wan"
      if let day = facts.suspended { chain.inputs.append("suspended_date=\(day)\(place)") }
      for field in Self.arms {
        if let text = facts.contract.text(of: field) {
          chain.inputs.append("\(field.rawValue)=\(text)\(place)")
        }
      }
    } else {
      chain.verification = rules.notStartedYears.verification.rawValue
      chain.formula = "elapsed(start_in_force)"
      if let start = facts.start { chain.inputs.append("start_in_force=\(start.day)\(place)") }
    }
    return chain
  }

  /// The fields of the two arms of Art. 2(2).
  private static let arms: [Field] = [
    .developedArea, .dueArea, .dueFootprint, .invested, .totalInvestment,
  ]

  /// The arm that is met, else the one that is known.
  private func describeArms(
    _ finding: inout Finding, _ idle: IdleAssessment, _ facts: ContractFacts,
    _ notes: inout NoteText, _ readings: inout NoteText
  ) {
    if let suspended = facts.suspended { notes.add("suspended_date", suspended) }
    if let share = idle.developedShare { notes.add("developed_share", "\(share)") }
    if let share = idle.investedShare { notes.add("invested_share", "\(share)") }
    if let basis = idle.developedBasis { readings.add("developed", basis.rawValue) }
    let landIsMet =
      idle.developedShare.map { Comparison.below.holds($0, rules.developedShare.value) } ?? false
    let moneyIsMet =
      idle.investedShare.map { Comparison.below.holds($0, rules.investedShare.value) } ?? false
    if landIsMet || (idle.developedShare != nil && !moneyIsMet) {
      finding.value = idle.developedShare
      finding.limit = rules.developedShare.value
      finding.field = Field.developedArea.rawValue
    } else if idle.investedShare != nil {
      finding.value = idle.investedShare
      finding.limit = rules.investedShare.value
      finding.field = Field.invested.rawValue
    } else {
      return
    }
    finding.comparison = Comparison.below.rawValue
  }

  private func usesEmptyStart(_ facts: ContractFacts) -> Bool {
    options.emptyStart == .notStarted && facts.started == .no
      && facts.contract.startState != .notStarted
  }

  /// D409: registered as not started, but visibly built (a threshold of ours).
  private func notStartedButBuilt(_ facts: ContractFacts, _ parcel: ParcelFacts) -> Finding? {
    let limit = rules.visiblyBuiltDensity.value
    guard facts.exists, !facts.isOver, facts.started == .no, parcel.buildingsKnown,
      let density = parcel.density, Comparison.atLeast.holds(density, limit)
    else { return nil }
    var finding = base(.notStartedButBuilt, facts, parcel)
    finding.field = Field.startState.rawValue
    finding.value = density
    finding.limit = limit
    finding.comparison = Comparison.atLeast.rawValue
    finding.note = parcel.footprint.map { "footprint_m2=\($0)" } ?? ""
    if usesEmptyStart(facts) { finding.reading = "empty-start=not-started" }
    return finding
  }

  /// R508: the amended start lies beyond what Art. 12 allows.
  private func extensionTooLong(_ facts: ContractFacts, _ parcel: ParcelFacts) -> Finding? {
    let contract = facts.contract
    guard facts.start?.source == .amended, let amended = contract.amendedStartDate,
      let agreed = contract.agreedStartDate
    else { return nil }
    let last = agreed.adding(years: rules.extensionYears.value)
    guard amended > last else { return nil }
    var finding = base(.extensionTooLong, facts, parcel)
    finding.rule = rules.extensionYears.rule
    finding.rulebook = rules.name
    finding.clause = rules.extensionYears.clause
    finding.verdict = Verdict.needsReasons.word
    finding.field = Field.amendedStartDate.rawValue
    finding.value = Double(amended - agreed)
    finding.limit = Double(last - agreed)
    finding.comparison = Comparison.atMost.rawValue
    finding.unit = "d"
    finding.note = "agreed_start_date=\(agreed);amended_start_date=\(amended)"
    return finding
  }

  /// R509: delivered after the agreed day, which may be a cause under Art. 8(1).
  private func deliveredLate(_ facts: ContractFacts, _ parcel: ParcelFacts) -> Finding? {
    let contract = facts.contract
    guard let agreed = contract.agreedDeliveryDate, let actual = contract.actualDeliveryDate,
      actual > agreed, actual <= options.asOf
    else { return nil }
    var finding = base(.deliveredLate, facts, parcel)
    finding.rule = "D53-8-1"
    finding.clause = "第八条第一款第(一)项"
    finding.rulebook = rules.name
    finding.field = Field.actualDeliveryDate.rawValue
    finding.value = Double(actual - agreed)
    finding.limit = 0
    finding.comparison = Comparison.atMost.rawValue
    finding.unit = "d"
    finding.note = "agreed_delivery_date=\(agreed);actual_delivery_date=\(actual)"
    return finding
  }
}
