import LandKit

/// A case with where it stands, for scripts. Unknown values are left out.
enum CaseJSON {
  static func object(_ item: LedgerCase, _ standing: CaseStanding) -> JSONObject {
    var json = JSONObject()
    json.set("case", .code(item.id))
    json.set("parcel_id", .code(standing.parcelID))
    json.set("parts", .list(standing.parts))
    json.set("opened_as", .code(item.parcelID))
    json.set("zone_id", .code(item.zoneID ?? ""))
    json.set("contract_no", .code(item.contractNo ?? ""))
    json.set("holder", .text(item.holder ?? ""))
    json.set("phase", .code(standing.phase.rawValue))
    json.set("ending", .code(standing.ending?.rawValue ?? ""))
    json.set("clause", .code(standing.clause ?? ""))
    json.set("cause_class", .code(standing.causeClass?.rawValue ?? ""))
    json.set("next_step", .code(standing.nextStep?.rawValue ?? ""))
    json.set("next_clause", .code(standing.nextClause ?? ""))
    json.set("next_actor", .code(standing.nextActor?.rawValue ?? ""))
    for (name, day) in [
      ("suspected", standing.suspectedDay), ("identified", standing.identifiedDay),
      ("idle_since", standing.idleSince), ("ended", standing.endedDay),
      ("next_deadline", standing.nextDeadline),
    ] {
      if let day { json.set(name, .day(day)) }
    }
    if let area = standing.idleArea { json.set("idle_area_m2", .number(area, decimals: 6)) }
    if let area = standing.disposedArea {
      json.set("disposed_area_m2", .number(area, decimals: 6))
    }
    if let months = standing.idleMonths { json.set("idle_months", .integer(months)) }
    return json
  }
}
