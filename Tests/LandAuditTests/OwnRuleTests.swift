import Foundation
import LandKit
import LandTestSupport
import Testing

/// A rulebook of the user's own: `fixtures/rulebooks/own-rule.yaml` lists supplied industrial land
/// with a plot ratio below 0.6 as underused.
@Suite struct OwnRuleTests {
  @Test func marksUnderusedParcels() throws {
    let folder = ComplianceFixtures.folder
    let rule = fixtures.appendingPathComponent("rulebooks/own-rule.yaml").path
    let audited = try Audited(
      folder.appendingPathComponent("parcels.geojson"),
      buildings: folder.appendingPathComponent("buildings.geojson"), rules: [rule])
    let rows = try audited.rows("parcels.csv")
    let marks = Dictionary(
      uniqueKeysWithValues: rows.map { (String(($0["parcel_id"] ?? "").suffix(2)), $0) })
    // 04 has 2 x 3360/12000 = 0.56; 05, 07, 08, 09 are empty; 11 is no industry, 12 reserve.
    for number in ["04", "05", "07", "08", "09"] {
      #expect(marks[number]?["underused"] == "true", "\(number)")
      #expect(marks[number]?["underused_rule"] == "OWN-1", "\(number)")
    }
    for number in ["01", "02", "03", "06", "10"] {
      #expect(marks[number]?["underused"] == "false", "\(number)")
      #expect(marks[number]?["underused_rule"] == "", "\(number)")
    }
    for number in ["11", "12"] { #expect(marks[number]?["underused"] == "", "\(number)") }
    let findings = try audited.rows("findings.csv").filter { $0["rule"] == "OWN-1" }
    #expect(findings.count == 5 && findings.allSatisfy { $0["code"] == "R541" })
    #expect(findings.first?["value"] == "0.560000" && findings.first?["limit"] == "0.600000")
  }

  /// Without buildings nothing is known of the plot ratio, and nothing is marked.
  @Test func unknownMarksNothing() throws {
    let rule = fixtures.appendingPathComponent("rulebooks/own-rule.yaml").path
    let audited = try Audited(
      ComplianceFixtures.folder.appendingPathComponent("parcels.geojson"), rules: [rule])
    #expect(try audited.rows("parcels.csv").allSatisfy { $0["underused"] == "" })
    let findings = try audited.rows("findings.csv").filter { $0["rule"] == "OWN-1" }
    #expect(
      findings.count == 10 && findings.allSatisfy { $0["missing"] == "storeys;counted_floor_m2" })
  }
}
