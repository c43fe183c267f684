import LandCadastre
import LandGeometry
import LandLayers

/// The rulebooks at hand: those that ship with the program and files of the user's.
public struct RulebookLibrary: Sendable {
  /// All books, shipped ones first, by name; the user's in the order given.
  public let books: [Rulebook]
  /// The books that came from files of the user.
  public let ownIDs: Set<String>

  /// The shipped books and files of the user's.
  ///
  /// A file of the user's with the id of a shipped book takes its place.
  /// - Throws: ``YAMLError`` for a file that is no rulebook.
  public init(adding files: [SourceBytes] = []) throws(YAMLError) {
    try self.init(adding: files, to: Self.shippedFiles)
  }

  private init(adding files: [SourceBytes], to shippedFiles: [SourceBytes]) throws(YAMLError) {
    var own: [RulebookDraft] = []
    for file in files { own.append(try RulebookDraft(file)) }
    ownIDs = Set(own.map(\.identity.id))
    var shipped: [RulebookDraft] = []
    for file in shippedFiles {
      let draft = try RulebookDraft(file)
      if !ownIDs.contains(draft.identity.id) { shipped.append(draft) }
    }
    shipped.sort { $0.identity.id < $1.identity.id }
    books = try RulebookReader.link(shipped + own)
  }

  /// The shipped books.
  public static let shipped: RulebookLibrary = {
    do { return try RulebookLibrary() } catch {
      // Tested: no release is built in which this happens.
      fatalError("a shipped rulebook cannot be read: \(error)")
    }
  }()

  /// The shipped books that every audit needs, and nothing that only a policy asks for. Reading all
  /// of them takes longer than a small audit.
  public static let essential: RulebookLibrary = {
    let families = RuleFamily.essential.map { Array("  family: \($0)".utf8) }
    let files = EmbeddedRulebooks.files.filter { file in
      // Line by line: looking for a text in a text compares characters, which takes longer than
      // reading the books.
      file.text.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
        families.contains { $0.elementsEqual(line) }
      }
    }
    do { return try RulebookLibrary(adding: [], to: sources(files)) } catch {
      // Tested: no release is built in which this happens.
      fatalError("a shipped rulebook cannot be read: \(error)")
    }
  }()

  /// The files of the shipped books as they are compiled in.
  static var shippedFiles: [SourceBytes] { sources(EmbeddedRulebooks.files) }

  private static func sources(_ files: [(name: String, text: String)]) -> [SourceBytes] {
    files.map { SourceBytes(name: $0.name, bytes: Array($0.text.utf8)) }
  }

  /// The book of an id, or the edition of a family that is in force on a day.
  public func book(named name: String, on day: CalendarDate) -> Rulebook? {
    books.first { $0.id == name } ?? book(ofFamily: name, on: day)
  }

  /// The edition of a family that is in force on a day; the user's before a shipped one.
  public func book(ofFamily family: String, on day: CalendarDate) -> Rulebook? {
    let editions = books.filter { $0.identity.family == family && $0.isInForce(on: day) }
    return editions.last { ownIDs.contains($0.id) } ?? editions.last
  }

  /// The rule of an id with its book.
  public func rule(_ id: String) -> (rule: Rule, book: Rulebook)? {
    for book in books {
      if let rule = book.rules.first(where: { $0.id == id }) { return (rule, book) }
    }
    return nil
  }

  /// The rule of an id, or all rules that render a provision of that name, with their book.
  public func rules(named name: String) -> (rules: [Rule], book: Rulebook)? {
    if let (rule, book) = rule(name) { return ([rule], book) }
    for book in books {
      let rules = book.rules.filter { $0.row == name }
      if !rules.isEmpty { return (rules, book) }
    }
    return nil
  }

  /// The book, family, rule or provision whose name differs from one by a slip of the pen.
  public func nearestOfAll(to name: String) -> String? {
    let rules = books.flatMap { $0.rules.flatMap { [$0.id, $0.row] } }
    return SpellingAid.nearest(
      to: name, among: books.map(\.id) + books.map(\.identity.family) + rules)
  }

  /// The book or family whose name differs from one by a slip of the pen.
  public func nearest(to name: String) -> String? {
    SpellingAid.nearest(to: name, among: books.map(\.id) + books.map(\.identity.family))
  }

  /// The books that hold in a territory on a day, without those of the whole country.
  public func localBooks(in territory: String, on day: CalendarDate) -> [Rulebook] {
    books.filter {
      $0.identity.territory != Rulebook.wholeCountry && $0.covers(territory: territory)
        && $0.isInForce(on: day)
    }
  }
}
