import LandCadastre
import LandGeometry
import LandRulebook

/// The dates of a contract that the patrol (动态巡查) looks at.
public struct ContractDates: Hashable, Sendable {
  /// The parcel.
  public var parcelID: String
  /// Number of the contract.
  public var contractNo: String?
  /// The start in force.
  public var start: CalendarDate?
  /// Whether development has started; nil is not known, and reminded.
  public var isStarted: Bool?
  /// Agreed completion.
  public var finish: CalendarDate?
  /// Whether development is completed; nil is not known, and reminded.
  public var isFinished: Bool?
  /// Days on which payments are due that are not made yet.
  public var payments: [CalendarDate] = []

  /// A contract of which no date is known yet.
  public init(parcelID: String, contractNo: String? = nil) {
    self.parcelID = parcelID
    self.contractNo = contractNo
  }
}

/// A date of a contract of which the user is to be reminded.
public struct ContractReminder: Hashable, Sendable {
  /// What is due.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case payment, start, finish

    /// What people call it.
    public var label: Bilingual {
      switch self {
      case .payment: Bilingual(zh: "价款缴纳提醒", en: "reminder to pay")
      case .start: Bilingual(zh: "开工预警提醒", en: "reminder of the start")
      case .finish: Bilingual(zh: "竣工预警提醒", en: "reminder of completion")
      }
    }
  }

  /// The parcel.
  public var parcelID: String
  /// Number of the contract.
  public var contractNo: String?
  /// What is due.
  public var kind: Kind
  /// When it is due.
  public var due: CalendarDate
  /// Days to that day; negative once it has passed.
  public var daysLeft: Int
  /// The clause of the patrol that asks for the reminder, 职责五.
  public var clause: String
}

extension PatrolRules {
  /// The reminders that are to be given on a day: from so many days before a date on, that day
  /// included, and while it is not met. Earliest first, then by parcel and contract.
  public func reminders(_ contracts: [ContractDates], on day: CalendarDate) -> [ContractReminder] {
    var found: [ContractReminder] = []
    for contract in contracts {
      func add(_ kind: ContractReminder.Kind, _ due: CalendarDate?, _ limit: Limit<Int>) {
        guard let due, due - day <= limit.value else { return }
        found.append(
          ContractReminder(
            parcelID: contract.parcelID, contractNo: contract.contractNo, kind: kind, due: due,
            daysLeft: due - day, clause: limit.clause))
      }
      for payment in contract.payments { add(.payment, payment, paymentDays) }
      if contract.isStarted != true { add(.start, contract.start, startDays) }
      if contract.isFinished != true { add(.finish, contract.finish, finishDays) }
    }
    return found.sorted {
      ($0.due, $0.parcelID, $0.contractNo ?? "", $0.kind.rawValue)
        < ($1.due, $1.parcelID, $1.contractNo ?? "", $1.kind.rawValue)
    }
  }
}
