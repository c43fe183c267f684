import Foundation
import LandTestSupport
import Testing

/// The commands of the ledger on a small zone: what they print, and what they refuse.
@Suite struct LedgerCommandTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }

  init() throws {
    scratch = try Scratch()
    #expect(
      try landctl("init", ledger, "--territory", "369900", "--date", "2024-01-01").status == 0)
  }

  private func landctl(_ arguments: String...) throws -> CommandResult {
    try runLandctl(["ledger"] + arguments + ["--lang", "en"])
  }

  /// The made zone of fixtures/zone taken in as of 30 June 2025.
  private func update(_ extra: String...) throws -> CommandResult {
    let folder = fixtures.appendingPathComponent("zone").path
    return try runLandctl(
      [
        "ledger", "update", ledger, "--parcels", "\(folder)/parcels.geojson", "--contracts",
        "\(folder)/contracts.csv", "--zones", "\(folder)/zones.geojson", "--as-of", "2025-06-30",
        "--by", "李", "--lang", "en",
      ] + extra)
  }

  @Test("a suspicion opens one case; the same audit again opens none")
  func opening() throws {
    let first = try update()
    #expect(first.status == 0, "\(first.stderr)")
    #expect(first.text.contains("13 cases opened"))
    let again = try update()
    #expect(again.text.contains("0 cases opened") && again.text.contains("same 3"))
    let status = try landctl("status", ledger, "--as-of", "2025-07-15")
    #expect(status.text.contains("369901001002GB00003") && status.text.contains("2025-07-30"))
    let soon = try landctl("status", ledger, "--as-of", "2025-06-30", "--due", "29")
    #expect(!soon.text.contains("2025-07-30"), "thirty days are left")
  }

  @Test("steps out of order are refused with the clause, or forced with a reason that stays")
  func order() throws {
    _ = try update()
    let early = try landctl(
      "record", ledger, "369901001002GB00003", "publication", "--date", "2025-07-02", "--by", "王",
      "--as-of", "2025-07-02")
    #expect(early.status == 64 && early.stderr.contains("Art. 11"), "\(early.stderr)")
    let silent = try landctl(
      "record", ledger, "369901001002GB00003", "publication", "--date", "2025-07-02", "--by", "王",
      "--as-of", "2025-07-02", "--force")
    #expect(silent.status == 64 && silent.stderr.contains("needs a reason"))
    let forced = try landctl(
      "record", ledger, "369901001002GB00003", "publication", "--date", "2025-07-02", "--by", "王",
      "--as-of", "2025-07-02", "--force", "--reason", "按省厅通知先行公开")
    #expect(forced.status == 0, "\(forced.stderr)")
    let shown = try landctl("show", ledger, "369901001002GB00003", "--as-of", "2025-07-02")
    #expect(shown.text.contains("按省厅通知先行公开") && shown.text.contains("Art. 11"))
  }

  @Test("a batch is recorded whole or not at all, and says which row is wrong")
  func batch() throws {
    _ = try update()
    let head = "case,event,date,document\n"
    let good = "369901001002GB00003,investigation_notice,2025-07-01,调字1号\n"
    try scratch.write(
      "events.csv", head + good + "369901001002GB00004,finding,2025-07-02,认字1号\n")
    let run = try landctl(
      "record", ledger, "--batch", scratch.path("events.csv"), "--by", "王", "--as-of",
      "2025-07-31")
    #expect(run.status == 64 && run.stderr.contains("entry 2"), "\(run.stderr)")
    let shown = try landctl("show", ledger, "369901001002GB00003", "--as-of", "2025-07-31")
    #expect(!shown.text.contains("调字1号"), "nothing of the batch was written")
    try scratch.write("events.csv", head + "369901001002GB00003,note,2025-02-30,\n")
    let day = try landctl(
      "record", ledger, "--batch", scratch.path("events.csv"), "--by", "王", "--as-of",
      "2025-07-31")
    #expect(day.status == 65 && day.stderr.contains("events.csv:2 date"), "\(day.stderr)")
  }

  @Test("a batch may be JSON or a workbook", arguments: ["json", "xlsx"])
  func batchFormats(_ suffix: String) throws {
    _ = try update()
    let csv = try scratch.write(
      "events.csv",
      "case,event,date,document\n369901001002GB00003,investigation_notice,2025-07-01,调字1号\n")
    let path = scratch.path("events." + suffix)
    if suffix == "json" {
      try scratch.write(
        "events.json",
        """
        [{"case": "369901001002GB00003", "event": "investigation_notice", "date": "2025-07-01",
          "document": "调字1号"}]
        """)
    } else {
      let ogr = Process()
      ogr.executableURL = URL(filePath: "/usr/bin/env")
      ogr.arguments = ["ogr2ogr", "-f", "XLSX", path, csv]
      try ogr.run()
      ogr.waitUntilExit()
    }
    let run = try landctl(
      "record", ledger, "--batch", path, "--by", "王", "--as-of", "2025-07-31")
    #expect(run.status == 0, "\(run.stderr)")
    let shown = try landctl("show", ledger, "369901001002GB00003", "--as-of", "2025-07-31")
    #expect(shown.text.contains("调字1号"), "\(shown.text)")
  }

  @Test("what cannot be found or read has its own message and status")
  func faults() throws {
    #expect(try landctl("status", scratch.path("none.gpkg")).status == 66)
    try scratch.write("text.gpkg", "no database")
    let text = try landctl("status", scratch.path("text.gpkg"))
    #expect(text.status == 65 && text.stderr.contains("not a ledger"))
    #expect(try landctl("init", ledger, "--territory", "369900").status == 73)
    let unknown = try landctl(
      "record", ledger, "2031-0001", "note", "--date", "2025-01-01", "--by", "王")
    #expect(unknown.status == 64 && unknown.stderr.contains("no such case"))
    _ = try update()
    let word = try landctl(
      "record", ledger, "369901001002GB00003", "findings", "--date", "2025-01-01", "--by", "王")
    #expect(word.status == 64 && word.stderr.contains("finding of idle land"))
  }

  @Test("a ledger without permission is read and not written to")
  func noPermission() throws {
    _ = try update()
    // Only the file stands in the way, not its folder.
    for (path, permissions) in [(scratch.folder.path, 0o777), (ledger, 0o444)] {
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }
    let before = try scratch.bytes("land.gpkg")
    let refused = try runLandctl(
      [
        "ledger", "record", ledger, "369901001002GB00003", "investigation_notice", "--date",
        "2025-07-01", "--document", "调字1号", "--by", "王", "--as-of", "2025-07-02", "--lang", "en",
      ], launch: .withoutRights)
    #expect(
      refused.status == 73 && refused.stderr.contains("cannot be written to"), "\(refused.stderr)")
    let read = try runLandctl(
      ["ledger", "status", ledger, "--as-of", "2025-07-15", "--lang", "en"], launch: .withoutRights)
    #expect(read.status == 0 && read.text.contains("369901001002GB00003"), "\(read.stderr)")
    #expect(try scratch.bytes("land.gpkg") == before)
    #expect(try scratch.files(in: "").keys.sorted() == ["land.gpkg"])
  }

  @Test("a file that may not grow: an error, and the ledger as it was")
  func fullDisk() throws {
    _ = try update()
    let before = try scratch.bytes("land.gpkg")
    let folder = fixtures.appendingPathComponent("places").path
    // The journal fits, the ledger with 407 parcels more does not.
    let full = try runLandctl(
      [
        "ledger", "update", ledger, "--parcels", "\(folder)/bubenec_plots.geojson", "--as-of",
        "2026-06-30", "--by", "李", "--accept-drift", "--lang", "en",
      ], launch: .limited(blocks: before.count / 512 + 8))
    #expect(full.status == 73 && full.stderr.contains("the ledger is as before"), "\(full.stderr)")
    #expect(try landctl("verify", ledger).status == 0)
    #expect(try scratch.bytes("land.gpkg") == before)
    #expect(try scratch.files(in: "").keys.sorted() == ["land.gpkg"])
  }

  @Test("a survey that lost a third of its parcels stops the update, unless it is accepted")
  func drift() throws {
    try scratch.write("full.geojson", Decade.parcels(2015))
    try scratch.write("contracts.csv", Decade.contracts(2015))
    func take(_ file: String, _ day: String, _ extra: String...) throws -> CommandResult {
      try runLandctl(
        [
          "ledger", "update", ledger, "--parcels", scratch.path(file), "--contracts",
          scratch.path("contracts.csv"), "--as-of", day, "--by", "李", "--lang", "en",
        ] + extra)
    }
    #expect(try take("full.geojson", "2025-12-31").status == 0)
    let lines = Decade.parcels(2015).split(separator: "\n")
    try scratch.write(
      "less.geojson", lines.prefix(260).joined(separator: "\n").dropLast() + "]}")
    let stopped = try take("less.geojson", "2026-12-31")
    #expect(stopped.status == 65 && stopped.stderr.contains("--accept-drift"), "\(stopped.stderr)")
    let accepted = try take("less.geojson", "2026-12-31", "--accept-drift")
    #expect(accepted.status == 0 && accepted.text.contains("gone"), "\(accepted.stderr)")
    let backwards = try take("full.geojson", "2024-12-31", "--accept-drift")
    #expect(backwards.status == 64 && backwards.stderr.contains("2026-12-31"))
  }

  @Test("an old register is taken in, every row accounted for")
  func importing() throws {
    try scratch.write(
      "register.csv",
      """
      地块,受让人,文号,认定书日期,闲置面积,处置方式,处置完成日,约定动工日期,动工状态
      A1,甲公司,认1号,2022-03-01,5000,,,2020-01-01,未动工
      A2,乙公司,认2号,2021-03-01,6000,收回,2022-05-01,2019-01-01,未动工
      A3,丙公司,,,7000,,,2019-01-01,未动工
      ,丁公司,认4号,2022-03-01,100,,,2019-01-01,未动工
      A5,戊公司,认5号,2022-13-01,100,,,2019-01-01,未动工
      """)
    func take() throws -> CommandResult {
      try landctl(
        "import", ledger, scratch.path("register.csv"), "--map", "地块=宗地代码", "--map",
        "文号=认定书文号", "--by", "李", "--as-of", "2024-06-30")
    }
    let run = try take()
    #expect(
      run.text.contains("5 rows: 2 opened, 0 known already, 3 left out"), "\(run.text)\(run.stderr)"
    )
    #expect(run.stderr.contains("register.csv:4 ") && run.stderr.contains("register.csv:5 "))
    #expect(try take().text.contains("5 rows: 0 opened, 2 known already, 3 left out"))
    let shown = try landctl("show", ledger, "A2", "--as-of", "2024-06-30")
    #expect(shown.text.contains("2022-05-01") && shown.text.contains("认2号"), "\(shown.text)")
  }

  @Test("a copy is the same ledger; a single byte changed in an event is found")
  func verification() throws {
    _ = try update()
    let copy = scratch.path("copy.gpkg")
    #expect(try landctl("backup", ledger, "--output", copy).status == 0)
    #expect(try landctl("verify", copy).text.contains("the ledger holds"))
    var bytes = Array(try scratch.bytes("copy.gpkg"))
    // The author of an event, behind SQLite's back.
    let author = Array("suspected".utf8)
    let places = bytes.indices.dropLast(author.count).filter {
      Array(bytes[$0..<$0 + author.count]) == author
    }
    let place = try #require(places.last)
    bytes[place] = UInt8(ascii: "S")
    try Data(bytes).write(to: URL(fileURLWithPath: copy))
    let broken = try landctl("verify", copy)
    #expect(broken.status == 1, "\(broken.text)")
  }
}
