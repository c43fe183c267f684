import LandCadastre
import LandIdleLand

/// The statement of a year: what idle land there was, what came, what was disposed of, what is left,
/// and what that means for the rates and targets.
///
/// It says what the events given to it come to. With all events of the ledger that is the year as
/// it is known now; with the events up to the closing of the year it is the statement as it stood
/// then (`StatementBook`).
public struct YearStatement: Sendable {
  /// The year.
  public let year: Int
  /// Number of the last event that it knows; nil for all.
  public var knownUntil: Int?
  /// The cases, in the order of their ids, with what they do in the year.
  public let cases: [CaseYear]
  /// The balance of land found idle.
  public let idle: StatementBalance<IdleRow>
  /// The balance of land suspected.
  public let suspicion: StatementBalance<SuspicionRow>
  /// The same zone by zone: the zones given, then others that cases name, then cases without one.
  public let zones: [ZoneYear]
  /// The same by class of cause, last the cases of which none is recorded.
  public let causes: [CauseYear]
  /// Cases ended within the year, by the way of ending.
  public let ways: [WayYear]
  /// Open cases by age.
  public let ages: [AgeYear]
  /// Disposal of all land identified since the base dates of its zones.
  public let rate: DisposalRate
  /// Disposal within the year of what was on the books in it: ended ÷ (ended + open at the end).
  public let yearRate: DisposalRate
  /// The targets in force on 31 December.
  public let targets: [TargetResult]
  /// Built-up area against the year before.
  public let builtUp: [BuiltUpYear]
  /// Clearing of zombie firms and projects.
  public let clearings: [StatementFigures.Clearing]

  /// A statement.
  ///
  /// - Parameters:
  ///   - cases: the cases of the ledger, in any order.
  ///   - eventsByCase: their events by the ids of the cases.
  ///   - zones: the zones, in the order of the paper.
  ///   - targets: judged targets; those not in force on 31 December are left out.
  ///   - standing: where a case stands on a day by its events, corrections applied. It is asked
  ///     for days in the past, too: an event that happened later must not count then.
  public init(
    year: Int, cases: [LedgerCase], eventsByCase: [String: [LedgerEvent]],
    zones: [StatementZone] = [], targets: [TargetResult] = [],
    figures: StatementFigures = StatementFigures(),
    standing: (LedgerCase, [LedgerEvent], CalendarDate) -> CaseStanding
  ) {
    self.year = year
    let before = Self.lastDay(of: year - 1)
    let end = Self.lastDay(of: year)
    let items = cases.sorted { $0.id < $1.id }.map {
      CaseYear($0, events: eventsByCase[$0.id] ?? [], from: before, to: end, standing: standing)
    }
    self.cases = items
    (idle, suspicion) = Self.balances(items)
    let bases = Dictionary(zones.map { ($0.id, $0.baseDate) }, uniquingKeysWith: { a, _ in a })
    func rates(_ items: [CaseYear]) -> (DisposalRate, DisposalRate) {
      Self.rates(items) { $0.flatMap { bases[$0] ?? nil } }
    }
    (rate, yearRate) = rates(items)
    let listed = Set(zones.map(\.id))
    let others = Set(items.compactMap(\.zoneID)).subtracting(listed).sorted()
    var places: [StatementZone?] = zones + others.map { StatementZone(id: $0) }
    if items.contains(where: { $0.zoneID == nil }) { places.append(nil) }
    let members = Dictionary(grouping: items, by: \.zoneID)
    self.zones = places.map { zone in
      let own = members[zone?.id] ?? []
      let (idle, suspicion) = Self.balances(own)
      let (rate, yearRate) = rates(own)
      return ZoneYear(
        zone: zone, idle: idle, suspicion: suspicion, rate: rate, yearRate: yearRate)
    }
    causes = CauseYear.all(items)
    ways = WayYear.all(items)
    ages = AgeYear.all(items)
    self.targets = targets.filter { $0.isInForce(on: end) }
    builtUp = BuiltUpYear.all(figures.builtUp, year: year, zones: zones.map(\.id))
    clearings = figures.clearings
  }

  /// 31 December of a year.
  public static func lastDay(of year: Int) -> CalendarDate {
    // Years outside the calendar hold no events; the epoch stands for them.
    CalendarDate(year: year, month: 12, day: 31) ?? CalendarDate(dayNumber: 0)
  }

  private static func balances(
    _ items: [CaseYear]
  ) -> (StatementBalance<IdleRow>, StatementBalance<SuspicionRow>) {
    var idle = StatementBalance<IdleRow>()
    var suspicion = StatementBalance<SuspicionRow>()
    for item in items {
      for movement in item.figures.idle { idle.add(movement.amount, to: movement.row) }
      for movement in item.figures.suspicion { suspicion.add(movement.amount, to: movement.row) }
    }
    return (idle, suspicion)
  }

  private static func rates(
    _ items: [CaseYear], base: (String?) -> CalendarDate?
  ) -> (DisposalRate, DisposalRate) {
    var all = DisposalRate()
    var year = DisposalRate()
    for item in items {
      if let day = item.figures.identifiedDay, base(item.zoneID).map({ $0 <= day }) ?? true {
        all.count(item.standing, isEnded: item.figures.isEnded)
      }
      func sum(_ side: StatementSide) -> StatementTally {
        item.figures.idle.filter { $0.row.side == side }.reduce(.zero) { $0 + $1.amount }
      }
      let (removed, left) = (sum(.removed), sum(.closing))
      if removed.cases + left.cases > 0 { year.count(removed: removed, left: left) }
    }
    return (all, year)
  }
}
