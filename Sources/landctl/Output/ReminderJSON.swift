import LandKit

/// A reminder of the patrol, for scripts. Unknown values are left out.
enum ReminderJSON {
  static func object(_ reminder: ContractReminder) -> JSONObject {
    let contract = reminder.contract
    var json = JSONObject()
    json.set("parcel_id", .code(contract.parcelID))
    json.set("zone_id", .code(contract.zoneID ?? ""))
    json.set("contract_no", .code(contract.contractNo ?? ""))
    json.set("supervision_no", .code(contract.supervisionNo ?? ""))
    json.set("holder", .text(contract.holder ?? ""))
    json.set("kind", .code(reminder.kind.rawValue))
    json.set("due", .day(reminder.due))
    json.set("days_left", .integer(reminder.daysLeft))
    json.set("clause", .code(reminder.clause))
    if reminder.kind == .start {
      json.set("start_source", .code(contract.startSource?.rawValue ?? ""))
    }
    if let amount = reminder.amount { json.set("amount_wan", .number(amount, decimals: 6)) }
    if reminder.kind == .payment, let paid = contract.paid {
      json.set("paid_wan", .number(paid, decimals: 6))
    }
    if reminder.isPaidUnknown { json.set("missing", .list([Field.pricePaid.rawValue])) }
    return json
  }
}
