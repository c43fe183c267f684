import LandCadastre
import LandIdleLand

/// Where a case stands on a day: what its events come to, corrections applied, and nothing else. So
/// replaying the events of a case always gives the same.
public struct CaseStanding: Hashable, Sendable {
  /// How far a case has come, in the order in which it goes.
  public enum Phase: String, CaseIterable, Hashable, Sendable {
    /// 涉嫌闲置: an audit suspects it.
    case suspected
    /// 调查: the notice of investigation was served.
    case investigating
    /// 已认定: the finding was served.
    case found
    /// 拟订处置: a plan, a hearing or an approval is under way.
    case disposing
    /// A decision was served and is to be performed (Art. 17).
    case decided
    /// 处置中: put off, conditions changed or in temporary use; a clock runs again (Art. 12).
    case deferred
    /// The case is ended.
    case ended
  }
  /// How a case ended.
  public enum Ending: String, CaseIterable, Hashable, Sendable {
    /// Development started.
    case start
    /// Withdrawn without payment (Art. 14(2)).
    case withdraw
    /// Bought back by agreement, Art. 12(4).
    case buyback
    /// Swapped, Art. 12(5).
    case swap
    /// The investigation found the land not idle: never identified, so it counts in no rate.
    case notIdle = "not_idle"
  }

  /// The case.
  public var caseID: String
  /// The parcel as it is numbered now.
  public var parcelID: String
  /// All parcels that hold its ground now: several where it was split. The first is `parcelID`.
  public var parts: [String]
  /// How far it has come.
  public var phase: Phase
  /// Day of the suspicion.
  public var suspectedDay: CalendarDate
  /// Day of the finding; nil where none was served.
  public var identifiedDay: CalendarDate?
  /// Number of the finding.
  public var identifiedNo: String?
  /// Idle area as found, else as suspected, m².
  public var idleArea: Double?
  /// `2(1)` or `2(2)`.
  public var clause: String?
  /// The first idle day.
  public var idleSince: CalendarDate?
  /// Spans of causes.
  public var causeSpans: [CauseSpan] = []
  /// The class of causes; nil where none is recorded.
  public var causeClass: IdleAssessment.CauseClass?
  /// How it ended.
  public var ending: Ending?
  /// The day on which it ended.
  public var endedDay: CalendarDate?
  /// Area disposed of, m².
  public var disposedArea: Double?
  /// Fee decided, 万元.
  public var feeDecided: Double?
  /// Fee paid, 万元.
  public var feePaid: Double?
  /// A new agreed start in force.
  public var newStart: CalendarDate?
  /// The last day of a temporary use in force.
  public var temporaryUntil: CalendarDate?
  /// Whether it is recorded in the supervision system (Art. 25).
  public var isInSystem = false
  /// Whether it is published (Art. 11).
  public var isPublished = false
  /// Completed months of idleness on the day, or until it ended.
  public var idleMonths: Int?
  /// What has to happen next.
  public var nextStep: EventKind?
  /// Who has to act.
  public var nextActor: ResponsibleBody?
  /// By which day; nil where no clause sets one.
  public var nextDeadline: CalendarDate?
  /// The clause that sets it.
  public var nextClause: String?
  /// Numbers of events that were forced.
  public var forced: [Int] = []

  /// A case that was just opened.
  public init(caseID: String, parcelID: String, suspectedDay: CalendarDate) {
    self.caseID = caseID
    self.parcelID = parcelID
    parts = [parcelID]
    self.suspectedDay = suspectedDay
    phase = .suspected
  }
}
