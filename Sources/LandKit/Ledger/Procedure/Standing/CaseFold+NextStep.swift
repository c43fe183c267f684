import LandCadastre
import LandIdleLand
import LandRulebook

extension CaseFold {
  /// Fee decided that is not paid in full yet.
  var owesFee: Bool {
    guard feeServed != nil else { return false }
    guard let decided = standing.feeDecided else { return standing.feePaid == nil }
    return Comparison.below.holds(standing.feePaid ?? 0, decided)
  }

  /// Whether two full years without a start are over, by the clock in force.
  var isRipe: Bool { withdrawalDue.map { day > $0 } ?? false }

  /// What has to happen next, who acts, and by which day.
  mutating func setNextStep() {
    switch standing.phase {
    case .suspected: next(.investigationNotice, .office, investigationDue, .investigation)
    case .investigating: nextOfInvestigation()
    case .found: nextOfFinding()
    case .disposing: nextOfDisposal()
    case .decided: nextOfDecision()
    case .deferred: nextOfDeferral()
    case .ended: nextOfEnd()
    }
  }

  private mutating func next(
    _ step: EventKind?, _ actor: ResponsibleBody, _ deadline: CalendarDate?, _ article: Article
  ) {
    standing.nextStep = step
    standing.nextActor = actor
    standing.nextDeadline = deadline
    standing.nextClause = article.rawValue
  }

  /// The last day to investigate.
  var investigationDue: CalendarDate {
    standing.suspectedDay.adding(days: rules.investigationDays.value)
  }

  /// The last day to answer; nil before the notice.
  var answerDue: CalendarDate? { notice?.adding(days: rules.answerDays.value) }

  /// While the user may still answer, the answer comes first.
  private mutating func nextOfInvestigation() {
    if investigated != nil {
      next(.finding, .office, nil, .finding)
    } else if notice == nil {
      next(.investigationNotice, .office, investigationDue, .investigation)
    } else if statement == nil, let answerDue, day <= answerDue {
      next(.statement, .user, answerDue, .investigation)
    } else {
      next(.investigation, .office, investigationDue, .investigation)
    }
  }

  private mutating func nextOfFinding() {
    if !standing.isInSystem { return next(.systemRecord, .office, nil, .system) }
    if !standing.isPublished { return next(.publication, .office, nil, .publication) }
    nextByCause()
  }

  /// The track that the causes lead to; mixed causes go by agreement, as in an audit.
  private mutating func nextByCause() {
    if isSuspendedLand { return next(.plan, .office, nil, .plan) }
    switch standing.causeClass {
    case .government, .forceMajeure, .mixed: next(.plan, .office, nil, .plan)
    case nil: next(.investigation, .office, nil, .causes)
    case .own:
      if feeOfThisIdleness == nil || isRipe {
        next(.hearingNotice, .office, nil, .hearing)
      } else {
        next(.start, .user, withdrawalDue, .withdrawal)
      }
    }
  }

  private mutating func nextOfDisposal() {
    let body: ResponsibleBody = isRipe ? .competentGovernment : .government
    if !track.isByDecision {
      if track.plan == nil { return next(.plan, .office, nil, .plan) }
      if track.approval == nil { return next(.approval, .government, nil, .plan) }
      // The plan says which way was agreed; events do not.
      return next(nil, .office, nil, .agreement)
    }
    if track.approval == nil {
      next(.approval, body, nil, isRipe ? .withdrawal : .fee)
    } else {
      next(
        isRipe ? .withdrawalDecision : .feeDecision, .office, nil, isRipe ? .withdrawal : .fee)
    }
  }

  private mutating func nextOfDecision() {
    if let withdrawalServed {
      let due = withdrawalServed.adding(days: rules.deregistrationDays.value)
      return next(.deregistration, .user, due, .performance)
    }
    if owesFee { return next(.feePaid, .user, paymentDue, .performance) }
    nextByCause()
  }

  /// The last day to pay the fee that was decided last.
  var paymentDue: CalendarDate? { feeServed?.adding(days: rules.paymentDays.value) }

  private mutating func nextOfDeferral() {
    if let until = standing.temporaryUntil, day <= until {
      return next(.start, .user, until, .temporaryUse)
    }
    if let start = standing.newStart, day <= start {
      return next(.start, .user, start, .agreement)
    }
    next(.start, .user, deferralDue, isSuspendedLand ? .suspended : .notStarted)
  }

  /// After the end: what is owed is paid (Art. 17); the record is updated (Art. 25), then the publication withdrawn (Art. 11). Land
  /// that was never found idle was neither recorded nor published by this procedure.
  private mutating func nextOfEnd() {
    guard let ended = standing.endedDay else { return }
    if owesFee { return next(.feePaid, .user, paymentDue, .performance) }
    if standing.identifiedDay != nil || standing.isInSystem,
      systemRecorded.map({ $0 < ended }) ?? true
    {
      next(.systemRecord, .office, nil, .system)
    } else if standing.isPublished {
      next(.publicationWithdrawn, .office, nil, .publication)
    }
  }
}
