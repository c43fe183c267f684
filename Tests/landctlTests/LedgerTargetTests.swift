import Foundation
import LandKit
import LandTestSupport
import Testing

/// The goals of clearing zombie enterprises and projects in a yearly statement.
@Suite struct LedgerTargetTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }

  init() throws { scratch = try Scratch() }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func make(
    _ territory: String,
    zombies: [(zone: String?, name: String, listed: String, cleared: String?)]?,
    figures: [(String, Double)] = []
  ) throws {
    let store = try LedgerStore.create(
      at: ledger, territory: territory, day: try day("2017-01-01"), madeBy: "test")
    let register = try zombies?.map { item in
      var zombie = ZombieEnterprise(zoneID: item.zone, name: item.name)
      zombie.listed = try day(item.listed)
      zombie.cleared = try item.cleared.map { try day($0) }
      return zombie
    }
    try store.write { writer in
      try writer.set(zones: ["Z1", "Z2"].map { LedgerZone(id: $0, name: $0) })
      try writer.set(
        figures: figures.map {
          ZoneFigure(zoneID: "Z1", year: 2019, name: $0.0, value: $0.1)
        })
      if let register { try writer.set(zombies: register) }
    }
    try store.close()
  }

  /// The rows of the table of targets for a rule: value, limit, unit, verdict by zone.
  private func rows(_ year: Int, _ rule: String, asOf: String = "2030-01-01") throws -> [String] {
    let out = scratch.path("out-\(year)")
    let run = try runLandctl([
      "ledger", "year", ledger, "\(year)", "--as-of", asOf, "--output", out, "--lang", "en",
    ])
    #expect(run.status == 0, "\(run.stderr)")
    let tables = try scratch.files(in: "out-\(year)").values.map {
      String(decoding: $0, as: UTF8.self)
    }
    return tables.flatMap { $0.split(whereSeparator: \.isNewline) }
      .filter { $0.hasPrefix(rule + ",") }.map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return ([cells[2]] + cells[4...].dropLast()).joined(separator: ",")
      }
  }

  private static let third: [(zone: String?, name: String, listed: String, cleared: String?)] = [
    ("Z1", "a", "2017-06-30", "2018-05-01"), ("Z1", "b", "2017-06-30", "2019-05-01"),
    ("Z1", "c", "2017-06-30", nil), ("Z1", "d", "2018-06-30", nil),
    ("Z2", "e", "2017-06-30", nil),
  ]

  @Test("a third of the stock a year is judged in its year, by value, limit and verdict")
  func thirds() throws {
    try make("360700", zombies: Self.third)
    #expect(
      try rows(2018, "JX4-15a") == ["Z1,1,>= 1,家,met", "Z2,0,>= 0.3333333333333333,家,not met"])
    #expect(try rows(2019, "JX4-15b").first == "Z1,2,>= 2,家,met")
    #expect(try rows(2020, "JX4-15c").first == "Z1,2,>= 3,家,not met")
    #expect(try rows(2019, "JX4-15a").isEmpty, "the goal of another year")
  }

  @Test("a year that is not over has no goal due")
  func notOver() throws {
    try make("360700", zombies: Self.third)
    #expect(
      try rows(2018, "JX4-15a", asOf: "2018-12-30").allSatisfy { $0.hasSuffix("not applicable") })
    #expect(try rows(2018, "JX4-15a", asOf: "2018-12-30").count == 2)
    #expect(try rows(2018, "JX4-15a", asOf: "2018-12-31").first == "Z1,1,>= 1,家,met")
  }

  @Test("without a register nothing is known, and the column that is missing is named")
  func unknown() throws {
    try make("360700", zombies: nil)
    let rows = try rows(2018, "JX4-15a")
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.contains("missing enterprises.zombie_listed_date") }, "\(rows)")
  }

  @Test("an empty register is a register; enterprises of no known zone leave it unknown")
  func registers() throws {
    try make("360700", zombies: [])
    #expect(try rows(2018, "JX4-15a").allSatisfy { $0.hasSuffix("met") })
    try FileManager.default.removeItem(atPath: ledger)
    try make("360700", zombies: [(nil, "a", "2017-06-30", nil)])
    #expect(try rows(2018, "JX4-15a").allSatisfy { $0.contains("missing") })
  }

  @Test("zombie projects are judged by the declared figures that the ledger keeps")
  func projects() throws {
    try make(
      "360700", zombies: [],
      figures: [("zombie_projects_base", 12), ("zombie_projects_cleared_2018", 3)])
    let rows = try rows(2018, "JX4-16a")
    #expect(rows.first == "Z1,3,>= 4,个,not met")
    #expect(rows.last?.contains("missing") == true && rows.last?.hasPrefix("Z2") == true)
  }

  @Test("half of the stock of the year's beginning, in Jinzhou")
  func halves() throws {
    try make(
      "210700",
      zombies: [
        ("Z1", "a", "2024-03-01", "2025-05-01"), ("Z1", "b", "2024-03-01", nil),
        ("Z1", "c", "2025-03-01", "2025-06-01"), ("Z2", "d", "2024-03-01", nil),
      ])
    #expect(try rows(2025, "JZ-06") == ["Z1,50,>= 50,%,met", "Z2,0,>= 50,%,not met"])
    #expect(try rows(2026, "JZ-06").first == "Z1,0,>= 50,%,not met")
  }
}
