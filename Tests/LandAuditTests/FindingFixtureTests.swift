import Foundation
import LandKit
import LandTestSupport
import Testing

/// The list `fixtures/findings/expected.json`.
struct FindingFixtures: Decodable {
  /// Options of an audit that are not the defaults.
  struct Options: Decodable {
    var repair: String?
    var maximumAreaChange: Double?
    var allVerdicts: Bool?
  }
  /// One smallest input for a code.
  struct Case: Decodable {
    var parcels: String
    var buildings: String?
    var zones: String?
    var contracts: String?
    var enterprises: String?
    /// A zone file.
    var zone: String?
    /// A rulebook file.
    var rules: String?
    /// The subject that the finding must be about.
    var subject: String?
    var options: Options?
    /// Codes that cannot be kept out of the same input.
    var also: [String]?

    /// Audits the files of the case.
    func audited() throws -> Audited {
      func file(_ path: String) -> URL { fixtures.appendingPathComponent("findings/\(path)") }
      return try Audited(
        file(parcels), buildings: buildings.map(file), zones: zones.map(file),
        contracts: contracts.map(file), enterprises: enterprises.map(file),
        zoneFiles: zone.map { [file($0)] } ?? [], rules: rules.map { [file($0).path] } ?? []
      ) {
        $0.survey.repair = options?.repair.flatMap(RepairMethod.init(rawValue:))
        $0.survey.maximumAreaChange = options?.maximumAreaChange
        $0.allVerdicts = options?.allVerdicts ?? false
      }
    }
  }

  var cases: [String: Case]
  /// Codes that no input of an audit brings out, and why.
  var elsewhere: [String: String]
  /// Files without any fault.
  var valid: Case

  /// The list as it stands in the fixtures.
  static func load() throws -> FindingFixtures {
    try JSONDecoder().decode(
      FindingFixtures.self,
      from: Data(contentsOf: fixtures.appendingPathComponent("findings/expected.json")))
  }
}

/// Every code has a smallest input that brings it out, and nothing else that could be avoided.
@Suite struct FindingFixtureTests {
  @Test(arguments: FindingCode.allCases)
  func fixture(of code: FindingCode) throws {
    let fixtures = try FindingFixtures.load()
    guard let fixture = fixtures.cases[code.rawValue] else {
      #expect(fixtures.elsewhere[code.rawValue] != nil, "no fixture and no reason")
      return
    }
    let audited = try fixture.audited()
    let rows = try audited.rows("findings.csv")
    let own = rows.filter { $0["code"] == code.rawValue }
    #expect(own.contains { $0["subject_id"] == fixture.subject }, "\(rows)")
    let others = Set(rows.compactMap { $0["code"] }).subtracting([code.rawValue])
    #expect(others.sorted() == (fixture.also ?? []))
    #expect(own.allSatisfy { $0["severity"] == code.severity.rawValue })
    #expect(audited.summary.read == audited.summary.audited + audited.summary.reported)
  }

  @Test func listHoldsKnownCodesOnly() throws {
    let fixtures = try FindingFixtures.load()
    for code in Array(fixtures.cases.keys) + Array(fixtures.elsewhere.keys) {
      #expect(FindingCode(rawValue: code) != nil, "\(code)")
    }
  }

  /// A zone whose own boundary is broken says so, too, instead of leaving its row empty.
  @Test func brokenZone() throws {
    let bowTie = """
      {"type":"Feature","properties":{"zone_id":"Z"},"geometry":{"type":"Polygon","coordinates":
      [[[114.29,30.49],[114.31,30.51],[114.31,30.49],[114.29,30.51],[114.29,30.49]]]}}
      """
    let folder = try TemporaryFolder()
    let zones = folder.url.appendingPathComponent("zones.geojson")
    try Data(bowTie.utf8).write(to: zones)
    let parcels = fixtures.appendingPathComponent("findings/G304/parcels.geojson")
    let audited = try Audited(parcels, zones: zones)
    let codes = try audited.rows("findings.csv").filter { $0["subject_id"] == "Z" }
    #expect(codes.compactMap { $0["code"] }.sorted() == ["G104", "G307"])
    #expect(try audited.rows("zones.csv").first?["approved_m2"] == "")
  }

  @Test func validFilesHaveNoFindings() throws {
    let audited = try FindingFixtures.load().valid.audited()
    let rows = try audited.rows("findings.csv")
    #expect(rows.filter { $0["severity"] != "info" }.isEmpty, "\(rows)")
  }
}
