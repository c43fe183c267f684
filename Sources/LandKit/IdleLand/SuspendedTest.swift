import LandCadastre
import LandRulebook

/// Art. 2(2): started, developed or invested too little, and suspended for the years it names. The
/// land "may also" be found idle, so a yes calls for reasons.
struct SuspendedTest {
  /// Whether the paragraph is met.
  let result: Ternary
  /// Whether either arm (land, investment) is met.
  let arms: Ternary
  /// Whether the land arm is met.
  let landArm: Ternary
  /// Whether the investment arm is met.
  let investmentArm: Ternary
  /// Developed part of what is due, and what it was taken from.
  let developed: (share: Double, basis: IdleAssessment.DevelopedBasis)?
  /// Invested part of the total.
  let investedShare: Double?
  /// The last day before the land may be found idle, while it is suspended.
  let dueDate: CalendarDate?
  /// Days of suspension so far.
  let suspendedDays: Int?
  /// Names of the inputs that leave the result open.
  let missing: [String]

  init(
    _ facts: ContractFacts, parcel: ParcelFacts, _ assessor: IdleAssessor
  ) {
    var missing: [String] = []
    developed = SuspendedTest.developed(facts, parcel, &missing)
    landArm = Ternary(
      developed.map { Comparison.below.holds($0.share, assessor.rules.developedShare.value) })
    investedShare = SuspendedTest.invested(facts, &missing)
    investmentArm = Ternary(
      investedShare.map { Comparison.below.holds($0, assessor.rules.investedShare.value) })
    arms = landArm || investmentArm
    if arms != .unknown { missing = [] }

    let years = assessor.rules.suspendedYears.value
    var isSuspended: Ternary
    var due: CalendarDate?
    if let suspended = facts.suspended {
      suspendedDays = (facts.resumed ?? facts.asOf) - suspended
      due = facts.resumed == nil && facts.finished == nil ? suspended.adding(years: years) : nil
      isSuspended = Ternary(due.map { facts.asOf > $0 } ?? false)
    } else {
      suspendedDays = nil
      isSuspended = SuspendedTest.unrecorded(facts, years, assessor.options)
      if isSuspended == .unknown { missing.append(Field.suspendedDate.rawValue) }
    }
    if facts.finished != nil { isSuspended = .no }
    dueDate = due
    // Where no start is known and no suspension recorded, Art. 2(1) alone has the say.
    let concerned: Ternary =
      facts.started == .unknown && facts.suspended == nil ? .no : facts.started
    result = concerned && isSuspended && arms
    self.missing = result == .unknown ? missing : []
  }

  /// Whether land without a recorded suspension has been suspended long enough: certainly not
  /// before the years since its actual start are over.
  private static func unrecorded(
    _ facts: ContractFacts, _ years: Int, _ options: IdleOptions
  ) -> Ternary {
    if facts.contract.faultyFields.contains(.suspendedDate) { return .unknown }
    if let later = facts.contract.suspendedDate, later > facts.asOf { return .no }
    if let start = facts.actualStart, facts.asOf <= start.adding(years: years) { return .no }
    return options.emptySuspension == .notSuspended ? .no : .unknown
  }

  /// Developed land ÷ due land; else footprint built ÷ footprint due. Never footprint ÷ parcel.
  private static func developed(
    _ facts: ContractFacts, _ parcel: ParcelFacts, _ missing: inout [String]
  ) -> (share: Double, basis: IdleAssessment.DevelopedBasis)? {
    let contract = facts.contract
    if let developed = contract.developedArea, let due = contract.dueArea, due > 0 {
      return (developed / due, .land)
    }
    if parcel.buildingsKnown, parcel.areaQuality != .doubtful, let built = parcel.footprint,
      let due = contract.dueFootprint, due > 0
    {
      return (built / due, .footprint)
    }
    if contract.developedArea == nil { missing.append(Field.developedArea.rawValue) }
    if (contract.dueArea ?? 0) <= 0 { missing.append(Field.dueArea.rawValue) }
    return nil
  }

  /// Invested ÷ total, both without land price and taxes (Art. 30).
  private static func invested(_ facts: ContractFacts, _ missing: inout [String]) -> Double? {
    if let invested = facts.invested, let total = facts.contract.totalInvestment, total > 0 {
      return invested / total
    }
    if facts.invested == nil { missing.append(Field.invested.rawValue) }
    if (facts.contract.totalInvestment ?? 0) <= 0 {
      missing.append(Field.totalInvestment.rawValue)
    }
    return nil
  }
}
