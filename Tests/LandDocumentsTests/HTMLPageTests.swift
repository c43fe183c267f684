import Crypto
import Foundation
import LandCadastre
import LandDocuments
import LandTestSupport
import Testing

@Suite struct HTMLPageTests {
  @Test(arguments: ["zh", "en"]) func isAsKept(language: String) throws {
    let paper = SamplePapers.everything(try #require(Document.Language(rawValue: language)))
    let text = try HTMLPage(paper).text()
    let difference = try Snapshot.difference(
      text, from: "fixtures/golden/documents/everything.\(language).html")
    #expect(difference == nil, "\(difference ?? "")")
    #expect(try HTMLPage(paper).text() == text)
  }

  @Test func textsStayTexts() throws {
    let text = try HTMLPage(SamplePapers.everything()).text()
    #expect(!text.lowercased().contains("<script"))
    #expect(!text.unicodeScalars.contains("\u{202E}") && text.contains("abc[U+202E]321"))
    #expect(!text.unicodeScalars.contains("\u{0}") && !text.unicodeScalars.contains("\u{1B}"))
    // A quote that a combining mark follows is one character with it, and still a quote.
    #expect(text.contains("&quot;\u{301} onclick=x"))
    #expect(text.contains("{{title}} {{{style}}}"))
    #expect(text.contains("𠮷野 🏭👩‍🏭"))
    #expect(!text.contains("=\"\"") && text.contains("扩区用地情况报告 &lt;草案&gt;"))
  }

  @Test func loadsNothing() throws {
    let text = try HTMLPage(SamplePapers.everything()).text()
    #expect(!text.lowercased().contains("http:") && !text.lowercased().contains("https:"))
    #expect(!text.contains("//") && !text.contains(" style=") && !text.contains("@import"))
  }

  @Test func policyAllowsItsOwnStyleByHash() throws {
    let text = try HTMLPage(SamplePapers.everything()).text()
    let start = try #require(text.range(of: "<style>")?.upperBound)
    let end = try #require(text.range(of: "</style>")?.lowerBound)
    let hash = Data(SHA256.hash(data: Data(text[start..<end].utf8))).base64EncodedString()
    #expect(
      text.contains(
        "content=\"default-src &#39;none&#39;; style-src &#39;sha256-\(hash)&#39;; img-src data:;"))
    #expect(text.components(separatedBy: "<style").count == 2)
    #expect(text.contains("#table-1 col:nth-child(1) { width: 37.50%; }"))
  }

  @Test func tablesHaveTheirParts() throws {
    let text = try HTMLPage(SamplePapers.everything()).text()
    for part in [
      "<caption id=\"table-1-caption\">供地率 &lt;%&gt;</caption>",
      "<th scope=\"col\">面积<span class=\"unit\">(公顷)</span></th>",
      "<th scope=\"row\">=SUM(A1:A9)</th><td class=\"number\">1,234,567.89</td>",
      "<td class=\"day\">2025-06-30</td><td class=\"code\">00123</td>",
      "<td class=\"number short bad\"><span class=\"sign\" role=\"img\" aria-label=\"不符合\">✗</span> 0.0000</td>",
      "?</span> 未知 <small>缺：批准文件 &lt;日期&gt;</small></td>", "<tfoot>\n<tr><th scope=\"row\">合计</th>",
      "<td class=\"number\">1,000</td>", "<p class=\"note\">面积按 &lt;平面&gt; 计。</p>",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("table wide"))
  }

  @Test func tenColumnsAndMoreAreLandscape() throws {
    var paper = Document(language: .en, title: "wide")
    for count in [9, 10, 21] {
      paper.blocks.append(
        .table(
          DocumentTable(caption: "\(count)", columns: (1...count).map { .init("c\($0)") })))
    }
    let text = try HTMLPage(paper).text()
    #expect(text.contains("<section class=\"table\" id=\"table-1\">"))
    #expect(text.contains("<section class=\"table wide\" id=\"table-2\">"))
    #expect(text.contains("<section class=\"table wide dense\" id=\"table-3\">"))
    #expect(text.contains("<td class=\"nothing\" colspan=\"10\">none</td>"))
    #expect(!text.contains("<nav"))
  }

  @Test func numbersAreRoundedOnceAndGrouped() throws {
    let cases: [(Double, Int, String)] = [
      (0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (-1_234_567.5, 0, "-1,234,568"),
      (0.125, 2, "0.13"), (123_456.7, 4, "123,456.7000"), (1e20, 2, "1e+20"), (-0.001, 2, "0.00"),
      (1.5, 12, "1.500000000"), (1.5, -1, "2"),
    ]
    for (value, decimals, expected) in cases {
      var table = DocumentTable(caption: "", columns: [.init("")])
      table.rows = [[.number(value, decimals)]]
      var paper = Document(language: .en, title: "")
      paper.blocks = [.table(table)]
      let text = try HTMLPage(paper).text()
      #expect(text.contains(">\(expected)<"), "\(value) to \(decimals)")
    }
  }

  @Test func everyTemplateAsksForOurEscaping() throws {
    let folder = checkout.appending(path: "Sources/LandKit/Documents/Templates")
    let templates = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".mustache") }
    #expect(templates.count >= 11)
    for name in templates {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(text.hasPrefix("{{% CONTENT_TYPE: PAPER}}\n"), "\(name)")
    }
  }
}
