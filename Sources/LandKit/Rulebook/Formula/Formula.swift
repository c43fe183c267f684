import LandGeometry

/// A formula whose names are resolved and whose units are known to agree.
public indirect enum Formula: Hashable, Sendable {
  /// A number in base units.
  case number(Double)
  case text(String)
  case fact(FactDeclaration)
  case measure(Measure)
  case negated(Formula)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)
  case call(FormulaFunction, [Formula])
  case lookup(RuleTable, Formula)
  /// The industry code in an edition of the classification, by the tables of the other editions.
  case industry(edition: String, tables: [RuleTable])
}

/// A formula with a name.
public struct Measure: Hashable, Sendable {
  /// The name, unique among all books.
  public let id: String
  /// What it is called.
  public let label: Bilingual
  /// The formula in words, where the book gives them.
  public let words: Bilingual?
  /// Unit in which it is shown.
  public let unit: Unit
  /// The formula.
  public let formula: Formula
  /// The book that defines it.
  public let book: String
  /// The formula as it is written in the book.
  public let text: String
}

/// Limits, or other codes, by a code.
public struct RuleTable: Hashable, Sendable {
  /// What a row holds.
  public enum Row: Hashable, Sendable {
    case number(Double)
    case text(String)
    /// Known to be missing: the official annex has a figure, this book does not.
    case missing
  }
  /// The name, unique among all books.
  public let id: String
  /// What it is called.
  public let label: Bilingual
  /// Unit of the rows; nil where they are texts.
  public let unit: Unit?
  /// How sure its rows are.
  public let verification: Verification
  /// The rows.
  public let rows: [String: Row]

  /// The row of the longest prefix of a code that the table has.
  public func row(for code: String) -> Row? {
    var prefix = code[...]
    while !prefix.isEmpty {
      if let row = rows[String(prefix)] { return row }
      prefix.removeLast()
    }
    return nil
  }
}

/// What a formula may call.
public enum FormulaFunction: String, CaseIterable, Hashable, Sendable {
  case elapsed, previous, attested, events, material, step, zombies, stated, abs, min, max, date
  case inYear = "in_year"
  case zombiesCleared = "zombies_cleared"
}
