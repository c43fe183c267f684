import Mustache

/// A template of a paper that cannot be used. The shipped ones can; a test holds that.
public struct TemplateError: Error, CustomStringConvertible {
  /// Its file, with the folder where it is one of a user's.
  public let file: String
  /// The line from 1; nil where no line is at fault.
  public let line: Int?
  /// What is wrong.
  public let reason: String
  /// Whether the file is one of a user's and not a shipped one.
  public let isOwn: Bool

  /// An error.
  public init(file: String, line: Int? = nil, reason: String, isOwn: Bool = false) {
    self.file = file
    self.line = line
    self.reason = reason
    self.isOwn = isOwn
  }

  /// File, line and reason.
  public var description: String {
    "template \(file)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
}

/// Templates and the files that go with them. Those of a folder can take the place of the shipped
/// ones of the same name: a letterhead of one's own.
public struct TemplateSet: Sendable {
  /// A template or style sheet.
  public struct File: Sendable {
    /// Its name with the extension.
    public var name: String
    /// Its text; base64 of what is no text.
    public var text: String
    /// Where it came from; nil for a shipped one.
    public var path: String?

    /// A file.
    public init(name: String, text: String, path: String? = nil) {
      self.name = name
      self.text = text
      self.path = path
    }
  }

  private let files: [String: File]
  private let library: MustacheLibrary

  /// The templates of papers, compiled in.
  public static let papers: Result<TemplateSet, TemplateError> = Result {
    () throws(TemplateError) in try TemplateSet(paperFiles)
  }

  /// Name, with extension, and text of what is compiled in for papers.
  public static var paperFiles: [File] {
    EmbeddedTemplates.files.map { File(name: $0.name, text: $0.text) }
  }

  /// Parses templates; of two files of one name the later counts.
  ///
  /// - Throws: ``TemplateError`` that names the file and the line.
  public init(_ files: [File]) throws(TemplateError) {
    MustacheContentTypes.register(PaperEscaping(), named: PaperEscaping.name)
    self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var library = MustacheLibrary()
    for file in self.files.values where file.name.hasSuffix(".mustache") {
      let name = String(file.name.dropLast(".mustache".count))
      do { try library.register(file.text, named: name) } catch {
        let parser = error as? MustacheTemplate.ParserError
        throw TemplateError(
          file: file.path ?? file.name, line: parser?.context.lineNumber,
          reason: "\(parser?.error ?? error)", isOwn: file.path != nil)
      }
    }
    self.library = library
  }

  /// The text of a file.
  public func file(_ name: String) throws(TemplateError) -> String {
    guard let file = files[name] else {
      throw TemplateError(file: name, reason: "not compiled in")
    }
    return file.text
  }

  /// Where a file came from: its path, or its name for a shipped one.
  public func place(of name: String) -> (file: String, isOwn: Bool) {
    let path = files[name]?.path
    return (path ?? name, path != nil)
  }

  /// Fills a template, named without its extension.
  public func render(_ view: PageView, with name: String) throws(TemplateError) -> String {
    guard let text = library.render(view, withTemplate: name) else {
      throw TemplateError(file: name + ".mustache", reason: "not compiled in")
    }
    return text
  }
}
