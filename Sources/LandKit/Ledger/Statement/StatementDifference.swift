import LandGeometry

/// How a year as it is known now differs from its statement when it was closed: which figures, and
/// case by case the events that made the difference.
public struct StatementDifference: Sendable {
  /// A row of a balance that differs.
  public struct Figure: Hashable, Sendable {
    /// The row.
    public var label: Bilingual
    /// Whether it belongs to the balance of land suspected.
    public var isOfSuspicion: Bool
    /// As it stood.
    public var before: StatementTally
    /// As known now.
    public var now: StatementTally
  }

  /// A case that counts otherwise.
  public struct Case: Hashable, Sendable {
    /// Its id.
    public var caseID: String
    /// Its parcel, as numbered on 31 December.
    public var parcelID: String
    /// What it did in the year as it stood; nil where it was not in the ledger.
    public var before: CaseYear.Figures?
    /// What it does as known now.
    public var now: CaseYear.Figures
    /// The events entered since that changed its figures: corrections and late entries, by number.
    public var events: [LedgerEvent]
  }

  /// The year.
  public let year: Int
  /// Number of the event that closed it.
  public let closedAt: Int
  /// The rows that differ, in the order of the paper, those of land found idle first.
  public let figures: [Figure]
  /// The cases that differ, by id. They may cancel out, so that no figure differs.
  public let cases: [Case]

  /// Whether the statement would be the same now.
  public var isEmpty: Bool { figures.isEmpty && cases.isEmpty }

  /// Nil where the year was never closed.
  public init?(of year: Int, in book: StatementBook) {
    guard let closing = book.closing(of: year),
      let before = book.statement(of: year, knownAt: .closing)
    else { return nil }
    let now = book.present(year)
    self.year = year
    closedAt = closing
    figures =
      Self.rows(before.idle, now.idle, isOfSuspicion: false)
      + Self.rows(before.suspicion, now.suspicion, isOfSuspicion: true)
    let old = Dictionary(before.cases.map { ($0.caseID, $0) }, uniquingKeysWith: { a, _ in a })
    let items = Dictionary(book.cases.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    cases = now.cases.compactMap { item in
      let was = old[item.caseID]
      guard (was?.figures ?? CaseYear.Figures()) != item.figures,
        let ledgerCase = items[item.caseID]
      else { return nil }
      return Case(
        caseID: item.caseID, parcelID: item.standing.parcelID, before: was?.figures,
        now: item.figures, events: Self.causes(of: ledgerCase, year, since: closing, book))
    }
  }

  private static func rows<Row: StatementRow>(
    _ before: StatementBalance<Row>, _ now: StatementBalance<Row>, isOfSuspicion: Bool
  ) -> [Figure] {
    Row.allCases.filter { before[$0] != now[$0] }.map {
      Figure(label: $0.label, isOfSuspicion: isOfSuspicion, before: before[$0], now: now[$0])
    }
  }

  /// The events after a number with whose entry the figures of a case changed, found by replaying
  /// the ledger entry by entry.
  private static func causes(
    of item: LedgerCase, _ year: Int, since number: Int, _ book: StatementBook
  ) -> [LedgerEvent] {
    let events = (book.eventsByCase[item.id] ?? []).sorted { $0.number < $1.number }
    func figures(_ known: ArraySlice<LedgerEvent>) -> CaseYear.Figures {
      guard known.contains(where: { $0.number == item.openedBy }) else { return CaseYear.Figures() }
      return CaseYear(
        item, events: Array(known), from: YearStatement.lastDay(of: year - 1),
        to: YearStatement.lastDay(of: year), standing: book.standing
      ).figures
    }
    var known = events.prefix { $0.number <= number }
    var last = figures(known)
    var causes: [LedgerEvent] = []
    for event in events.dropFirst(known.count) {
      known = events.prefix { $0.number <= event.number }
      let next = figures(known)
      if next != last { causes.append(event) }
      last = next
    }
    return causes
  }
}
