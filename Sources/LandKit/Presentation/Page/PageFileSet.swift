import Foundation
import LandDocuments

/// The files that pages are made from: those compiled in, and those of a folder in their place.
public struct PageFileSet: Sendable {
  /// Templates, style sheets and scripts.
  public let templates: TemplateSet
  private let scripts: [String]

  /// The files compiled in.
  public init() throws(TemplateError) { try self.init(own: []) }

  /// The files compiled in, with the templates and style sheets of a folder in place of those of
  /// the same name.
  ///
  /// - Throws: ``TemplateError`` for a file of the folder whose name is none of ``replaceable``, that
  ///   is no UTF-8 text, or that cannot be parsed; it names the file and the line.
  public init(folder: String) throws(TemplateError) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
      throw TemplateError(
        file: folder, reason: "the folder cannot be read / 文件夹无法读取", isOwn: true)
    }
    var own: [TemplateSet.File] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard Self.replaceable.contains(name) else {
        throw TemplateError(
          file: path,
          reason: "no template has this name / 没有这个名称的模板; "
            + Self.replaceable.sorted().joined(separator: ", "), isOwn: true)
      }
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(data: data, encoding: .utf8)
      else {
        throw TemplateError(
          file: path, reason: "not a UTF-8 text / 不是 UTF-8 文本", isOwn: true)
      }
      own.append(TemplateSet.File(name: name, text: text, path: path))
    }
    try self.init(own: own)
  }

  private init(own: [TemplateSet.File]) throws(TemplateError) {
    let files = EmbeddedPageFiles.files
    scripts = files.filter { $0.name.hasSuffix(".js") }.sorted { $0.name < $1.name }.map(\.text)
    templates = try TemplateSet(
      TemplateSet.paperFiles + files.map { TemplateSet.File(name: $0.name, text: $0.text) } + own)
  }

  /// Names of the files that a folder may hold: templates and style sheets.
  public static var replaceable: Set<String> {
    Set(
      (TemplateSet.paperFiles.map(\.name) + EmbeddedPageFiles.files.map(\.name)).filter {
        $0.hasSuffix(".mustache") || $0.hasSuffix(".css")
      })
  }

  /// The one script of the page: all files in the order of their names, in a scope of its own.
  var script: String {
    "(() => {\n'use strict';\n" + scripts.joined(separator: "\n") + "\n})();\n"
  }
}
