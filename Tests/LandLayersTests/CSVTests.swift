import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

private func table(_ text: String) throws(FormatError) -> CSVTable {
  try CSVReader.readTable(SourceBytes(name: "made.csv", bytes: Array(text.utf8)))
}

extension CSVTable {
  /// The text of a cell; nil for null. Decoded by the function that the attribute table calls.
  fileprivate func text(_ row: Int, _ column: Int) -> String? {
    attributes.csvText(row: row, column: column)
  }
}

@Suite("CSV") struct CSVTests {
  static let folder = fixtures.appendingPathComponent("encodings/csv")

  private func read(_ name: String) throws -> CSVTable {
    try CSVReader.readTable(SourceBytes.open(Self.folder.appendingPathComponent(name).path))
  }

  @Test(
    "one table in its forms gives the same rows",
    arguments: [
      ("gbk.csv", "GB18030 (not valid UTF-8)", ","), ("utf8.csv", "UTF-8", ","),
      ("utf8_bom.csv", "UTF-8 (BOM)", ","), ("utf8_lf.csv", "UTF-8", ","),
      ("utf8_semicolon.csv", "UTF-8", ";"), ("utf8_tab.csv", "UTF-8", "\t"),
      ("gbk_dates_thousands.csv", "GB18030 (not valid UTF-8)", ","),
    ] as [(String, String, Character)])
  func forms(name: String, encoding: String, separator: Character) throws {
    let table = try read(name)
    #expect(table.encoding == encoding && table.separator == separator)
    let expected = try CaseSource.fixtures.cases(
      [String: String].self, in: "encodings/csv/expected.jsonl")
    #expect(table.attributes.rowCount == expected.count && table.issues.isEmpty)
    for (row, values) in expected.enumerated() {
      for (column, heading) in table.attributes.names.enumerated() {
        // This one file writes dates and amounts in other ways on purpose.
        let other = heading.contains("日期") || heading.contains("价款")
        if name == "gbk_dates_thousands.csv", other { continue }
        #expect(table.text(row, column) ?? "" == values[heading], "\(row) \(heading)")
      }
    }
    #expect(table.lines.first == 2 && table.lines[2] == 5)
  }

  @Test("amounts with thousands separators and dates stay as written")
  func asWritten() throws {
    let table = try read("gbk_dates_thousands.csv")
    let price = try #require(table.attributes.column(named: "成交价款(万元)"))
    let date = try #require(table.attributes.column(named: "签订日期"))
    #expect(table.text(0, price) == "8,637.22" && table.text(1, date) == "2016年2月8日")
  }

  @Test("a header alone is an empty table, nothing at all is an error")
  func empty() throws {
    let table = try read("header_only.csv")
    #expect(table.attributes.rowCount == 0 && table.attributes.names.count == 13)
    let error = #expect(throws: FormatError.self) { try read("empty.csv") }
    #expect(error?.line == 1)
    #expect(throws: FormatError.self) { try LandLayersTests.table("\n\r\n,,\n") }
  }

