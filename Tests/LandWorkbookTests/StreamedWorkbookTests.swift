import Foundation
import LandCadastre
import LandDocuments
import LandOutput
import LandTestSupport
import Testing

@testable import LandWorkbook

@Suite("XLSX workbooks written row by row") struct StreamedWorkbookTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Texts that a spreadsheet could take for something else.
  private static let hostile = [
    "=cmd|' /C calc'!A0", "+1", "-1+2", "@x", "3601210010010000001", "😀🏭", "\u{202E}abc\u{200F}",
    "a\0b\u{1}c\u{FFFF}", "_x0041_", "<b>&\"'", " two  blanks ", "line\nline", "1e5", "TRUE",
  ]

  private func table(_ texts: [String], rows: Int? = nil) -> StreamedTable {
    StreamedTable(
      caption: "宗地",
      columns: [.init("代码"), .init("名称"), .init("面积(m²)"), .init("比例", isShare: true)],
      count: rows ?? texts.count
    ) { row in
      [
        .code("36012100100100000\(row % 10)"), .text(texts[row % texts.count]),
        .number(12_345.678_5 + Double(row), 2), .number(row == 0 ? nil : 0.123_45, 4),
      ]
    }
  }

  private func write(
    _ tables: [StreamedTable], to name: String = "a.xlsx", sheetRows: Int = SheetLimits.rows
  ) throws -> [UInt8] {
    try StreamedWorkbook(tables: tables, properties: properties)
      .finished(at: scratch.path(name), sheetRows: sheetRows).publish()
    return try scratch.bytes(name)
  }

  @Test("texts stay texts, whatever they look like")
  func hostileTexts() throws {
    let bytes = try write([table(Self.hostile)])
    let rows = try #require(WorkbookRows(bytes).sheets.first?.rows)
    for (row, text) in zip(rows.dropFirst(), Self.hostile) {
      switch text {
      // What XML cannot hold is shown as missing; what stands for a character elsewhere is escaped.
      case "a\0b\u{1}c\u{FFFF}": #expect(row[1] == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
      case "_x0041_": #expect(row[1] == "_x005F_x0041_")
      default: #expect(row[1] == text)
      }
    }
    let xml = try ZipArchive(bytes).text("xl/worksheets/sheet1.xml")
    #expect(!xml.contains("<f>") && xml.contains("t=\"inlineStr\""))
    #expect(rows[1][0] == "360121001001000000")
    // A number column holds numbers, shares are shown in percent, an unknown figure says so.
    #expect(rows[1][2] == "12345.68" && rows[1][3] == "未知" && rows[2][3] == "0.1235")
    #expect(try ZipArchive(bytes).text("xl/styles.xml").contains("0.00%"))
  }

  @Test("the same rows give the same bytes; the day is the one given")
  func repeats() throws {
    let first = try write([table(Self.hostile)])
    #expect(try write([table(Self.hostile)], to: "b.xlsx") == first)
    #expect(try ZipArchive(first).text("docProps/core.xml").contains("2024-03-18T00:00:00Z"))
  }

  @Test("frozen heading, filter, landscape A4 as wide as the sheet, heading on every page")
  func layout() throws {
    let archive = try ZipArchive(write([table(["甲"], rows: 5)]))
    let xml = try archive.text("xl/worksheets/sheet1.xml")
    #expect(xml.contains(#"<pane ySplit="1""#) && xml.contains(#"<autoFilter ref="A1:D6"/>"#))
    #expect(xml.contains(#"paperSize="9""#) && xml.contains(#"orientation="landscape""#))
    #expect(xml.contains(#"fitToHeight="0""#))
    #expect(try archive.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
    // Widths come from all rows, 汉字 counted twice.
    let wide = try ZipArchive(write([table(["短", String(repeating: "长", count: 15)])]))
      .text("xl/worksheets/sheet1.xml")
    #expect(wide.contains(#"<col min="2" max="2" width="31.7109375""#))
  }

  @Test("a long table goes on in further sheets without losing a row")
  func splitting() throws {
    let sheets = try WorkbookRows(write([table(["甲"], rows: 25)], sheetRows: 11)).sheets
    #expect(sheets.map(\.name) == ["宗地", "宗地(2)", "宗地(3)"])
    #expect(sheets.map(\.rows.count) == [11, 11, 6])
    #expect(sheets[2].rows[0] == sheets[0].rows[0])
    let areas = sheets.flatMap { $0.rows.dropFirst().map { $0[2] } }
    #expect(areas.first == "12345.68" && areas.last == "12369.68" && areas.count == 25)
    let none = try WorkbookRows(write([table(["甲"], rows: 0)])).sheets
    #expect(none.map(\.rows.count) == [1])
  }

  @Test("a text that no cell can hold is cut and marked")
  func longTexts() throws {
    let long = String(repeating: "界", count: 40_000)
    let rows = try #require(WorkbookRows(write([table([long])])).sheets.first?.rows)
    #expect(rows[1][1].hasSuffix("界…") && rows[1][1].utf16.count == 32_001)
  }

  @Test("nothing is left where the place cannot be written to")
  func unwritable() throws {
    try FileManager.default.createDirectory(
      at: scratch.url("out/a.xlsx"), withIntermediateDirectories: true)
    let error = #expect(throws: WorkbookError.self) {
      _ = try StreamedWorkbook(tables: [table(["甲"])], properties: properties)
        .finished(at: scratch.path("out/a.xlsx"))
    }
    #expect(error?.kind == .resources)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    #expect(names == ["a.xlsx"])
  }

  @Test("LibreOffice reads the same texts and numbers back", .enabled(if: Extras.areWanted))
  func officeReads() throws {
    _ = try write([table(Self.hostile)])
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"
    let result = try Extras.run([
      "soffice", "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless",
      "--convert-to", filter, "--outdir", scratch.path("out"), scratch.path("a.xlsx"),
    ])
    #expect(result.status == 0)
    let file = try #require(try scratch.files(in: "out").values.first)
    let records = csvRecords(String(decoding: file, as: UTF8.self))
    for (record, text) in zip(records.dropFirst(), Self.hostile) where !text.contains("\0") {
      #expect(record[1] == text)
    }
    #expect(records[1][0] == "360121001001000000" && records[1][2] == "12345.68")
    #expect(records[2][3] == "12.35%")
  }
}
