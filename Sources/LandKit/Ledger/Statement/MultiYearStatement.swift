/// The balances of a span of years as known now, each year's opening the closing of the year
/// before; beside them how the years stood when they were closed.
public struct MultiYearStatement: Sendable {
  /// A year.
  public struct Year: Sendable {
    /// As known now.
    public var now: YearStatement
    /// As it stood when the year was closed; nil where it was not.
    public var closed: YearStatement?
    /// Opening as it stood, less the closing of the year before as that stood: what had become
    /// known in between. Nil where either year was not closed.
    public var openingGap: StatementTally?
    /// Closing as known now, less the closing as it stood; nil where the year was not closed.
    public var closingChange: StatementTally?
  }

  /// The years in order.
  public let years: [Year]

  /// The years of a span.
  public init(_ span: ClosedRange<Int>, in book: StatementBook) {
    var years: [Year] = []
    for year in span {
      let now = book.present(year)
      let closed = book.statement(of: year, knownAt: .closing)
      let before = years.last?.closed
      years.append(
        Year(
          now: now, closed: closed,
          openingGap: closed.flatMap { closed in
            before.map { closed.idle[.opening] - $0.idle[.closing] }
          },
          closingChange: closed.map { now.idle[.closing] - $0.idle[.closing] }))
    }
    self.years = years
  }

  /// Whether every opening is the closing of the year before, as known now.
  public var isContinuous: Bool {
    zip(years, years.dropFirst()).allSatisfy { earlier, later in
      earlier.now.idle[.closing] == later.now.idle[.opening]
        && earlier.now.suspicion[.closing] == later.now.suspicion[.opening]
    }
  }
}
