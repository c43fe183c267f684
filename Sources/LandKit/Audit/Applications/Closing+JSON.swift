import LandCadastre
import LandExpansion
import LandReport
import LandRulebook

extension Closing {
  /// What would close the gaps, as one JSON object: a gap for each gate that is missed, its amounts
  /// in `ha`, `wan` (万元) or pieces, and the cases to end, areas in m². `what_if` is the assumption
  /// that can be handed back to the check.
  var json: JSONObject {
    var json = JSONObject()
    json.objects("gaps", gaps.map { $0.json(isSupply: $0.rule == supplyRule) })
    if let disposalRule { json.set("disposal_rule", .code(disposalRule)) }
    if let supplyRule { json.set("supply_rule", .code(supplyRule)) }
    json.objects("disposals", disposals.map(\.json))
    return json
  }
}

extension Closing.Gap {
  fileprivate func json(isSupply: Bool) -> JSONObject {
    var json = JSONObject()
    json.set("rule", .code(rule))
    json.object(
      "numerator",
      side(
        analysis.numerator, parts.numeratorQuantity, parts.numerator, assumption(isSupply)))
    json.object(
      "denominator",
      side(analysis.denominator, parts.denominatorQuantity, parts.denominator, nil))
    return json
  }

  /// The assumption that changes the upper side, where there is one for it.
  private func assumption(_ isSupply: Bool) -> String? {
    switch analysis.numerator {
    case .grow where parts.facts.contains("fixed_investment_wan"): "invest"
    case .grow where parts.facts.contains("main_revenue_wan"): "revenue"
    case .fall where isSupply: "supply"
    default: nil
    }
  }

  private func side(
    _ change: GapAnalysis.Change, _ quantity: RatioParts.Quantity, _ value: Double?,
    _ assumption: String?
  ) -> JSONObject {
    var json = JSONObject()
    if let value { json.set("value", .number(value / Double(quantity.perUnit), decimals: 6)) }
    switch quantity {
    case .area: json.set("unit", .code("ha"))
    case .money: json.set("unit", .code("wan"))
    case .other: break
    }
    func amount(_ word: String, _ amount: Double) {
      json.set("change", .code(word))
      json.set("amount", .number(amount, decimals: 4))
      if let assumption { json.set("what_if", .code("\(assumption)=\(RuleNumber.text(amount))")) }
    }
    switch change {
    case .none: json.set("change", .code("none"))
    case .grow(let by): amount("grow", by)
    case .fall(let by): amount("fall", by)
    case .unavailable: json.set("change", .code("unavailable"))
    }
    return json
  }
}

extension Closing.Disposals {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("way", .code(way.rawValue))
    switch outcome {
    case .possible(let fewest, let least):
      json.set("outcome", .code("possible"))
      json.object("fewest", fewest.json)
      json.object("least_area", least.json)
    case .blocked(let obstacle):
      json.set("outcome", .code("blocked"))
      if let missing = obstacle.missingDisposal {
        json.set("missing_disposal", .number(missing, decimals: 6))
      }
      if let supply = obstacle.supplyFirst {
        json.set("supply_first_m2", .number(supply, decimals: 6))
        json.set("is_enough_left", .truth(obstacle.isEnoughLeft))
      }
      if let after = obstacle.after { json.object("after", after.json) }
    case .unknown(let missing):
      json.set("outcome", .code("unknown"))
      json.set("missing", .list(missing.map(\.name)))
    }
    return json
  }
}

extension DisposalPlan {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("count", .integer(count))
    json.set("area_m2", .number(area, decimals: 6))
    json.set("proven", .truth(proven))
    json.set("lower_bound", .number(lowerBound, decimals: 6))
    json.set("gap", .number(gap, decimals: 6))
    json.set("parcels", .list(steps.map(\.id)))
    let steps = steps.map { "\($0.id):\($0.way.rawValue)" }
    if !steps.isEmpty { json.set("what_if", .code("dispose=" + steps.joined(separator: ","))) }
    return json
  }
}

extension DisposalInput {
  /// The name of the fact behind it; a case without area is named.
  fileprivate var name: String {
    switch self {
    case .disposed: "idle_disposed"
    case .identified: "idle_identified"
    case .remaining: "remaining"
    case .base: "base"
    case .area(let id): "idle_area_m2:\(id)"
    }
  }
}
