import LandCadastre
import LandGeometry
import LandRulebook

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

  /// The contract and its parcel.
  public var contract: ContractDates
  /// What is due.
  public var kind: Kind
  /// When it is due.
  public var due: CalendarDate
  /// What is to be paid by then, 万元; nil of other reminders.
  public var amount: Double?
  /// Days to that day; negative once it has passed.
  public var daysLeft: Int
  /// The clause of the patrol that asks for the reminder, 职责五.
  public var clause: String

  /// Whether it is not known what was paid, so that the payment may have been made.
  public var isPaidUnknown: Bool { kind == .payment && contract.paid == nil }

  /// What to do, with the amount and what is not known.
  public var text: Bilingual {
    let label = kind.label
    guard let amount else { return label }
    let sum = amount == amount.rounded() && amount < 1e15 ? String(Int(amount)) : "\(amount)"
    let unknown =
      isPaidUnknown
      ? Bilingual(zh: "，已缴未知", en: ", paid so far unknown") : Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "\(label.zh) \(sum)万元\(unknown.zh)", en: "\(label.en) \(sum) 万元\(unknown.en)")
  }
}

extension PatrolRules {
  /// The reminders that are to be given on a day: from so many days before a date on, that day
  /// included, and while it is not met. Earliest first, then by parcel and contract.
  public func reminders(_ contracts: [ContractDates], on day: CalendarDate) -> [ContractReminder] {
    var found: [ContractReminder] = []
    for contract in contracts {
      func add(
        _ kind: ContractReminder.Kind, _ due: CalendarDate?, _ limit: Limit<Int>,
        amount: Double? = nil
      ) {
        guard let due, due - day <= limit.value else { return }
        found.append(
          ContractReminder(
            contract: contract, kind: kind, due: due, amount: amount, daysLeft: due - day,
            clause: limit.clause))
      }
      for payment in contract.payments.unpaid(afterPaying: contract.paid) {
        add(.payment, payment.day, paymentDays, amount: payment.amount)
      }
      if contract.isStarted != true { add(.start, contract.start, startDays) }
      if contract.isFinished != true { add(.finish, contract.finish, finishDays) }
    }
    // Reminders are large: their places are sorted, and each is moved once. Days nearly always tell.
    let places = found.indices.sorted { first, second in
      let (one, other) = (found[first].due, found[second].due)
      return one == other ? found[first].place < found[second].place : one < other
    }
    return places.map { found[$0] }
  }
}

extension ContractReminder {
  fileprivate var place: (CalendarDate, String, String, String) {
    (due, contract.parcelID, contract.contractNo ?? "", kind.rawValue)
  }
}
