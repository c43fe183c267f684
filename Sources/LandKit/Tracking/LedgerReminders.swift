import LandAudit
import LandCadastre
import LandGeometry
import LandLedger
import LandRulebook

/// Reminders as a list for people, who act on what comes and on what has just passed.
public struct ReminderList: Sendable {
  /// How many dates that have passed are listed. Ours: registers that record no completions have
  /// one for nearly every old contract.
  public static let passedLimit = 100

  /// What is listed, earliest first: all that is still to come, and the latest that has passed.
  public let shown: [ContractReminder]
  /// How many passed dates are not listed.
  public let leftOut: Int

  /// A list from reminders in order, earliest first.
  public init(_ reminders: [ContractReminder]) {
    let passed = reminders.prefix { $0.daysLeft < 0 }.count
    leftOut = max(0, passed - Self.passedLimit)
    shown = Array(reminders[leftOut...])
  }
}

/// The reminders of the patrol (动态巡查) for the contracts of a ledger, or of a table in their place.
public struct LedgerReminders: Sendable {
  /// The reminders, earliest first.
  public let reminders: [ContractReminder]
  /// The day of the update that the dates are from; nil where they come from a table, or where the
  /// ledger keeps none.
  public let datesFrom: CalendarDate?
  /// Whether the dates of contracts are known at all.
  public let isKnown: Bool

  /// The reminders on the day of a book.
  ///
  /// - Parameters:
  ///   - contracts: the table that counts instead of the dates that the ledger keeps.
  ///   - zones: the zones of parcels, for contracts that name none.
  public init(
    _ book: LedgerBook, instead contracts: ContractBook? = nil, zones: [String: String] = [:]
  ) {
    let day = book.asOf
    if let contracts {
      let years = book.rules.startAfterDeliveryYears.value
      let dates = contracts.indices.map(contracts.contract).map { contract in
        let parcel = contract.parcelID ?? ""
        return ContractDates(
          contract, parcelID: parcel, zoneID: contract.zoneID ?? zones[parcel], asOf: day,
          yearsAfterDelivery: years)
      }
      reminders = Self.reminders(dates, book)
      datesFrom = nil
      isKnown = true
    } else {
      reminders = Self.reminders(book.contracts?.dates ?? [], book)
      datesFrom = book.contracts?.asOf
      isKnown = book.contracts != nil
    }
  }

  private static func reminders(
    _ dates: [ContractDates], _ book: LedgerBook
  ) -> [ContractReminder] {
    // The shipped books are bound in tests; without one in force nobody asks for reminders.
    guard let patrol = try? PatrolRules(.shipped, on: book.asOf) else { return [] }
    let standings = Dictionary(
      grouping: book.standing.filter { $0.item.contractNo != nil }
    ) { $0.item.contractNo ?? "" }
    let binding = dates.compactMap { dates -> ContractDates? in
      guard let number = dates.contractNo, let cases = standings[number] else { return dates }
      var dates = dates
      for (_, standing) in cases where standing.parts.contains(dates.parcelID) {
        // What was recorded with its document goes before what a register says.
        switch standing.ending {
        case .start: dates.isStarted = true
        case .withdraw, .buyback, .swap: return nil
        case .notIdle, nil: break
        }
        // The new start is a deadline of the case itself.
        if standing.phase == .deferred, standing.newStart != nil { dates.start = nil }
      }
      return dates
    }
    return patrol.reminders(binding, on: book.asOf)
  }
}

extension LedgerUpdate {
  /// The dates of all contracts: those of the parcels in their order, then those of the table
  /// whose parcel the survey does not have.
  static func dates(_ run: AuditRun, _ audited: AuditedSurvey) -> [ContractDates] {
    let (asOf, years) = (
      run.options.asOf, run.options.rules.idleLandRules.startAfterDeliveryYears.value
    )
    func dates(_ contract: Contract, _ parcel: String, _ zone: String?) -> ContractDates {
      ContractDates(
        contract, parcelID: parcel, zoneID: zone, asOf: asOf, yearsAfterDelivery: years)
    }
    var all: [ContractDates] = []
    var seen: Set<Int> = []
    for parcel in audited.parcels {
      for contract in parcel.contracts {
        if let row = contract.source.row { seen.insert(row) }
        all.append(dates(contract, parcel.id, parcel.zoneID))
      }
    }
    guard let book = run.inputs.contracts else { return all }
    for index in book.indices {
      let contract = book.contract(at: index)
      if let row = contract.source.row, seen.contains(row) { continue }
      all.append(dates(contract, contract.parcelID ?? "", contract.zoneID))
    }
    return all
  }
}
