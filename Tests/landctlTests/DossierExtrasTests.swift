import Foundation
import LandTestSupport
import Testing

/// The papers of a dossier as other people's programs show them: Chromium, poppler, LibreOffice,
/// pandoc, GDAL (`make test-extras`).
@Suite(.enabled(if: Extras.areWanted)) struct DossierExtrasTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func dossier(_ language: String) throws -> PreparedDossier {
    try (language == "zh" ? PreparedDossier.zh : PreparedDossier.en).get()
  }

  private func chromium(_ options: [String], _ file: URL) throws {
    let run = try Extras.run(
      [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=\(scratch.path("profile"))",
      ] + options + [file.absoluteString])
    #expect(run.status == 0)
  }

  /// Size of a page and the words on it with their boxes, in points.
  private struct Page {
    var width: Double
    var height: Double
    var words: [(text: String, box: [Double])]
  }

  /// The report as Chromium prints it, page by page.
  private func printed(_ language: String) throws -> (path: String, pages: [Page]) {
    let path = scratch.path("report.pdf")
    try chromium(
      ["--no-pdf-header-footer", "--print-to-pdf=\(path)"],
      try dossier(language).folder.appendingPathComponent("report.html"))
    let boxes = scratch.path("boxes.html")
    #expect(try Extras.run(["pdftotext", "-bbox", path, boxes]).status == 0)
    let pages = MarkupText.elements("page", in: try scratch.text("boxes.html")).map { page in
      func number(_ name: String, _ attributes: String) -> Double {
        MarkupText.attribute(name, of: attributes).flatMap { Double($0) } ?? .nan
      }
      return Page(
        width: number("width", page.attributes), height: number("height", page.attributes),
        words: MarkupText.elements("word", in: page.content).map { word in
          (
            MarkupText.plain(word.content),
            ["xMin", "yMin", "xMax", "yMax"].map { number($0, word.attributes) }
          )
        })
    }
    return (path, pages)
  }

  @Test("the report prints to A4 pages with all its text on them", arguments: ["zh", "en"])
  func pages(language: String) throws {
    let (path, pages) = try printed(language)
    // 239 boundary points with 35 to a page, six maps, twenty tables.
    #expect((12...30).contains(pages.count), "\(pages.count)")
    var wide = 0
    for (index, page) in pages.enumerated() {
      let sides = [page.width, page.height].sorted()
      // 210 mm × 297 mm; engines round to whole pixels.
      #expect(abs(sides[0] - 595.28) < 1 && abs(sides[1] - 841.89) < 1, "page \(index + 1)")
      if page.width > page.height { wide += 1 }
      #expect(!page.words.isEmpty, "page \(index + 1) is empty")
      // The number of the page stands in the middle of its foot.
      let foot = page.words.filter { $0.box[1] > page.height - 70 }.map(\.text).joined()
      if page.width < page.height { #expect(foot == "\(index + 1)/\(pages.count)") }
      // Within the margins: 25 and 22 mm at the sides, 15 mm on landscape pages, less a point.
      let (left, right) = page.width > page.height ? (41.5, 41.5) : (69.9, 61.4)
      for word in page.words {
        let isInside =
          word.box[0] >= left && word.box[2] <= page.width - right && word.box[1] >= 0
          && word.box[3] <= page.height
        #expect(isInside, "page \(index + 1): \(word.text) \(word.box)")
      }
    }
    // The list of idle land and that of papers.
    #expect(wide == 2)
    // Chromium prints everything smaller where something is wider than its page.
    let fonts = try Extras.run(["pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", path]).text
    for size in [22, 16, 12] { #expect(fonts.contains("size=\"\(size)\""), "\(size) pt") }
    let text = try Extras.run(["pdftotext", "-layout", path, "-"]).text
    for chapter in try #require(DossierReportTests.chapters[language]) {
      // Once in the contents, once where it starts.
      let count = text.components(separatedBy: chapter).count - 1
      #expect(count >= 2, "\(chapter)")
    }
  }

  @Test("no heading and no heading of a table is the last of its page", arguments: ["zh", "en"])
  func orphans(language: String) throws {
    let captions = Set(
      MarkupText.tables(in: try dossier(language).text("report.html")).map {
        $0.caption.filter { !$0.isWhitespace }
      })
    let chapters = Set(
      (DossierReportTests.chapters[language] ?? []).map { $0.filter { !$0.isWhitespace } })
    for (index, page) in try printed(language).pages.enumerated() {
      let body = page.words.filter { $0.box[1] < page.height - 70 }
      guard let last = body.map({ $0.box[3] }).max() else { continue }
      let line = body.filter { abs($0.box[3] - last) < 3 }.map(\.text).joined()
      #expect(!captions.contains(line) && !chapters.contains(line), "page \(index + 1): \(line)")
    }
  }

  @Test("on a screen the report is not blank, and needs nothing else", arguments: ["zh", "en"])
  func screenshot(language: String) throws {
    let shot = scratch.path("shot.png")
    try chromium(
      ["--screenshot=\(shot)", "--window-size=1000,1400", "--hide-scrollbars"],
      try dossier(language).folder.appendingPathComponent("report.html"))
    // A page without text is a few kilobytes of one colour.
    #expect(try scratch.bytes("shot.png").count > 60_000)
    let page = try dossier(language).text("report.html")
    for address in ["http:", "https:", "=\"//", "url(//", "<script", "@import"] {
      let outside = page.components(separatedBy: address).count - 1
      #expect(outside == 0, "\(address)")
    }
  }

  @Test("the DOCX has every chapter and every table")
  func word() throws {
    let dossier = try dossier("zh")
    let path = dossier.folder.appendingPathComponent("report.docx").path
    let text = try Extras.run(["pandoc", "--from", "docx", "--to", "plain", "--wrap=none", path])
    #expect(text.status == 0)
    for chapter in try #require(DossierReportTests.chapters["zh"]) {
      #expect(text.text.contains(chapter), "\(chapter)")
    }
    for table in MarkupText.tables(in: try dossier.text("report.html")) {
      #expect(text.text.contains(table.caption), "\(table.caption)")
    }
    #expect(text.text.contains("3174957.840") && text.text.contains("不符合申请条件"))
  }

  @Test("LibreOffice reads the workbook: the list of idle land with its figures")
  func workbook() throws {
    let dossier = try dossier("zh")
    let names = try #require(dossier.manifest()["outputs"] as? [[String: Any]])
      .compactMap { $0["name"] as? String }.filter { $0.hasPrefix("tables/") }
    // The first sheet has the notes.
    let sheet = try #require(names.firstIndex(of: "tables/idle_land.csv")) + 2
    let filter =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,\(sheet)"
    let run = try Extras.run([
      "soffice", "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless",
      "--convert-to", filter, "--outdir", scratch.path("out"),
      dossier.folder.appendingPathComponent("tables.xlsx").path,
    ])
    #expect(run.status == 0)
    let file = try #require(try scratch.files(in: "out").values.first)
    let read = csvRecords(String(decoding: file, as: UTF8.self))
    let written = csvRecords(
      try dossier.text("tables/idle_land.csv").replacing("\u{FEFF}", with: ""))
    #expect(read[0] == written[0])
    for (one, two) in zip(read, written).dropFirst() {
      for (a, b) in zip(one, two) where a != b {
        let values = (Double(a), Double(b))
        #expect(values.0 != nil && values.0 == values.1 || b.isEmpty, "\(a) \(b)")
      }
    }
  }

  @Test("GDAL opens the boundary: blocks and points in CGCS2000")
  func geoPackage() throws {
    let dossier = try dossier("zh")
    let path = dossier.folder.appendingPathComponent("boundary/boundary.gpkg").path
    let run = try Extras.run(["ogrinfo", "-ro", "-al", "-so", path])
    #expect(run.status == 0)
    #expect(run.text.contains("Layer name: blocks") && run.text.contains("Feature Count: 2"))
    #expect(run.text.contains("Layer name: points") && run.text.contains("Feature Count: 239"))
    #expect(run.text.contains("CGCS2000"))
    let json = dossier.folder.appendingPathComponent("boundary/boundary.geojson").path
    #expect(try Extras.run(["ogrinfo", "-ro", "-al", "-so", json]).status == 0)
  }
}
