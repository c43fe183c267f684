import Foundation
import LandTestSupport
import Testing

/// What the papers of a dossier say, and that all of them say the same.
@Suite struct DossierReportTests {
  static let chapters = [
    "zh": [
      "一、核准范围", "二、土地利用现状", "三、批、供、建、存情况", "四、闲置土地及处置", "五、近三年违法用地和重大事件",
      "六、亩均投资、收入和税收", "七、拟调整区块", "八、调整前后对照", "九、界址点成果",
    ],
    "en": [
      "1. Approved scope", "2. Present use", "3. Approved, supplied, built and left",
      "4. Idle land", "5. Illegal use and events in three years", "6. Figures per mu",
      "7. Proposed blocks", "8. Before and after", "9. Boundary points",
    ],
  ]

  private func dossier(_ language: String) throws -> PreparedDossier {
    try (language == "zh" ? PreparedDossier.zh : PreparedDossier.en).get()
  }

  @Test("nine chapters and an annex, the verdict before them", arguments: ["zh", "en"])
  func chapters(language: String) throws {
    let page = try dossier(language).text("report.html")
    let headings = MarkupText.elements("h2", in: page).map { MarkupText.plain($0.content) }
    let chapters = try #require(Self.chapters[language])
    #expect(headings.dropFirst().prefix(9).elementsEqual(chapters))
    #expect(headings.last == (language == "zh" ? "附件、材料与程序" : "Annex: papers and steps"))
    let verdict = language == "zh" ? "结论:不符合申请条件" : "Outcome: may not apply"
    let notice = try #require(page.range(of: verdict))
    let first = try #require(page.range(of: "<h2 id=\"part1\""))
    #expect(notice.upperBound < first.lowerBound)
    // No chapter of this zone is without its inputs.
    #expect(!page.contains(language == "zh" ? "没有提供本部分所需的资料" : "inputs for this part were not"))
    #expect(MarkupText.elements("figure", in: page).count == 6)
  }

  @Test("report, workbook and CSV hold the same figures", arguments: ["zh", "en"])
  func figures(language: String) throws {
    let dossier = try dossier(language)
    let printed = MarkupText.tables(in: try dossier.text("report.html"))
    let sheets = try WorkbookRows(try dossier.bytes("tables.xlsx")).sheets
    let outputs = try #require(dossier.manifest()["outputs"] as? [[String: Any]])
    let names = outputs.compactMap { $0["name"] as? String }.filter { $0.hasPrefix("tables/") }
    #expect(sheets.count == names.count + 1)
    var compared = 0
    for (index, name) in names.enumerated() {
      let records = csvRecords(try dossier.text(name).replacing("\u{FEFF}", with: ""))
      let sheet = sheets[index + 1].rows
      let page = printed.first { $0.rows.first.map(Self.squeezed) == Self.squeezed(records[0]) }
      // Too wide for paper; what fits is there under another heading.
      #expect(page != nil || name == "tables/idle_land.csv", "\(name)")
      for (row, record) in records.enumerated() {
        for (column, text) in record.enumerated() {
          guard let value = Double(text) else { continue }
          compared += 1
          #expect(Double(sheet[row][column]) == value, "\(name) \(row) \(column)")
          guard let cell = page?.rows[row][column] else { continue }
          // A sign may stand in front of a figure.
          let figure = cell.split(separator: " ").last.map { $0.replacing(",", with: "") }
          #expect(figure.flatMap { Double($0) } == value, "\(name) \(row) \(column) \(cell)")
        }
      }
    }
    #expect(compared > 1500)
  }

  private static func squeezed(_ headings: [String]) -> [String] {
    headings.map { $0.filter { !$0.isWhitespace } }
  }

  @Test("coordinates have no separators, areas do")
  func coordinates() throws {
    let dossier = try PreparedDossier.zh.get()
    let page = try dossier.text("report.html")
    #expect(page.contains(">3174957.840<") && !page.contains("3,174,957"))
    #expect(page.contains(">260,507.26<"))
    let styles = try ZipArchive(try dossier.bytes("tables.xlsx")).text("xl/styles.xml")
    #expect(styles.contains("\"0.000\"") && styles.contains("\"#,##0.00\""))
  }

  @Test("the list of idle land has every case with its state, open ones first")
  func idleLand() throws {
    let dossier = try PreparedDossier.zh.get()
    let states = try dossier.rows("idle_land").map { $0["闲置状态"] ?? "" }
    #expect(states == Array(repeating: "已认定闲置", count: 5) + Array(repeating: "已处置", count: 11))
    let open = try dossier.rows("idle_land").prefix(5)
    // 5.6522 ha are found idle and open (ORIGIN.md).
    let area = open.compactMap { $0["闲置面积(㎡)"].flatMap(Double.init) }.reduce(0, +)
    #expect(abs(area - 56_522) < 1)
    let summary = MarkupText.tables(in: try dossier.text("report.html"))
      .first { $0.caption == "闲置土地清单(摘要)" }
    #expect(summary?.rows.count == 17)
  }

  @Test("land classes have their official names")
  func landClasses() throws {
    let rows = try PreparedDossier.zh.get().rows("land_use")
    #expect(rows.first { $0["代码"] == "A1" }?["类别"] == "已建成城镇建设用地–住宅")
    #expect(rows.first { $0["代码"] == "D22" }?["类别"] == "已供应国有建设用地–有偿使用且已到期但未处置")
    #expect(!rows.contains { $0["类别"]?.hasSuffix("类面积") == true })
  }

  @Test("papers: there, missing, run out, and stale where a limit was asked for")
  func materials() throws {
    let zh = try PreparedDossier.zh.get().rows("materials")
    func state(_ id: String, _ rows: [[String: String]], _ key: String) -> String? {
      rows.first { $0.values.contains(id) }?[key]
    }
    let states = ["M01": "已备", "M02": "已备", "M04": "缺", "M08": "已过有效期", "M10": "缺", "EIA": "已备"]
    for (id, expected) in states { #expect(state(id, zh, "状态") == expected, "\(id)") }
    #expect(state("M01", zh, "SHA-256(前16位)")?.count == 16)
    #expect(state("M04", zh, "SHA-256(前16位)") == "")
    // Four months before 2025-06-30 is 2025-02-28.
    let en = try PreparedDossier.en.get().rows("materials")
    let stale = en.filter { $0["state"] == "older than the limit asked for" }.compactMap {
      $0["no."]
    }
    #expect(stale == ["M02", "M03", "M05", "M11", "M12"])
    #expect(state("M08", en, "state") == "run out")
  }

  @Test("steps: what is done, what is next and whose turn it is")
  func procedure() throws {
    let rows = try PreparedDossier.en.get().rows("procedure")
    #expect(
      rows.map { $0["state"] } == ["done", "done", "next"] + Array(repeating: "to come", count: 6))
    #expect(rows[2]["step"] == "P3")
    #expect(rows[2]["who"] == "city government → provincial government")
    let zh = try PreparedDossier.zh.get().rows("procedure")
    #expect(zh[1]["日期"] == "2025-05-20" && zh[2]["办理主体"] == "设区市政府 → 省政府")
  }
}
