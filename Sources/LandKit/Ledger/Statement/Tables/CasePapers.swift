import LandCadastre
import LandDocuments

/// Numbers and days of the papers of a case up to a day, corrected.
struct CasePapers {
  private let events: StatementEvents
  private let last: CalendarDate
  private let words: StatementWords

  init(_ events: [LedgerEvent], through last: CalendarDate, words: StatementWords) {
    self.events = StatementEvents(events)
    self.last = last
    self.words = words
  }

  private func happened(_ kinds: [EventKind]) -> [StatementEvents.Entry] {
    kinds.flatMap(events.happened).filter { $0.day <= last }
      .sorted { ($0.day, $0.event.number) < ($1.day, $1.event.number) }
  }

  /// Whether it happened.
  func has(_ kind: EventKind) -> Bool { !happened([kind]).isEmpty }

  /// The last day of a kind.
  func day(_ kind: EventKind) -> CalendarDate? { happened([kind]).last?.day }

  /// The numbers of the papers, in the order of their days.
  func numbers(_ kinds: [EventKind]) -> DocumentCell {
    .code(happened(kinds).compactMap { $0.event.document?.number }.joined(separator: "; "))
  }

  /// The days; one as a day, several as a text.
  func days(_ kinds: [EventKind]) -> DocumentCell {
    let days = happened(kinds).map(\.day)
    return days.count == 1
      ? .day(days[0]) : .code(days.map(\.description).joined(separator: "; "))
  }

  /// The last way of disposal that was taken, in words.
  var wayUnderWay: String? {
    happened([.extension, .adjustment, .temporaryUse, .feeDecision, .withdrawalDecision]).last
      .map { words($0.event.kind.label) }
  }

  /// The remarks, joined.
  var remarks: String {
    happened([.note]).compactMap { $0.details.text ?? $0.event.reason }.joined(separator: "; ")
  }
}
