import LandCadastre
import LandGeometry
import LandReport
import LandRulebook
import LandSurvey

extension ActCheck.Outcome {
  /// What people read.
  public var label: Bilingual {
    switch self {
    case .eligible: Bilingual(zh: "符合申请条件", en: "may apply")
    case .needsReasons: Bilingual(zh: "可以申请,但须说明理由", en: "may apply, with reasons")
    case .undetermined: Bilingual(zh: "无法判定,缺少输入", en: "cannot be said: inputs are missing")
    case .notEligible: Bilingual(zh: "不符合申请条件", en: "may not apply")
    case .noRules:
      Bilingual(zh: "所选规则库没有此事项的条件", en: "no rulebook chosen has conditions for this act")
    }
  }
}

extension ActCheck {
  /// The version of the JSON schema; it changes only when a member changes its meaning.
  public static let schema = "landctl.check/1"

  /// The check as one JSON object, with the supply of the zone and what else its layers show.
  public func json(supply: SupplyAccount?, survey: ZoneSurvey? = nil) -> JSONObject {
    var json = JSONObject()
    json.set("schema", .code(Self.schema))
    json.set("act", .code(act.rawValue))
    json.set("zone", .text(zone))
    json.set("as_of", .day(asOf))
    json.set("rulebooks", .list(rulebooks))
    json.set("outcome", .code(outcome.rawValue))
    json.set("assumed", .truth(!assumed.isEmpty))
    json.objects("judgements", judgements.map(\.json))
    json.objects(
      "open_cases",
      openCases.map { open in
        var json = JSONObject()
        json.set("parcel_id", .code(open.parcel))
        if let area = open.area { json.set("idle_area_m2", .number(area, decimals: 6)) }
        return json
      })
    json.object("outlook", outlook.json)
    json.object("closing", closing.json)
    if let supply { json.object("supply", supply.json) }
    json.object("bases", basesJSON)
    if let survey { json.object("survey", survey.json) }
    return json
  }
}

extension SupplyAccount {
  /// Areas in m² of the whole and of each block, and what is left under each reading.
  var json: JSONObject {
    var json = JSONObject()
    json.object("whole", whole.json(id: "whole"))
    json.objects("blocks", blocks.map { $0.figures.json(id: $0.id) })
    json.objects(
      "remaining_shares",
      remainingShares.map { share in
        var json = JSONObject()
        json.set("reading", .code(share.reading.rawValue))
        if let part = share.share { json.set("share", .number(part, decimals: 9)) }
        if let part = share.shareOfOriginal {
          json.set("share_of_original", .number(part, decimals: 9))
        }
        return json
      })
    json.set("crossing_parcels", .list(crossingParcels.map(\.id)))
    return json
  }
}

extension SupplyFigures {
  fileprivate func json(id: String) -> JSONObject {
    var json = JSONObject()
    json.set("id", .text(id))
    let areas: [(String, Double?)] = [
      ("scope_m2", scope), ("not_suppliable_m2", notSuppliable), ("suppliable_m2", suppliable),
      ("supplied_m2", supplied), ("reserve_m2", reserve), ("remaining_m2", remaining),
      ("not_supplied_m2", notSupplied), ("ready_m2", ready), ("idle_identified_m2", idleIdentified),
      ("built_m2", built?.area), ("approved_unsupplied_m2", approvedUnsupplied),
      ("residual_m2", residual),
    ]
    for (name, area) in areas {
      if let area { json.set(name, .number(area, decimals: 6)) }
    }
    json.set("missing", .list(missing.sorted()))
    return json
  }
}
