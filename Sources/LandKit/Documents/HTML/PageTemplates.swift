import Mustache

/// A template of a paper that cannot be read. The shipped ones can; a test holds that.
public struct TemplateError: Error, CustomStringConvertible {
  /// The name of its file, without the extension.
  public let template: String
  /// What is wrong.
  public let reason: String

  /// Template and reason.
  public var description: String { "template \(template): \(reason)" }
}

/// The templates and files in `Templates`, compiled in.
enum PageTemplates {
  /// All templates by name, parsed once.
  static let library: Result<MustacheLibrary, TemplateError> = {
    MustacheContentTypes.register(PaperEscaping(), named: PaperEscaping.name)
    var library = MustacheLibrary()
    for (name, text) in templates {
      do { try library.register(text, named: name) } catch {
        return .failure(TemplateError(template: name, reason: "\(error)"))
      }
    }
    return .success(library)
  }()

  /// Name without extension and text of each template.
  static var templates: [(name: String, text: String)] {
    EmbeddedTemplates.files.compactMap { file in
      guard file.name.hasSuffix(".mustache") else { return nil }
      return (String(file.name.dropLast(".mustache".count)), file.text)
    }
  }

  /// The text of another embedded file, base64 where it is no text.
  static func file(_ name: String) throws(TemplateError) -> String {
    guard let file = EmbeddedTemplates.files.first(where: { $0.name == name }) else {
      throw TemplateError(template: name, reason: "not compiled in")
    }
    return file.text
  }

  /// Fills a template.
  static func render(_ view: PageView, with name: String) throws(TemplateError) -> String {
    guard let text = try library.get().render(view, withTemplate: name) else {
      throw TemplateError(template: name, reason: "not compiled in")
    }
    return text
  }
}
