/// One text in the two languages of the program.
public struct Bilingual: Hashable, Sendable {
  /// Chinese, in the official terms.
  public var zh: String
  /// English.
  public var en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
