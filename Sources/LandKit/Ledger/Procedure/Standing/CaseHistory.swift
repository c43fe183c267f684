import LandCadastre

/// The events of one case as they are known, in whatever order and portions they came.
///
/// Nothing is ever taken out: what a correction says is applied when the events are read, so the
/// same events always give the same, however they arrived.
public struct CaseHistory: Hashable, Sendable {
  /// The case.
  public let ledgerCase: LedgerCase
  /// Its events by number, each once, corrections included.
  public private(set) var events: [LedgerEvent] = []

  /// The history of a case. Events of other cases, and of the ledger itself, are left out.
  public init(of ledgerCase: LedgerCase, events: [LedgerEvent] = []) {
    self.ledgerCase = ledgerCase
    append(events)
  }

  /// Takes in more events; a number that is there already is left as it is.
  public mutating func append(_ more: [LedgerEvent]) {
    var known = Set(events.map(\.number))
    for event in more
    where event.caseID == ledgerCase.id && !event.kind.isOfLedger
      && known.insert(event.number).inserted
    {
      events.append(event)
    }
    events.sort { $0.number < $1.number }
  }

  /// The corrections that hold: those that no later one takes back.
  public var corrections: [LedgerEvent] {
    var taken: Set<Int> = []
    var holding: [LedgerEvent] = []
    for event in events.reversed() where event.kind == .correction && !taken.contains(event.number)
    {
      holding.append(event)
      // A correction reaches back only: one that names itself or a later event does nothing.
      if event.details.voids == true, let target = event.details.corrects, target < event.number {
        taken.insert(target)
      }
    }
    return holding.reversed()
  }

  /// What happened, corrections applied, by day and then in the order of recording. Corrections
  /// themselves are not among them.
  ///
  /// A correction voids an event, sets its day, or replaces those details that it gives; the remark
  /// of a correction is its own and replaces none. Of several the later goes before.
  public var effective: [LedgerEvent] {
    var corrected: [Int: LedgerEvent] = [:]
    for event in events where event.kind != .correction { corrected[event.number] = event }
    for correction in corrections {
      guard let target = correction.details.corrects, target < correction.number,
        var event = corrected[target]
      else { continue }
      if correction.details.voids == true {
        corrected[target] = nil
      } else {
        if let day = correction.details.rightDay { event.day = day }
        event.details.replace(with: correction.details)
        corrected[target] = event
      }
    }
    return corrected.values.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
  }
}

extension EventDetails {
  /// Takes over what other details give of the event itself.
  mutating func replace(with other: EventDetails) {
    parcelID = other.parcelID ?? parcelID
    area = other.area ?? area
    amount = other.amount ?? amount
    clause = other.clause ?? clause
    idleSince = other.idleSince ?? idleSince
    causeSpans = other.causeSpans ?? causeSpans
    until = other.until ?? until
    auditState = other.auditState ?? auditState
  }
}

extension LedgerEvent {
  /// Whether it was taken over from the register when the case was opened, so that what has to go
  /// before it is not in the ledger: the audit's state is noted on it.
  public var isTakenOver: Bool {
    details.auditState != nil && kind != .opened && kind != .refreshed
  }
}
