import LandGeometry

extension Document.Language {
  /// The text of this language.
  public func callAsFunction(_ text: Bilingual) -> String { self == .zh ? text.zh : text.en }
  /// The text of this language.
  public func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

  /// Items as one text, joined the way the language joins them.
  public func list(_ items: [String]) -> String { items.joined(separator: self("、", ", ")) }
}
