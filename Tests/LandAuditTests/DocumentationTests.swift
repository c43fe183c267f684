import Foundation
import LandKit
import LandTestSupport
import Testing

/// Pages that are made from the code itself: `RECORD_SNAPSHOTS=1` writes them, otherwise they must
/// be as they would be written.
@Suite struct DocumentationTests {
  private static let sources = checkout.appendingPathComponent("Sources/LandKit")

  @Test func findingPages() throws {
    let pages = FindingPages(fixtures: try .load())
    for code in FindingCode.allCases {
      let difference = try Snapshot.difference(
        pages.page(code), from: "docs/findings/\(code.rawValue).md")
      #expect(difference == nil, "\(difference ?? "")")
    }
    let difference = try Snapshot.difference(pages.index(), from: "docs/findings/README.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(.disabled(if: Snapshot.isRecording)) func noPageIsLeftOver() throws {
    let known = Set(FindingCode.allCases.map { "\($0.rawValue).md" } + ["README.md"])
    let found = try FileManager.default.contentsOfDirectory(
      atPath: checkout.appendingPathComponent("docs/findings").path)
    #expect(Set(found).subtracting(known).isEmpty)
  }

  @Test(arguments: FindingCode.allCases)
  func findingIsMadeWhereThePageSays(_ code: FindingCode) throws {
    let source = try String(
      contentsOf: Self.sources.appendingPathComponent(code.origin), encoding: .utf8)
    #expect(source.contains(".\(code)"), "\(code.origin) does not name .\(code)")
  }

  /// Name and origin of the columns of all output tables.
  private static let tables: [(file: String, rows: Bilingual, columns: [(String, String)])] = [
    (
      "parcels.csv", Bilingual(zh: "每宗地一行", en: "one row a parcel"),
      ParcelColumns.all.map { ($0.name, $0.origin) }
    ),
    (
      "parcel_contracts.csv",
      Bilingual(zh: "每宗地、每份合同一行", en: "one row a parcel and contract"),
      ContractRow.columns.map { ($0.name, $0.origin) }
    ),
    (
      "findings.csv", Bilingual(zh: "每个问题一行", en: "one row a finding"),
      [(FindingColumns.identifier, "Audit/AuditDirectory.swift")]
        + FindingColumns.all.map { ($0.name, $0.origin) }
    ),
    (
      "overlaps.csv", Bilingual(zh: "每对重叠宗地一行", en: "one row a pair of parcels"),
      OverlapRow.columns.map { ($0.name, $0.origin) }
    ),
    (
      "zones.csv", Bilingual(zh: "每个开发区一行", en: "one row a zone"),
      ZoneRow.columns.map { ($0.name, $0.origin) }
    ),
  ]

  @Test func columnIndex() throws {
    var text = """
      # 数字从哪里来 · Where does this number come from?

      审查输出的每一列及其计算所在的源文件；`parcels.geojson` 的属性是其中上图所需的一部分。本页由代码
      生成（`RECORD_SNAPSHOTS=1 swift test --filter DocumentationTests`）。

      Every column of the audit's tables, and the file in which its value is made. The properties of
      `parcels.geojson` are those of its columns that a map needs. An empty cell is an unknown value; `missing`
      names what it lacks.

      """
    for table in Self.tables {
      text += "\n## \(table.file) · \(table.rows.zh) · \(table.rows.en)\n\n"
      text += "| # | column | made in |\n| ---: | --- | --- |\n"
      for (number, column) in table.columns.enumerated() {
        let (name, origin) = column
        text += "| \(number + 1) | `\(name)` | [\(origin)](../Sources/LandKit/\(origin)) |\n"
      }
    }
    let difference = try Snapshot.difference(text, from: "docs/columns.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The tables and layers that an audit reads, in the order of the page.
  private static let inputs: [(role: Field.Role, title: Bilingual)] = [
    (.contracts, Bilingual(zh: "contracts.csv：合同与划拨决定书", en: "contracts and decisions")),
    (.enterprises, Bilingual(zh: "enterprises.csv：企业", en: "enterprises by year")),
    (.parcels, Bilingual(zh: "宗地图层", en: "properties of parcels")),
    (.buildings, Bilingual(zh: "建筑物图层", en: "properties of buildings")),
    (.zones, Bilingual(zh: "开发区图层", en: "properties of zones")),
  ]

  /// Names of 宗地 and 不动产 databases, and what is done with them in a layer of parcels.
  private static var databaseNames: String {
    var text = """

      ## 数据库字段名 · names of cadastral databases

      宗地、不动产数据库常用的拼音字段名，用于宗地图层；未读取的列照常带入输出。
      Abbreviations that databases of parcels and real estate use, in a layer of parcels; what is not read is passed
      through.

      | name | 含义 meaning | 读作 read as | 说明 why not |
      | --- | --- | --- | --- |

      """
    let names: [(String, Bilingual, Bilingual?)] = [
      ("ZDDM", Bilingual(zh: "宗地代码", en: "parcel code"), nil),
      ("BDCDYH", Bilingual(zh: "不动产单元号", en: "real-estate unit number"), nil),
      ("ZL", Bilingual(zh: "坐落", en: "location"), nil),
      ("YT", Bilingual(zh: "用途", en: "use"), nil),
      ("TDYT", Bilingual(zh: "土地用途", en: "use of the land"), nil),
      ("DJ", Bilingual(zh: "土地等级", en: "grade of the land"), nil),
      ("QLRMC", Bilingual(zh: "权利人名称", en: "holder of the right"), nil),
      (
        "ZDMJ", Bilingual(zh: "宗地面积", en: "area of the parcel"),
        Bilingual(zh: "量算的面积，不是合同面积", en: "a drawn area, not the contract's")
      ),
      (
        "MJDW", Bilingual(zh: "面积单位", en: "unit of area"),
        Bilingual(zh: "没有读取的面积", en: "no area is read")
      ),
      (
        "JG", Bilingual(zh: "价格", en: "price"),
        Bilingual(zh: "单位不定(元或万元)", en: "its unit is not certain (yuan or 万元)")
      ),
      (
        "QLXZ", Bilingual(zh: "权利性质", en: "nature of the right"),
        Bilingual(zh: "多为代码，不等于供地方式", en: "as a rule a number, not the way of supply")
      ),
      (
        "RJL", Bilingual(zh: "容积率", en: "plot ratio"),
        Bilingual(zh: "未说明是上限、下限还是实际值", en: "it is not said whether it is a limit or a fact")
      ),
      (
        "JZMD", Bilingual(zh: "建筑密度", en: "building density"),
        Bilingual(zh: "同上", en: "the same")
      ),
    ]
    for (name, meaning, reason) in names {
      let field = FieldMap(names: [name], role: .parcels).bindings.first?.field.rawValue
      #expect((field == nil) == (reason != nil), "\(name)")
      text += "| `\(name)` | \(meaning.zh) \(meaning.en) | \(field.map { "`\($0)`" } ?? "–") | "
      text += "\(reason.map { "\($0.zh) \($0.en)" } ?? "") |\n"
    }
    return text
  }

  @Test func inputIndex() throws {
    var text = """
      # 读入的列 · Columns that are read

      列名用英文名或任一中文名均可，全角半角、大小写不限，可带单位，如 `出让面积(亩)`、`密度(%)`，按单位换算并记为
      D412。空白就是未知。`landctl template contracts`、`landctl template enterprises` 写出表头。本页由代码生成
      （`RECORD_SNAPSHOTS=1 swift test --filter DocumentationTests`）。

      A column may bear the English name or any of the Chinese ones, in full or half width and any
      case of letters, with or without a unit, which is converted and noted (D412). An empty cell is
      unknown. Lists have `;` between their parts. `enterprises.csv` has one row an enterprise and
      year; further columns of it are kept for rulebooks.

      """
    for input in Self.inputs {
      text += "\n## \(input.title.zh) · \(input.title.en)\n\n"
      text += "| column | values | 中文列名 names |\n| --- | --- | --- |\n"
      for field in Field.fields(of: input.role) {
        let names = field.names(in: input.role).joined(separator: "、")
        text += "| `\(field.rawValue)` | \(values(field)) | \(names) |\n"
      }
    }
    text += Self.databaseNames
    text += "\n## 供地核算图层 · layers of supply accounting\n\n"
    text += "| layer | column | 中文列名 names |\n| --- | --- | --- |\n"
    let change = [(layer: "proposed_blocks", column: ChangeColumn.name, names: ChangeColumn.names)]
    let uses = ["use_before", "use_after"].flatMap { layer in
      UseColumns.headers.map { (layer: layer, column: $0.column, names: $0.names) }
    }
    for header in SupplyColumns.headers + change + uses {
      let names = header.names.joined(separator: "、")
      text += "| `\(header.layer)` | `\(header.column)` | \(names) |\n"
    }
    let difference = try Snapshot.difference(text, from: "docs/inputs.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func values(_ field: Field) -> String {
    switch field.valueKind {
    case .text: "文本 text"
    case .date: "日期 day"
    case .area: "m²"
    case .money: "万元"
    case .share: "0–1"
    case .ratio: "比值 ratio"
    case .intensity: "万元/公顷"
    case .unitPrice: "元/m²"
    case .length: "m"
    case .years: "年 years"
    case .count: "个数 number"
    case .year: "年份 year"
    case .boolean: "是/否 true/false"
    case .code: "代码 code"
    case .list: "列表 list"
    }
  }

  @Test func originsExistAndNamesDoNotRepeat() {
    for table in Self.tables {
      for (name, origin) in table.columns {
        #expect(
          FileManager.default.fileExists(atPath: Self.sources.appendingPathComponent(origin).path),
          "\(table.file) \(name): \(origin)")
      }
      #expect(Set(table.columns.map(\.0)).count == table.columns.count, "\(table.file)")
    }
  }

  /// The files have the columns in the order of the page.
  @Test func headersFollowThePage() throws {
    let audited = try ZoneTests.audit()
    for table in Self.tables {
      var text = try String(
        contentsOf: audited.folder.url.appendingPathComponent(table.file), encoding: .utf8)
      if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      #expect(csvRecords(text).first == table.columns.map(\.0), "\(table.file)")
    }
  }
}
