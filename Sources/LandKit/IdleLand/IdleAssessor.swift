import LandCadastre
import LandRulebook

/// Judges one contract by Art. 2 and says what follows. Pure: the same facts give the same result.
final class IdleAssessor: Sendable {
  let rules: IdleLandRules
  let options: IdleOptions

  init(rules: IdleLandRules, options: IdleOptions) {
    self.rules = rules
    self.options = options
  }

  /// The assessment of a contract.
  func assess(_ facts: ContractFacts, parcel: ParcelFacts) -> IdleAssessment {
    let contract = facts.contract
    var idle = IdleAssessment(state: .notApplicable)
    idle.contractNo = contract.contractNo ?? contract.supervisionNo
    guard facts.exists else { return idle }
    let notStarted = NotStartedTest(facts, self)
    let suspended = SuspendedTest(facts, parcel: parcel, self)
    idle.startInForce = facts.start
    idle.started = facts.started.value
    if facts.started != .yes { idle.clockExpired = notStarted.expired.value }
    idle.developedShare = suspended.developed?.share
    idle.developedBasis = suspended.developed?.basis
    idle.investedShare = suspended.investedShare
    idle.suspendedDays = suspended.suspendedDays
    idle.identifiedNo = facts.identification?.number
    idle.identifiedDate = facts.identification?.day
    idle.disposalWay = facts.end?.way ?? (facts.disposal?.way)
    idle.disposedDate = facts.end?.day ?? (facts.disposal?.day)
    idle.disposedArea = facts.disposal == nil ? nil : contract.disposedArea
    decide(&idle, facts, notStarted, suspended)
    setClock(&idle, facts, notStarted, suspended)
    setArea(&idle, facts, parcel)
    setConsequences(&idle, facts)
    setNextStep(&idle, facts)
    return idle
  }

  /// State, clause, verdict and missing inputs.
  private func decide(
    _ idle: inout IdleAssessment, _ facts: ContractFacts, _ notStarted: NotStartedTest,
    _ suspended: SuspendedTest
  ) {
    if facts.end != nil {
      idle.state = .disposed
      idle.verdict = .met
      idle.clause = clauseOfFinding(facts)
    } else if facts.isIdentified {
      idle.state = .identified
      idle.verdict = .notMet
      idle.clause = clauseOfFinding(facts)
    } else if notStarted.result == .yes {
      idle.state = .suspected
      idle.verdict = .notMet
      idle.clause = .notStarted
    } else if suspended.result == .yes {
      idle.state = .suspected
      idle.verdict = .needsReasons
      idle.clause = .suspended
    } else if notStarted.result == .unknown || suspended.result == .unknown {
      idle.state = .unknown
      idle.missing = notStarted.missing + suspended.missing
      idle.verdict = .unknown(missing: idle.missing)
      idle.clause = notStarted.result == .unknown ? .notStarted : .suspended
    } else {
      idle.state = .notIdle
      idle.verdict = .met
    }
    let contract = facts.contract
    if idle.state == .suspected || idle.state == .identified {
      if contract.identifiedNo != nil, contract.identifiedDate == nil {
        idle.missing.append(Field.identifiedDate.rawValue)
      }
      if contract.identifiedNo == nil, facts.asOf >= contract.identifiedDate ?? .distantFuture {
        idle.missing.append(Field.identifiedNo.rawValue)
      }
      if contract.disposalWay?.endsCase == true, contract.disposedDate == nil {
        idle.missing.append(Field.disposedDate.rawValue)
      }
      if contract.disposalWay == nil, facts.asOf >= contract.disposedDate ?? .distantFuture {
        idle.missing.append(Field.disposalWay.rawValue)
      }
    }
  }

  /// The paragraph under which land was found idle: 2(2) where it had started by then.
  private func clauseOfFinding(_ facts: ContractFacts) -> IdleAssessment.Clause? {
    switch facts.started {
    case .no: return .notStarted
    case .unknown: return nil
    case .yes:
      guard let found = facts.identification?.day ?? facts.end?.day,
        let start = facts.actualStart
      else { return facts.suspended == nil ? nil : .suspended }
      return start >= found ? .notStarted : .suspended
    }
  }

