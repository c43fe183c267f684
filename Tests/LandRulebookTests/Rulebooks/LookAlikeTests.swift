import LandGeometry
import Testing

@testable import LandRulebook

/// A limit as a shipped rule holds it: relation, figure in its unit, unit, what is measured.
private struct HeldLimit: Hashable, CustomStringConvertible {
  var relation: Comparison
  var figure: String
  var unit: String
  var measure: String
  var description: String { "\(measure) \(relation.rawValue) \(figure) \(unit)" }
}

/// Figures that resemble each other stand in different clauses for different things. Each is read
/// from the comparison that the engine carries out.
@Suite("figures that look alike stay apart") struct LookAlikeTests {
  private func limits(_ id: String) throws -> [HeldLimit] {
    let rule = try #require(RulebookLibrary.shipped.rule(id)?.rule, "\(id)")
    return rule.readings.flatMap { $0.test.comparisons }.compactMap { comparison in
      guard case .limit(let relation, let limit, let unit) = comparison.condition else {
        return nil
      }
      let figure = limit.formula.constant.map { RuleNumber.text(unit.value(ofBase: $0)) }
      return HeldLimit(
        relation: relation, figure: figure ?? limit.text, unit: unit.name,
        measure: comparison.measure.text)
    }
  }

  private func held(_ relation: Comparison, _ figure: String, _ unit: String, _ measures: [String])
    -> Set<HeldLimit>
  {
    Set(measures.map { HeldLimit(relation: relation, figure: figure, unit: unit, measure: $0) })
  }

  @Test(
    "disposal of idle land: 95 % to expand, 90 % as a goal",
    arguments: [("JX2-11", "95", nil), ("JX4-20", "90", 2020)])
  func disposal(id: String, figure: String, year: Int?) throws {
    let shares = try limits(id).filter { $0.unit == "%" }
    #expect(
      Set(shares)
        == held(
          .atLeast, figure, "%",
          ["idle_disposed_m2 / idle_identified_m2", "idle_disposed_count / idle_identified_count"]))
    #expect(RulebookLibrary.shipped.rule(id)?.rule.applies.year == year)
  }

  @Test(
    "revenue and investment per mu: 300 and 350 to expand, 400 each as a goal",
    arguments: [
      ("JX2-14", "revenue", "300", Rule.Kind.gate, nil),
      ("JX2-15", "investment", "350", .gate, nil),
      ("JX4-06", "investment", "400", .target, 2020), ("JX4-07", "revenue", "400", .target, 2020),
    ])
  func perMu(id: String, what: String, figure: String, kind: Rule.Kind, year: Int?) throws {
    let measures = ["supplied", "built", "stated"].map { "\(what)_per_mu_\($0)" }
    #expect(Set(try limits(id)) == held(.atLeast, figure, "万元/亩", measures))
    let rule = try #require(RulebookLibrary.shipped.rule(id)?.rule)
    #expect(rule.kind == kind && rule.applies.year == year)
  }

  @Test("a parcel of its own: above 300 万元/亩 of one project")
  func separateParcel() throws {
    let found = try limits("JX4-17")
    #expect(found.count == 2)
    #expect(
      found.filter { $0.unit == "万元/亩" }
        == [
          HeldLimit(
            relation: .above, figure: "300", unit: "万元/亩",
            measure: "fixed_investment_wan / planar_area_m2")
        ])
    #expect(RulebookLibrary.shipped.rule("JX4-17")?.rule.softness == .principle)
  }

  @Test(
    "investment per hectare: 4000 in national zones, 2000 in others",
    arguments: [("SP-06a", "4000", ["national"]), ("SP-06b", "2000", ["provincial", "other"])])
  func perHectare(id: String, figure: String, levels: [String]) throws {
    #expect(
      Set(try limits(id)) == held(.atLeast, figure, "万元/公顷", ["sp_projects_average_intensity"]))
    #expect(RulebookLibrary.shipped.rule(id)?.rule.applies.levels == levels)
  }

  @Test("green land: at most 15 % of a project, at least 35 % of a zone")
  func green() throws {
    #expect(Set(try limits("SP-10")) == held(.atMost, "15", "%", ["green_share"]))
    #expect(RulebookLibrary.shipped.rule("SP-10")?.rule.subject != .zone)
    #expect(
      Set(try limits("JX5-02"))
        == held(.atLeast, "35", "%", ["greened_ha / approved_area_m2", "greened_ha / total_ha"]))
    #expect(RulebookLibrary.shipped.rule("JX5-02")?.rule.subject == .zone)
  }

  @Test("building density 40 %, building coefficient 30 % and then 40 %: two measures")
  func density() throws {
    #expect(try limits("SP-09").map(\.description) == ["building_density >= 40 %"])
    let coefficients = RulebookLibrary.shipped.books
      .filter { $0.identity.family == "control-indicators" }
      .map { book in
        book.rules.map(\.id).flatMap { (try? limits($0)) ?? [] }
          .filter { $0.measure == "building_coefficient" }.map(\.description)
      }
    #expect(coefficients == [["building_coefficient >= 30 %"], ["building_coefficient >= 40 %"]])
    for book in RulebookLibrary.shipped.books where book.identity.family == "control-indicators" {
      let measures = book.rules.flatMap(\.readings).flatMap { $0.test.comparisons }.map(
        \.measure.text)
      #expect(!measures.contains("building_density"), "\(book.id)")
    }
    let facts = MadeFacts([
      "building_density": 0.4, "building_coefficient": 0.1, "industrial": true,
    ])
    let found = try #require(RulebookLibrary.shipped.rule("SP-09"))
    #expect(Judge().judge(found.rule, of: found.book.identity, facts).verdict == .met)
  }

  @Test("zombie enterprises: a third of one base stock each year, or half of each year's stock")
  func zombies() throws {
    for (id, last, limit) in [
      ("JX4-15a", 2018, "1/3 * zombies(date('2017-12-31'))"),
      ("JX4-15b", 2019, "2/3 * zombies(date('2017-12-31'))"),
      ("JX4-15c", 2020, "zombies(date('2017-12-31'))"),
    ] {
      let measure = "zombies_cleared(date('2017-12-31'), date('\(last)-12-31'))"
      #expect(Set(try limits(id)) == held(.atLeast, limit, "家", [measure]))
      #expect(RulebookLibrary.shipped.rule(id)?.rule.applies.year == last)
    }
    #expect(
      Set(try limits("JZ-06"))
        == held(.atLeast, "50", "%", ["zombies_cleared(year_begin, as_of) / zombies(year_begin)"]))
  }
}
