import Crypto
import Foundation

/// A paper as one HTML file that needs nothing else: no address, no script, fonts of the system.
/// It reads well on a screen and prints to A4, wide tables on landscape pages.
///
/// Every text goes through the engine's escaping; only the drawings of the paper, which are ours,
/// go in as they are. The policy in the file allows the one style sheet by its hash, pictures that
/// the file holds itself, and nothing else.
public struct HTMLPage: Sendable {
  /// The paper.
  public let document: Document

  /// The page of a paper.
  public init(_ document: Document) { self.document = document }

  /// The file. The same paper always gives the same text.
  ///
  /// - Parameter templates: what takes the place of the shipped templates; nil for those.
  public func text(_ templates: TemplateSet? = nil) throws(TemplateError) -> String {
    let shipped = try TemplateSet.papers.get()
    let templates = templates ?? shipped
    var views = BlockViews(language: document.language, medium: .page)
    let blocks = document.blocks.map { views.view(of: $0) }
    // What an office adds stands behind what is shipped; `letterhead.css` itself is shipped empty.
    let style =
      try templates.file("print.css") + templates.file("letterhead.css") + views.columnRules
    var page = views.frame(of: document)
    page["policy"] = Self.policy(style: style)
    page["style"] = style
    page["blocks"] = blocks
    let chapters = document.blocks.compactMap { block -> PageView? in
      guard case .heading(level: ...1, let text, let anchor) = block else { return nil }
      return PageView(["text": text, "anchor": anchor])
    }
    page["hasContents"] = chapters.count > 1
    page["contents"] = chapters
    page["contentsTitle"] = views.words.contents
    return try templates.render(page, with: "page")
  }

  /// The content security policy of a page whose only style element holds this text.
  static func policy(style: String) -> String {
    let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'sha256-\(hash)'; img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }
}
