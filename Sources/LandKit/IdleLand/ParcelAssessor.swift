import LandCadastre
import LandRulebook

/// Judges parcels by Decree 53 and by their contracts. A value without state: workers share one.
public struct ParcelAssessor: Sendable {
  /// The figures of the law.
  public let rules: IdleLandRules
  /// The day, and how empty cells are read.
  public let options: IdleOptions
  private let assessor: IdleAssessor
  private let writer: IdleFindings

  /// An assessor for rules and options.
  public init(rules: IdleLandRules, options: IdleOptions) {
    self.rules = rules
    self.options = options
    assessor = IdleAssessor(rules: rules, options: options)
    writer = IdleFindings(rules: rules, options: options)
  }

  /// Judges a parcel under its contracts.
  ///
  /// Contracts are to come from ``ContractBook/contracts(forParcel:own:planarArea:findings:)``, so
  /// that amounts are the parcel's own. The parcel's row shows the gravest contract: identified,
  /// suspected (2(1) before 2(2)), unknown with an expired clock, due soon, otherwise unknown,
  /// disposed, not idle, not applicable; among equals the earlier due date, then the lower number.
  public func assess(parcel: ParcelFacts, contracts: [Contract]) -> ParcelAssessment {
    var judged: [ContractAssessment] = []
    var findings: [Finding] = []
    var inForce: [Contract] = []
    var intensity = parcel.intensityWanPerHa
    var factsOfAll: [ContractFacts] = []
    for contract in contracts {
      factsOfAll.append(ContractFacts(contract, rules: rules, options: options))
    }
    // What stands on the parcel may belong to a contract under which it has started.
    let isBuiltByRight = factsOfAll.contains { $0.exists && $0.started == .yes }
    for (contract, facts) in zip(contracts, factsOfAll) {
      let check = BreachCheck(facts: facts, parcel: parcel, notesAll: options.allVerdicts)
      var idle = assessor.assess(facts, parcel: parcel)
      var breaches = check.verdicts()
      if let state = parcel.supplyState, state != .supplied, idle.state != .disposed {
        idle = IdleAssessment(state: .notApplicable)
        idle.contractNo = contract.contractNo ?? contract.supervisionNo
        breaches = []
      } else {
        findings += writer.findings(idle, facts, parcel, isBuiltByRight: isBuiltByRight)
      }
      findings += breaches.compactMap { finding($0, contract, parcel) }
      findings += DateOrderCheck.findings(contract, parcelID: parcel.parcelID)
      if facts.exists && !facts.isOver {
        inForce.append(contract)
        intensity = intensity ?? check.intensity
      }
      judged.append(ContractAssessment(contract: contract, idle: idle, breaches: breaches))
    }
    let area = AreaComparison(inForce, parcel: parcel)
    if let finding = finding(area, inForce, parcel) { findings.append(finding) }
    var gravest = judged.map(\.idle).max { isGraver($1, $0) }
    if gravest == nil || gravest?.state == .notApplicable {
      let bare = withoutContract(
        parcel, hasLaterContract: !contracts.isEmpty, &findings)
      if let bare { gravest = bare }
    }
    return ParcelAssessment(
      parcelID: parcel.parcelID, idle: gravest ?? IdleAssessment(state: .notApplicable),
      contracts: judged, area: area, intensityWanPerHa: intensity, findings: findings)
  }

  /// The finding (D408) that a run without any supply field counts all parcels as supplied.
  public static func supplyAssumed(file: String) -> Finding {
    var finding = Finding(.supplyStateUnknown, .file, file)
    finding.file = file
    finding.missing = [Field.contractNo.rawValue, Field.supplyState.rawValue]
    finding.reading = "supplied=all"
    return finding
  }

  /// A parcel without a contract in force: supplied by statement or by assumption, its start is
  /// unknown; not stated at all, its supply is.
  private func withoutContract(
    _ parcel: ParcelFacts, hasLaterContract: Bool, _ findings: inout [Finding]
  ) -> IdleAssessment? {
    let place = Contract.Source(file: parcel.file, featureIndex: parcel.featureIndex)
    let facts = ContractFacts(Contract(source: place), rules: rules, options: options)
    if parcel.supplyState == .supplied
      || (parcel.supplyState == nil && options.supplyBasis == .assumed && !hasLaterContract)
    {
      let idle = assessor.assess(facts, parcel: parcel)
      findings += writer.findings(idle, facts, parcel)
      return idle
    }
    guard parcel.supplyState == nil, !hasLaterContract else { return nil }
    var finding = Finding(.supplyStateUnknown, .parcel, parcel.parcelID)
    finding.file = parcel.file
    finding.featureIndex = parcel.featureIndex
    finding.missing = [Field.contractNo.rawValue, Field.supplyState.rawValue]
    findings.append(finding)
    var idle = IdleAssessment(state: .unknown)
    idle.missing = finding.missing
    idle.verdict = .unknown(missing: finding.missing)
    idle.nextStep = .completeRecords
    return idle
  }

  private func isGraver(_ a: IdleAssessment, _ b: IdleAssessment) -> Bool {
    let (ra, rb) = (rank(a), rank(b))
    if ra != rb { return ra > rb }
    let (da, db) = (a.dueDate ?? .distantFuture, b.dueDate ?? .distantFuture)
    if da != db { return da < db }
    return (a.contractNo ?? "") < (b.contractNo ?? "")
  }

  private func rank(_ idle: IdleAssessment) -> Int {
    switch idle.state {
    case .identified: 8
    case .suspected: idle.clause == .notStarted ? 7 : 6
    case .unknown: idle.clockExpired == true ? 5 : 3
    case .dueSoon: 4
    case .disposed: 2
    case .notIdle: 1
    case .notApplicable: 0
    }
  }

  private func finding(
    _ breach: BreachVerdict, _ contract: Contract, _ parcel: ParcelFacts
  ) -> Finding? {
    guard breach.verdict.isReported || options.allVerdicts else { return nil }
    var finding = Finding(breach.code, .parcel, parcel.parcelID)
    finding.setSource(contract)
    finding.field = breach.field.rawValue
    finding.rule = breach.rule
    finding.clause = "contract"
    finding.rulebook = "contract"
    finding.verdict = breach.verdict.word
    finding.missing = breach.verdict.missing
    finding.value = breach.value
    finding.limit = breach.limit
    finding.comparison = breach.comparison.rawValue
    finding.unit = breach.unit
    finding.note = breach.note
    return finding
  }

  private func finding(
    _ area: AreaComparison, _ contracts: [Contract], _ parcel: ParcelFacts
  ) -> Finding? {
    guard area.verdict == .notMet, let contract = contracts.first else { return nil }
    var finding = Finding(.contractAreaDiffers, .parcel, parcel.parcelID)
    finding.setSource(contract)
    finding.field = Field.contractArea.rawValue
    finding.verdict = area.verdict.word
    finding.value = area.difference
    finding.limit = area.tolerance
    finding.comparison = Comparison.atMost.rawValue
    finding.unit = "m2"
    finding.reading = "area_kind=\(area.kind.rawValue)\(area.kindIsAssumed ? "(assumed)" : "")"
    finding.note =
      "contract_area_m2=\(area.contractArea.map { "\($0)" } ?? "");"
      + "measured_m2=\(area.measuredArea.map { "\($0)" } ?? "")"
    return finding
  }
}
