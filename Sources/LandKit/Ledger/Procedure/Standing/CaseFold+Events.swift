import LandCadastre
import LandIdleLand
import LandRulebook

extension CaseFold {
  /// Takes one event into account. Events come by day.
  mutating func apply(_ event: LedgerEvent) {
    advance(to: event.day)
    switch event.kind {
    case .publication: standing.isPublished = true
    case .publicationWithdrawn: standing.isPublished = false
    case .systemRecord:
      standing.isInSystem = true
      systemRecorded = event.day
    case .opened, .refreshed: audit(event)
    case .feePaid:
      // A fee that was decided is owed after the end, too.
      if let amount = event.details.amount {
        standing.feePaid = (standing.feePaid ?? 0) + amount
      }
    case .survey, .run, .yearClosed, .objection, .completion, .correction, .note: break
    // What comes after the end changes it no more: the first end stands.
    case _ where standing.phase == .ended: break
    case .investigationNotice:
      notice = event.day
      statement = nil
      investigated = nil
      if standing.phase == .suspected { standing.phase = .investigating }
    case .statement: statement = event.day
    case .investigation:
      investigated = event.day
      if standing.phase == .suspected { standing.phase = .investigating }
    case .notIdle: end(.notIdle, on: event.day)
    case .finding: find(event)
    case .plan:
      track.plan = event.day
      track.isByDecision = false
      enterDisposal()
    case .hearingNotice:
      track.hearingNotice = event.day
      track.isByDecision = true
      enterDisposal()
    case .approval:
      track.approval = event.day
      enterDisposal()
    case .hearing: enterDisposal()
    case .extension, .adjustment, .temporaryUse: putOff(event)
    case .buyback: dispose(event, .buyback)
    case .swap: dispose(event, .swap)
    case .feeDecision:
      feeServed = event.day
      feeOfThisIdleness = event.day
      if let amount = event.details.amount {
        standing.feeDecided = (standing.feeDecided ?? 0) + amount
      }
      decide()
    case .withdrawalDecision:
      withdrawalServed = event.day
      decide()
    case .deregistration:
      if withdrawalServed != nil || event.isTakenOver { dispose(event, .withdraw) }
    case .start:
      started = event.day
      dispose(event, .start)
    }
  }

  /// What an audit saw. Once land is found idle the finding says what is idle, and why; an audit
  /// then only tells how the parcel is numbered, and causes where the finding gives none.
  private mutating func audit(_ event: LedgerEvent) {
    let details = event.details
    see(details.parcelID ?? standing.parcelID, area: details.area, on: event.day)
    guard standing.phase != .ended else { return }
    if let spans = details.causeSpans,
      standing.identifiedDay == nil || standing.causeSpans.isEmpty
    {
      standing.causeSpans = spans
    }
    guard standing.identifiedDay == nil else { return }
    standing.clause = details.clause ?? standing.clause
    standing.idleSince = details.idleSince ?? standing.idleSince
  }

  /// A case keeps the day of its first finding, by which it enters the yearly figures; what a later
  /// one says of area, clause and causes goes before.
  private mutating func find(_ event: LedgerEvent) {
    if standing.identifiedDay == nil {
      standing.identifiedDay = event.day
      standing.identifiedNo = event.document?.number
      // What had been started by then is no part of what was found idle.
      disposedArea = nil
    }
    let details = event.details
    standing.idleArea = details.area ?? standing.idleArea
    standing.clause = details.clause ?? standing.clause
    standing.idleSince = details.idleSince ?? standing.idleSince
    standing.causeSpans = details.causeSpans ?? standing.causeSpans
    standing.phase = .found
    track = OpenTrack()
    idleUntil = nil
  }

  private mutating func enterDisposal() {
    switch standing.phase {
    case .found, .decided: standing.phase = .disposing
    case .suspected, .investigating, .disposing, .deferred, .ended: break
    }
  }

  private mutating func decide() {
    standing.phase = .decided
    track = OpenTrack()
  }

  /// Art. 12(1) to (3): the time counts anew.
  private mutating func putOff(_ event: LedgerEvent) {
    if event.kind == .extension, firstExtension == nil { firstExtension = event.day }
    if idleUntil == nil { idleUntil = event.day }
    standing.phase = .deferred
    track = OpenTrack()
    guard let until = event.details.until else {
      // Only what is agreed starts a clock: without a new day none runs.
      if event.kind == .adjustment, standing.newStart == nil { clockStart = nil }
      return
    }
    if event.kind == .temporaryUse {
      standing.temporaryUntil = until
      clockStart = standing.newStart.map { max($0, until) } ?? until
    } else {
      standing.newStart = until
      clockStart = until
    }
  }

  /// What ends a case where it takes in all idle land; a part alone leaves the rest as it is.
  private mutating func dispose(_ event: LedgerEvent, _ ending: CaseStanding.Ending) {
    if let area = event.details.area {
      let total = (disposedArea ?? 0) + area
      disposedArea = total
      if let idle = standing.idleArea, Comparison.below.holds(total, idle) {
        if ending == .withdraw { withdrawalServed = nil }
        if ending != .start {
          track = OpenTrack()
          if standing.phase == .disposing || standing.phase == .decided { standing.phase = .found }
        }
        return
      }
    } else {
      disposedArea = standing.idleArea
    }
    end(ending, on: event.day)
  }

  private mutating func end(_ ending: CaseStanding.Ending, on day: CalendarDate) {
    standing.phase = .ended
    standing.ending = ending
    standing.endedDay = day
    withdrawalServed = nil
    track = OpenTrack()
  }
}
