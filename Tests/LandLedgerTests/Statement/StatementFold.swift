import LandKit

/// A small fold of events into where a case stands, enough for statements: corrections applied
/// whenever they were made, nothing counted that happened later than the day.
enum StatementFold {
  @Sendable
  static func standing(
    _ item: LedgerCase, _ events: [LedgerEvent], _ day: CalendarDate
  ) -> CaseStanding {
    let happened = corrected(events)
    let opened = happened.first { $0.kind == .opened }?.day
    var standing = CaseStanding(
      caseID: item.id, parcelID: item.parcelID,
      suspectedDay: opened ?? CalendarDate(dayNumber: 10_000_000))
    for event in happened where event.day <= day { apply(event, to: &standing) }
    standing.causeClass = causeClass(standing.causeSpans)
    standing.idleMonths = standing.idleSince?.wholeMonths(
      until: min(day, standing.endedDay ?? day))
    return standing
  }

  /// What happened, by day, and within a day in the order in which a case goes, however it was
  /// written down.
  private static func corrected(_ events: [LedgerEvent]) -> [LedgerEvent] {
    var void: Set<Int> = []
    var right: [Int: EventDetails] = [:]
    for event in events.sorted(by: { $0.number > $1.number })
    where event.kind == .correction && !void.contains(event.number) {
      guard let target = event.details.corrects else { continue }
      if event.details.voids == true { void.insert(target) }
      if right[target] == nil { right[target] = event.details }
    }
    let order = EventKind.allCases
    return events.filter { $0.kind != .correction && !void.contains($0.number) }.map { event in
      var event = event
      event.day = right[event.number]?.rightDay ?? event.day
      event.details.area = right[event.number]?.area ?? event.details.area
      return event
    }.sorted {
      ($0.day, order.firstIndex(of: $0.kind) ?? 0, $0.number)
        < ($1.day, order.firstIndex(of: $1.kind) ?? 0, $1.number)
    }
  }

  private static func apply(_ event: LedgerEvent, to standing: inout CaseStanding) {
    let details = event.details
    func end(_ ending: CaseStanding.Ending) {
      guard standing.ending == nil else { return }
      if let area = details.area, ending != .notIdle {
        standing.disposedArea = (standing.disposedArea ?? 0) + area
        // A part leaves the case open.
        if let idle = standing.idleArea, standing.disposedArea ?? 0 < idle { return }
      }
      (standing.ending, standing.endedDay, standing.phase) = (ending, event.day, .ended)
    }
    switch event.kind {
    case .opened, .refreshed, .finding:
      if event.kind == .finding {
        standing.identifiedDay = standing.identifiedDay ?? event.day
        standing.identifiedNo = event.document?.number
        standing.phase = .found
      }
      standing.idleArea = details.area ?? standing.idleArea
      standing.clause = details.clause ?? standing.clause
      standing.idleSince = details.idleSince ?? standing.idleSince
      standing.causeSpans = details.causeSpans ?? standing.causeSpans
    case .investigationNotice: standing.phase = .investigating
    case .notIdle: end(.notIdle)
    case .extension: (standing.newStart, standing.phase) = (details.until, .deferred)
    case .feeDecision: (standing.feeDecided, standing.phase) = (details.amount, .decided)
    case .feePaid: standing.feePaid = (standing.feePaid ?? 0) + (details.amount ?? 0)
    case .buyback: end(.buyback)
    case .swap: end(.swap)
    case .deregistration: end(.withdraw)
    case .start: end(.start)
    default: break
    }
  }

  private static func causeClass(_ spans: [CauseSpan]) -> IdleAssessment.CauseClass? {
    let own = spans.contains { $0.cause == .own }
    let others = spans.contains { $0.cause != .own }
    switch (own, others) {
    case (true, true): return .mixed
    case (true, false): return .own
    case (false, true): return .government
    case (false, false): return nil
    }
  }
}
