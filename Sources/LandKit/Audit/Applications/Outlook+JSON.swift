import LandReport
import LandRulebook

extension Outlook {
  /// The outlook as one JSON object; `earliest` and `holds_from` are left out where unknown.
  var json: JSONObject {
    var json = JSONObject()
    json.set("from", .day(from))
    json.set("until", .day(until))
    if let earliest { json.set("earliest", .day(earliest)) }
    json.objects(
      "dated_gates",
      gates.map { gate in
        var json = JSONObject()
        json.set("rule", .code(gate.rule.id))
        if let day = gate.holdsFrom { json.set("holds_from", .day(day)) }
        json.set("missing", .list(gate.missing))
        return json
      })
    json.objects(
      "turning_idle",
      turningIdle.map { turn in
        var json = JSONObject()
        json.set("parcel_id", .code(turn.parcel))
        if let contract = turn.contract { json.set("contract_no", .code(contract)) }
        json.set("day", .day(turn.day))
        if let area = turn.area { json.set("area_m2", .number(area, decimals: 6)) }
        json.set("certain", .truth(turn.isCertain))
        return json
      })
    json.objects(
      "expiring_materials",
      expiring.map { paper in
        var json = JSONObject()
        json.set("material", .code(paper.id))
        json.set("valid_until", .day(paper.validUntil))
        return json
      })
    return json
  }
}
