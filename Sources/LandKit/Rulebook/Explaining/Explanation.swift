import LandGeometry

/// A page of labelled lines in both languages; the terminal and the generated documents show the
/// same.
public struct Explanation: Hashable, Sendable {
  /// A labelled part of the page.
  public struct Entry: Hashable, Sendable {
    /// What the part is.
    public var label: Bilingual
    /// Its lines; a tree is indented with blanks.
    public var lines: [Bilingual]
  }

  /// What the page is about, `JX2-10`.
  public var id: String
  /// Its title.
  public var title: Bilingual
  /// Its parts, in order; none is empty.
  public private(set) var entries: [Entry] = []

  init(id: String, title: Bilingual) {
    self.id = id
    self.title = title
  }

  /// Adds a part; one without lines is left out.
  mutating func add(_ zh: String, _ en: String, _ lines: [Bilingual]) {
    guard !lines.isEmpty else { return }
    entries.append(Entry(label: Bilingual(zh: zh, en: en), lines: lines))
  }

  /// Adds a part of one line; nil is left out.
  mutating func add(_ zh: String, _ en: String, _ line: Bilingual?) {
    add(zh, en, line.map { [$0] } ?? [])
  }

  /// The same for a text that is the same in both languages.
  mutating func add(_ zh: String, _ en: String, text: String?) {
    add(zh, en, text.map { Bilingual(both: $0) })
  }
}
