import LandCadastre
import LandRulebook

/// Art. 2(1): not started when the years after the start in force are over.
struct NotStartedTest {
  /// Whether the paragraph is met.
  let result: Ternary
  /// Whether the clock has run out, started or not.
  let expired: Ternary
  /// The anniversary: the last day of the time allowed.
  let dueDate: CalendarDate?
  /// Names of the inputs that leave the result open.
  let missing: [String]

  init(_ facts: ContractFacts, _ assessor: IdleAssessor) {
    var missing: [String] = []
    let years = assessor.rules.notStartedYears.value
    dueDate = facts.start?.day.adding(years: years)
    if let dueDate {
      let dated = Ternary(facts.asOf > dueDate)
      if let other = facts.start?.undatedAmendment,
        Ternary(facts.asOf > other.adding(years: years)) != dated
      {
        expired = .unknown
        missing.append(Field.amendmentDate.rawValue)
      } else {
        expired = dated
      }
    } else {
      expired = .unknown
      missing.append(Field.agreedStartDate.rawValue)
      if facts.contract.actualDeliveryDate == nil {
        missing.append(Field.actualDeliveryDate.rawValue)
      }
    }
    result = !facts.started && expired
    if result == .unknown {
      if facts.started == .unknown {
        missing.append(Field.startState.rawValue)
        missing.append(Field.actualStartDate.rawValue)
      }
      self.missing = missing
    } else {
      self.missing = []
    }
  }
}
