import LandCadastre
import LandRulebook

/// Where a contract stands on a day, for the rules of other texts: whatever is dated later does
/// not exist. Nil is unknown.
public struct ContractStanding: Hashable, Sendable {
  /// Whether it existed on the day.
  public let exists: Bool
  /// Whether the user no longer holds the land.
  public let isOver: Bool
  /// The start in force.
  public let startInForce: CalendarDate?
  /// Whether development has started.
  public let started: Bool?
  /// Whether it is finished; not known where no completion is recorded and none is due.
  public let finished: Bool?
  /// Whether it is finished, or the agreed day of its completion is past.
  public let completionDue: Bool?
  /// The day of a suspension that lasts.
  public let suspendedSince: CalendarDate?
  /// Whether development is suspended.
  public let suspended: Bool?
  /// The class of causes on record since the start in force or the suspension.
  public let causes: IdleAssessment.CauseClass?
  /// Invested so far, 万元, where the figure is not of a later day.
  public let invested: Double?
  /// Fixed-asset investment, 万元, where the figure is not of a later day.
  public let fixedInvestment: Double?

  /// Where a contract stands.
  public init(_ contract: Contract, rules: IdleLandRules, options: IdleOptions) {
    let facts = ContractFacts(contract, rules: rules, options: options)
    exists = facts.exists
    isOver = facts.isOver
    startInForce = facts.start?.day
    started = facts.started.value
    invested = facts.invested
    fixedInvestment = facts.fixedInvestment
    let lasts = facts.suspended != nil && facts.resumed == nil && facts.finished == nil
    suspendedSince = lasts ? facts.suspended : nil
    if facts.finished != nil {
      completionDue = true
    } else if let agreed = contract.agreedFinishDate {
      completionDue = facts.asOf > agreed
    } else {
      completionDue = facts.started == .no ? false : nil
    }
    if facts.finished != nil {
      finished = true
      suspended = false
    } else {
      finished = facts.isUnfinished || facts.started == .no ? false : nil
      if lasts {
        suspended = true
      } else if facts.resumed != nil || options.emptySuspension == .notSuspended {
        suspended = false
      } else {
        suspended = nil
      }
    }
    let clock = lasts ? facts.suspended : facts.start?.day
    causes =
      CauseDays(contract.causeSpans, from: clock?.adding(days: 1), through: facts.asOf).causeClass
  }
}
