import LandCadastre
import LandGeometry
import LandLayers

/// The names that rulebooks define: inputs, measures and tables of all books together.
struct RulebookSymbols: Sendable {
  var inputs: [RuleSubject: [String: FactDeclaration]] = [:]
  var measures: [String: MeasureDraft] = [:]
  var tables: [String: RuleTable] = [:]

  /// The editions of the industry classification between which tables convert.
  var industryEditions: Set<String> {
    var editions: Set<String> = []
    for id in tables.keys where id.hasPrefix("gbt4754_") {
      let parts = id.split(separator: "_")
      if parts.count == 4, parts[2] == "to" {
        editions.formUnion([parts[1], parts[3]].map(String.init))
      }
    }
    return editions
  }

  /// A name that differs from one by a slip of the pen.
  func nearest(to name: String, subject: RuleSubject) -> String? {
    let names =
      FactCatalog.declarations(of: subject).map(\.name)
      + (inputs[subject] ?? [:]).keys.sorted() + measures.keys.sorted()
    return SpellingAid.nearest(to: name, among: names)
  }
}

/// A measure as its book writes it; it is resolved anew for the subject of each rule that uses it.
struct MeasureDraft: Hashable, Sendable {
  let id: String
  let subject: RuleSubject
  let formula: String
  let unit: Unit
  let label: Bilingual
  let words: Bilingual?
  let book: String
}
