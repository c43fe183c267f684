import Foundation
import LandKit
import LandTestSupport
import Testing

/// The verdicts of `fixtures/compliance/expected.json`, each worked out by hand there.
struct ComplianceFixtures: Decodable {
  /// One audit.
  struct Run: Decodable {
    var asOf: String
    var zone: String
    var rules: [String]
    var expected: [String: [String: Expected]]
  }
  /// What a rule says about a subject.
  struct Expected: Decodable {
    var verdict: String
    var value: Double?
    var limit: Double?
    var missing: [String]?
    var readings: [String]?
    var why: String
  }

  static let folder = fixtures.appendingPathComponent("compliance")

  static func load() throws -> [String: Run] {
    try JSONDecoder().decode(
      [String: Run].self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }

  /// Audits the zone.
  static func audit(
    zone: String, rules: [String] = [], asOf: String = "2025-06-30", allVerdicts: Bool = true
  ) throws -> Audited {
    try Audited(
      folder.appendingPathComponent("parcels.geojson"),
      buildings: folder.appendingPathComponent("buildings.geojson"),
      zones: folder.appendingPathComponent("zones.geojson"),
      contracts: folder.appendingPathComponent("contracts.csv"),
      enterprises: folder.appendingPathComponent("enterprises.csv"),
      zoneFiles: [folder.appendingPathComponent(zone)], rules: rules,
      asOf: try #require(day(asOf))
    ) { $0.allVerdicts = allVerdicts }
  }

  static func day(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}

@Suite struct ComplianceTests {
  @Test("every verdict that was worked out by hand", arguments: ["jiangxi", "elsewhere"])
  func byHand(name: String) throws {
    let run = try #require(try ComplianceFixtures.load()[name])
    let audited = try ComplianceFixtures.audit(zone: run.zone, rules: run.rules, asOf: run.asOf)
    let rows = try audited.rows("findings.csv").filter { $0["code"] != "R547" }
    for (rule, subjects) in run.expected {
      for (subject, expected) in subjects {
        let own = rows.filter { $0["rule"] == rule && $0["subject_id"] == subject }
        try #require(own.count == 1, "\(rule) \(subject): \(own.count) rows")
        let label = "\(rule) \(subject): \(own[0]), by hand: \(expected.why)"
        #expect(own[0]["verdict"] == expected.verdict, "\(label)")
        #expect(near(own[0].number("value"), expected.value), "\(label)")
        #expect(near(own[0].number("limit"), expected.limit), "\(label)")
        #expect(own[0]["missing"] == (expected.missing ?? []).joined(separator: ";"), "\(label)")
        if let readings = expected.readings {
          #expect(own[0]["readings"] == readings.joined(separator: ";"), "\(label)")
          let differ = Set(readings.map(Self.outcome)).count > 1
          let noted = try audited.rows("findings.csv").contains {
            $0["code"] == "R547" && $0["rule"] == rule && $0["subject_id"] == subject
          }
          #expect(noted == differ, "\(label)")
        }
      }
    }
  }

  private static func outcome(_ reading: String) -> Substring {
    reading.drop { $0 != "=" }
  }

  private func near(_ found: Double?, _ expected: Double?) -> Bool {
    guard let found, let expected else { return (found == nil) == (expected == nil) }
    return abs(found - expected) <= 1e-6 + 1e-5 * abs(expected)
  }

  /// 02 and 03 stand under one contract: nothing of it is counted for each of them.
  @Test func oneContractOverTwoParcelsIsOneProject() throws {
    let rows = try ComplianceFixtures.audit(zone: "zone.yaml").rows("findings.csv")
    let own = rows.filter { $0["rule"] == "JX4-17" && $0["subject_id"] == "示赣-02" }
    #expect(own.count == 1 && own[0]["subject_kind"] == "contract")
    #expect(own[0]["inputs"]?.contains("fixed_investment_wan=6300@") == true)
    #expect(own[0]["inputs"]?.contains("00002+369900001001GB00003") == true)
  }

  /// Where only 02 is in the layer nothing measured is known of the project, and nothing that the
  /// contract states as a whole is divided by 6000 m².
  @Test func partOfAProjectIsNotTheProject() throws {
    let folder = ComplianceFixtures.folder
    let lines = try String(
      contentsOf: folder.appendingPathComponent("parcels.geojson"), encoding: .utf8
    ).split(separator: "\n")
    let scratch = try Scratch()
    try scratch.write(
      "parcels.geojson",
      lines.filter { !$0.contains("001001GB00003") }.joined(separator: "\n"))
    let rows = try Audited(
      scratch.url("parcels.geojson"), buildings: folder.appendingPathComponent("buildings.geojson"),
      contracts: folder.appendingPathComponent("contracts.csv"),
      zoneFiles: [folder.appendingPathComponent("zone.yaml")]
    ) { $0.allVerdicts = true }.rows("findings.csv")
    let own = try #require(rows.first { $0["rule"] == "JX4-17" && $0["subject_id"] == "示赣-02" })
    #expect(own["verdict"] == "unknown" && own["missing"] == "geometry", "\(own)")
    let figure = try #require(
      rows.first { $0["rule"] == "CI23-D-INTENSITY" && $0["subject_id"] == "示赣-02" })
    #expect(figure["value"] == "" && figure["missing"] == "geometry")
    let ratio = try #require(
      rows.first { $0["rule"] == "CI23-FAR" && $0["subject_id"] == "示赣-02" })
    #expect(ratio["verdict"] == "unknown" && ratio["missing"] == "storeys;counted_floor_m2")
  }

