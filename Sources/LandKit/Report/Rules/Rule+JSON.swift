import LandCadastre
import LandGeometry
import LandRulebook

extension Rule {
  /// The rule in one line: where it stands and what it is for.
  public var summaryJSON: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("row", .code(row))
    json.set("clause", .text(clause))
    json.set("subject", .code(subject.rawValue))
    json.set("kind", .code(kind.rawValue))
    json.set("title", title)
    json.set("computed", .truth(isComputed))
    return json
  }

  /// The whole rule with its inputs and examples.
  public func json(in book: Rulebook.Identity) -> JSONObject {
    var json = summaryJSON
    json.set("text", text)
    json.set("softness", .code(softness.rawValue))
    if classifies { json.set("classifies", .truth(true)) }
    if !acts.isEmpty { json.set("acts", .list(acts.map(\.rawValue))) }
    if marksUnderused { json.set("marks", .code("underused")) }
    json.set("verification", .code(verification.rawValue))
    json.set("source", .code(source ?? ""))
    json.object("applies", applies.json)
    switch content {
    case .test(let readings, let key):
      json.set("decides", .code(readings.first?.id ?? ""))
      json.set("chosen_by", .code(key ?? ""))
      json.objects("readings", readings.map(\.json))
    case .figure(let measure, let unit, let binding):
      if let measure { json.object("measure", measure.json) }
      json.set("unit", .code(unit.symbol.isEmpty ? "1" : unit.symbol))
      if let binding { json.object("binds", binding.json) }
    case .recorded(let why): json.set("recorded", why)
    }
    json.objects("measures", measures.map(\.json))
    json.objects("inputs", requiredInputs.map(\.json))
    json.set("remedy", remedy)
    json.set("actor", actor)
    json.set("note", note)
    json.objects("examples", examples.map(\.json))
    return json
  }
}

extension Applicability {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("level", .list(levels))
    json.set("industry", .list(industryRanges))
    if industrialOnly { json.set("land_use", .code("industrial")) }
    if asBuilt { json.set("as_built", .truth(true)) }
    if let year { json.set("year", .integer(year)) }
    if let from { json.set("from", .day(from)) }
    if let until { json.set("until", .day(until)) }
    if let when { json.object("when", when.json) }
    return json
  }
}

extension RuleReading {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("label", label)
    json.set("words", test.words)
    json.object("test", test.json)
    return json
  }
}

extension RuleTest {
  fileprivate var json: JSONObject {
    switch self {
    case .comparison(let comparison): return comparison.json
    case .all(let parts): return list("all", parts)
    case .any(let parts): return list("any", parts)
    case .not(let part):
      var json = JSONObject()
      json.object("not", part.json)
      return json
    }
  }

  private func list(_ name: String, _ parts: [RuleTest]) -> JSONObject {
    var json = JSONObject()
    json.objects(name, parts.map(\.json))
    return json
  }
}

extension RuleComparison {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.object("measure", measure.json)
    switch condition {
    case .limit(let relation, let limit, let unit):
      json.set("compare", .code(relation.key))
      json.set("limit", .code(limit.text))
      json.set("limit_words", limit.limitWords(in: unit))
      json.set("unit", .code(unit.symbol.isEmpty ? "1" : unit.symbol))
      if let counts = relation.includesLimit { json.set("limit_counts", .truth(counts)) }
    case .isTrue(let wanted): json.set("is", .truth(wanted))
    case .oneOf(let codes): json.set("in", .list(codes))
    case .matches(let pattern): json.set("matches", .code(pattern))
    case .includes(let codes): json.set("includes", .list(codes))
    }
    json.set("words", words)
    if let binding { json.object("binds", binding.json) }
    return json
  }
}

extension MeasureUse {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("formula", .code(text))
    json.set("label", label)
    json.set("words", words)
    return json
  }
}

extension FigureBinding {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("name", .code(name))
    json.set(number: value, "value")
    json.set("unit", .code(unit.symbol.isEmpty ? "1" : unit.symbol))
    return json
  }
}

extension RequiredInput {
  /// The input with the place where it is given.
  var json: JSONObject {
    var json = JSONObject()
    json.set("name", .code(name))
    json.set("label", label)
    json.set("unit", .code(unit))
    json.set("given_in", .code(place.rawValue))
    json.set("zone_key", .code(zoneKey ?? ""))
    return json
  }
}

extension RuleExample {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("words", words)
    json.set("as_of", .day(asOf))
    json.set("expect", .code(expected ?? ""))
    json.set(number: value, "value")
    json.set("missing", .list(missing ?? []))
    json.set("line", .integer(line))
    return json
  }
}
