import LandCadastre
import LandGeometry

/// A law or a policy as data: its identity, how long it holds, and its rules.
public struct Rulebook: Hashable, Sendable {
  /// What the text is.
  public struct Identity: Hashable, Sendable {
    /// The name on the command line, `jiangxi-2018`.
    public var id: String
    /// What editions of one law have in common; of a family one book is in force on a day.
    public var family: String
    /// Title.
    public var title: Bilingual
    /// Who issued it.
    public var issuer: Bilingual
    /// Document number, where the text bears one.
    public var number: String?
    /// Day or year of the document, as far as known.
    public var date: String?
    /// GB/T 2260 code of 2, 4 or 6 digits; `CN` is the whole country.
    public var territory: String
    /// The first day it holds.
    public var validFrom: CalendarDate
    /// The last day it holds, only where a text ends it.
    public var validUntil: CalendarDate?
    /// What these days rest on.
    public var validityBasis: Bilingual
    /// How sure the text is.
    public var verification: Verification
    /// Where it was read, by key.
    public var sources: [Source]
    /// Whether its rules are judged wherever a book of a territory is.
    public var joins: Bool
    /// A remark.
    public var note: Bilingual?
  }

  /// Where a text was read.
  public struct Source: Hashable, Sendable {
    /// The key by which rules name it.
    public var key: String
    /// Title.
    public var title: String
    /// Address, where it has one.
    public var address: String?
  }

  /// What the text is.
  public var identity: Identity
  /// The file it was read from, as the user named it; the plain file name of a shipped book.
  public var file: String
  /// SHA-256 of the file, hexadecimal.
  public var sha256: String
  /// Figures that only this book asks for, by subject.
  public var inputs: [RuleInput]
  /// Its measures.
  public var measures: [MeasureDefinition]
  /// Its tables.
  public var tables: [RuleTable]
  /// Its rules, in the order of the file.
  public var rules: [Rule]

  /// The name on the command line.
  public var id: String { identity.id }

  /// Whether the book holds on a day.
  public func isInForce(on day: CalendarDate) -> Bool {
    day >= identity.validFrom && identity.validUntil.map { day <= $0 } ?? true
  }

  /// Whether the book holds in a territory: the whole country, or a code that begins with its own.
  public func covers(territory: String) -> Bool {
    identity.territory == Rulebook.wholeCountry || territory.hasPrefix(identity.territory)
  }

  /// The territory of national law.
  public static let wholeCountry = "CN"
}

/// A figure that a rulebook asks for and no file column holds.
public struct RuleInput: Hashable, Sendable {
  /// Whose figure it is.
  public var subject: RuleSubject
  /// Its name, type and label.
  public var declaration: FactDeclaration
}

/// A measure as its book defines it, for lists.
public struct MeasureDefinition: Hashable, Sendable {
  /// The measure, resolved for its own subject.
  public var measure: Measure
  /// Whose measure it is.
  public var subject: RuleSubject
  /// Where its formula stands.
  public var source: String?
  /// How sure the formula is.
  public var verification: Verification
}
