import LandCadastre
import LandIdleLand

/// Where a case stands in the books on a day.
struct CasePosition {
  enum Stock: Hashable {
    /// Not suspected yet, or struck off.
    case absent
    /// Suspected, no finding served.
    case suspected
    /// Identified and not ended.
    case open
    /// Identified and ended.
    case ended(CaseStanding.Ending)
    /// Found not idle.
    case notIdle
    /// Ended in another way before a finding was served.
    case endedBefore
  }

  var standing: CaseStanding
  var stock: Stock

  /// - Parameter isStruck: whether a correction says that the case was opened by mistake.
  init(_ standing: CaseStanding, on day: CalendarDate, isStruck: Bool) {
    self.standing = standing
    let isIdentified = standing.identifiedDay.map { $0 <= day } ?? false
    let hasEnded = standing.endedDay.map { $0 <= day } ?? true
    // A finding dated before the suspicion (by a correction) counts from its own day.
    if isStruck || (standing.suspectedDay > day && !isIdentified) {
      stock = .absent
    } else if hasEnded, let ending = standing.ending {
      stock = ending == .notIdle ? .notIdle : isIdentified ? .ended(ending) : .endedBefore
    } else {
      stock = isIdentified ? .open : .suspected
    }
  }

  /// Whether it is in the books as identified, open or ended.
  var isIdentified: Bool {
    switch stock {
    case .open, .ended: true
    case .absent, .suspected, .notIdle, .endedBefore: false
    }
  }
  /// Whether it is identified and ended.
  var isEnded: Bool { isIdentified && stock != .open }

  /// The case with its idle area, disposed of or not.
  var whole: StatementTally { StatementTally(area: standing.idleArea) }
  /// The part of the idle area that is disposed of, in hundredths of m², at most the whole; zero
  /// where the idle area is not known.
  var disposedHundredths: Int {
    guard let area = standing.disposedArea, whole.withoutArea == 0 else { return 0 }
    return min(StatementTally(area: area).areaHundredths, whole.areaHundredths)
  }
  /// The case with the idle area that is left of it.
  var amount: StatementTally { left(disposed: disposedHundredths) }

  /// The case with its idle area less what was disposed of before.
  func left(disposed: Int) -> StatementTally {
    var amount = whole
    amount.areaHundredths = max(0, amount.areaHundredths - disposed)
    return amount
  }
  /// Its class of causes.
  var cause: IdleAssessment.CauseClass? { standing.causeClass }
}
