import LandCadastre
import LandIdleLand
import LandRulebook

/// Goes through the events of a case up to a day. Beside the standing it keeps what the checks and
/// the deadlines ask for.
struct CaseFold {
  let rules: IdleLandRules
  let ledgerCase: LedgerCase
  /// The day that it has come to.
  let day: CalendarDate
  var standing: CaseStanding

  /// The start from which the clock runs: the one in force, or a new one; nil is not known.
  var clockStart: CalendarDate?
  /// The day on which the notice of investigation was served.
  var notice: CalendarDate?
  /// The day of the user's statement.
  var statement: CalendarDate?
  /// The day of the record of investigation.
  var investigated: CalendarDate?
  /// What is under way since the finding, the last decision or the last agreement.
  var track = OpenTrack()
  /// The day on which the last decision on the fee was served, whatever came since.
  var feeServed: CalendarDate?
  /// The same, of the idleness that runs: once the land is idle again another fee may be decided.
  var feeOfThisIdleness: CalendarDate?
  /// The day on which the decision on withdrawal was served, while it is to be performed.
  var withdrawalServed: CalendarDate?
  /// The day of the first supplementary contract of this idleness.
  var firstExtension: CalendarDate?
  /// The day on which idleness stopped counting, because the clock runs anew.
  var idleUntil: CalendarDate?
  /// How often the new clock has run out without a start.
  var lapses = 0
  /// The day of the last record in the supervision system.
  var systemRecorded: CalendarDate?
  /// The day of the start, of a part or the whole.
  var started: CalendarDate?
  /// Area disposed of since the land was found idle, or since the suspicion, m².
  var disposedArea: Double?
  /// Parcels and idle areas that the last audit saw.
  var seen: [(id: String, area: Double?)] = []
  private var seenOn: CalendarDate?

  init(_ history: CaseHistory, through day: CalendarDate, rules: IdleLandRules) {
    let effective = history.effective
    // A case whose opening was struck out still has the day that it was written down with.
    let opening =
      effective.first { $0.kind == .opened } ?? history.events.first { $0.kind == .opened }
    let ledgerCase = history.ledgerCase
    self.init(
      ledgerCase, suspected: opening?.day ?? effective.first?.day ?? day, through: day, rules: rules
    )
    for event in effective where event.day <= day { apply(event) }
    let held = history.corrections.filter { $0.day <= day }
    let forced = effective.filter { $0.day <= day } + held
    standing.forced = forced.filter { !$0.forced.isEmpty }.map(\.number).sorted()
    finish()
  }

  private init(
    _ ledgerCase: LedgerCase, suspected: CalendarDate, through day: CalendarDate,
    rules: IdleLandRules
  ) {
    self.rules = rules
    self.ledgerCase = ledgerCase
    self.day = day
    clockStart = ledgerCase.agreedStart
    standing = CaseStanding(
      caseID: ledgerCase.id, parcelID: ledgerCase.parcelID, suspectedDay: suspected)
  }

  // MARK: Clocks

  /// Whether it is land that was started and suspended.
  var isSuspendedLand: Bool { standing.clause == IdleAssessment.Clause.suspended.rawValue }

  /// The last day before land is idle by a clock that runs from a day.
  func due(from start: CalendarDate) -> CalendarDate {
    let limit = isSuspendedLand ? rules.suspendedYears : rules.notStartedYears
    return start.adding(years: limit.value)
  }

  /// The last day on which withdrawal is not open yet; nil where Art. 14 does not apply or no start
  /// is known.
  var withdrawalDue: CalendarDate? {
    guard !isSuspendedLand else { return nil }
    if let clockStart { return clockStart.adding(years: rules.withdrawalYears.value) }
    let further = rules.withdrawalYears.value - rules.notStartedYears.value
    return standing.idleSince?.adding(days: -1).adding(years: further)
  }

  /// The last day on which no fee is due yet; nil as above.
  var feeDue: CalendarDate? {
    guard !isSuspendedLand else { return nil }
    if let clockStart { return clockStart.adding(years: rules.feeYears.value) }
    let further = rules.feeYears.value - rules.notStartedYears.value
    return standing.idleSince?.adding(days: -1).adding(years: further)
  }

  /// The last day of a clock that runs anew, while the case is put off.
  var deferralDue: CalendarDate? {
    guard standing.phase == .deferred, let clockStart else { return nil }
    return due(from: clockStart)
  }

  /// Lets the clock that runs anew run out.
  mutating func advance(to day: CalendarDate) {
    guard let due = deferralDue, day > due else { return }
    standing.phase = .found
    standing.idleSince = due.adding(days: 1)
    idleUntil = nil
    lapses += 1
    track = OpenTrack()
    feeOfThisIdleness = nil
    firstExtension = nil
  }

  /// Notes a parcel that an audit saw; parts of one day stand side by side.
  mutating func see(_ id: String, area: Double?, on day: CalendarDate) {
    if seenOn != day {
      seen = []
      seenOn = day
    }
    if let index = seen.firstIndex(where: { $0.id == id }) {
      seen[index].area = area
    } else {
      seen.append((id, area))
    }
    standing.parts = seen.map(\.id)
    standing.parcelID = seen.first?.id ?? id
    guard standing.identifiedDay == nil, standing.phase != .ended else { return }
    let areas = seen.compactMap(\.area)
    if !areas.isEmpty { standing.idleArea = areas.reduce(0, +) }
  }

  // MARK: The end

  /// What follows from all events together.
  private mutating func finish() {
    advance(to: day)
    if let until = standing.temporaryUntil, until < day { standing.temporaryUntil = nil }
    let last = min(day, standing.endedDay ?? day, idleUntil ?? day)
    if standing.idleSince == nil, !isSuspendedLand, let start = ledgerCase.agreedStart {
      let due = start.adding(years: rules.notStartedYears.value)
      if last > due { standing.idleSince = due.adding(days: 1) }
    }
    if let since = standing.idleSince, last >= since {
      standing.idleMonths = since.adding(days: -1).wholeMonths(until: last)
    }
    // What was never found idle is not disposed of either.
    if standing.identifiedDay != nil { standing.disposedArea = disposedArea }
    standing.causeClass = causeClass(through: last)
    setNextStep()
  }

  /// The class of the causes from the day after the clock began; where that day is not known, it is
  /// reckoned back from the first idle day. While the clock runs anew the causes are those of the
  /// idleness that was put off.
  func causeClass(through last: CalendarDate) -> IdleAssessment.CauseClass? {
    var start = isSuspendedLand || idleUntil != nil ? nil : clockStart
    if start == nil, let since = standing.idleSince {
      let limit = isSuspendedLand ? rules.suspendedYears : rules.notStartedYears
      start = since.adding(days: -1).adding(years: -limit.value)
    }
    return IdleAssessment.CauseClass(
      of: standing.causeSpans, from: start?.adding(days: 1), through: last)
  }
}

/// What was done towards an agreement or a decision that is not made yet.
struct OpenTrack {
  /// The day of the disposal plan.
  var plan: CalendarDate?
  /// The day on which the notice of the right to a hearing was served.
  var hearingNotice: CalendarDate?
  /// The day of the government's approval.
  var approval: CalendarDate?
  /// Which of the two came last.
  var isByDecision = false
}
