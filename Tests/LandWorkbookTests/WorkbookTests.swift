import Foundation
import LandCadastre
import LandDocuments
import LandGeometry
import LandTestSupport
import Testing

@testable import LandWorkbook

@Suite("XLSX workbooks") struct WorkbookTests {
  private func sheet(_ number: Int, of tables: [DocumentTable]) throws -> String {
    try ZipArchive(Workbook.bytes(tables: tables, properties: properties))
      .text("xl/worksheets/sheet\(number).xml")
  }

  @Test("a ledger sheet: frozen heading, filter over the rows, pages")
  func layout() throws {
    let xml = try sheet(2, of: [ledger()])
    #expect(xml.contains(#"<pane ySplit="1" topLeftCell="A2""#))
    #expect(xml.contains(#"<autoFilter ref="A1:E3"/>"#))
    #expect(xml.contains(#"paperSize="9""#) && xml.contains(#"fitToHeight="0""#))
    #expect(!xml.contains("landscape") && xml.contains("&amp;P / &amp;N"))
    var wide = ledger()
    wide.columns += (0..<4).map { .init("列\($0)") }
    #expect(try sheet(2, of: [wide]).contains(#"orientation="landscape""#))
  }

  @Test("figures are rounded as the CSV rounds them; days are days")
  func values() throws {
    let xml = try sheet(2, of: [ledger()])
    // Half away from zero, four decimals.
    #expect(xml.contains("<v>12345.679</v>") && xml.contains("<v>24691.3579</v>"))
    // 2024-02-29 in days from 1899-12-30.
    #expect(xml.contains("<v>45351</v>"))
    let archive = try ZipArchive(Workbook.bytes(tables: [ledger()], properties: properties))
    let styles = try archive.text("xl/styles.xml")
    #expect(styles.contains("#,##0.0000") && styles.contains("yyyy-mm-dd"))
    #expect(styles.contains("FFA31515") && styles.contains("FF5F6368"))
  }

  @Test("codes keep their digits and no text becomes a formula")
  func texts() throws {
    let archive = try ZipArchive(Workbook.bytes(tables: [ledger()], properties: properties))
    let strings = try archive.text("xl/sharedStrings.xml")
    #expect(strings.contains("<t>360121001001000000</t>"))
    #expect(strings.contains("<t>=SUM(A1:A9) &amp; &lt;园区&gt;</t>"))
    #expect(strings.contains("未知(开工日期)") && strings.contains("单位:公顷"))
    #expect(!(try archive.text("xl/worksheets/sheet2.xml").contains("<f>")))
    for start in ["+", "-", "@", "="] {
      let cell = SheetCell(.text(start + "1"), language: .zh)
      guard case .text(let text) = cell else { return #expect(Bool(false)) }
      #expect(text == start + "1")
    }
  }

  @Test("a zero byte or a control character does not cut or break a text")
  func controls() throws {
    var table = ledger(rows: 1)
    table.rows[0][1] = .text("甲\0乙\u{1}丙\u{FFFF}")
    let bytes = try Workbook.bytes(tables: [table], properties: properties)
    #expect(
      try ZipArchive(bytes).text("xl/sharedStrings.xml").contains("甲\u{FFFD}乙\u{FFFD}丙\u{FFFD}"))
  }

  @Test("names of sheets: cut, cleaned, unique without regard to case")
  func names() {
    var names = SheetNames()
    #expect(names.name(for: "a[b]:c*d?e/f\\g") == "a_b__c_d_e_f_g")
    #expect(names.name(for: "Land") == "Land" && names.name(for: "LAND") == "LAND(2)")
    let long = String(repeating: "界", count: 40)
    #expect(names.name(for: long) == String(repeating: "界", count: 31))
    #expect(names.name(for: long) == String(repeating: "界", count: 28) + "(2)")
    #expect(names.name(for: "'x'") == "x" && names.name(for: "  ") == "Sheet")
    #expect(names.name(for: "History") == "History_")
    // Sixteen characters of two UTF-16 units each do not fit.
    #expect(names.name(for: String(repeating: "𠮷", count: 16)).utf16.count == 30)
  }

