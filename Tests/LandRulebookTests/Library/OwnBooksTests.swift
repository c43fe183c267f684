import Foundation
import LandCadastre
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandRulebook

@Suite("rulebooks of the user's own") struct OwnBooksTests {
  private func library(_ texts: String...) throws -> RulebookLibrary {
    try RulebookLibrary(
      adding: texts.enumerated().map { Made.source($1, "own\($0 + 1).yaml") })
  }

  @Test("a book with the id of a shipped one takes its place, rules and names and all")
  func replacing() throws {
    let shipped = RulebookLibrary.shipped
    let file = checkout.appendingPathComponent(
      "Sources/LandKit/Rulebook/Rulebooks/jinzhou-2017.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let limit = "zombies(year_begin)\", compare: at_least, limit: 50,"
    #expect(text.contains(limit))
    let own = try library(text.replacing(limit, with: limit.replacing("50", with: "60")))
    #expect(own.books.count == shipped.books.count && own.ownIDs == ["jinzhou-2017"])
    #expect(own.books.count { $0.id == "jinzhou-2017" } == 1)
    let found = try #require(own.rule("JZ-06"))
    #expect(found.book.file == "own1.yaml" && found.rule.row == "JZ-06")
    let before = try #require(shipped.rule("JZ-06"))
    #expect(found.rule.readings != before.rule.readings)
    #expect(found.book.sha256 != before.book.sha256)
  }

  @Test("an own edition of a family comes before a shipped one where both are in force")
  func sameFamily() throws {
    let text = Made.text("", id: "ours").replacing("family: ours", with: "family: idle-land")
    let own = try library(text)
    #expect(own.book(ofFamily: "idle-land", on: .iso("2025-06-30"))?.id == "ours")
    #expect(own.book(ofFamily: "idle-land", on: .iso("2005-06-30"))?.id == "ours")
    #expect(own.book(named: "decree53", on: .iso("2025-06-30"))?.id == "decree53")
    let ended = try library(
      text.replacing("from: 2000-01-01", with: "from: 2000-01-01\n    until: 2024-12-31"))
    #expect(ended.book(ofFamily: "idle-land", on: .iso("2025-06-30"))?.id == "decree53")
    #expect(ended.book(ofFamily: "idle-land", on: .iso("2024-12-31"))?.id == "ours")
  }

  @Test("a new rule for a measure of a shipped book judges with nothing but YAML")
  func newRule() throws {
    let shipped = RulebookLibrary.shipped.books.flatMap(\.measures).map(\.measure.id)
    #expect(shipped.contains("revenue_per_mu_supplied"))
    let rule = Made.rule(
      "test: {measure: revenue_per_mu_supplied, compare: at_least, limit: 512, unit: 万元/亩}"
        + "\n    examples:"
        + "\n      - {given: {main_revenue_wan: 512000, supplied_industrial_m2: 666666.66666666}, expect: met}"
        + "\n      - {given: {main_revenue_wan: 511999, supplied_industrial_m2: 666666.66666667}, expect: notMet}"
        + "\n      - {given: {main_revenue_wan: 512000}, expect: unknown, missing: [supplied_industrial_m2]}",
      id: "OWN-1")
    let own = try library(Made.text(rule, id: "own"))
    let found = try #require(own.rule("OWN-1"))
    let check = ExampleCheck(found.book)
    #expect(check.count == 3 && check.failures.isEmpty, "\(check.failures)")
    let judgement = Judge().judge(
      found.rule, of: found.book.identity,
      MadeFacts(["main_revenue_wan": 600, "supplied_industrial_m2": 1000]))
    #expect(judgement.verdict == .notMet && judgement.deciding?.limitNumber == 512)
    #expect(judgement.rulebook.id == "own")
  }

  @Test("own inputs, measures and tables work together across own files")
  func ownDefinitions() throws {
    let first = Made.text(
      """
      inputs:
        - {id: chargers, subject: zone, unit: 个, label: {zh: 充电桩, en: chargers}}
      tables:
        - {id: chargers_least, label: {zh: 最少, en: least}, unit: 个/公顷, rows: {provincial: 2, other: null}}
      """, id: "first")
    let second = Made.text(
      Made.rule(
        "test: {measure: chargers / total_ha, compare: at_least, limit: chargers_least(zone_level), unit: 个/公顷}",
        id: "OWN-2"), id: "second")
    let found = try #require(try library(second, first).rule("OWN-2"))
    func verdict(_ values: [String: RuleValue]) -> Verdict? {
      Judge().judge(found.rule, of: found.book.identity, MadeFacts(values)).verdict
    }
    let known: [String: RuleValue] = ["total_ha": 10, "zone_level": "provincial"]
    #expect(verdict(known.merging(["chargers": 20]) { $1 }) == .met)
    #expect(verdict(known.merging(["chargers": 19]) { $1 }) == .notMet)
    #expect(verdict(known) == .unknown(missing: ["chargers"]))
    #expect(
      verdict(["chargers": 20, "total_ha": 10, "zone_level": "other"])
        == .unknown(missing: ["chargers_least[other]"]))
  }

  @Test("what a shipped book of the same place would have defined is missed at its place")
  func removed() throws {
    let text = Made.text("", id: "control-indicators-2008")
    let error = try #require(throws: YAMLError.self) { try library(text) }
    #expect(error.file.hasSuffix(".yaml") && error.line > 1 && !error.message.zh.isEmpty)
  }
}