  @Test("rows that do not fit are kept and reported with row and line")
  func unevenRows() throws {
    let table = try table("a, b ,c\n1,2\n\n\"x\ny\",2,3,4\n,,\n5,6,7,,\n\"q\"z,8,9")
    #expect(table.attributes.names == ["a", "b", "c"] && table.attributes.rowCount == 4)
    #expect(table.blankRows == 1)
    #expect(
      table.issues == [
        .init(kind: .tooFewFields(found: 2, expected: 3), row: 0, line: 2),
        .init(kind: .tooManyFields(found: 4, expected: 3), row: 1, line: 4),
        .init(kind: .textAfterQuote(field: 0), row: 3, line: 8),
      ])
    #expect(table.text(0, 2) == nil && table.text(1, 0) == "x\ny" && table.text(3, 0) == "qz")
  }

  @Test("quotes, separators and line ends")
  func quoting() throws {
    let one = try table("sep=|\na|b\r1|\"x\"\"|\"\"\"\r\"\"|2")
    #expect(one.separator == "|" && one.attributes.rowCount == 2)
    #expect(one.text(0, 1) == "x\"|\"" && one.text(1, 0) == nil && one.text(1, 1) == "2")
    let error = #expect(throws: FormatError.self) { try table("a,b\n1,2\n\"x,2\n3,4\n") }
    #expect(error?.line == 3)
    let twice = try table("a,b,a\n1,2,3")
    #expect(twice.issues.map(\.kind) == [.duplicateColumn("a")])
    let wide = Array(repeating: "c", count: 5000).joined(separator: ",")
    #expect(throws: FormatError.self) { try table(wide) }
  }

  @Test("a WKT column makes a layer")
  func layer() throws {
    func layer(_ text: String) throws(FormatError) -> FeatureLayer {
      try CSVReader.readLayer(SourceBytes(name: "made.csv", bytes: Array(text.utf8)))
    }
    let named = try layer(
      """
      id,WKT,area
      1,"POLYGON((0 0,1 0,1 1,0 0))",5
      2,,6
      3,"POLYGON((0 0,1 0,1 1))",7
      4,"POINT(0 0)",8,9
      5,"POLYGON((0 0,1 0,1 x))",9
      """)
    #expect(named.state == [.polygon, .missing, .polygon, .otherType, .unreadable])
    #expect(named.attributes.names == ["id", "area"] && named.attributes.rowCount == 5)
    #expect(named.attributes.csvText(row: 3, column: 1) == "8")
    #expect(named.format == "CSV" && named.geometry.featureCount == 5)
    #expect(
      named.issues.map(\.kind) == [
        .ringNotClosed, .row("4 fields, the header has 3"), .otherType("Point"),
        .structure("WKT: expected a number"),
      ])
    #expect(named.issues.map(\.line) == [4, 5, 5, 6] && named.issues.last?.column == 23)

    let detected = try layer("名称;图形\n甲;SRID=4490;MULTIPOLYGON EMPTY\n")
    #expect(detected.state == [.unreadable])
    let quoted = try layer("名称;图形\n甲;\"SRID=4490;POLYGON((0 0,1 0,1 1,0 0))\"\n")
    #expect(quoted.state == [.polygon] && quoted.declaredCRS == "EPSG:4490")
    #expect(throws: FormatError.self) { try layer("a,b\n1,2\n") }
  }

  @Test("random bytes never crash the reader")
  func mutations() throws {
    var random = SeededGenerator(seed: 21)
    let alphabet = Array("a,;\t\"\n\r 1宗".utf8)
    for _ in 0..<rounds(20_000) {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      guard let table = try? CSVReader.readTable(SourceBytes(name: "made", bytes: bytes)) else {
        continue
      }
      for column in table.attributes.cells.indices {
        #expect(table.attributes.cells[column].count == table.attributes.rowCount)
        for row in 0..<table.attributes.rowCount { _ = table.text(row, column) }
      }
    }
  }

  @Test("a row without end is named where it starts, not held", arguments: ["", "\""])
  func longRow(quote: String) throws {
    let long = String(repeating: "x", count: 200)
    let text = "a,b\n1,2\n3," + quote + long + quote + "\n5,6\n"
    let source = SourceBytes(name: "made.csv", bytes: Array(text.utf8))
    for (limit, isRead) in [(210, true), (200, false)] {
      var scanner = CSVScanner(source, from: 0, longest: limit)
      let header = try #require(try scanner.header())
      var made = CSVTable(
        attributes: AttributeTable(syntax: .csv, source: source), encoding: "UTF-8",
        separator: ",")
      made.attributes.names = header.names
      made.attributes.cells = [[], []]
      do throws(FormatError) {
        try scanner.readRows(into: &made)
        #expect(isRead && made.attributes.rowCount == 3)
      } catch {
        #expect(!isRead && error.line == 3 && error.offset == 8, "\(error)")
        #expect(error.message.en.contains("256 MiB") && error.remedy.en.contains("quote"))
      }
    }
    var head = CSVScanner(
      SourceBytes(name: "made.csv", bytes: Array(long.utf8)), from: 0, longest: 100)
    #expect(throws: FormatError.self) { try head.header() }
  }
}
