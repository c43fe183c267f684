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
    // Measures first, so that what is wrong with one is found where it is defined.
    var measures: [[MeasureDefinition]] = []
    for draft in drafts {
      measures.append([])
      for measure in draft.measures {
        measures[measures.count - 1].append(try link(measure, symbols))
      }
    }
    var books: [Rulebook] = []
    var rules: [String: YAMLNode] = [:]
    var ids: [String: String] = [:]
    for (draft, measures) in zip(drafts, measures) {
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
        measures: measures, tables: draft.tables, rules: [])
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

  static func symbols(_ drafts: [RulebookDraft]) throws(YAMLError) -> RulebookSymbols {
    var symbols = RulebookSymbols()
    var places: [String: YAMLNode] = [:]
    // Inputs by their bare names: each subject may have one of a name, but no measure may.
    var inputs: [String: YAMLNode] = [:]
    for draft in drafts {
      for (name, node) in draft.places.sorted(by: { $0.value.line < $1.value.line }) {
        let bare = String(name.prefix { $0 != " " })
        var other = name == bare ? inputs[bare] : places[bare]
        // An application has the inputs of its zone.
        if name.hasSuffix(" (zone)") { other = other ?? places[bare + " (application)"] }
        if name.hasSuffix(" (application)") { other = other ?? places[bare + " (zone)"] }
        if let earlier = places[name] ?? other { throw node.definedTwice(bare, earlier) }
        places[name] = node
        if name != bare { inputs[bare] = node }
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
      return MeasureDefinition(
        measure: try linker.link(definition: measure.draft).measure,
        subject: measure.draft.subject, source: measure.source, verification: measure.3)
    } catch { throw measure.node.error(error) }
  }
}
