import LandCadastre
import LandGeometry
import LandRulebook

extension Judgement {
  /// The judgement with its whole chain.
  public var json: JSONObject {
    var json = JSONObject()
    json.set("rule", .code(rule.id))
    json.set("rulebook", .code(rulebook.id))
    json.set("clause", .text(rule.clause))
    json.set("subject", .code(rule.subject.rawValue))
    json.set("kind", .code(rule.kind.rawValue))
    json.set("title", rule.title)
    json.set("text", rule.text)
    json.set("verification", .code(rule.verification.rawValue))
    json.set("softness", .code(rule.softness.rawValue))
    json.set("verdict", .code(verdict?.word ?? ""))
    if isNotDue { json.set("not_due", .truth(true)) }
    json.set("reading", .code(reading))
    if let deciding { json.object("deciding", deciding.json) }
    json.set("missing", .list(missing))
    json.objects("inputs", inputs.map(\.json))
    json.objects("conditions", conditions.map(\.json))
    json.objects(
      "readings",
      readings.map { reading in
        var json = JSONObject()
        json.set("id", .code(reading.id))
        json.set("verdict", .code(reading.verdict.word))
        json.set("missing", .list(reading.verdict.missing))
        json.objects("comparisons", reading.comparisons.map(\.json))
        return json
      })
    json.set("remedy", rule.remedy)
    return json
  }
}

extension ComparisonTrace {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("measure", .text(measure.text))
    json.set("formula", .text(measure.formulaText))
    json.set("words", measure.words)
    if let number { json.set("value", .number(number, decimals: 6)) }
    if number == nil, let value { json.set("value", .text(value.text())) }
    if let limitNumber { json.set("limit", .number(limitNumber, decimals: 6)) }
    if let relation {
      json.set("comparison", .code(relation.rawValue))
      if let included = relation.includesLimit { json.set("limit_included", .truth(included)) }
    }
    json.set("unit", .code(unitName))
    if let number, let limitNumber {
      json.set("distance_to_limit", .number(number - limitNumber, decimals: 6))
    }
    json.set("condition", comparison?.words)
    json.set("outcome", .code(outcome.word))
    json.set("missing", .list(missing))
    return json
  }
}

extension Ternary {
  fileprivate var word: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    }
  }
}

extension InputUse {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("name", .code(name))
    json.set("label", declaration?.label)
    json.set("unit", .code(declaration?.unit.symbol ?? ""))
    if let fact {
      json.set("value", .text(valueText))
      json.set("origin", .code(fact.origin.kind.rawValue))
      json.set("place", .text(fact.origin.label))
    }
    return json
  }
}

extension Explanation {
  /// The page as an object of lists of texts.
  public var json: JSONObject {
    var json = JSONObject()
    json.set("id", .text(id))
    json.set("title", title)
    for entry in entries {
      json.set(entry.label.en, .list(entry.lines.map(\.en)))
    }
    return json
  }
}
