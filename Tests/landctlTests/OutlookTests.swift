import Foundation
import LandTestSupport
import Testing

/// What time alone does to an application, on the made zone of fixtures/zone.
@Suite struct OutlookTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The outlook of a zone described on 31 October 2024, checked as of a day.
  private func outlook(
    events: String, complete: String = "2024-12-31", asOf: String = "2025-06-30",
    extra: String = ""
  ) throws -> [String: Any] {
    let folder = fixtures.appendingPathComponent("zone").path
    let kinds = ["illegal_use", "illegal_building", "security", "pollution", "safety"]
      .map { "  \($0): [2019-01-01, \(complete)]" }.joined(separator: "\n")
    try scratch.write(
      "zone.yaml",
      """
      schema: 1
      zone: {id: KFQ-3699-01, level: provincial, territory: "369900", as_of: 2024-10-31}
      layers:
        parcels: \(folder)/parcels.geojson
        zones: \(folder)/zones.geojson
        contracts: \(folder)/contracts.csv
      events: [\(events)]
      events_complete:
      \(kinds)
      \(extra)
      """)
    let run = try runLandctl([
      "expansion", "check", scratch.path("zone.yaml"), "--as-of", asOf, "--format", "json",
    ])
    #expect(run.status == 0, "\(run.stderr)")
    return try #require(try object(run.stdout)["outlook"] as? [String: Any])
  }

  private func days(_ outlook: [String: Any]) throws -> [String: String] {
    var days: [String: String] = [:]
    for gate in try #require(outlook["dated_gates"] as? [[String: Any]]) {
      days[try #require(gate["rule"] as? String)] = gate["holds_from"] as? String ?? "unknown"
    }
    return days
  }

  @Test("gates hold once the events lie three years back; 29 February has no day of its own")
  func events() throws {
    let seen = try outlook(
      events: """
        {date: 2022-06-30, kind: safety, grade: serious}, \
        {date: 2024-02-29, kind: illegal_use, grade: serious}, \
        {date: 2024-06-01, kind: illegal_use, grade: ordinary}
        """)
    #expect(
      try days(seen) == ["JX2-12": "2027-03-01", "JX2-16": "2025-06-30"])
    #expect(seen["earliest"] as? String == "2027-03-01")
    #expect(seen["from"] as? String == "2024-10-31")
  }

  @Test("without such events the gates hold on the day that the file describes")
  func nothing() throws {
    let seen = try outlook(events: "")
    #expect(seen["earliest"] as? String == "2024-10-31")
    #expect(seen["until"] as? String == "2025-06-30")
  }

  @Test("a list of events that ended before that day leaves the day unknown")
  func incomplete() throws {
    let seen = try outlook(events: "", complete: "2024-10-30")
    #expect(try days(seen) == ["JX2-12": "unknown", "JX2-16": "unknown"])
    #expect(seen["earliest"] == nil)
    let gates = try #require(seen["dated_gates"] as? [[String: Any]])
    #expect(
      (gates[0]["missing"] as? [String])?.contains("events(illegal_use,serious,3)") == true)
  }

  @Test("parcels that turn idle between the two days, and papers that run out")
  func turning() throws {
    let seen = try outlook(
      events: "", extra: "materials: [{id: M01, date: 2024-01-01, valid_until: 2025-06-29}]")
    let turns = try #require(seen["turning_idle"] as? [[String: Any]])
    var days: [String: String] = [:]
    for turn in turns {
      days[String((turn["parcel_id"] as? String ?? "").suffix(2))] =
        (turn["day"] as? String ?? "") + (turn["certain"] as? Bool == true ? "" : "?")
    }
    // Agreed starts of 2023-10-16 up to a year before 30 June 2025, not started; 07 says nothing.
    #expect(days["02"] == "2025-04-01" && days["07"] == "2025-04-21?")
    #expect(days.values.allSatisfy { $0 > "2024-10-31" && $0.prefix(10) <= "2025-06-30" })
    let papers = try #require(seen["expiring_materials"] as? [[String: Any]])
    #expect(papers.map { $0["valid_until"] as? String } == ["2025-06-29"])
    // Looked at later, more parcels have run out of time.
    let later = try outlook(events: "", asOf: "2026-12-31")
    #expect((later["turning_idle"] as? [[String: Any]])?.count ?? 0 > turns.count)
  }
}
