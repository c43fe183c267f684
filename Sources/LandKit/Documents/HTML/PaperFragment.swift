/// Parts of papers as pieces of a page that is put together elsewhere: the same templates, classes
/// and signs as in ``HTMLPage``. All tables of one page come from one fragment maker, so that their
/// ids are different.
public struct PaperFragment: Sendable {
  private let templates: TemplateSet
  private var views: BlockViews

  /// A maker of fragments in one language.
  public init(_ language: Document.Language, templates: TemplateSet) {
    self.templates = templates
    views = BlockViews(language: language, medium: .page)
  }

  /// The parts as HTML.
  public mutating func html(_ blocks: [Block]) throws(TemplateError) -> String {
    var text = ""
    for block in blocks {
      let view = views.view(of: block)
      guard let template = view["template"] as? String else { continue }
      text += try templates.render(view, with: template)
    }
    return text
  }

  /// Rules for the widths of the columns of all tables so far; they belong into the style sheet,
  /// because the policy of a page forbids style attributes.
  public var columnRules: String { views.columnRules }
}
