import LandCadastre
import LandLayers
import Testing

@testable import LandRulebook

@Suite("formulas are evaluated") struct EvaluationTests {
  @Test("numbers are reckoned in one unit and given back in any")
  func units() throws {
    let facts = MadeFacts(["main_revenue_wan": 300_000, "land_base_mu": 1000, "total_ha": 100])
    let perMu = try #require(Unit(name: "万元/亩"))
    let value = try #require(try MadeFormula.value("main_revenue_wan / land_base_mu", facts).number)
    #expect(perMu.value(ofBase: value) == 300)
    #expect(try MadeFormula.value("total_ha / land_base_mu", facts).number == 1.5)
  }

  @Test(
    "whatever is missing makes the result unknown and is named once",
    arguments: [
      ("tax_wan / rd_wan", ["rd_wan"]),
      ("rd_wan + high_tech_firms * rd_wan / high_tech_firms", ["rd_wan", "high_tech_firms"]),
      ("0 * rd_wan", ["rd_wan"]), ("min(tax_wan, rd_wan)", ["rd_wan"]),
      ("abs(-rd_wan)", ["rd_wan"]),
      ("elapsed(date('2020-01-01'), year_begin)", ["year_begin"]),
      ("far_2008('99')", ["far_2008[99]"]), ("attested('water')", ["attested(water)"]),
      ("events('pollution', 'serious', 3)", ["events(pollution,serious,3)"]),
      ("material('M01')", ["material(M01)"]), ("step('4.1')", ["step(4.1)"]),
      ("zombies(as_of)", ["as_of"]), ("zombies(date('2020-01-01'))", ["zombies(2020-01-01)"]),
      ("previous(rd_wan)", ["rd_wan[2023]"]), ("in_year(rd_wan, 2019)", ["rd_wan[2019]"]),
      ("stated('agreed_plot_ratio')", ["stated(agreed_plot_ratio)"]),
    ])
  func missing(formula: String, names: [String]) throws {
    let value = try MadeFormula.value(formula, MadeFacts(["tax_wan": 5]))
    #expect(value.value == nil)
    #expect(value.missing == names)
  }

  @Test("a denominator of zero is named, and so is what is missing beside it")
  func zeroDenominator() throws {
    let facts = MadeFacts(["tax_wan": 5, "rd_wan": 0, "land_base_mu": 0])
    #expect(try MadeFormula.value("tax_wan / rd_wan", facts).missing == ["rd_wan=0"])
    #expect(
      try MadeFormula.value("tax_wan / (rd_wan - 0 * tax_wan)", facts).missing == [
        "rd_wan-0*tax_wan=0"
      ])
    #expect(try MadeFormula.value("1 / 0", facts).missing == ["0=0"])
    #expect(
      try MadeFormula.value("exports_usd / land_base_mu", facts).missing
        == ["exports_usd", "land_base_mu=0"])
    #expect(try MadeFormula.value("0 / tax_wan * rd_wan", facts).number == 0)
  }

  @Test("a figure beyond all numbers is not known")
  func infinite() throws {
    let facts = MadeFacts(["tax_wan": 1e300, "rd_wan": 1e-300])
    #expect(try MadeFormula.value("tax_wan / rd_wan", facts).value == nil)
    #expect(try MadeFormula.value("tax_wan * tax_wan", facts).value == nil)
    #expect(try MadeFormula.value("tax_wan * tax_wan", facts).missing == ["finite"])
  }

  @Test("facts that went in are recorded, each once, the missing ones too")
  func inputs() throws {
    var evaluation = FormulaEvaluation(MadeFacts(["tax_wan": 5]), year: 2020)
    let formula = try MadeFormula.link("tax_wan / (rd_wan + tax_wan) + supplied_m2 / supplied_m2")
    _ = evaluation.evaluate(formula.formula)
    #expect(evaluation.inputs.map(\.name) == ["tax_wan[2020]", "rd_wan[2020]", "supplied_m2"])
    #expect(evaluation.inputs.map(\.note) == ["tax_wan[2020]=5@", "rd_wan[2020]=", "supplied_m2="])
  }

  @Test("a rule that names no year takes the last that is over")
  func lastYear() throws {
    var facts = MadeFacts(on: "2025-12-30")
    facts.years = [2023: ["tax_wan": 3], 2024: ["tax_wan": 4], 2025: ["tax_wan": 5]]
    #expect(try MadeFormula.value("tax_wan", facts).number == 40_000)
    #expect(try MadeFormula.value("previous(tax_wan)", facts).number == 30_000)
    facts.asOf = .iso("2025-12-31")
    #expect(try MadeFormula.value("tax_wan", facts).number == 50_000)
    #expect(try MadeFormula.value("previous(tax_wan)", facts).number == 40_000)
  }

  @Test("the year before is that before the rule's year, and ends with the call")
  func otherYears() throws {
    var facts = MadeFacts()
    facts.years = [
      2018: ["tax_wan": 1], 2019: ["tax_wan": 2], 2020: ["tax_wan": 6], 2024: ["tax_wan": 9],
    ]
    let growth = "(tax_wan - previous(tax_wan)) / previous(tax_wan)"
    #expect(try MadeFormula.value(growth, facts, year: 2020).number == 2)
    #expect(try MadeFormula.value("in_year(tax_wan, 2018) / tax_wan", facts).number == 1.0 / 9)
    #expect(
      try MadeFormula.value("previous(previous(tax_wan))", facts, year: 2020).number == 10_000)
    #expect(try MadeFormula.value("in_year(previous(tax_wan), 2020)", facts).number == 20_000)
    #expect(
      try MadeFormula.value("previous(tax_wan)", facts, year: 2018).missing == ["tax_wan[2017]"])
  }

  @Test(
    "a year that is not known, or is none, is not the usual year",
    arguments: [
      ("in_year(tax_wan, leading_industries / leading_industries)", ["leading_industries"]),
      ("in_year(tax_wan, 1 / 0)", ["0=0"]), ("in_year(tax_wan, 2020.5)", ["tax_wan[2020.5]"]),
      ("in_year(tax_wan, 99999999999999999999)", ["tax_wan[1e+20]"]),
      ("events('pollution', 'serious', 99999999999999999999)", ["events"]),
      ("events('pollution', 'serious', -1)", ["events"]),
    ])
  func noYear(formula: String, names: [String]) throws {
    var facts = MadeFacts(["tax_wan": 1])
    facts.years = [2024: ["tax_wan": 9]]
    let value = try MadeFormula.value(formula, facts)
    #expect(value.value == nil && value.missing == names)
  }

  @Test("the greater, the smaller, the bare amount, a day")
  func functions() throws {
    let facts = MadeFacts(["tax_wan": 5, "rd_wan": 7])
    #expect(try MadeFormula.value("min(tax_wan, rd_wan)", facts).number == 50_000)
    #expect(try MadeFormula.value("max(tax_wan, rd_wan)", facts).number == 70_000)
    #expect(try MadeFormula.value("abs(tax_wan - rd_wan)", facts).number == 20_000)
    #expect(try MadeFormula.value("date('2020-02-29')").date == .iso("2020-02-29"))
    let span = try MadeFormula.value("elapsed(date('2020-01-01'))").value
    #expect(span == .period(from: .iso("2020-01-01"), to: .iso("2025-06-30")))
  }
}
