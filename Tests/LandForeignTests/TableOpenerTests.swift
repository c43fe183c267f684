import LandCadastre
import LandLayers
import Testing

@testable import LandForeign

@Suite struct TableOpenerTests {
  private func read(
    _ text: String, headerRow: Int? = nil, mapping: [String: String] = [:]
  ) throws -> OpenedTable {
    let source = SourceBytes(name: "made.csv", bytes: Array(text.utf8))
    let search = HeaderSearch(.contracts, mapping: mapping)
    return try TableOpener(search, headerRow: headerRow, environment: [:]).read(source)
  }

  @Test func headerBelowTitles() throws {
    let opened = try read(
      "台账\n\n单位:亩、元\n宗地代码;闲置面积;成交价格;受让人\nA;1;2;\"甲\n乙\"\n;;;\nB;3;4;丙\n")
    #expect(
      opened.table.attributes.names == ["宗地代码", "闲置面积(亩)", "成交价格(元)", "受让人"])
    #expect(opened.table.rowNumbers == [5, 7])
    #expect(opened.table.lines == [5, 8])
    #expect(opened.table.blankRows == 1)
  }

  @Test func unitsInHeadersWin() throws {
    let opened = try read("编制单位:某局 面积单位:公顷\n宗地代码,闲置面积(亩),处置面积,idle_area_m2\nA,1,2,3\n")
    #expect(
      opened.table.attributes.names == ["宗地代码", "闲置面积(亩)", "处置面积(公顷)", "idle_area_m2"])
  }

  @Test func twoUnitsOfOneKindAreRefused() {
    #expect(throws: FormatError.self) {
      try read("单位:公顷、亩\n宗地代码,闲置面积,受让人\nA,1,甲\n")
    }
  }

  @Test func mappedNamesAreKnown() throws {
    let text = "台账\n地块,文号,闲置面积\nA,1号,2\n"
    #expect(try read(text).table.attributes.names == ["台账"])
    let mapped = try read(text, mapping: ["地块": "宗地代码", "文号": "认定书文号"])
    #expect(mapped.table.attributes.names == ["宗地代码", "认定书文号", "闲置面积"])
    #expect(mapped.headers == ["地块", "文号", "闲置面积"])
  }

  @Test func theFirstRowStaysTheHeaderWhereNoneIsFound() throws {
    #expect(try read("a,b\n1,2\n").table.attributes.names == ["a", "b"])
    #expect(try read("a,b\n1,2\n", headerRow: 2).table.attributes.names == ["1", "2"])
  }

  @Test func formatsByContent() {
    func format(_ bytes: [UInt8]) -> TableFormat {
      TableFormat(SourceBytes(name: "x", bytes: bytes))
    }
    let start: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 26)
    #expect(format(start) == .xlsx)
    #expect(
      format(start + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)) == .ods)
    #expect(format([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .xls)
    #expect(format(Array("PK,1\n".utf8)) == .csv)
    #expect(format([]) == .csv)
  }
}
