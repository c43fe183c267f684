import LandCadastre
import LandGeometry
import LandRulebook

/// Rulebooks as JSON objects, schema ``RulebookJSON/schema``. Texts for people stand in both
/// languages, so that the output does not change with the language.
public enum RulebookJSON {
  /// The schema of all output of `landctl rules --format json`.
  public static let schema = "landctl.rules/1"

  /// An object that begins with the schema.
  public static func document() -> JSONObject {
    var json = JSONObject()
    json.set("schema", .code(schema))
    return json
  }
}

extension JSONObject {
  /// Adds a text of both languages; nil is left out.
  mutating func set(_ name: String, _ text: Bilingual?) {
    guard let text else { return }
    var json = JSONObject()
    json.set("zh", .text(text.zh))
    json.set("en", .text(text.en))
    object(name, json)
  }

  /// Adds a number with no more decimals than it has, at most six.
  mutating func set(number: Double?, _ name: String) {
    guard let number, number.isFinite else { return }
    let text = RuleNumber.text(number)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    set(name, .number(number, decimals: min(decimals, 6)))
  }
}

extension Rulebook.Identity {
  /// What the text is, as JSON.
  public var json: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("family", .code(family))
    json.set("title", title)
    json.set("issuer", issuer)
    json.set("number", .text(number ?? ""))
    json.set("date", .code(date ?? ""))
    json.set("territory", .code(territory))
    json.set("valid_from", .day(validFrom))
    if let validUntil { json.set("valid_until", .day(validUntil)) }
    json.set("validity_basis", validityBasis)
    json.set("verification", .code(verification.rawValue))
    json.objects("sources", sources.map(\.json))
    json.set("note", note)
    return json
  }
}

extension Rulebook.Source {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("key", .code(key))
    json.set("title", .text(title))
    json.set("address", .code(address ?? ""))
    return json
  }
}

extension Rulebook {
  /// The book with the counts of its rules; `day` says whether it is in force.
  public func summaryJSON(on day: CalendarDate) -> JSONObject {
    var json = identity.json
    json.set("file", .code(file))
    json.set("sha256", .code(sha256))
    json.set("in_force", .truth(isInForce(on: day)))
    json.set("rules", .integer(rules.count))
    json.set("computed", .integer(rules.count(where: \.isComputed)))
    var kinds = JSONObject()
    for kind in Rule.Kind.allCases {
      let count = rules.count { $0.kind == kind }
      if count > 0 { kinds.set(kind.rawValue, .integer(count)) }
    }
    json.object("kinds", kinds)
    return json
  }

  /// The whole book: what it is, inputs, measures, tables and its rules in short.
  public func json(on day: CalendarDate) -> JSONObject {
    var json = summaryJSON(on: day)
    json.objects(
      "inputs",
      inputs.map { input in
        var json = RequiredInput(input.declaration, input.subject).json
        json.set("subject", .code(input.subject.rawValue))
        return json
      })
    json.objects(
      "measures",
      measures.map { definition in
        var json = definition.measure.json
        json.set("subject", .code(definition.subject.rawValue))
        json.set("source", .code(definition.source ?? ""))
        json.set("verification", .code(definition.verification.rawValue))
        return json
      })
    json.objects("tables", tables.map(\.json))
    json.objects("rule_list", rules.map(\.summaryJSON))
    return json
  }
}

extension Measure {
  /// The measure with its formula as written and in words.
  var json: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("label", label)
    json.set("formula", .code(text))
    json.set("words", inWords)
    json.set("unit", .code(unit.symbol.isEmpty ? "1" : unit.symbol))
    json.set("book", .code(book))
    return json
  }
}

extension RuleTable {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("label", label)
    json.set("unit", .code(unit.map { $0.symbol.isEmpty ? "1" : $0.symbol } ?? "text"))
    json.set("verification", .code(verification.rawValue))
    json.objects(
      "rows",
      rows.sorted { $0.key < $1.key }.map { code, row in
        var json = JSONObject()
        json.set("code", .code(code))
        switch row {
        case .number(let number): json.set(number: number, "value")
        case .text(let text): json.set("value", .code(text))
        case .missing: json.set("missing", .truth(true))
        }
        return json
      })
    return json
  }
}

extension ExampleCheck {
  /// What came of a book's examples, as JSON.
  public func json(of book: Rulebook) -> JSONObject {
    var json = JSONObject()
    json.set("file", .text(book.file))
    json.set("id", .code(book.id))
    json.set("rules", .integer(book.rules.count))
    json.set("examples", .integer(count))
    json.objects(
      "failures",
      failures.map { failure in
        var json = JSONObject()
        json.set("line", .integer(failure.line))
        json.set("rule", .text(failure.rule))
        json.set("message", failure.message)
        return json
      })
    return json
  }
}