  /// The due date, and the idle time where land is or was idle.
  private func setClock(
    _ idle: inout IdleAssessment, _ facts: ContractFacts, _ notStarted: NotStartedTest,
    _ suspended: SuspendedTest
  ) {
    let bySuspension = idle.clause == .suspended || (idle.clause == nil && facts.started == .yes)
    idle.dueDate = bySuspension ? suspended.dueDate : notStarted.dueDate
    if idle.state == .notIdle, bySuspension, suspended.arms == .no { idle.dueDate = nil }
    guard let due = idle.dueDate else { return }
    switch idle.state {
    case .notIdle, .unknown:
      guard facts.asOf <= due else { return }
      idle.daysToDue = due - facts.asOf
      idle.dueBucket = IdleLandRules.dueBuckets.first { due - facts.asOf <= $0 }
      guard idle.state == .notIdle, idle.dueBucket != nil else { return }
      idle.state = .dueSoon
      idle.clause = bySuspension ? .suspended : .notStarted
      if facts.started == .unknown {
        idle.missing = [Field.startState.rawValue, Field.actualStartDate.rawValue]
      }
    case .suspected, .identified, .disposed:
      let last = min(facts.asOf, facts.end?.day ?? facts.asOf)
      guard last > due else { return }
      idle.idleSince = due.adding(days: 1)
      idle.idleDays = last - due
      idle.idleMonths = due.wholeMonths(until: last)
      idle.idleYears = due.wholeMonths(until: last) / 12
    case .notApplicable, .dueSoon: return
    }
  }

  private func setArea(
    _ idle: inout IdleAssessment, _ facts: ContractFacts, _ parcel: ParcelFacts
  ) {
    switch idle.state {
    case .suspected, .identified, .disposed:
      idle.idleArea =
        (facts.identification == nil ? nil : facts.contract.idleArea)
        ?? facts.contract.contractArea ?? parcel.planarArea
    default: break
    }
  }

  private func setConsequences(_ idle: inout IdleAssessment, _ facts: ContractFacts) {
    guard idle.state == .suspected || idle.state == .identified || idle.state == .disposed else {
      return
    }
    let clockStart = idle.clause == .suspended ? facts.suspended : facts.start?.day
    let last = min(facts.asOf, facts.end?.day ?? facts.asOf)
    let causes = CauseDays(
      facts.contract.causeSpans, from: clockStart?.adding(days: 1), through: last)
    idle.causeClass = causes.causeClass
    if !facts.contract.causeSpans.isEmpty {
      idle.ownCauseDays = causes.own
      idle.governmentCauseDays = causes.government
      if clockStart != nil { idle.unexplainedDays = causes.unexplained }
    }
    if idle.clause == .suspended {
      idle.track = .art12
    } else {
      switch causes.causeClass {
      case .government, .forceMajeure, .mixed: idle.track = .art12
      case .own: idle.track = .art14
      case nil: idle.track = nil
      }
    }
    guard idle.state != .disposed, idle.clause == .notStarted else { return }
    if idle.causeClass == nil { idle.missing.append(Field.causeSpans.rawValue) }
    setFee(&idle, facts)
  }

  /// What would be due under Art. 14, for the user's own cause; where no cause is recorded it is
  /// reckoned all the same and `missing` names the causes.
  private func setFee(_ idle: inout IdleAssessment, _ facts: ContractFacts) {
    idle.feeBase = facts.contract.price
    guard let start = facts.start?.day else { return }
    guard idle.track != .art12 else {
      idle.withdrawalRipe = false
      return
    }
    let ripe = facts.asOf > start.adding(years: rules.withdrawalYears.value)
    idle.withdrawalRipe = idle.causeClass == .own || !ripe ? ripe : nil
    guard !ripe, facts.asOf > start.adding(years: rules.feeYears.value) else { return }
    if let price = facts.contract.price {
      idle.feeDue = price * rules.feeShare.value
    } else {
      let share = facts.contract.shareIsUnknown
      idle.missing.append((share ? Field.parcelShare : Field.price).rawValue)
    }
  }

  private func setNextStep(_ idle: inout IdleAssessment, _ facts: ContractFacts) {
    switch idle.state {
    case .notApplicable, .notIdle: idle.nextStep = .none
    case .disposed:
      let recorded = facts.contract.systemRecordDate.map { $0 <= facts.asOf } ?? false
      idle.nextStep = recorded ? .none : .updateSystem
    case .unknown:
      idle.nextStep = idle.clockExpired == true ? .clarifyStart : .completeRecords
    case .dueSoon:
      idle.nextStep = .remind
      idle.nextDeadline = idle.dueDate
    case .suspected:
      idle.nextStep = .investigate
      idle.nextDeadline = facts.asOf.adding(days: rules.investigationDays.value)
    case .identified:
      switch idle.track {
      case .art12: idle.nextStep = .agreeDisposal
      case nil: idle.nextStep = .establishCause
      case .art14:
        if idle.withdrawalRipe == true {
          idle.nextStep = .withdraw
        } else if let due = idle.feeDue, let paid = facts.contract.feePaid,
          Comparison.atLeast.holds(paid, due)
        {
          idle.nextStep = .monitorStart
          idle.nextDeadline = facts.start?.day.adding(years: rules.withdrawalYears.value)
        } else {
          idle.nextStep = .levyFee
        }
      }
    }
  }
}

extension CalendarDate {
  static let distantFuture = CalendarDate(dayNumber: .max)
}
