import Foundation
import LandCadastre
import LandDocuments
import LandTestSupport
import Testing

/// Whether the programs that make word-processor files are installed.
private let hasPrograms = WordDocument(
  SamplePapers.everything(), day: CalendarDate(dayNumber: 0)
).missingPrograms().isEmpty

@Suite struct WordDocumentTests {
  private static let day = CalendarDate(dayNumber: 20_269)  // 2025-06-30

  @Test(.enabled(if: hasPrograms, "needs pandoc and rsvg-convert (librsvg2-bin)"))
  func holdsTextsAndPictures() throws {
    let scratch = try Scratch()
    var sample = SamplePapers.everything()
    var wide = DocumentTable(caption: "宽表", columns: (1...10).map { .init("列\($0)") })
    wide.rows = [(1...10).map { .count($0) }]
    sample.blocks.append(.table(wide))
    let paper = WordDocument(sample, day: Self.day)
    let bytes = try paper.bytes()
    try scratch.write("paper.docx", bytes: bytes)
    let script = """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      print(z.read("word/document.xml").decode())
      print([n for n in z.namelist() if n.endswith(".png") and z.read(n)[:4] == b"\\x89PNG"])
      print(z.read("docProps/core.xml").decode())
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, scratch.path("paper.docx")]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    for part in [
      "扩区用地情况报告 &lt;草案&gt;", "核准面积 3.1600 公顷。", "1,234,567.89", "&lt;script&gt;alert(1)",
      "填表人：", "____", "abc[U+202E]321", "w:val=\"Heading1\"", "w:type=\"page\"", ".png']",
      "2025-06-30T00:00:00Z", "w:orient=\"landscape\"", "w:val=\"WideCell\"",
      "w:jc w:val=\"right\"",
      "w:tblHeader",
    ] { #expect(text.contains(part), "\(part)") }
    // Same paper and day, same bytes.
    #expect(try paper.bytes() == bytes)
  }

  @Test func missingProgramsAreNamed() throws {
    let paper = WordDocument(SamplePapers.everything(), day: Self.day)
    let nothing = ["PATH": try Scratch().folder.path]
    #expect(
      paper.missingPrograms(environment: nothing) == [
        .missingProgram("pandoc", package: "pandoc"),
        .missingProgram("rsvg-convert", package: "librsvg2-bin"),
      ])
    #expect(throws: WordError.missingProgram("pandoc", package: "pandoc")) {
      try paper.bytes(environment: nothing)
    }
  }
}