  @Test("汉字 take two columns")
  func widths() {
    #expect(TextWidth.of("面积ab") == 6 && TextWidth.of("\u{FF08}公顷\u{FF09}") == 8)
    #expect(TextWidth.of("一\n二三") == 4 && TextWidth.of("") == 0)
    #expect(SheetCell.number(-1_234_567.5, decimals: 1).width == 12)
  }

  @Test("a long table goes on in further sheets; totals and note stand once, at the end")
  func splitting() throws {
    let bytes = try Workbook.bytes(
      tables: [ledger(rows: 25)], properties: properties, sheetRows: 11)
    let archive = try ZipArchive(bytes)
    let sheets = archive.names.filter { $0.hasPrefix("xl/worksheets/sheet") }
    // Notes, 10 + 10 + 5 rows; the tail of three lines fits behind the five.
    #expect(sheets.count == 4)
    let counts = try (2...4).map {
      try archive.text("xl/worksheets/sheet\($0).xml").components(separatedBy: "<row ").count - 1
    }
    #expect(counts == [11, 11, 8])
    let tight = try Workbook.bytes(
      tables: [ledger(rows: 20)], properties: properties, sheetRows: 11)
    #expect(
      try ZipArchive(tight).names.filter { $0.hasPrefix("xl/worksheets/sheet") }.count == 4)
  }

  @Test("the same tables give the same bytes")
  func repeats() throws {
    let first = try Workbook.bytes(tables: [ledger()], properties: properties)
    for _ in 0..<3 {
      #expect(try Workbook.bytes(tables: [ledger()], properties: properties) == first)
    }
    // Neither the clock nor the time zone of the run is in it.
    let core = try ZipArchive(first).text("docProps/core.xml")
    #expect(core.contains("2024-03-18T00:00:00Z") && core.contains("年度台账"))
  }

  @Test("what a cell or a sheet cannot hold is said with its place")
  func limits() throws {
    var table = ledger(rows: 1)
    table.rows[0][1] = .text(String(repeating: "界", count: 32_768))
    let error = #expect(throws: WorkbookError.self) {
      try Workbook.bytes(tables: [table], properties: properties)
    }
    #expect(error?.kind == .content)
    #expect(error?.message.en.contains("row 2, column 2") == true)
    table = DocumentTable(
      caption: "t", columns: (0...16_384).map { .init("c\($0)") })
    #expect(throws: WorkbookError.self) {
      try Workbook.bytes(tables: [table], properties: properties)
    }
  }

  @Test("a workbook without tables has its notes")
  func empty() throws {
    let archive = try ZipArchive(Workbook.bytes(tables: [], properties: properties))
    #expect(try archive.text("xl/sharedStrings.xml").contains("示例经济开发区"))
  }

  @Test("LibreOffice reads the values back", .enabled(if: Extras.areWanted))
  func officeReads() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "t.xlsx", bytes: Workbook.bytes(tables: [ledger()], properties: properties))
    // The second sheet, UTF-8, values as they are kept.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    let result = try Extras.run([
      "soffice", "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless",
      "--convert-to", filter, "--outdir", scratch.path("out"), path,
    ])
    #expect(result.status == 0)
    let files = try scratch.files(in: "out")
    let text = try #require(files.values.first.map { String(decoding: $0, as: UTF8.self) })
    let lines = text.split(separator: "\n").map { $0.replacing("\"", with: "") }
    #expect(lines[0] == "宗地编号,名称,面积(公顷),日期,状态")
    #expect(
      lines[1] == "360121001001000000,=SUM(A1:A9) & <园区>,12345.679,2024-02-29,未知(开工日期)")
    #expect(lines[3] == "合计,,24691.3579,,超限")
  }
}
