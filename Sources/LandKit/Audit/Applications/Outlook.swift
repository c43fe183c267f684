import LandCadastre
import LandCompliance
import LandRulebook

/// What time alone does to an application: when gates that count the events of past years will be
/// met, and which parcels turn idle before then.
public struct Outlook: Sendable {
  /// A gate that counts events. Only that part of it is looked at here.
  public struct DatedGate: Sendable {
    /// Its rule.
    public var rule: Rule
    /// The first day on which its counts are met; nil where it is not known or never comes.
    public var holdsFrom: CalendarDate?
    /// Names of what is missing, where it cannot be said.
    public var missing: [String]
  }

  /// The day that the inputs describe: that of the zone file, or the day of the check where that is
  /// earlier or the file names none.
  public var from: CalendarDate
  /// The last day looked at: that of the check, or the earliest on which all dated gates hold.
  public var until: CalendarDate
  /// The gates that count events, in the order of the books.
  public var gates: [DatedGate]
  /// The earliest day on which all of them hold; nil where one never does or is not known.
  public var earliest: CalendarDate?
  /// Parcels that turn idle after ``from`` and by ``until`` if nobody starts, earliest first.
  public var turningIdle: [IdleTurn]
  /// Papers that are valid on ``from`` and run out by ``until``, with the last valid day.
  public var expiring: [(id: String, validUntil: CalendarDate)]
}

/// A parcel whose time to start or resume runs out.
public struct IdleTurn: Hashable, Sendable {
  /// The parcel.
  public var parcel: String
  /// The contract.
  public var contract: String?
  /// Its first idle day.
  public var day: CalendarDate
  /// Its area, m²; nil where it is not known.
  public var area: Double?
  /// Whether it is known that development has not started; where it is not, the parcel may turn
  /// idle.
  public var isCertain: Bool
}

extension Outlook {
  /// Looks from the day that the inputs describe to the day on which all dated gates hold.
  ///
  /// - Parameters:
  ///   - judge: what the gates of the act say about facts.
  ///   - turns: all parcels of the zone whose time runs out some day.
  init(
    from: CalendarDate, facts: ZoneFacts, file: ZoneFile?, turns: [IdleTurn],
    judge: (ZoneFacts) -> [Judgement]
  ) {
    self.from = from
    let asOf = facts.asOf
    let dated = judge(facts).filter { $0.rule.kind == .gate && !$0.rule.eventSpans.isEmpty }
    let days = Self.days(from, file?.events ?? [], Set(dated.flatMap(\.rule.eventSpans)))
    var outcomes: [[String: Judgement]] = []
    if !dated.isEmpty {
      outcomes = days.map { day in
        let judged = judge(facts.ifNothingHappens(until: day, since: from))
        return Dictionary(
          judged.map { ($0.rule.id, $0) }, uniquingKeysWith: { first, _ in first })
      }
    }
    func firstDay(_ holds: ([String: Judgement]) -> Bool) -> CalendarDate? {
      zip(days, outcomes).first { holds($1) }?.0
    }
    gates = dated.map { gate in
      let holds = firstDay { $0[gate.rule.id]?.holds == true }
      return DatedGate(
        rule: gate.rule, holdsFrom: holds,
        missing: holds == nil ? outcomes.last?[gate.rule.id]?.missingEvents ?? [] : [])
    }
    let ids = dated.map(\.rule.id)
    earliest =
      ids.isEmpty ? nil : firstDay { day in ids.allSatisfy { day[$0]?.holds == true } }
    let until = max(asOf, earliest ?? asOf)
    self.until = until
    turningIdle = turns.filter { $0.day > from && $0.day <= until }
      .sorted { ($0.day, $0.parcel) < ($1.day, $1.parcel) }
    expiring = (file?.materials ?? []).compactMap { paper in
      guard let last = paper.validUntil?.value, last >= from, last < until else { return nil }
      return (paper.id.value.rawValue, last)
    }
  }

  /// The days on which a count of events can fall: the first day, and for every event and span the
  /// day on which it lies that many years back. After 29 February that is the day after the
  /// anniversary's stand-in.
  private static func days(
    _ from: CalendarDate, _ events: [ZoneEvent], _ spans: Set<Int>
  ) -> [CalendarDate] {
    var days: Set<CalendarDate> = [from]
    for event in events {
      for span in spans {
        let anniversary = event.date.value.adding(years: span)
        for day in [anniversary, anniversary.adding(days: 1)] where day > from {
          days.insert(day)
        }
      }
    }
    return days.sorted()
  }
}

extension Judgement {
  /// Whether a gate lets an application pass as far as days matter: a demand beside the count of
  /// events, an attestation say, is not for time to mend.
  fileprivate var holds: Bool {
    if verdict == .met || verdict == .needsReasons || verdict == .notApplicable { return true }
    let counts = comparisons.filter(\.countsEvents)
    return !counts.isEmpty && counts.allSatisfy { $0.outcome == .yes }
  }

  /// What is missing for the counts of events.
  fileprivate var missingEvents: [String] {
    comparisons.filter(\.countsEvents).flatMap(\.missing)
  }
}

extension ComplianceStage.Kept {
  /// When the parcel's time runs out; nil where it is idle already, or no clock runs.
  func idleTurn(after from: CalendarDate) -> IdleTurn? {
    guard let clock, clock.day > from else { return nil }
    return IdleTurn(
      parcel: ground.id, contract: clock.contractNo, day: clock.day, area: ground.planarArea,
      isCertain: clock.isCertain)
  }
}
