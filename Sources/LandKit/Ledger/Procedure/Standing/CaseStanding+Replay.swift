import LandCadastre
import LandRulebook

extension CaseStanding {
  /// Where a case stands on a day.
  ///
  /// Only events of that day or earlier count, by the day that is right after all corrections given;
  /// whoever wants to know what was known then leaves later recordings out. Before its first event a
  /// case stands as suspected.
  ///
  /// The clock runs anew from a new agreed start (Art. 12, last sentence); after a temporary use from
  /// its last day, unless a later start was agreed. Once the years of Art. 2 are over from there
  /// without a start the case is `found` again, idle since the day after.
  ///
  /// - Parameters:
  ///   - ledgerCase: the case as it was opened.
  ///   - events: all that is known; events of other cases are left out.
  ///   - day: the day.
  ///   - rules: the figures of the rulebook in force.
  public init(
    of ledgerCase: LedgerCase, events: [LedgerEvent], on day: CalendarDate, rules: IdleLandRules
  ) {
    self.init(of: CaseHistory(of: ledgerCase, events: events), on: day, rules: rules)
  }

  /// Where a case stands on a day, from a history that is at hand.
  public init(of history: CaseHistory, on day: CalendarDate, rules: IdleLandRules) {
    self = CaseFold(history, through: day, rules: rules).standing
  }
}
