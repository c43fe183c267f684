import Crypto
import Foundation
import LandKit
import LandTestSupport
import Testing

@testable import LandPresentation

@Suite("The page of an audit") struct AuditPageTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  @Test("the page of the made zone", arguments: [Document.Language.zh, .en])
  func golden(language: Document.Language) throws {
    let page = try PageText.made(folder, language)
    let still = page.still(try AuditBook(folder: folder).manifest)
    let difference = try Snapshot.difference(
      still, from: "fixtures/golden/report/zone_\(language.rawValue).html")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("the sections stand in their order, the places that scripts fill are there once")
  func sections() throws {
    let text = try PageText.made(folder).text
    let anchors = MarkupText.elements("section", in: text).compactMap {
      MarkupText.attribute("id", of: $0.attributes)
    }.filter { !$0.hasPrefix("table-") }
    #expect(
      anchors == [
        "overview", "map", "charts", "parcels", "findings", "zones", "quality", "notes",
        "signatures",
      ])
    let ids = text.components(separatedBy: " id=\"").dropFirst()
      .compactMap { $0.components(separatedBy: "\"").first }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    for id in [
      "map-view", "map-static", "parcel-table", "finding-groups", "detail", "explain", "data",
      "search",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
    for target in text.components(separatedBy: "href=\"#").dropFirst() {
      #expect(ids.contains(target.components(separatedBy: "\"")[0]))
    }
  }

  @Test("the policy allows this style and this script, and the page holds no other")
  func policy() throws {
    let text = try PageText.made(folder).text
    let meta = try #require(
      text.split(separator: "\n").first { $0.contains("Content-Security-Policy") })
    let policy = try #require(MarkupText.attribute("content", of: String(meta)))
    func hash(_ text: String) -> String {
      Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
    let styles = MarkupText.elements("style", in: text)
    let scripts = MarkupText.elements("script", in: text)
    #expect(styles.count == 1 && scripts.count == 2)
    let run = try #require(scripts.first { !$0.attributes.contains("application/json") })
    #expect(
      policy
        == "default-src 'none'; script-src 'sha256-\(hash(run.content))'; "
        + "style-src 'sha256-\(hash(styles[0].content))'; img-src data: blob:; base-uri 'none'; "
        + "form-action 'none'")
    let markup = text.replacingOccurrences(of: run.content, with: "")
    #expect(!markup.contains(" style=\"") && !markup.contains(" onclick"))
  }

  @Test("no address of the network stands in the page")
  func addresses() throws {
    let text = try PageText.made(folder).text
    for address in ["http:", "https:", "\"//", "'//", "url(//", "xmlns", "@import", "src=\""] {
      #expect(!text.contains(address), "\(address)")
    }
  }

  @Test("the same audit gives the same bytes, however many make them")
  func stable() throws {
    let page = try PageText.made(folder, workers: 1).text
    for workers in [1, 2, 5] { #expect(try PageText.made(folder, workers: workers).text == page) }
  }

  /// Names that would like to be markup, code or another text.
  private static let names = [
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "\" onload=\"x",
    "'><img src=x>", "&amp;&#60;", "<!--", "]]>", "甲\u{202E}乙", "工厂🏭👩‍🔧", "{{title}}",
    "<landctl-data>", "\\u003cscript>", "a\u{2028}b", "=cmd|' /C calc'!A0",
  ]

  @Test("hostile names stay text", arguments: names)
  func hostile(name: String) throws {
    let path = folder + "/parcels.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    // Two idle parcels, so that the names stand in lists, tables and data.
    let holder = "虚构认定一号有限公司"
    #expect(text.contains(holder))
    let quoted = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    try text.replacingOccurrences(of: "\"\(holder)\"", with: holder)
      .replacingOccurrences(of: holder, with: quoted)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let usual = try PageText.made(folder)
    #expect(try usual.column("holder").contains(name))
    // As many elements as there are without the name.
    let markup = usual.text
    #expect(markup.components(separatedBy: "<script").count == 3)
    #expect(markup.components(separatedBy: "</script").count == 3)
    for forbidden in ["<img", "onload=\"x", "<!--", "\u{202E}"] {
      #expect(!markup.contains(forbidden), "\(forbidden)")
    }
    // A reader is shown the name.
    let shown = escapedForMarkup(name)
    #expect(markup.contains(shown))
  }

  @Test(
    "the verdict, the figures and what needs action first", arguments: [Document.Language.zh, .en])
  func overview(language: Document.Language) throws {
    let report = AuditReport(try AuditBook(folder: folder), language: language)
    #expect(
      report.verdict
        == language(
          "截至 2025-06-30，35 宗土地中已认定闲置 2 宗 2.4000 公顷，涉嫌闲置 9 宗 9.6000 公顷，3 宗因缺少信息不能判断；数据错误 5 处。",
          "As of 2025-06-30, of 35 parcels 2 (2.4000 ha) are found idle and 9 (9.6000 ha) suspected "
            + "to be; for 3 inputs are missing; the data have 5 errors."))
    #expect(report.figures.all.count == 35 && report.figures.all.unmeasured == 1)
    #expect(report.figures.underused == nil)
    #expect(report.figures.withdrawals.count == 1 && report.figures.breaches.count == 17)
    #expect(report.figures.realOverlaps.pairs == 3)
    let kinds = ActionList(report: report).kinds()
    #expect(kinds.map(\.total) == [1, 2, 9, 3, 2])
    #expect(kinds[2].items.first?.parcel == "369901001002GB00003")
  }

  @Test("every chart has a title and a description, and says what stands in it")
  func charts() throws {
    let report = AuditReport(try AuditBook(folder: folder), language: .en)
    let charts = ReportCharts(report: report).all()
    #expect(charts.count == 5)
    for chart in charts {
      #expect(chart.svg.contains("role=\"img\"") && chart.svg.contains("<title id=\"chart"))
      let description = try #require(MarkupText.elements("desc", in: chart.svg).first)
      #expect(!description.content.isEmpty && !chart.caption.isEmpty)
    }
    #expect(charts[0].svg.contains("2.4000 ha (6.52 %), 2"))
    #expect(charts[1].svg.contains("7, 7.7003 ha"))
    #expect(charts[2].note.contains("the limits differ (0.80–1.00), so there is no line"))
    #expect(charts[2].note.contains("the dashed line is the limit of the findings, ≥ 0.40"))
  }

  @Test("the borders of the classes of age")
  func ages() {
    let classes = [-1, 0, 11, 12, 23, 24, 35, 36, 59, 60, 500].map { IdleAge(months: $0) }
    #expect(
      classes == [
        .underOne, .underOne, .underOne, .underTwo, .underTwo, .underThree, .underThree, .underFive,
        .underFive, .fromFive, .fromFive,
      ])
    #expect(IdleAge(months: nil) == .unknown)
  }

  @Test("a map that would be too large leaves out what needs no action, and says so")
  func smallMap() throws {
    var limits = ReportLimits()
    limits.mapVertices = 45
    let page = try PageText.made(folder, .en, limits: limits)
    #expect(page.text.contains("Too many vertices: parcels of these states are not on this map"))
    #expect(page.text.contains("found idle"))
  }
}
