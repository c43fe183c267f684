import Foundation
import LandKit
import LandTestSupport
import Testing

/// The rules on Art. 2 as any other rulebook is judged, beside landctl's own assessment of idle
/// land: two ways to the same verdict. They part in one place: where no suspension is recorded, the
/// assessment knows that land started less than a year ago cannot have been suspended for a year; the
/// rule only knows that it does not know, and stays unknown.
@Suite struct IdleRuleTests {
  @Test(arguments: ["zone", "compliance"])
  func agreesWithTheAssessment(folder: String) throws {
    let files = fixtures.appendingPathComponent(folder)
    let parcels = files.appendingPathComponent("parcels.geojson")
    let buildings = files.appendingPathComponent("buildings.geojson")
    let contracts = files.appendingPathComponent("contracts.csv")
    let rows = try Audited(parcels, buildings: buildings, contracts: contracts)
      .rows("parcel_contracts.csv")
    let run = try Audited.run(parcels, buildings: buildings, contracts: contracts)
    var seen: Set<String> = []
    var compared = 0
    for row in rows {
      guard let contract = row["contract_no"], seen.insert(contract).inserted else { continue }
      guard let explanation = run.explain(contract) else {
        // The land is no longer its user's, or the contract does not exist yet.
        #expect(["disposed", "not_applicable"].contains(row["idle_state"]), "\(contract)")
        continue
      }
      let part = try #require(explanation.parts.first { $0.subject.id == contract })
      func verdict(_ rule: String) throws -> String? {
        try #require(part.judgements.first { $0.rule.id == rule }).verdict?.word
      }
      compare(row, first: try verdict("D53-2-1"), second: try verdict("D53-2-2"))
      compared += 1
    }
    #expect(compared >= 9)
  }

  private func compare(_ row: [String: String], first: String?, second: String?) {
    let label = "\(row["contract_no"] ?? ""): \(first ?? "") \(second ?? "") \(row)"
    switch (row["idle_state"], row["idle_clause"]) {
    case ("not_idle", _), ("due_soon", _):
      #expect(first == "met", "\(label)")
      let wasStartedLately = row["contract_no"] == "赣示范2021-031"
      #expect(
        second == "met" || second == "notApplicable" || (wasStartedLately && second == "unknown"),
        "\(label)")
    case ("suspected", "2(1)"):
      #expect(first == "notMet", "\(label)")
    case ("suspected", "2(2)"):
      #expect(first == "met" && second == "needsReasons", "\(label)")
    case ("unknown", "2(1)"):
      #expect(first == "unknown", "\(label)")
    case ("unknown", "2(2)"):
      #expect(first == "met" && second == "unknown", "\(label)")
    case ("identified", "2(1)"):
      #expect(first == "notMet", "\(label)")
    case ("disposed", _):
      #expect(first != "unknown", "\(label)")
    default: Issue.record("a state that is not compared: \(label)")
    }
  }
}
