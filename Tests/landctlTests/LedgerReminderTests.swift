import Foundation
import LandTestSupport
import Testing

/// Reminders of the patrol from the ledger itself, and a ledger of the first schema.
@Suite struct LedgerReminderTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }
  private static let header =
    "合同编号,宗地代码,受让人,成交价格(万元),已缴价款,分期支付约定,约定动工日期,动工状态,约定竣工时间\n"

  init() throws {
    scratch = try Scratch()
    #expect(
      try landctl("init", ledger, "--territory", "369900", "--date", "2024-01-01").status == 0)
  }

  private func landctl(_ arguments: String...) throws -> CommandResult {
    try runLandctl(["ledger"] + arguments + ["--lang", "en"])
  }

  private func update(_ rows: String) throws -> CommandResult {
    try scratch.write("contracts.csv", Self.header + rows)
    let folder = fixtures.appendingPathComponent("zone").path
    return try landctl(
      "update", ledger, "--parcels", "\(folder)/parcels.geojson", "--contracts",
      scratch.path("contracts.csv"), "--zones", "\(folder)/zones.geojson", "--as-of", "2025-05-31",
      "--by", "李")
  }

  /// `kind parcel due days` of each reminder.
  private func reminders(_ day: String, _ extra: String...) throws -> [String] {
    let run = try runLandctl(
      ["ledger", "status", ledger, "--as-of", day, "--format", "json"] + extra)
    #expect(run.status == 0, "\(run.stderr)")
    let found = try #require(try object(run.stdout)["reminders"] as? [[String: Any]])
    return found.map { item in
      let parcel = (item["parcel_id"] as? String)?.suffix(2) ?? ""
      return "\(item["kind"] ?? "") \(parcel) \(item["due"] ?? "") \(item["days_left"] ?? "")"
    }
  }

  private static let rows = """
    C1,369901001002GB00001,甲公司,2000,1200,2025-06-30:1200;2025-12-31:800,2025-07-10,未动工,2027-07-10
    C2,369901001002GB00002,乙公司,500,,2025-06-15:500,2024-06-30,已动工,2025-07-01
    C3,369901001002GB00031,丙公司,500,500,2025-06-15:500,2030-01-01,未动工,2032-01-01
    C9,369909999999GB00099,丁公司,500,100,2025-06-20:500,2030-01-01,未动工,2032-01-01

    """

  @Test("payments, starts and completions are reminded of from thirty days before, without a file")
  func given() throws {
    #expect(try update(Self.rows).status == 0)
    #expect(try reminders("2025-05-15").isEmpty)
    #expect(try reminders("2025-05-16") == ["payment 02 2025-06-15 30"])
    #expect(
      try reminders("2025-06-10") == [
        "payment 02 2025-06-15 5", "payment 99 2025-06-20 10", "finish 02 2025-07-01 21",
        "start 01 2025-07-10 30",
      ])
    #expect(try reminders("2025-06-10", "--due", "10").count == 2)
    #expect(
      try reminders("2025-06-21", "--due", "0").map { String($0.prefix(10)) } == [
        "payment 02", "payment 99",
      ])
    let later = try reminders("2025-12-01")
    #expect(later.contains("payment 01 2025-12-31 30"), "the first instalment is paid")
    #expect(!later.contains { $0.hasPrefix("payment 31") })
    let text = try landctl("status", ledger, "--as-of", "2025-06-16").text
    #expect(text.contains("1 days overdue") && text.contains("乙公司") && text.contains("C2"))
    #expect(text.contains("职责三") && text.contains("500 万元"))
    let json = try landctl("status", ledger, "--as-of", "2025-06-16", "--format", "json").text
    #expect(json.contains(#""missing":["price_paid_wan"]"#) && json.contains(#""paid_wan":100.0"#))
    #expect(json.contains(#""contracts_as_of":"2025-05-31""#))
  }

  @Test("of dates long passed the table lists the latest and counts the others, JSON lists all")
  func passed() throws {
    let rows = (0..<103).map { "P\($0),36990100100\(2000 + $0)GB,戊公司,,,,2020-01-01,未动工,\n" }
    #expect(try update(Self.rows + rows.joined()).status == 0)
    #expect(try reminders("2025-06-10").count == 4 + 103)
    let text = try landctl("status", ledger, "--as-of", "2025-06-10").text
    #expect(text.components(separatedBy: "戊公司").count - 1 == 100)
    #expect(text.contains("3 agreed dates passed earlier"), "\(text.suffix(300))")
    #expect(text.contains("甲公司"), "what is still to come is always listed")
  }

  @Test("the zone narrows reminders as it does cases")
  func zone() throws {
    #expect(try update(Self.rows).status == 0)
    let all = try reminders("2025-06-10")
    let one = try reminders("2025-06-10", "--zone", "KFQ-3699-01")
    #expect(one.count == all.count - 1 && !one.contains { $0.contains(" 99 ") })
    #expect(try reminders("2025-06-10", "--zone", "none").isEmpty)
  }

  @Test("a table takes the place of the dates that the ledger keeps")
  func table() throws {
    #expect(try update(Self.rows).status == 0)
    try scratch.write(
      "now.csv",
      Self.header + "C7,369901001002GB00002,戊公司,,,,2025-06-30,未动工,2027-01-01\n")
    let file = scratch.path("now.csv")
    #expect(try reminders("2025-06-10", "--contracts", file) == ["start 02 2025-06-30 20"])
    #expect(
      try reminders("2025-06-10", "--contracts", file, "--zone", "KFQ-3699-01").count == 1,
      "the zone of the parcel is known to the ledger")
  }

  @Test("a schedule that cannot be read is an error of the table, and a note of the update")
  func unreadable() throws {
    let row = "C1,369901001002GB00001,甲公司,2000,,2025-06-30:1200;soon:800,2025-07-10,未动工,\n"
    let run = try update(row)
    #expect(run.status == 0 && run.text.contains("payment_schedule cannot be read"), "\(run.text)")
    let status = try landctl(
      "status", ledger, "--as-of", "2025-06-10", "--contracts", scratch.path("contracts.csv"))
    #expect(status.status == 65)
    #expect(
      status.stderr.contains("row 1: payment_schedule") && status.stderr.contains("soon:800"),
      "\(status.stderr)")
  }

  @Test("a recorded start of development ends the reminder that a register still calls for")
  func started() throws {
    let row = "C1,369901001002GB00001,甲公司,2000,2000,,2024-01-10,未动工,2026-07-10\n"
    #expect(try update(row).text.contains("1 cases opened"))
    #expect(try reminders("2025-06-10") == ["start 01 2024-01-10 -517"])
    let recorded = try landctl(
      "record", ledger, "369901001002GB00001", "start", "--date", "2025-06-05", "--document",
      "开工1号", "--by", "王", "--as-of", "2025-06-06", "--force", "--reason", "补登")
    #expect(recorded.status == 0, "\(recorded.stderr)")
    #expect(try reminders("2025-06-10").isEmpty)
  }

  @Test("a ledger of v1 is read as it is; the first write brings it up to date, with a backup")
  func migration() throws {
    let file = fixtures.appendingPathComponent("ledger/v1.gpkg")
    let old = scratch.path("old.gpkg")
    try Data(contentsOf: file).write(to: URL(fileURLWithPath: old))
    let before = try landctl("verify", old)
    #expect(before.status == 0, "\(before.text)")
    let status = try landctl("status", old, "--as-of", "2026-03-01")
    #expect(status.status == 0 && status.stderr.contains("keeps no dates of contracts"))
    let json = try landctl("status", old, "--as-of", "2026-03-01", "--format", "json").text
    #expect(json.contains(#""unknown":["contracts"]"#) && !json.contains("reminders"))
    #expect(try landctl("show", old, "2026-0001", "--as-of", "2026-03-01").status == 0)
    #expect(try landctl("year", old, "2026", "--as-of", "2026-03-01").status == 0)
    let export = try landctl(
      "export", old, "--output", scratch.path("out"), "--tables", "contracts")
    #expect(export.status == 0 && export.stderr.contains("header only"))
    #expect(try scratch.bytes("old.gpkg") == Array(Data(contentsOf: file)), "nothing was written")

    let record = try landctl(
      "record", old, "2026-0001", "note", "--date", "2026-03-01", "--by", "王", "--as-of",
      "2026-03-01")
    #expect(record.status == 0, "\(record.stderr)")
    let after = try landctl("verify", old)
    #expect(after.status == 0 && after.text.contains("7 events"), "\(after.text)")
    let copy = try landctl("verify", scratch.path("old.backup-v1.gpkg"))
    #expect(copy.text == before.text, "the copy ends where the ledger ended")
  }
}