  @Test("a reading can be chosen in the zone file")
  func chosenReading() throws {
    let text = try String(
      contentsOf: ComplianceFixtures.folder.appendingPathComponent("zone.yaml"), encoding: .utf8)
    let scratch = try Scratch()
    try scratch.write(
      "zone.yaml", text + "supply_reading: R2\nper_mu_base: built_industrial\n")
    let rows = try Audited(
      ComplianceFixtures.folder.appendingPathComponent("parcels.geojson"),
      zoneFiles: [scratch.url("zone.yaml")]
    ) { $0.allVerdicts = true }.rows("findings.csv")
    let gate = try #require(rows.first { $0["rule"] == "JX2-10" })
    #expect(gate["reading"] == "R2" && gate["verdict"] == "notMet")
    #expect(gate["value"] == "18.918919")
    let base = try #require(rows.first { $0["rule"] == "JX2-14" })
    #expect(base["reading"] == "built_industrial" && base["value"] == "437.500000")
  }

  /// What a clause says of the limit itself stands beside the comparison.
  @Test func boundsAndUnits() throws {
    let rows = try ComplianceFixtures.audit(zone: "zone.yaml").rows("findings.csv")
    func row(_ rule: String, _ subject: String) throws -> [String: String] {
      try #require(rows.first { $0["rule"] == rule && $0["subject_id"] == subject })
    }
    let gate = try row("JX2-10", "KFQ-3699-10")
    #expect(gate["comparison"] == "<" && gate["bound"] == "excluded" && gate["unit"] == "%")
    let rate = try row("JX2-11", "KFQ-3699-10")
    #expect(rate["comparison"] == ">=" && rate["bound"] == "included")
    let office = try row("CI23-OFFICE", "示赣-03")
    #expect(office["comparison"] == "<=" && office["bound"] == "included")
    #expect(office["distance_to_limit"].flatMap(Double.init).map(abs) == 1)
  }

  @Test("a policy of another place does not apply, whoever named it")
  func otherTerritory() throws {
    let rows = try ComplianceFixtures.audit(zone: "zone.yaml", rules: ["siping-2016"])
      .rows("findings.csv").filter { $0["rulebook"] == "siping-2016" }
    #expect(!rows.isEmpty && rows.allSatisfy { $0["verdict"] == "notApplicable" })
  }

  @Test("without names the books follow territory and day")
  func selection() throws {
    for (day, edition, other) in [
      ("2019-06-30", "control-indicators-2008", "control-indicators-2023"),
      ("2025-06-30", "control-indicators-2023", "control-indicators-2008"),
    ] {
      let audited = try ComplianceFixtures.audit(zone: "zone.yaml", asOf: day)
      let books = Set(try audited.rows("findings.csv").compactMap { $0["rulebook"] })
      #expect(books.contains(edition) && !books.contains(other), "\(day): \(books)")
      #expect(books.contains("jiangxi-2018") && !books.contains("siping-2016"))
    }
    // Before the plan was issued only national law is left.
    let before = try ComplianceFixtures.audit(zone: "zone.yaml", asOf: "2018-12-24")
    #expect(try !before.rows("findings.csv").contains { $0["rulebook"] == "jiangxi-2018" })
    // Without a zone file and without names nothing is judged.
    let none = try Audited(ComplianceFixtures.folder.appendingPathComponent("parcels.geojson"))
    #expect(try !none.rows("findings.csv").contains { ($0["code"] ?? "").hasPrefix("R54") })
  }

  /// Of parcels and projects only what asks for something is written, of zones every figure.
  @Test func metVerdictsAreWrittenOnlyOnRequest() throws {
    let rows = try ComplianceFixtures.audit(zone: "zone.yaml", allVerdicts: false)
      .rows("findings.csv").filter { ($0["code"] ?? "").hasPrefix("R54") }
    #expect(!rows.contains { $0["verdict"] == "met" && $0["code"] == "R544" })
    #expect(!rows.contains { $0["code"] == "R545" })
    #expect(!rows.contains { $0["code"] == "R546" && $0["subject_kind"] == "contract" })
    #expect(rows.contains { $0["code"] == "R546" && $0["subject_kind"] == "zone" })
  }
}
