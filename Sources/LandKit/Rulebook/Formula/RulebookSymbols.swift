import LandCadastre
import LandGeometry

/// The names that rulebooks define: inputs, measures and tables of all books together.
struct RulebookSymbols: Sendable {
  var inputs: [RuleSubject: [String: FactDeclaration]] = [:]
  var measures: [String: MeasureDraft] = [:]
  var tables: [String: RuleTable] = [:]

  /// A name that differs from one by a slip of the pen.
  func nearest(to name: String, subject: RuleSubject) -> String? {
    let names =
      FactCatalog.declarations(of: subject).map(\.name)
      + (inputs[subject] ?? [:]).keys.sorted() + measures.keys.sorted()
    return names.first { EditDistance.isWithin(2, $0, name) }
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

/// Days as rulebooks write them.
enum RuleDate {
  /// The day of a text like `2018-12-31`; nil for anything else.
  static func day(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

/// How many letters have to be changed, added or left out to turn one word into another.
enum EditDistance {
  /// Whether it is at most `limit`.
  static func isWithin(_ limit: Int, _ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard abs(a.count - b.count) <= limit else { return false }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count] <= limit
  }
}
