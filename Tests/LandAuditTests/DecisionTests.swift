import Foundation
import LandKit
import LandTestSupport
import Testing

/// `fixtures/decisions/mixed-causes`: a published finding with two spans of causes, beside made rows
/// with the same dates and other causes. Its ORIGIN.md says what is published, and has the days.
@Suite struct DecisionTests {
  private static let folder = fixtures.appendingPathComponent("decisions/mixed-causes")
  private static let parcels = folder.appendingPathComponent("parcels.geojson")
  private static let contracts = folder.appendingPathComponent("contracts.csv")

  private static func rows(_ day: String) throws -> [[String: String]] {
    try Audited(
      parcels, contracts: contracts, asOf: try #require(ComplianceFixtures.day(day))
    ).rows("parcels.csv")
  }

  private func expect(_ row: [String: String], _ expected: [String: String]) {
    for (column, value) in expected {
      #expect(row[column] == value, "\(row["parcel_id"] ?? "") \(column)")
    }
  }

  @Test func theAnniversaryBelongsToTheYear() throws {
    for row in try Self.rows("2024-12-31") {
      expect(row, ["idle_state": "due_soon", "days_to_due": "0", "cause_class": ""])
    }
  }

  @Test func betweenOneAndTwoYears() throws {
    let rows = try Self.rows("2025-06-30")
    for row in rows {
      expect(row, ["idle_state": "suspected", "idle_since": "2025-01-01", "idle_days": "181"])
    }
    // The span of the user's own in row 4 has not begun.
    for row in [rows[0], rows[1], rows[3]] {
      expect(
        row,
        [
          "cause_class": "government", "government_cause_days": "547", "own_cause_days": "0",
          "disposal_track": "art12", "fee_due_wan": "", "withdrawal_ripe": "false",
          "next_step": "investigate",
        ])
    }
    expect(
      rows[2],
      [
        "cause_class": "own", "government_cause_days": "0", "own_cause_days": "547",
        "disposal_track": "art14", "fee_due_wan": "200.000000", "withdrawal_ripe": "false",
      ])
  }

  @Test func twoYearsAreFullOnTheLastDayOnly() throws {
    let rows = try Self.rows("2025-12-31")
    expect(
      rows[2], ["own_cause_days": "731", "fee_due_wan": "200.000000", "withdrawal_ripe": "false"])
    expect(
      rows[3],
      ["cause_class": "mixed", "government_cause_days": "547", "own_cause_days": "184"])
    expect(try Self.rows("2026-01-01")[2], ["fee_due_wan": "", "withdrawal_ripe": "true"])
  }

  @Test func onTheDayOfTheFinding() throws {
    let rows = try Self.rows("2026-01-16")
    for row in rows {
      expect(
        row, ["idle_state": "identified", "identified_date": "2026-01-16", "idle_days": "381"])
    }
    expect(
      rows[0],
      [
        "identified_no": "绵自然资规闲认〔2026〕1号", "cause_class": "government",
        "government_cause_days": "747", "own_cause_days": "0", "disposal_track": "art12",
        "fee_due_wan": "", "withdrawal_ripe": "false", "next_step": "agree_disposal",
      ])
    expect(rows[1], ["cause_class": "government", "disposal_track": "art12", "fee_due_wan": ""])
    expect(
      rows[2],
      [
        "cause_class": "own", "own_cause_days": "747", "disposal_track": "art14",
        "fee_due_wan": "", "withdrawal_ripe": "true", "next_step": "withdraw",
      ])
    expect(
      rows[3],
      [
        "cause_class": "mixed", "government_cause_days": "547", "own_cause_days": "200",
        "disposal_track": "art12", "fee_due_wan": "", "withdrawal_ripe": "false",
      ])
  }

  /// What the clauses say one by one agrees with the assessment.
  @Test(
    "the clauses, one by one",
    arguments: [
      ("2026-01-16", "示例-1", ["D53-2-1": "notMet", "D53-9": "met", "D53-14-1": "notApplicable"]),
      ("2026-01-16", "示例-2", ["D53-12": "met", "D53-14-2": "notApplicable"]),
      (
        "2026-01-16", "示例-3",
        ["D53-12": "notApplicable", "D53-14-1": "notMet", "D53-14-2": "notMet"]
      ),
      ("2025-06-30", "示例-3", ["D53-14-1": "notMet", "D53-14-2": "met"]),
      // One verified cause of Art. 8 leads to Art. 12, which knows no fee.
      ("2026-01-16", "示例-4", ["D53-12": "notMet", "D53-14-1": "notApplicable"]),
    ])
  func clauses(day: String, contract: String, expected: [String: String]) throws {
    let run = try Audited.run(
      Self.parcels, contracts: Self.contracts, asOf: try #require(ComplianceFixtures.day(day)))
    let explanation = try #require(run.explain(contract))
    let part = try #require(explanation.parts.first { $0.subject.id == contract })
    for (rule, verdict) in expected {
      let judgement = try #require(part.judgements.first { $0.rule.id == rule }, "\(rule)")
      #expect(judgement.verdict?.word == verdict, "\(contract) \(rule)")
    }
    let page = part.facts.entries.flatMap(\.lines).map(\.en)
    if contract == "示例-1" {
      #expect(page.contains { $0.hasPrefix("8-6:2024-01-01/2025-06-30  D53-8-6  decree53 第八条") })
      #expect(page.contains { $0.hasPrefix("8-6:2025-07-01/  D53-8-6  decree53 第八条") })
    }
    if contract == "示例-3" { #expect(page.contains("own:2025-07-01/")) }
    let fee = try #require(part.judgements.first { $0.rule.id == "D53-14-1-fee" })
    #expect((fee.deciding?.number == 200) == (day == "2025-06-30"))
  }
}
