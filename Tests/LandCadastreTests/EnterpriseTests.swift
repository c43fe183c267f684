import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandCadastre

private let day = CalendarDate.iso("2025-06-30")

private func fixtureTable(_ code: String) throws -> AttributeTable {
  let file = fixtures.appendingPathComponent("findings/\(code)/enterprises.csv")
  return try CSVReader.readTable(SourceBytes.open(file.path)).attributes
}

@Suite struct EnterpriseTests {
  @Test func everyFieldOfATable() throws {
    var cells: [Field: String] = [:]
    for field in EnterpriseSlot.fields {
      cells[field] =
        switch field.valueKind {
        case .text: "t-\(field.rawValue)"
        case .date: "2024年5月1日"
        case .boolean: "是"
        case .year: "2024"
        default: "1,234.5"
        }
    }
    cells[.enterpriseID] = "９１350100m000100y43"
    cells[.parcelID] = "P1；P2;P1"
    let rows = MemoryRows(
      EnterpriseSlot.fields.map(\.rawValue) + ["my_figure", ""],
      [EnterpriseSlot.fields.map { cells[$0] ?? "" } + ["7", "8"]])
    let book = try EnterpriseBook.read(rows)
    #expect(book.findings.isEmpty)
    let enterprise = try #require(book.rows.first)
    for field in EnterpriseSlot.fields { #expect(enterprise.text(of: field) != nil, "\(field)") }
    #expect(enterprise.enterpriseID == "91350100M000100Y43" && enterprise.source.row == 1)
    #expect(enterprise.revenue == 1234.5 && enterprise.year == 2024)
    #expect(enterprise.stoppedSince == .iso("2024-05-01"))
    #expect(enterprise.extra == ["my_figure": "7"])
  }

  @Test func chineseHeadersWithUnitsAndWords() throws {
    let rows = MemoryRows(
      [
        "统一社会信用代码", "企业名称", "用地面积(亩)", "主营业务收入(亿元)", "工业总产值(万元)",
        "经营状态", "是否失联", "高新技术企业", "从业人员(人)", "固定资产投资(累计)(万元)", "年度",
      ],
      [
        ["91350100M000100Y43", "甲", "15", "1.5", "9", "停产", "失联", "高新技术企业", "12", "5", "2024年"],
        ["", "乙", "", "", "", "正常经营", "正常", "否", "", "", "2024"],
        ["", "丙", "", "", "", "不详", "", "", "", "-1", "24"],
      ])
    let book = try EnterpriseBook.read(rows)
    let first = book.rows[0]
    #expect(abs((first.landArea ?? 0) - 10_000) < 1e-9 && first.revenue == 15_000)
    #expect(first.operating == false && first.contactLost == true && first.highTech == true)
    #expect(first.employees == 12 && first.fixedInvestment == 5 && first.year == 2024)
    #expect(book.rows[1].operating == true && book.rows[1].contactLost == false)
    let faults = book.findings.filter { $0.subjectKind == .enterprise }
    #expect(faults.map(\.code) == [.valueUnreadable, .valueImplausible, .valueImplausible])
    #expect(faults.map(\.field) == ["operating", "fixed_investment_wan", "year"])
    #expect(faults.allSatisfy { $0.row == 3 && $0.subjectID == "丙" })
    #expect(book.findings.filter { $0.code == .unitConverted }.count == 2)
  }

  @Test func aTableWithoutNamesIsRefused() throws {
    let rows = MemoryRows(["年度", "税收"], [["2024", "1"]], file: "e.csv")
    let error = try #require(throws: FormatError.self) { try EnterpriseBook.read(rows) }
    #expect(error.file == "e.csv" && error.message.zh.contains("统一社会信用代码"))
    #expect(!error.remedy.en.isEmpty)
  }

  @Test func theLatestYearThatHasCome() throws {
    let names = ["name", "year", "zone_id", "parcel_id", "tax_wan"]
    let book = try EnterpriseBook.read(
      MemoryRows(
        names,
        [
          ["甲", "2023", "Z1", "P1", "1"], ["甲", "2024", "Z2", "P1;P2", "2"],
          ["甲", "2026", "Z3", "P3", "3"], ["甲", "", "Z1", "P4", "4"], ["乙", "", "Z2", "", "5"],
          ["丙", "2026", "Z2", "P1", "6"],
        ]))
    #expect(book.enterprise("甲", asOf: day)?.tax == 2)
    #expect(book.enterprise("甲", asOf: .iso("2023-12-31"))?.tax == 1)
    #expect(book.enterprise("甲", asOf: .iso("2020-12-31"))?.tax == 4)
    #expect(book.enterprise("丙", asOf: day) == nil)
    #expect(book.history(of: "甲").count == 4)
    #expect(book.enterprises(asOf: day).compactMap(\.tax) == [2, 5])
    #expect(book.enterprises(inZone: "Z1", asOf: day).isEmpty)
    #expect(book.enterprises(inZone: "Z2", asOf: day).compactMap(\.tax) == [2, 5])
    #expect(book.enterprises(onParcel: "p1", asOf: day).compactMap(\.tax) == [2])
    #expect(book.enterprises(onParcel: "P3", asOf: day).isEmpty)
    #expect(book.has(.tax) && !book.has(.output))
  }

  @Test func anEnterpriseTwiceInOneYear() throws {
    let book = try EnterpriseBook.read(fixtureTable("D419"))
    #expect(book.findings.map(\.code) == [.duplicateEnterprise])
    let finding = try #require(book.findings.first)
    #expect(finding.subjectID == "91350100M000100Y43" && finding.row == 3 && finding.value == 2024)
    #expect(finding.source == "enterprises.csv row 2")
    #expect(book.rows.count == 2 && book.enterprise(finding.subjectID, asOf: day)?.tax == 120)
  }

  @Test func aWrongCreditCode() throws {
    let book = try EnterpriseBook.read(fixtureTable("D420"))
    #expect(book.findings.map(\.code) == [.creditCodeWrong])
    let finding = try #require(book.findings.first)
    #expect(finding.field == "enterprise_id" && finding.note == "position=18;found=4;expected=3")
    #expect(book.rows.first?.enterpriseID == "91350100M000100Y44")
  }

  @Test(
    "codes name the place of their fault",
    arguments: [
      ("91350100M000100Y43", nil), ("91330100799655058B", nil),
      ("91350100M000100Y4", "length=17"), ("", "length=0"),
      ("9135O100M000100Y43", "position=5;found=O"),
      ("91350100M000100I43", "position=16;found=I"),
      ("91350100M000100Y34", "position=17;found=3;expected=4"),
      ("91350200M000100Y43", "position=18;found=3;expected=8"),
    ] as [(String, String?)])
  func creditCodes(code: String, note: String?) {
    #expect(CreditCode.fault(in: code)?.note == note)
  }

  @Test func zombies() {
    var enterprise = Enterprise(source: .init(file: "e.csv", row: 1))
    #expect(enterprise.isZombie(on: day) == nil)
    enterprise.zombieListedDate = .iso("2024-01-01")
    #expect(enterprise.isZombie(on: day) == true)
    #expect(enterprise.isZombie(on: .iso("2023-12-31")) == false)
    enterprise.zombieClearedDate = day
    #expect(enterprise.isZombie(on: day) == false)
  }
}
