import LandCadastre
import LandLayers

@testable import LandRulebook

/// Rulebooks written in tests. They stand beside the definitions of the shipped books; the rules of
/// these are left out, as no rule needs another.
enum Made {
  /// The shipped books without their rules.
  static let shipped: [RulebookDraft] = RulebookLibrary.shippedFiles.compactMap {
    var draft = try? RulebookDraft($0)
    draft?.rules = []
    return draft
  }

  /// The text of a book: a head of twelve lines, and what the test adds.
  static func text(_ body: String, id: String = "made") -> String {
    """
    schema: 1
    rulebook:
      id: \(id)
      family: \(id)
      title: {zh: 书, en: book}
      issuer: {zh: 无, en: nobody}
      territory: CN
      validity:
        from: 2000-01-01
        basis: {zh: 无, en: none}
      verification: ours
      sources: {S: {title: 文}}
    \(body)
    """
  }

  /// A book of a text as a whole.
  static func book(whole text: String) throws(YAMLError) -> Rulebook {
    try books([text])[0]
  }

  /// A book with a head of the usual kind.
  static func book(_ body: String) throws(YAMLError) -> Rulebook { try book(whole: text(body)) }

  /// Several books that know each other.
  static func books(_ texts: [String]) throws(YAMLError) -> [Rulebook] {
    var drafts = shipped
    for (index, text) in texts.enumerated() {
      drafts.append(try RulebookDraft(source(text, "made\(index + 1).yaml")))
    }
    return try RulebookReader.link(drafts).suffix(texts.count)
  }

  /// A file in memory.
  static func source(_ text: String, _ name: String) -> SourceBytes {
    SourceBytes(name: name, bytes: Array(text.utf8))
  }

  /// The lines of a rule up to what it demands.
  static func rule(
    _ content: String, id: String = "T-1", subject: String = "zone", softness: String = "strict"
  ) -> String {
    """
    rules:
      - id: \(id)
        clause: 一
        subject: \(subject)
        kind: gate
        softness: \(softness)
        title: {zh: 题, en: title}
        text: {zh: 文, en: text}
        \(content)
    """
  }

  /// A book with one rule, read and applied.
  static func judge(
    _ content: String, subject: String = "zone", softness: String = "strict", _ facts: MadeFacts
  ) throws(YAMLError) -> Judgement {
    let book = try book(rule(content, subject: subject, softness: softness))
    return Judge().judge(book.rules[0], of: book.identity, facts)
  }
}

/// A subject of which a test says all that is known.
struct MadeFacts: FactSource {
  var asOf = CalendarDate.iso("2025-06-30")
  var values: [String: RuleValue] = [:]
  var years: [Int: [String: RuleValue]] = [:]
  var chosen: [String: String] = [:]

  init(_ values: [String: RuleValue] = [:], on day: String = "2025-06-30") {
    self.values = values
    asOf = .iso(day)
  }

  func fact(_ name: String, year: Int?) -> Fact? {
    let yearly = years[year ?? asOf.lastFullYear]?[name]
    return (yearly ?? values[name]).map { Fact($0, Fact.Origin(.given)) }
  }

  func chosenReading(_ key: String) -> String? { chosen[key] }
}

extension CalendarDate {
  /// A day written `2023-10-08`; tests fail on anything else.
  static func iso(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: .min)
  }
}

extension RuleValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A text or code.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension RuleValue {
  /// A day as a value.
  static func day(_ text: String) -> RuleValue { .date(.iso(text)) }
}

/// A text with a mark (§) at the place where the reader has to find something wrong.
struct Marked {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) {
    let before = marked.prefix { $0 != "§" }
    text = marked.replacing("§", with: "")
    line = before.count { $0 == "\n" } + 1
    column = before.reversed().prefix { $0 != "\n" }.count + 1
  }
}

/// Formulas on their own.
enum MadeFormula {
  /// A formula as one of the shipped books could write it.
  static func link(
    _ text: String, of subject: RuleSubject = .zone
  ) throws -> FormulaLinker.Linked {
    var linker = FormulaLinker(
      symbols: try RulebookReader.symbols(Made.shipped), subject: subject)
    return try linker.link(text: text)
  }

  /// Its value.
  static func value(
    _ text: String, of subject: RuleSubject = .zone, _ facts: MadeFacts = MadeFacts(),
    year: Int? = nil
  ) throws -> Evaluated {
    var evaluation = FormulaEvaluation(facts, year: year)
    return evaluation.evaluate(try link(text, of: subject).formula)
  }
}
