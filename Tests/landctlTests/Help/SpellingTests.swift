import Foundation
import LandTestSupport
import Testing

@Suite("Slips of the pen are told what was meant") struct SpellingTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("good.geojson", Sample.parcels)
  }

  private let zone = fixtures.appendingPathComponent("compliance/zone.yaml")

  @Test(
    "options and their values",
    arguments: [
      (["audit", "x", "--contrcts", "y"], "Did you mean '--contracts'?"),
      (["audit", "x", "--format", "jsno"], "did you mean 'json'?"),
      (["audit", "x", "--format=geojsn"], "did you mean 'geojson'?"),
      (["audit", "x", "--repair", "linwork"], "did you mean \"linework\"?"),
      (["audit", "x", "--outputs", "data,reprot", "--output", "o"], "did you mean \"report\"?"),
      (["audit", "x", "--empty-start", "not-startd"], "did you mean \"not-started\"?"),
      (["audit", "x", "--fail-on", "suspcted"], "did you mean 'suspected'?"),
      (["audit", "x", "--rules", "jiangxi2018"], "did you mean jiangxi-2018?"),
      (["audit", "x", "--rules", "decre53"], "did you mean decree53?"),
      (["template", "contrcts"], "did you mean 'contracts'?"),
      (["rules", "show", "jiangxi-2018x"], "did you mean jiangxi-2018?"),
      (["convert", "x.csv", "y", "--format", "geojsno"], "did you mean \"geojson\"?"),
    ])
  func options(arguments: [String], said: String) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 64 && run.stdout.isEmpty)
    #expect(run.stderr.contains(said), "\(run.stderr)")
  }

  @Test("the act of an application")
  func act() throws {
    let run = try runLandctl(["expansion", "check", zone.path, "--act", "expansoin"])
    #expect(run.status == 64 && run.stderr.contains("did you mean expansion?"), "\(run.stderr)")
  }

  @Test(
    "words far from any known one get no suggestion",
    arguments: [
      ["audit", "x", "--format", "parquet"], ["audit", "x", "--repair", "magic"],
      ["template", "ledger"],
    ])
  func far(arguments: [String]) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 64 && !run.stderr.contains("did you mean"), "\(run.stderr)")
  }

  @Test(
    "keys of zone.yaml, at the top and below",
    arguments: [
      ("zone: {", "zon: {", "did you mean zone?"),
      ("total_ha:", "totl_ha:", "did you mean total_ha?"),
      ("level: provincial", "level: provincal", "did you mean provincial?"),
    ])
  func zoneFile(right: String, wrong: String, said: String) throws {
    let text = try String(contentsOf: zone, encoding: .utf8)
    #expect(text.contains(right))
    let path = try scratch.write(
      "zone.yaml", text.replacingOccurrences(of: right, with: wrong))
    let run = try runLandctl(["expansion", "check", path])
    #expect(run.status == 65 && run.stderr.contains(said), "\(run.stderr)")
    #expect(run.stderr.contains("zone.yaml:"))
  }

  @Test("keys of a rulebook")
  func rulebook() throws {
    let text = try runLandctl(["template", "rulebook"]).text
    let wrong = text.replacingOccurrences(of: "\n    clause:", with: "\n    cluase:")
    #expect(wrong != text)
    let path = try scratch.write("mine.yaml", wrong)
    let run = try runLandctl(["rules", "check", path])
    #expect(
      run.status == 65 && run.stderr.contains("did you write cluase for it?"), "\(run.stderr)")
  }

  @Test(
    "fields of a --fields file",
    arguments: [
      ("contracts: {甲方: holdr}", "did you mean holder?"),
      ("contracts: {面积: area_contrat}", "did you mean contract_area_m2?"),
      ("contracts: {日期: 签定日期}", "did you mean 签订日期?"),
      ("contrcts: {甲方: holder}", "did you mean contracts?"),
    ])
  func fields(entry: String, said: String) throws {
    let path = try scratch.write("fields.yaml", "schema: 1\n\(entry)\n")
    let run = try runLandctl(["inspect", scratch.path("good.geojson"), "--fields", path])
    #expect(run.status == 65 && run.stderr.contains(said), "\(run.stderr)")
  }

  @Test("columns that are not read, in inspect and as a note of an audit")
  func columns() throws {
    let table = try scratch.write(
      "contracts.csv", "合同编号,宗地代码,area_contrat,签定日期,备用\n1,P1,3,2020-01-01,x\n")
    let text = try runLandctl(["inspect", table])
    #expect(text.text.contains("area_contrat (did you mean contract_area_m2?)"), "\(text.text)")
    #expect(text.text.contains("签定日期 (did you mean 签订日期?), 备用"), "\(text.text)")
    let json = try object(try runLandctl(["inspect", table, "--format", "json"]).stdout)
    let file = try #require((json["files"] as? [[String: Any]])?.first)
    let columns = try #require(file["columns"] as? [[String: Any]])
    #expect(
      columns.map { $0["meant"] as? String ?? "" } == ["", "", "contract_area_m2", "签订日期", ""])

    let run = try runLandctl(
      ["audit", scratch.path("good.geojson"), "--contracts", table, "--lang", "zh"])
    #expect(run.status == 0)
    #expect(run.stderr.contains("未读取列“签定日期”,是否应为“签订日期”?"), "\(run.stderr)")
  }

  @Test("a field that another column holds is not offered")
  func held() throws {
    let table = try scratch.write("contracts.csv", "合同编号,宗地代码,签订日期,签定日期\n1,P1,,\n")
    #expect(try !runLandctl(["inspect", table]).text.contains("did you mean"))
  }

  @Test("layers of a file")
  func layers() throws {
    let path = scratch.path("parcels.gpkg")
    let made = try runLandctl(["convert", scratch.path("good.geojson"), path])
    #expect(made.status == 0, "\(made.stderr)")
    let run = try runLandctl(["inspect", path + ":parcel"])
    #expect(run.status == 65 && run.stderr.contains("did you mean parcels?"), "\(run.stderr)")
  }
}
