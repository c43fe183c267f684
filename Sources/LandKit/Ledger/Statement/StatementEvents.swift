import LandCadastre

/// The events of a case as they are known by their corrections, for papers that show numbers and
/// days of documents. (What a case comes to is folded elsewhere.)
struct StatementEvents {
  /// An event and what corrects it.
  struct Entry {
    /// As it was written down.
    var event: LedgerEvent
    /// The day on which it really happened.
    var day: CalendarDate
    /// Its details, corrected where a correction says otherwise.
    var details: EventDetails
    /// Whether it did not happen at all.
    var isVoid = false
    /// The corrections in force, in the order of their numbers.
    var corrections: [LedgerEvent] = []
  }

  /// All events that are no corrections, in the order of their numbers.
  let entries: [Entry]
  /// Corrections that name no event of the case.
  let strays: [LedgerEvent]

  init(_ events: [LedgerEvent]) {
    let sorted = events.sorted { $0.number < $1.number }
    let byNumber = Dictionary(sorted.map { ($0.number, $0) }) { first, _ in first }
    var entries = sorted.filter { !Self.isCorrection($0) }.map {
      Entry(event: $0, day: $0.day, details: $0.details)
    }
    let places = Dictionary(
      entries.indices.map { (entries[$0].event.number, $0) }, uniquingKeysWith: { a, _ in a })
    // From the last to the first: a correction that is itself void voids nothing.
    var void: Set<Int> = []
    let corrections = sorted.filter(Self.isCorrection)
    for correction in corrections.reversed() where !void.contains(correction.number) {
      if let target = correction.details.corrects, correction.details.voids == true,
        target < correction.number
      {
        if let other = byNumber[target], Self.isCorrection(other) { void.insert(target) }
      }
    }
    var strays: [LedgerEvent] = []
    for correction in corrections {
      guard let root = Self.root(of: correction, byNumber), let place = places[root] else {
        strays.append(correction)
        continue
      }
      entries[place].corrections.append(correction)
      if void.contains(correction.number) { continue }
      // One that names another correction says nothing on the event itself.
      if correction.details.corrects == root { entries[place].apply(correction.details) }
    }
    self.entries = entries
    self.strays = strays
  }

  /// The entries that happened, by their days.
  func happened(_ kind: EventKind) -> [Entry] {
    entries.filter { $0.event.kind == kind && !$0.isVoid }
      .sorted { ($0.day, $0.event.number) < ($1.day, $1.event.number) }
  }

  private static func isCorrection(_ event: LedgerEvent) -> Bool { event.kind == .correction }

  /// The event behind a correction, or behind a correction of a correction. Each names an earlier
  /// number, so the way ends.
  private static func root(of correction: LedgerEvent, _ events: [Int: LedgerEvent]) -> Int? {
    var event = correction
    while isCorrection(event) {
      guard let target = event.details.corrects, target < event.number, let next = events[target]
      else { return nil }
      event = next
    }
    return event.number
  }
}

extension StatementEvents.Entry {
  fileprivate mutating func apply(_ right: EventDetails) {
    if isVoid { return }
    if right.voids == true {
      isVoid = true
      return
    }
    if let rightDay = right.rightDay { day = rightDay }
    details.parcelID = right.parcelID ?? details.parcelID
    details.area = right.area ?? details.area
    details.amount = right.amount ?? details.amount
    details.clause = right.clause ?? details.clause
    details.idleSince = right.idleSince ?? details.idleSince
    details.causeSpans = right.causeSpans ?? details.causeSpans
    details.until = right.until ?? details.until
  }
}
