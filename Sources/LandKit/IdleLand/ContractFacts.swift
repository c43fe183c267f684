import LandCadastre
import LandRulebook

/// What a contract's facts come to on a day: whatever is dated later does not exist.
struct ContractFacts {
  let contract: Contract
  let asOf: CalendarDate
  /// The start in force.
  let start: StartInForce?
  /// Whether development has started.
  let started: Ternary
  /// Day of the actual start.
  let actualStart: CalendarDate?
  /// Day of completion.
  let finished: CalendarDate?
  /// Day of the current or last suspension.
  let suspended: CalendarDate?
  /// Day on which that suspension ended.
  let resumed: CalendarDate?
  /// Number and day of the 认定书, both known and no later than the day.
  let identification: (number: String, day: CalendarDate)?
  /// Day on which a disposal was finished, and how.
  let disposal: (way: DisposalWay, day: CalendarDate)?
  /// Invested so far, 万元, where the figure is not of a later day.
  let invested: Double?
  /// Fixed-asset investment, 万元, where the figure is not of a later day.
  let fixedInvestment: Double?

  init(_ contract: Contract, rules: IdleLandRules, options: IdleOptions) {
    let asOf = options.asOf
    func past(_ day: CalendarDate?) -> CalendarDate? { day.flatMap { $0 <= asOf ? $0 : nil } }
    self.contract = contract
    self.asOf = asOf
    start = contract.startInForce(
      asOf: asOf, yearsAfterDelivery: rules.startAfterDeliveryYears.value)
    actualStart = past(contract.actualStartDate)
    finished = past(contract.actualFinishDate)
    suspended = past(contract.suspendedDate)
    let resumption = past(contract.resumedDate)
    if let day = resumption, let suspended, day < suspended {
      resumed = nil  // An earlier suspension ended; this one lasts.
    } else {
      resumed = resumption
    }
    if let number = contract.identifiedNo, let day = past(contract.identifiedDate) {
      identification = (number, day)
    } else {
      identification = nil
    }
    if let way = contract.disposalWay, let day = past(contract.disposedDate) {
      disposal = (way, day)
    } else {
      disposal = nil
    }
    let isCurrent = contract.investmentDate.map { $0 <= asOf } ?? true
    invested = isCurrent ? contract.invested : nil
    fixedInvestment = isCurrent ? contract.fixedInvestment : nil

    if actualStart != nil || finished != nil {
      started = .yes
    } else if contract.faultyFields.contains(.actualStartDate)
      || contract.faultyFields.contains(.startState)
    {
      started = contract.startState == .notStarted ? .no : .unknown
    } else {
      switch contract.startState {
      case .notStarted: started = .no
      case .started where contract.actualStartDate == nil: started = .yes
      // A start dated after the day does not exist yet, and neither does the state it brought.
      case .started, nil:
        if suspended != nil {
          started = .yes  // Only what has begun can be suspended.
        } else {
          started = options.emptyStart == .notStarted ? .no : .unknown
        }
      }
    }
  }

  /// Whether the contract existed on the day.
  var exists: Bool {
    guard let day = contract.signedDate ?? contract.supplyDate else { return true }
    return day <= asOf
  }

  /// Whether a new start was agreed after the land had been found idle: the time then counts anew
  /// (Art. 12, last sentence), and the earlier finding no longer describes the land.
  var restarted: Bool {
    guard let identification, let amendment = contract.amendmentDate, start?.source == .amended
    else { return false }
    return amendment >= identification.day && (contract.disposalWay?.restartsClock ?? true)
  }

  /// How and when the case ended; nil while it is open. A start after the finding under Art. 2(1)
  /// ends it even where no disposal is recorded; a disposal of a part does not.
  var end: (way: DisposalWay, day: CalendarDate)? {
    if let disposal, disposal.way.endsCase, !isPartial {
      return supersededBySuspension(disposal) ? nil : disposal
    }
    if let identification, let actualStart, actualStart > identification.day {
      let byStart = (way: DisposalWay.start, day: actualStart)
      return supersededBySuspension(byStart) ? nil : byStart
    }
    return nil
  }

  /// Whether only a part of the idle land was disposed of.
  private var isPartial: Bool {
    guard let disposed = contract.disposedArea, let idle = contract.idleArea else { return false }
    return Comparison.below.holds(disposed, idle)
  }

  /// Whether development that ended a case was suspended again afterwards.
  private func supersededBySuspension(_ end: (way: DisposalWay, day: CalendarDate)) -> Bool {
    guard end.way == .start, let suspended, resumed == nil else { return false }
    return suspended > end.day
  }

  /// Whether the 认定书 still describes the land.
  var isIdentified: Bool {
    guard let identification, !restarted else { return false }
    // A start after the finding ended that case; only a new suspension can bring us here.
    if let actualStart, actualStart > identification.day { return false }
    return true
  }

  /// Whether the user no longer holds the land.
  var isOver: Bool {
    guard let end else { return false }
    return end.way == .withdraw || end.way == .buyback || end.way == .swap
  }
}
