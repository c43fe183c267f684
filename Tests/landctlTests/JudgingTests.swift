import Foundation
import LandTestSupport
import Testing

/// The files of `fixtures/compliance` as arguments.
enum Judged {
  static let folder = fixtures.appendingPathComponent("compliance")
  static let parcels = path("parcels.geojson")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The options that name all files.
  static func inputs(zone: String = "zone.yaml", asOf: String = "2025-06-30") -> [String] {
    [
      "--buildings", path("buildings.geojson"), "--zones", path("zones.geojson"),
      "--contracts", path("contracts.csv"), "--enterprises", path("enterprises.csv"),
      "--zone", path(zone), "--as-of", asOf,
    ]
  }
}

@Suite("rules in an audit") struct JudgingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func audit(_ arguments: [String]) throws -> CommandResult {
    try runLandctl(["audit", Judged.parcels, "--lang", "en"] + arguments)
  }

  @Test("findings.csv holds the whole chain")
  func findings() throws {
    let run = try audit(
      Judged.inputs(zone: "zone-no-territory.yaml", asOf: "2020-12-31") + [
        "--rules", "siping-2016", "--rules", "jinzhou-2017", "--rules", "control-indicators",
        "--all-verdicts", "--output", scratch.path("out"),
      ])
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try csvRows(scratch.url("out/findings.csv"))
    func row(_ rule: String, _ subject: String) throws -> [String: String] {
      try #require(rows.first { $0["rule"] == rule && $0["subject_id"] == subject })
    }
    let ratio = try row("SP-08", "示赣-03")
    #expect(ratio["code"] == "R541" && ratio["verdict"] == "notMet")
    #expect(ratio["value"] == "0.560000" && ratio["limit"] == "0.700000")
    #expect(ratio["comparison"] == ">=" && ratio["bound"] == "included")
    #expect(ratio["inputs"]?.contains("industry_code=37@contracts.csv#4") == true)
    #expect(ratio["rule_subject"] == "project" && ratio["file"] == "contracts.csv")
    let green = try row("SP-10", "示赣-03")
    #expect(green["readings"] == "R1=needsReasons;R2=met" && green["reading"] == "R1")
    #expect(green["unit"] == "%" && green["distance_to_limit"].flatMap(Double.init) != nil)
    #expect(try row("JZ-03", "示赣-03")["missing"] == "contract_clauses")
    #expect(try row("SP-06b", "KFQ-3699-10")["unit"] == "万元/公顷")
    let manifest = try scratch.text("out/manifest.json")
    for book in ["siping-2016", "jinzhou-2017", "control-indicators-2008", "decree53"] {
      #expect(manifest.contains("\"\(book)\""), "\(book)")
    }
    #expect(!manifest.contains("jiangxi-2018"))
  }

  @Test("the exit status says what is wrong with rules and zone files")
  func faults() throws {
    let zone = try scratch.write("zone.yaml", "schema: 1\nzone: {levle: other}\n")
    let nameless = try scratch.write("nameless.csv", "年度,税收\n2024,1\n")
    let own = fixtures.appendingPathComponent("rulebooks/own-rule.yaml")
    let broken = try scratch.write(
      "broken.yaml",
      String(contentsOf: own, encoding: .utf8)
        .replacingOccurrences(of: "compare: at_least", with: "compare: at_lest"))
    let day = ["--as-of", "2025-06-30"]
    let cases: [(arguments: [String], status: Int32, says: [String])] = [
      (["--rules", "jiangx-2018"] + day, 64, ["jiangx-2018", "jiangxi-2018"]),
      (
        ["--rules", "control-indicators-2023", "--as-of", "2020-06-30"], 64,
        ["not in force on 2020-06-30", "2023-06-25"]
      ),
      (["--as-of", "2010-01-01"], 64, ["idle-land", "2012-07-01"]),
      (["--rules", broken] + day, 65, ["broken.yaml:31:42", "at_least"]),
      (["--zone", zone] + day, 65, ["zone.yaml:2:8", "did you mean level?"]),
      (["--enterprises", nameless] + day, 65, ["nameless.csv", "enterprise_id or name"]),
      (["--rules", scratch.path("none.yaml")] + day, 66, ["none.yaml"]),
      (["--zone", scratch.path("none.yaml")] + day, 66, ["none.yaml"]),
      (["--enterprises", scratch.path("none.csv")] + day, 66, ["none.csv"]),
      (
        [
          "--zone", Judged.path("zone.yaml"), "--zone", Judged.path("zone-no-territory.yaml"),
        ] + day, 65, ["zone-no-territory.yaml:3", "described in"]
      ),
    ]
    for (arguments, status, says) in cases {
      let run = try audit(arguments)
      #expect(run.status == status, "\(arguments): \(run.stderr)")
      for text in says { #expect(run.stderr.contains(text), "\(arguments): \(run.stderr)") }
      #expect(run.stdout.isEmpty)
    }
  }
}
