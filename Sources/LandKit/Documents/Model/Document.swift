import LandCadastre

/// A paper that people read, print and hand in, in one language. It says what stands where; HTML,
/// XLSX and DOCX are made from it, so that all of them say the same.
public struct Document: Sendable {
  /// The language of its text, as the `lang` attribute has it.
  public enum Language: String, Sendable {
    case zh, en
  }

  /// The language of its text.
  public var language: Language
  /// Its title, also the name of the window.
  public var title: String
  /// A line below the title; empty for none.
  public var subtitle = ""
  /// What the paper is about and made from, as label and value: zone, day, rulebooks.
  public var particulars: [(label: String, value: String)] = []
  /// Its parts in order.
  public var blocks: [Block] = []

  /// An empty paper.
  public init(language: Language, title: String) {
    self.language = language
    self.title = title
  }
}

/// A part of a paper.
public enum Block: Sendable {
  /// A heading; level 1 is a chapter. The anchor, letters and digits, is unique in the paper.
  case heading(level: Int, String, anchor: String)
  /// A paragraph.
  case paragraph(String)
  /// Short texts, one below the other.
  case list([String])
  /// A table.
  case table(DocumentTable)
  /// A drawing: the text of an SVG element, made by us, and what it shows.
  case figure(svg: String, caption: String)
  /// A text that must not be overlooked.
  case notice(Tone, String)
  /// The rest starts on a new page.
  case pageBreak
  /// Lines to sign on: 填表人、审核人、负责人、日期.
  case signatures([String])
}

/// How a text or value is meant; shown by colour and by a sign, never by colour alone.
public enum Tone: String, Hashable, Sendable, CaseIterable {
  /// Nothing special.
  case plain
  /// A demand is met.
  case good
  /// A demand is missed.
  case bad
  /// Something needs reasons or attention.
  case attention
  /// A figure is not known.
  case unknown
}
