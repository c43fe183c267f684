import Foundation
import LandTestSupport
import Testing

/// Whether the programs that read workbooks are installed.
private let hasGDAL = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: $0 + "/ogr2ogr") }

@Suite struct RegisterTests {
  private static let folder = fixtures.appendingPathComponent("registers")

  private let scratch = try? Scratch()

  private func take(_ file: String, _ arguments: String..., environment: [String: String] = [:])
    throws -> CommandResult
  {
    let scratch = try #require(scratch)
    let ledger = scratch.path("land.gpkg")
    if !FileManager.default.fileExists(atPath: ledger) {
      #expect(try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
    }
    return try runLandctl(
      ["ledger", "import", ledger, file, "--by", "李", "--as-of", "2024-06-30", "--lang", "en"]
        + arguments, environment: environment)
  }

  private func fixture(_ name: String) -> String { Self.folder.appendingPathComponent(name).path }

  private func cases() throws -> String {
    let scratch = try #require(scratch)
    let out = scratch.path("cases")
    let run = try runLandctl(["ledger", "export", scratch.path("land.gpkg"), "--output", out])
    #expect(run.status == 0, "\(run.stderr)")
    return try scratch.text("cases/cases.csv")
  }

  @Test(
    "a register with titles, units, totals and footnotes is the same in every format",
    .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"),
    arguments: ["register.csv", "register.xlsx", "register.ods", "register.xls"])
  func formats(_ name: String) throws {
    let run = try take(fixture(name), "--map", "文号=认定书文号")
    #expect(
      run.text.contains("8 rows: 3 opened, 0 known already, 5 left out"), "\(run.text)\(run.stderr)"
    )
    // Row 7 is blank; the numbers are those that Excel shows.
    for part in [
      ":6 no day of a finding", ":8 identified_date cannot be read: 2022-13-01",
      ":10 a row of totals", ":11 a line of text", ":12 a line of text",
      "闲置面积(公顷), 成交价格(万元)",
    ] { #expect(run.stderr.contains(part), "\(part): \(run.stderr)") }
    #expect(run.stderr.contains("3 sheets, the one read is '2024年台账'") == !name.hasSuffix("csv"))
    #expect(run.stderr.contains("cells with formulas are empty") == name.hasSuffix("xls"))
    let text = try cases()
    for part in ["3699010010020000001", "3699010010020000005", "5000", "12500"] {
      #expect(text.contains(part), "\(part): \(text)")
    }
    let again = try take(fixture(name), "--map", "文号=认定书文号")
    #expect(again.text.contains("0 opened, 3 known already, 5 left out"))
    let shown = try runLandctl([
      "ledger", "show", try #require(scratch).path("land.gpkg"), "3699010010020000002", "--as-of",
      "2024-06-30",
    ])
    #expect(shown.text.contains("2022-05-01") && shown.text.contains("闲〔2021〕2号"))
  }

  @Test(
    "another sheet and another header row can be named",
    .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"))
  func sheets() throws {
    let old = try take(fixture("register.xlsx"), "--sheet", "2023年台账")
    #expect(old.text.contains("1 rows: 1 opened"), "\(old.text)\(old.stderr)")
    let wrong = try take(fixture("register.xlsx"), "--sheet", "2022年台账")
    #expect(wrong.status == 65 && wrong.stderr.contains("说明, 2024年台账, 2023年台账"))
    let row = try take(fixture("register.csv"), "--header-row", "4", "--map", "甲公司=土地使用权人")
    #expect(row.status == 0 && row.text.contains("0 opened"), "\(row.text)\(row.stderr)")
    let blank = try take(fixture("register.csv"), "--header-row", "7")
    #expect(blank.status == 65 && blank.stderr.contains("row 7 is blank"), "\(blank.stderr)")
    #expect(try take(fixture("register.csv"), "--header-row", "0").status == 64)
    #expect(try take(fixture("register.csv"), "--sheet", "台账").status == 65)
    let none = try take(fixture("no-header.xlsx"))
    #expect(none.status == 65 && none.stderr.contains("宗地代码"), "\(none.stderr)")
  }

  @Test("a column or a field that is not there stops the import and is named")
  func maps() throws {
    let column = try take(fixture("register.csv"), "--map", "文 号=认定书文号")
    #expect(
      column.status == 64 && column.stderr.contains("did you mean 文号?")
        && column.stderr.contains("闲置面积"), "\(column.stderr)")
    let field = try take(fixture("register.csv"), "--map", "文号=认定书文")
    #expect(field.status == 64 && field.stderr.contains("did you mean 认定书文号?"), "\(field.stderr)")
    let both = try take(fixture("register.csv"), "--map", "序号=宗地代码")
    #expect(both.status == 64 && both.stderr.contains("宗地代码 is that field, too"), "\(both.stderr)")
    #expect(try take(fixture("register.csv"), "--map", "文号").status == 64)
  }

