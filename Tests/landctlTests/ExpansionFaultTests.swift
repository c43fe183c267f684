import Foundation
import LandTestSupport
import Testing

/// What `landctl expansion check` says of wrong inputs, in both languages, and with which status.
@Suite struct ExpansionFaultTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try GateZone().write(to: scratch)
  }

  private func check(_ options: [String], file: String = "zone.yaml") throws -> CommandResult {
    try runLandctl(
      ["expansion", "check", file, "--as-of", "2025-06-30"] + options, in: scratch.folder)
  }

  /// Runs in both languages; nothing may reach standard output.
  private func refused(
    _ options: [String] = [], file: String = "zone.yaml", status: Int32, zh: String, en: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (language, words) in [("zh", zh), ("en", en)] {
      let run = try check(options + ["--lang", language], file: file)
      #expect(run.status == status, "\(run.stderr)", sourceLocation: sourceLocation)
      #expect(run.stderr.contains(words), "\(run.stderr)", sourceLocation: sourceLocation)
      #expect(run.stdout.isEmpty, sourceLocation: sourceLocation)
    }
  }

  /// A slip in the zone file: its line, and what is said of it.
  struct Slip: Sendable, CustomTestStringConvertible {
    var line: String
    var zh: String
    var en: String
    var testDescription: String { line }
  }

  private static let approval = "approvals: [{no: A, date: 2010-01-01, "
  private static let slips = [
    Slip(
      line: "events: [{kind: safety, grade: serious}]", zh: "zone.yaml:4:10: 缺少键 date",
      en: "zone.yaml:4:10: the key date is missing"),
    Slip(
      line: "events: [{date: 2025-02-30, kind: safety}]",
      zh: "zone.yaml:4:17: 没有 2025-02-30 这一天",
      en: "zone.yaml:4:17: there is no day 2025-02-30"),
    Slip(
      line: "events: [{date: 去年, kind: safety}]", zh: "zone.yaml:4:17: 此处应为日期",
      en: "zone.yaml:4:17: expected a date such as"),
    Slip(
      line: approval + "area_mu: 15558.15}]", zh: "未知的键 area_mu\n  处理: 是否应为 area_ha?",
      en: "unknown key area_mu\n  remedy: did you mean area_ha?"),
    Slip(
      line: approval + "area_ha: 15558亩}]",
      zh: "zone.yaml:4:48: 此处应为以公顷为单位的数字,不带单位,而不是 15558亩\n  处理: 请写 1037.2",
      en: "expected a number in hectares without its unit, not 15558亩\n  remedy: write 1037.2"),
    Slip(
      line: approval + "area_ha: 1037.21公顷}]", zh: "请写 1037.21", en: "write 1037.21"),
    Slip(
      line: "official: {classes_ha: {A: 3000000㎡}}", zh: "请写 300\n", en: "write 300\n"),
    Slip(
      line: "official: {total_ha: \"1,037.21\"}", zh: "请写 1037.21", en: "write 1037.21"),
    Slip(
      line: "statistics: {2024: {main_revenue_wan: 300亿元}}", zh: "请写 3000000",
      en: "write 3000000"),
    Slip(
      line: "statistics: {2024: {floor_area_wan_m2: 12.5万平方米}}", zh: "以万平方米为单位",
      en: "write 12.5"),
    Slip(
      line: approval + "area_ha: 三百}]", zh: "此处应为数字,而不是三百", en: "expected a number, not 三百"),
    Slip(line: "parks: -1", zh: "zone.yaml:4:8: 不能为负:-1", en: "must not be negative: -1"),
    Slip(line: "evnts: []", zh: "是否应为 events?", en: "did you mean events?"),
    Slip(
      line: "relocation_cause: investor", zh: "可用:geology other plan_revision",
      en: "known: geology other plan_revision"),
    Slip(
      line: "events:\n\t- {date: 2025-02-03}", zh: "zone.yaml:5:1: 缩进中有制表符(Tab)",
      en: "zone.yaml:5:1: there is a tab in the indentation"),
  ]

  @Test("slips in the zone file, with line, column and what to write", arguments: slips)
  func slip(_ slip: Slip) throws {
    try scratch.write(
      "zone.yaml",
      """
      schema: 1
      zone: {id: Z1, level: provincial, territory: "369900"}
      layers: {parcels: parcels.geojson, contracts: contracts.csv}
      \(slip.line)

      """)
    try refused(status: 65, zh: slip.zh, en: slip.en)
  }

  @Test("an event after the day of the check is said and not counted")
  func laterEvent() throws {
    var zone = GateZone()
    zone.events.append("{date: 2025-07-01, kind: safety, grade: serious}")
    try zone.write(to: scratch)
    for (language, words) in [
      ("zh", "事件日期 2025-07-01 晚于截止日 2025-06-30,不计入"),
      ("en", "the event of 2025-07-01 lies after the day of the check, 2025-06-30"),
    ] {
      let run = try check(["--lang", language, "--format", "json"])
      #expect(run.status == 0 && run.stderr.contains(words), "\(run.stderr)")
      #expect(try object(run.stdout)["outcome"] as? String == "eligible")
    }
    let then = try runLandctl(
      ["expansion", "check", "zone.yaml", "--as-of", "2025-07-01", "--format", "json"],
      in: scratch.folder)
    #expect(try object(then.stdout)["outcome"] as? String == "not_eligible")
  }

  @Test("files that are not there, are empty, are folders or hold something else")
  func files() throws {
    try refused(file: "none.yaml", status: 66, zh: "没有这个文件", en: "No such file or directory")
    try scratch.write("empty.yaml", "")
    try refused(file: "empty.yaml", status: 65, zh: "文件是空的", en: "the file is empty")
    try FileManager.default.createDirectory(
      at: scratch.url("folder.yaml"), withIntermediateDirectories: true)
    try refused(file: "folder.yaml", status: 66, zh: "这是文件夹", en: "it is a folder")
    var zone = GateZone()
    zone.scope = "none.geojson"
    try zone.write(to: scratch)
    try refused(
      status: 66, zh: "none.geojson: 无法打开文件:没有这个文件", en: "none.geojson: cannot open the file")
    zone.scope = "contracts.csv"
    try zone.write(to: scratch)
    try refused(
      status: 65, zh: "contracts.csv: 没有 WKT 几何列",
      en: "contracts.csv: there is no column with WKT geometry")
  }

  @Test("parcels in Web Mercator")
  func webMercator() throws {
    let text = try scratch.text("parcels.geojson").replacingOccurrences(
      of: "EPSG:4547", with: "EPSG:3857")
    try scratch.write("mercator.geojson", text)
    try refused(
      ["--parcels", "mercator.geojson"], status: 65, zh: "EPSG:3857(Web 墨卡托)会放大面积",
      en: "EPSG:3857 (Web Mercator) enlarges areas")
  }

  @Test("an act that there is not")
  func act() throws {
    try refused(
      ["--act", "expand"], status: 64, zh: "--act expand: 没有这个申请事项\n  处理: 可用:expansion 扩区",
      en: "--act expand: there is no such act\n  remedy: known: expansion ")
  }

  @Test("assumptions that cannot be: another parcel, a case ended twice, more land than is left")
  func whatIf() throws {
    try refused(
      ["--what-if", "dispose=P9:start"], status: 64, zh: "该宗地没有未处置的闲置认定",
      en: "the parcel has no open case of idle land\n  remedy: open cases: P2")
    for twice in [["dispose=P2:start,P2:start"], ["dispose=P2:start", "dispose=P2:withdraw"]] {
      try refused(
        twice.flatMap { ["--what-if", $0] }, status: 64, zh: "dispose=P2: 该宗地重复给出",
        en: "dispose=P2: the parcel is given twice")
    }
    // Four of a hundred hectares are left.
    try refused(
      ["--what-if", "supply=4.01"], status: 64, zh: "supply=4.01: 尚可供应土地只有 4.0000 公顷",
      en: "supply=4.01: only 4.0000 ha are left to supply")
    #expect(try check(["--what-if", "supply=4"]).status == 0)
    // What is withdrawn can be supplied again: P2 has 2 ha.
    #expect(
      try check(["--what-if", "dispose=P2:withdraw", "--what-if", "supply=6"]).status == 0)
    try refused(
      ["--what-if", "dispose=P2:withdraw", "--what-if", "supply=6.01"], status: 64,
      zh: "尚可供应土地只有 6.0000 公顷", en: "only 6.0000 ha are left")
  }
}
