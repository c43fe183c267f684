import LandCadastre
import LandGeometry
import LandIdleLand

/// A day that matters in an open case.
public struct Deadline: Hashable, Sendable {
  /// What it is; the words never change once released.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The office investigates (Art. 5).
    case investigate
    /// The user answers (Art. 5).
    case answer
    /// The fee is paid (Art. 17).
    case pay
    /// The registration is cancelled (Art. 17).
    case deregister
    /// The last day of a temporary use, Art. 12(3).
    case temporaryUseEnd = "temporary_use_end"
    /// The new agreed start (Art. 12).
    case newStart = "new_start"
    /// The last day before land that was put off is idle again (Art. 2, 12).
    case idleAgain = "idle_again"
    /// The last day before land may be withdrawn, Art. 14(2).
    case withdrawal

    /// Whether somebody has to have done something by then; otherwise a day to watch.
    public var isLimit: Bool {
      switch self {
      case .investigate, .answer, .pay, .deregister, .temporaryUseEnd, .newStart: true
      case .idleAgain, .withdrawal: false
      }
    }

    /// What people call it.
    public var label: Bilingual {
      switch self {
      case .investigate: Bilingual(zh: "调查核实期限", en: "time to investigate")
      case .answer: Bilingual(zh: "土地使用权人说明期限", en: "time for the user to answer")
      case .pay: Bilingual(zh: "闲置费缴纳期限", en: "time to pay the fee")
      case .deregister: Bilingual(zh: "注销登记期限", en: "time to cancel the registration")
      case .temporaryUseEnd: Bilingual(zh: "临时使用届满", en: "end of the temporary use")
      case .newStart: Bilingual(zh: "新约定动工日", en: "new agreed start")
      case .idleAgain: Bilingual(zh: "重新起算期满(再次闲置)", en: "new clock runs out: idle again")
      case .withdrawal: Bilingual(zh: "满两年，可以无偿收回", en: "two years full: withdrawal open")
      }
    }
  }

  /// The case.
  public var caseID: String
  /// What it is.
  public var kind: Kind
  /// The last day.
  public var day: CalendarDate
  /// The article that sets it, `Art. 5`.
  public var clause: String
  /// Who acts.
  public var actor: ResponsibleBody
  /// Days from the day looked at to the last day; negative once it has passed.
  public var daysLeft: Int

  /// Whether it has passed without being kept; a day to watch is never overdue.
  public var isOverdue: Bool { kind.isLimit && daysLeft < 0 }
}
