import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("An audit as a workbook") struct AuditWorkbookTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  private func written(
    _ language: Document.Language, to name: String = "a.xlsx"
  ) throws -> [UInt8] {
    try AuditWorkbook(AuditBook(folder: folder), language: language)
      .finished(at: scratch.path(name)).publish()
    return try scratch.bytes(name)
  }

  private func rows(_ sheet: String, _ language: Document.Language = .zh) throws -> [[String]] {
    let sheets = try WorkbookRows(written(language)).sheets
    return try #require(sheets.first { $0.name == sheet }?.rows)
  }

  private func column(_ heading: String, of rows: [[String]]) throws -> [String] {
    let place = try #require(rows.first?.firstIndex(of: heading))
    return rows.dropFirst().map { place < $0.count ? $0[place] : "" }
  }

  @Test("the sheets, in both languages")
  func sheets() throws {
    #expect(
      try WorkbookRows(written(.zh)).sheets.map(\.name) == [
        "概览", "宗地", "合同", "问题", "重叠", "开发区", "数据质量", "说明",
      ])
    #expect(
      try WorkbookRows(written(.en)).sheets.map(\.name) == [
        "Overview", "Parcels", "Contracts", "Findings", "Overlaps", "Zones", "Quality of data",
        "Notes",
      ])
  }

  @Test("every row of every table stands in its sheet")
  func counts() throws {
    let book = try AuditBook(folder: folder)
    let sheets = try WorkbookRows(written(.zh)).sheets
    let counts = [
      ("宗地", book.parcels.count), ("合同", book.contracts.count), ("问题", book.findings.count),
      ("重叠", book.overlaps.count), ("开发区", book.zones.count),
    ]
    for (name, count) in counts {
      #expect(sheets.first { $0.name == name }?.rows.count == count + 1 && count > 0, "\(name)")
    }
  }

  @Test("figures are those of the CSV, rounded once; ids keep their digits")
  func figures() throws {
    let csv = try csvRows(URL(fileURLWithPath: folder + "/parcels.csv"))
    let rows = try self.rows("宗地")
    #expect(try column("宗地代码", of: rows) == csv.map { $0["parcel_id"] })
    for (heading, name, decimals) in [
      ("平面面积(m²)", "planar_area_m2", 2), ("建筑密度", "density", 4), ("容积率", "plot_ratio", 4),
      ("合同面积(m²)", "contract_area_m2", 2),
    ] {
      let title = try #require(rows[0].first { Self.folded($0) == Self.folded(heading) })
      for (cell, row) in zip(try column(title, of: rows), csv) {
        let text = try #require(row[name])
        if text.isEmpty {
          #expect(cell == "未知", "\(name)")
        } else {
          let value = try #require(Double(text))
          #expect(Double(cell) == Double(FixedDecimal.text(value, decimals)), "\(name) \(text)")
        }
      }
    }
  }

  @Test("headings and words are people's, in the language asked for")
  func words() throws {
    for sheet in try WorkbookRows(written(.zh)).sheets {
      for heading in sheet.rows[0] where heading != "SHA-256" {
        #expect(heading.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(heading)")
      }
    }
    for sheet in try WorkbookRows(written(.en)).sheets {
      for heading in sheet.rows[0] {
        #expect(!heading.contains("_"), "\(heading)")
        #expect(!heading.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 })
      }
    }
    let states = Set(try column("闲置状态", of: rows("宗地")))
    #expect(states == ["已认定闲置", "涉嫌闲置", "即将到期", "未知", "已处置", "未闲置", "不适用"])
    let remedies = try column("处理办法", of: rows("问题"))
    #expect(remedies.allSatisfy { !$0.isEmpty })
  }

  @Test("the overview adds up to the parcels, state by state")
  func overview() throws {
    let rows = try self.rows("概览")
    let counts = try AuditBook(folder: folder).manifest.counts
    let all = try #require(rows.first { $0[0] == "宗地" })
    #expect(Int(all[1]) == counts["read"])
    let states = rows.filter { $0[0].hasPrefix("闲置状态") }
    #expect(states.compactMap { Int($0[1]) }.reduce(0, +) == counts["read"])
    let sum = states.compactMap { Double($0[2]) }.reduce(0, +)
    #expect(abs(sum - (Double(all[2]) ?? .nan)) < 0.05)
    // m², 公顷 and 亩 of one area.
    #expect(all[2...4].map { Double($0) } == [367_989.95, 36.799, 551.98])
    #expect(rows.contains { $0.last == "2025-06-30" })
  }

  @Test("quality: what was found is what is listed")
  func quality() throws {
    let rows = try self.rows("数据质量")
    #expect(try column("审查所得", of: rows) == column("本表所列", of: rows))
    #expect(try Set(column("一致", of: rows)) == ["是"])
    // A table that lost a row is seen.
    let path = folder + "/findings.csv"
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n")
    lines.remove(at: 1)
    try lines.joined(separator: "\r\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try column("一致", of: self.rows("数据质量")).contains("否"))
  }

  @Test("the notes name rulebooks and inputs with their hashes, and how was measured")
  func origin() throws {
    let rows = try self.rows("说明")
    let manifest = try AuditBook(folder: folder).manifest
    let digests = Set(rows.compactMap { $0.count > 2 ? $0[2] : nil })
    for digest in manifest.inputs.map(\.sha256) + manifest.rulebooks.map(\.sha256) {
      #expect(digests.contains(digest))
    }
    #expect(!manifest.measures.isEmpty)
    #expect(rows.filter { $0[0].hasPrefix("量算") }.count == manifest.measures.count)
  }

  @Test("the same audit gives the same bytes; its day is the day of the file")
  func repeats() throws {
    let first = try written(.zh)
    #expect(try written(.zh, to: "b.xlsx") == first)
    #expect(try ZipArchive(first).text("docProps/core.xml").contains("2025-06-30T00:00:00Z"))
  }

  @Test("LibreOffice reads the figures of the parcels back", .enabled(if: Extras.areWanted))
  func officeReads() throws {
    let own = try rows("宗地")
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2"
    let run = try Extras.run([
      "soffice", "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless",
      "--convert-to", filter, "--outdir", scratch.path("out"), scratch.path("a.xlsx"),
    ])
    #expect(run.status == 0)
    let file = try #require(try scratch.files(in: "out").values.first)
    let read = csvRecords(String(decoding: file, as: UTF8.self))
    #expect(read.count == own.count && read[0] == own[0])
    let area = try #require(own[0].firstIndex { $0.hasPrefix("平面面积") })
    let csv = try csvRows(URL(fileURLWithPath: folder + "/parcels.csv"))
    for (row, source) in zip(read.dropFirst(), csv) {
      #expect(row[0] == source["parcel_id"])
      let value = source["planar_area_m2"].flatMap { Double($0) }
      #expect(Double(row[area]) == value.flatMap { Double(FixedDecimal.text($0, 2)) })
    }
  }

  /// Brackets of either width are the same here.
  private static func folded(_ text: String) -> String {
    text.replacing("\u{FF08}", with: "(").replacing("\u{FF09}", with: ")")
  }
}
