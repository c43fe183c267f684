import LandCadastre
import LandGeometry
import LandLayers

/// Reads rulebooks that may use each other's inputs, measures and tables.
public enum RulebookReader {
  /// Reads files.
  ///
  /// - Throws: ``YAMLError`` for a file that is no rulebook, with the place: unknown keys, wrong
  ///   units, inverted dates, names defined twice, formulas that make no sense.
  public static func read(_ sources: [SourceBytes]) throws(YAMLError) -> [Rulebook] {
    var drafts: [RulebookDraft] = []
    for source in sources { drafts.append(try RulebookDraft(source)) }
    return try link(drafts)
  }

  static func link(_ drafts: [RulebookDraft]) throws(YAMLError) -> [Rulebook] {
    let symbols = try symbols(drafts)
    var books: [Rulebook] = []
    var rules: [String: YAMLNode] = [:]
    var ids: [String: String] = [:]
    for draft in drafts {
      let identity = draft.identity
      if let earlier = ids[identity.id] {
        throw YAMLError(
          file: draft.file, line: 1, column: 1,
          message: Bilingual(
            zh: "规则库 \(identity.id) 已在 \(earlier) 中定义",
            en: "the rulebook \(identity.id) is defined in \(earlier) already"),
          remedy: Bilingual(zh: "请换用另一 id", en: "give it another id"))
      }
      ids[identity.id] = draft.file
      var book = Rulebook(
        identity: identity, file: draft.file, sha256: draft.sha256, inputs: draft.inputs,
        measures: [], tables: draft.tables, rules: [])
      for measure in draft.measures { book.measures.append(try link(measure, symbols)) }
      let reader = RuleReader(symbols: symbols, identity: identity)
      for node in draft.rules {
        let rule = try reader.rule(node)
        if let earlier = rules[rule.id] { throw node.definedTwice(rule.id, earlier) }
        rules[rule.id] = node
        book.rules.append(rule)
      }
      books.append(book)
    }
    return books
  }

  private static func symbols(_ drafts: [RulebookDraft]) throws(YAMLError) -> RulebookSymbols {
    var symbols = RulebookSymbols()
    var places: [String: YAMLNode] = [:]
    for draft in drafts {
      for (name, node) in draft.places.sorted(by: { $0.value.line < $1.value.line }) {
        if let earlier = places[name] { throw node.definedTwice(name, earlier) }
        places[name] = node
      }
      for input in draft.inputs {
        symbols.inputs[input.subject, default: [:]][input.declaration.name] = input.declaration
        // An application is judged by what is known of its zone.
        if input.subject == .zone {
          symbols.inputs[.application, default: [:]][input.declaration.name] = input.declaration
        }
      }
      for measure in draft.measures { symbols.measures[measure.draft.id] = measure.draft }
      for table in draft.tables { symbols.tables[table.id] = table }
    }
    return symbols
  }

  private static func link(
    _ measure: (draft: MeasureDraft, node: YAMLNode, source: String?, Verification),
    _ symbols: RulebookSymbols
  ) throws(YAMLError) -> MeasureDefinition {
    var linker = FormulaLinker(symbols: symbols, subject: measure.draft.subject)
    do throws(FormulaError) {
      guard case .measure(let linked) = try linker.link(text: measure.draft.id).formula else {
        throw FormulaError(offset: 0, zh: "公式无效", en: "no formula")
      }
      return MeasureDefinition(
        measure: linked, subject: measure.draft.subject, source: measure.source,
        verification: measure.3)
    } catch { throw measure.node.error(error) }
  }
}
