import LandCadastre

/// Which state of the ledger a statement is made from.
public enum KnownAt: Hashable, Sendable {
  /// All events.
  case now
  /// The events that were there when the year was closed last.
  case closing
}

/// What the ledger holds, for statements of its years.
public struct StatementBook: Sendable {
  /// The fold of a case's events into where it stands on a day.
  public typealias Standing =
    @Sendable (LedgerCase, [LedgerEvent], CalendarDate) -> CaseStanding

  /// The cases.
  public var cases: [LedgerCase]
  /// Their events by the ids of the cases.
  public var eventsByCase: [String: [LedgerEvent]]
  /// The events of the ledger itself.
  public var ledgerEvents: [LedgerEvent]
  /// The zones, in the order of the paper.
  public var zones: [StatementZone]
  /// Where a case stands on a day.
  public var standing: Standing

  /// A book.
  public init(
    cases: [LedgerCase], events: [LedgerEvent], zones: [StatementZone] = [],
    standing: @escaping Standing
  ) {
    self.cases = cases
    eventsByCase = Dictionary(grouping: events.filter { $0.caseID != nil }) { $0.caseID ?? "" }
    ledgerEvents = events.filter { $0.caseID == nil }
    self.zones = zones
    self.standing = standing
  }

  /// Number of the event that closed a year, the last where it was closed again; nil where it was
  /// never closed. A closing that a correction declares void does not count.
  public func closing(of year: Int) -> Int? {
    StatementEvents(ledgerEvents).happened(.yearClosed)
      .filter { $0.details.year == year }.map(\.event.number).max()
  }

  /// The book as it was when the event of a number was the last.
  public func known(until number: Int) -> StatementBook {
    var book = self
    book.cases = cases.filter { $0.openedBy <= number }
    book.eventsByCase = eventsByCase.mapValues { $0.filter { $0.number <= number } }
    book.ledgerEvents = ledgerEvents.filter { $0.number <= number }
    return book
  }

  /// The statement of a year; nil for one as it stood where the year was never closed.
  public func statement(
    of year: Int, knownAt: KnownAt = .now, targets: [TargetResult] = [],
    figures: StatementFigures = StatementFigures()
  ) -> YearStatement? {
    var number: Int?
    var book = self
    if knownAt == .closing {
      guard let closing = closing(of: year) else { return nil }
      number = closing
      book = known(until: closing)
    }
    return book.made(year, until: number, targets, figures)
  }

  /// The statement of a year as known now.
  public func present(
    _ year: Int, targets: [TargetResult] = [], figures: StatementFigures = StatementFigures()
  ) -> YearStatement {
    made(year, until: nil, targets, figures)
  }

  private func made(
    _ year: Int, until number: Int?, _ targets: [TargetResult], _ figures: StatementFigures
  ) -> YearStatement {
    var statement = YearStatement(
      year: year, cases: cases, eventsByCase: eventsByCase, zones: zones, targets: targets,
      figures: figures, standing: standing)
    statement.knownUntil = number
    return statement
  }
}
