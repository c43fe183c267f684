import LandCadastre
import LandIdleLand
import LandRulebook

/// The days that matter in open cases.
public struct Deadlines: Sendable {
  /// The figures of the law.
  public let rules: IdleLandRules

  /// Deadlines by the figures of a rulebook.
  public init(rules: IdleLandRules) { self.rules = rules }

  /// All running deadlines of a case on a day, the earliest (so the longest overdue) first; once
  /// it has ended, that of a fee that is still owed.
  ///
  /// A period counted in days does not count its first day, and its last day belongs to it. No
  /// article sets a time for the finding, the plan or a decision, so none is given.
  public func running(_ history: CaseHistory, on day: CalendarDate) -> [Deadline] {
    let fold = CaseFold(history, through: day, rules: rules)
    let standing = fold.standing
    var found: [Deadline] = []
    func add(
      _ kind: Deadline.Kind, _ last: CalendarDate?, _ article: Article, _ actor: ResponsibleBody
    ) {
      guard let last else { return }
      found.append(
        Deadline(
          caseID: standing.caseID, kind: kind, day: last, clause: article.rawValue, actor: actor,
          daysLeft: last - day))
    }
    switch standing.phase {
    case .suspected, .investigating:
      guard fold.investigated == nil else { break }
      add(.investigate, fold.investigationDue, .investigation, .office)
      if fold.statement == nil { add(.answer, fold.answerDue, .investigation, .user) }
    case .found, .disposing, .decided:
      if let served = fold.withdrawalServed {
        add(
          .deregister, served.adding(days: rules.deregistrationDays.value), .performance, .user)
      } else if let due = fold.withdrawalDue, standing.causeClass.map({ $0 == .own }) ?? true {
        add(.withdrawal, due, .withdrawal, .office)
      }
    case .deferred:
      if let until = standing.temporaryUntil { add(.temporaryUseEnd, until, .temporaryUse, .user) }
      add(.newStart, standing.newStart, .agreement, .user)
      add(.idleAgain, fold.deferralDue, fold.isSuspendedLand ? .suspended : .notStarted, .office)
    case .ended: break
    }
    // A fee is owed whatever came since, the end included.
    if fold.owesFee { add(.pay, fold.paymentDue, .performance, .user) }
    return found.sorted { ($0.day, $0.kind.order) < ($1.day, $1.kind.order) }
  }

  /// The running deadlines of many cases, the earliest first, then by case.
  public func running(_ histories: [CaseHistory], on day: CalendarDate) -> [Deadline] {
    histories.flatMap { running($0, on: day) }
      .sorted { ($0.day, $0.caseID, $0.kind.order) < ($1.day, $1.caseID, $1.kind.order) }
  }
}

extension Deadline.Kind {
  /// Its place among those of one day.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
