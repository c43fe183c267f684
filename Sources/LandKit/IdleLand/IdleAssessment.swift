import LandCadastre
import LandRulebook

/// Whether land held under one contract is idle, since when, and what follows. Each member is a
/// column of `parcels.csv` and `parcel_contracts.csv`; nil is an empty cell.
public struct IdleAssessment: Hashable, Sendable {
  /// The column `idle_state`, the gravest last.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Not supplied, or the contract did not exist yet on the day.
    case notApplicable = "not_applicable"
    /// Neither paragraph of Art. 2 is met.
    case notIdle = "not_idle"
    /// A case that has been ended.
    case disposed
    /// Inputs are missing.
    case unknown
    /// Not idle yet; the clock runs out within the greatest bucket.
    case dueSoon = "due_soon"
    /// 涉嫌闲置: the facts meet Art. 2, and no finding has been served.
    case suspected
    /// 已认定: the 认定书 has been served and the case is not ended.
    case identified
  }
  /// The column `idle_clause`.
  public enum Clause: String, Hashable, Sendable {
    /// Not started.
    case notStarted = "2(1)"
    /// Started and suspended; may also be found idle.
    case suspended = "2(2)"
  }
  /// The column `cause_class`.
  public enum CauseClass: String, Hashable, Sendable {
    /// Items of Art. 8, with or without force majeure.
    case government
    /// The user's own causes only.
    case own
    /// The user's own causes and others.
    case mixed
    /// Force majeure only.
    case forceMajeure = "force_majeure"
  }
  /// The column `disposal_track`.
  public enum Track: String, Hashable, Sendable {
    /// By agreement: causes of Art. 8, and always Art. 2(2).
    case art12
    /// Fee and withdrawal.
    case art14
  }
  /// The column `developed_basis`.
  public enum DevelopedBasis: String, Hashable, Sendable {
    /// Developed land ÷ due land.
    case land
    /// Built footprint ÷ due footprint, where the land is not recorded.
    case footprint
  }

  /// What the land is.
  public var state: State
  /// Number of the contract that was assessed.
  public var contractNo: String?
  /// The paragraph of Art. 2 that decides.
  public var clause: Clause?
  /// The verdict on Art. 2: notMet = idle, needsReasons = may be found idle.
  public var verdict: Verdict = .notApplicable
  /// Names of missing inputs.
  public var missing: [String] = []

  /// The start in force and where it comes from.
  public var startInForce: StartInForce?
  /// Whether development has started; nil = not known.
  public var started: Bool?
  /// Whether the clock of Art. 2(1) has run out, whether or not development started is known; nil
  /// where land has started or no start is in force.
  public var clockExpired: Bool?
  /// The last day of the time allowed.
  public var dueDate: CalendarDate?
  /// Days from the day of the assessment to the due date; nil once it has passed.
  public var daysToDue: Int?
  /// The least bucket (days) that the due date falls into.
  public var dueBucket: Int?

  /// The first idle day: the day after the anniversary.
  public var idleSince: CalendarDate?
  /// Idle days, the first and the last included.
  public var idleDays: Int?
  /// Completed months of idleness.
  public var idleMonths: Int?
  /// Completed years of idleness.
  public var idleYears: Int?
  /// Days of the user's own causes within the clock, not counting days that others also caused.
  public var ownCauseDays: Int?
  /// Days of causes of Art. 8 and force majeure within the clock.
  public var governmentCauseDays: Int?
  /// Days within the clock that no recorded cause covers.
  public var unexplainedDays: Int?
  /// The class of causes; nil = no cause recorded.
  public var causeClass: CauseClass?

  /// Developed part of what is due, 0–1 (or more).
  public var developedShare: Double?
  /// What the developed share was taken from.
  public var developedBasis: DevelopedBasis?
  /// Invested part of the total, both without land price and taxes (Art. 30).
  public var investedShare: Double?
  /// Days of suspension, to the resumption or the day of the assessment.
  public var suspendedDays: Int?
  /// Idle area as found, else the contract's area, else the planar area, m².
  public var idleArea: Double?

  /// The grant or allocation price that a fee is reckoned on, 万元.
  public var feeBase: Double?
  /// The fee that would be due under Art. 14(1), 万元. Where `missing` names cause_spans, only if
  /// the cause is the user's own.
  public var feeDue: Double?
  /// Whether withdrawal under Art. 14(2) would be open; nil = not known.
  public var withdrawalRipe: Bool?
  /// The way of disposal that the cause leads to.
  public var track: Track?
  /// What has to happen next.
  public var nextStep: NextStep = .none
  /// By which day; nil where no clause sets one.
  public var nextDeadline: CalendarDate?

  /// Number of the 认定书, where it is dated no later than the assessment.
  public var identifiedNo: String?
  /// Day of the 认定书.
  public var identifiedDate: CalendarDate?
  /// Way of disposal.
  public var disposalWay: DisposalWay?
  /// Day on which the disposal was finished.
  public var disposedDate: CalendarDate?
  /// Area disposed of, m².
  public var disposedArea: Double?

  /// An assessment of a state; the other members are set as they are known.
  public init(state: State) { self.state = state }

  /// Who has to act.
  public var nextActor: ResponsibleBody? { nextStep.actor }
}
