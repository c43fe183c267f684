import Foundation
import LandCadastre
import LandLayers
import LandPrograms

/// A paper as a DOCX file in the manner of GB/T 9704-2012, for offices that go on writing in it.
/// `pandoc` makes it from HTML of the same templates, `rsvg-convert` the pictures of its drawings.
///
/// The same paper and day give the same bytes with the same versions of these programs.
public struct WordDocument: Sendable {
  /// Dots per inch of the pictures; fine lines of maps survive 300.
  static let resolution = "300"
  /// The width of the type area in mm: 156 in GB/T 9704-2012.
  static let typeWidth = 156.0

  /// The paper.
  public let document: Document
  /// The day that the file says it was made on.
  public let day: CalendarDate

  /// The file of a paper.
  public init(_ document: Document, day: CalendarDate) {
    self.document = document
    self.day = day
  }

  /// The programs that are needed for this paper and are not installed; empty where all are there.
  /// To be asked before work that would be lost.
  public func missingPrograms(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [WordError] {
    programs.compactMap { program in
      do throws(ProgramError) {
        _ = try program.location(on: environment["PATH"] ?? "")
        return nil
      } catch { return WordError(error) }
    }
  }

  /// Name and version of the programs as they say it themselves; those that are not installed are
  /// left out.
  public static func programVersions(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [(name: String, version: String)] {
    [OutsideProgram.pandoc, .rsvgConvert].compactMap { program in
      program.version(environment: environment).map { (program.name, $0) }
    }
  }

  /// The file.
  ///
  /// - Parameter environment: where programs are found (`PATH`); the locale in it is not used.
  public func bytes(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(WordError) -> [UInt8] {
    if let missing = missingPrograms(environment: environment).first { throw missing }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "landctl-word-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch { throw .temporaryFiles("\(error)") }
    defer { try? FileManager.default.removeItem(at: folder) }

    var inner = environment
    for name in environment.keys where name.hasPrefix("LC_") { inner[name] = nil }
    inner["LANG"] = "C.UTF-8"
    inner["TZ"] = "UTC"
    inner["SOURCE_DATE_EPOCH"] = String(day.dayNumber * 86_400)
    let drawings = try write(into: folder)
    for index in drawings.indices {
      let file = BlockViews.picture(index)
      try run(
        .rsvgConvert,
        [
          "--dpi-x", Self.resolution, "--dpi-y", Self.resolution, "--output", file, file + ".svg",
        ], in: folder, environment: inner)
    }
    try run(
      .pandoc,
      [
        "--from", "html", "--to", "docx", "--reference-doc", "reference.docx", "--lua-filter",
        "word.lua", "--dpi", Self.resolution, "--metadata",
        "lang=\(document.language == .zh ? "zh-CN" : "en-GB")", "--output", "paper.docx",
        "paper.html",
      ], in: folder, environment: inner)
    do { return Array(try Data(contentsOf: folder.appending(path: "paper.docx"))) } catch {
      throw .temporaryFiles("\(error)")
    }
  }

  private func run(
    _ program: OutsideProgram, _ arguments: [String], in folder: URL,
    environment: [String: String]
  ) throws(WordError) {
    do throws(ProgramError) {
      try program.run(arguments, in: folder, environment: environment)
    } catch { throw WordError(error) }
  }

  private var programs: [OutsideProgram] {
    let hasFigures = document.blocks.contains { block in
      if case .figure = block { true } else { false }
    }
    return hasFigures ? [.pandoc, .rsvgConvert] : [.pandoc]
  }

  /// Writes all that the programs read; gives the drawings in order.
  private func write(into folder: URL) throws(WordError) -> [String] {
    var views = BlockViews(language: document.language, medium: .word)
    let blocks = document.blocks.map { views.view(of: $0) }
    var page = views.frame(of: document)
    page["blocks"] = blocks
    let (html, filter, reference): (String, String, String)
    do throws(TemplateError) {
      let templates = try TemplateSet.papers.get()
      html = try templates.render(page, with: "word")
      filter = try templates.file("word.lua")
      reference = try templates.file("reference.docx")
    } catch { throw .template(error.description) }
    guard let styles = Data(base64Encoded: reference) else { throw .template("reference.docx") }
    do {
      try Data(html.utf8).write(to: folder.appending(path: "paper.html"))
      try Data(filter.utf8).write(to: folder.appending(path: "word.lua"))
      try styles.write(to: folder.appending(path: "reference.docx"))
      for (index, drawing) in views.drawings.enumerated() {
        let file = folder.appending(path: BlockViews.picture(index) + ".svg")
        try Data(SVGText.file(drawing).utf8).write(to: file)
      }
    } catch { throw .temporaryFiles("\(error)") }
    return views.drawings
  }
}

extension OutsideProgram {
  /// Turns HTML into DOCX.
  static let pandoc = OutsideProgram(name: "pandoc", package: "pandoc")
  /// Turns SVG into PNG.
  static let rsvgConvert = OutsideProgram(name: "rsvg-convert", package: "librsvg2-bin")
}