  @Test(
    "a code that became a number is refused", .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"))
  func longNumbers() throws {
    let run = try take(fixture("long-numbers.xlsx"))
    #expect(
      run.status == 65 && run.stderr.contains("long-numbers.xlsx:3")
        && run.stderr.contains("format the column as text"), "\(run.stderr)")
    let scratch = try #require(scratch)
    let csv = try scratch.write(
      "saved.csv", "宗地代码,认定书文号,认定书日期\n3.6011E+18,1号,2022-03-01\n")
    #expect(try take(csv).stderr.contains("saved.csv:2"))
  }

  @Test("without the programs of GDAL the message says what to install")
  func missingProgram() throws {
    let scratch = try #require(scratch)
    let run = try take(fixture("register.xlsx"), environment: ["PATH": scratch.folder.path])
    #expect(
      run.status == 69 && run.stderr.contains("apt-get install gdal-bin"), "\(run.stderr)")
  }

  @Test(
    "damaged workbooks are refused, whatever they are called",
    .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"))
  func damaged() throws {
    let scratch = try #require(scratch)
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: fixture("register.xlsx"))))
    let cut = try scratch.write("cut.xlsx", bytes: Array(whole.prefix(whole.count / 2)))
    #expect(try take(cut).status == 65)
    // The archive is sound, a sheet in it is not: GDAL alone would give what it could read.
    var bent = whole
    let mark = Array("xl/worksheets/sheet2.xml".utf8)
    let place = try #require(
      bent.indices.dropLast(mark.count).first { Array(bent[$0..<$0 + mark.count]) == mark })
    for index in (place + mark.count + 60)..<(place + mark.count + 120) { bent[index] ^= 0x5A }
    let torn = try take(try scratch.write("torn.xlsx", bytes: bent))
    #expect(torn.status == 65 && torn.stderr.contains("cannot be read"), "\(torn.stderr)")
    let empty = try take(
      try scratch.write("empty.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
    #expect(empty.status == 65, "\(empty.stderr)")
    // A database on purpose: there is no server.
    let database = try take("PG:host=127.0.0.1 port=9 dbname=x password=geheim")
    #expect(database.status == 65 && !database.stderr.contains("geheim"), "\(database.stderr)")
    #expect(try take("/vsicurl/http://127.0.0.1:9/x.xlsx").status == 66)
  }

  @Test(
    "the content decides, not the name; names that look like options are harmless",
    .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"))
  func names() throws {
    let scratch = try #require(scratch)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: fixture("register.xlsx"))))
    for name in ["register.csv", "-sql.xlsx", "PG:x", "台账 2024"] {
      try scratch.write(name, bytes: bytes)
      let ledger = scratch.path("land.gpkg")
      try? FileManager.default.removeItem(atPath: ledger)
      #expect(try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
      let run = try runLandctl(
        [
          "ledger", "import", ledger, "--map", "文号=认定书文号", "--by", "李", "--as-of",
          "2024-06-30", "--lang", "en", "--", name,
        ], in: scratch.folder)
      #expect(run.text.contains("3 opened"), "\(name): \(run.text)\(run.stderr)")
    }
  }

  @Test(
    "an audit takes contracts from a workbook and names it in the manifest",
    .enabled(if: hasGDAL, "needs ogr2ogr (gdal-bin)"))
  func audit() throws {
    let scratch = try #require(scratch)
    let out = scratch.path("out")
    let run = try runLandctl([
      "audit", fixtures.appendingPathComponent("zone/parcels.geojson").path, "--contracts",
      fixture("register.xlsx"), "--as-of", "2024-06-30", "--output", out, "--lang", "en",
    ])
    #expect(run.stderr.contains("the one read is '2024年台账'"), "\(run.stderr)")
    let manifest = try scratch.text("out/manifest.json")
    let size = try Data(contentsOf: URL(fileURLWithPath: fixture("register.xlsx"))).count
    #expect(manifest.contains("register.xlsx") && manifest.contains("\(size)"), "\(manifest)")
    let seen = try runLandctl(["inspect", fixture("register.xlsx"), "--lang", "en"])
    #expect(seen.text.contains("XLSX (2024年台账)"), "\(seen.text)\(seen.stderr)")
  }
}
