import LandCadastre
import LandLayers
import Testing

@testable import LandRulebook

@Suite("industry codes by edition, and tables") struct IndustryTests {
  private func facts(_ code: String?, _ edition: Double?) -> MadeFacts {
    var facts = MadeFacts()
    facts.values["industry_code"] = code.map { .text($0) }
    facts.values["industry_edition"] = edition.map { .number($0) }
    return facts
  }

  private func industry(_ wanted: Int, _ code: String?, _ edition: Double?) throws -> Evaluated {
    try MadeFormula.value("industry(\(wanted))", of: .project, facts(code, edition))
  }

  @Test(
    "a code is carried over from edition to edition",
    arguments: [
      (2017, "37", 2017.0, "37"), (2002, "13", 2002, "13"), (2002, "C3610", 2017, "37"),
      (2002, "30", 2017, "31"), (2002, "2431", 2017, "42"), (2002, "2411", 2017, "24"),
      (2002, "291", 2017, "29"), (2002, "2929", 2017, "30"), (2002, "38", 2011, "39"),
      (2017, "29", 2002, "29"), (2017, "30", 2002, "29"), (2017, "31", 2002, "30"),
      (2017, "43", 2002, "42"), (2017, "C 1310", 2017, "1310"), (2002, "2431", 2002, "2431"),
    ])
  func carried(wanted: Int, code: String, edition: Double, expected: String) throws {
    #expect(try industry(wanted, code, edition).value == .text(expected))
  }

  @Test(
    "what cannot be carried over is named",
    arguments: [
      (2002, "24", 2017.0, "gbt4754_2017_to_2002[24]"),
      (2002, "43", 2017, "gbt4754_2017_to_2002[43]"),
      (2017, "37", 2002, "gbt4754_2002_to_2017[37]"),
      (2017, "4210", 2002, "gbt4754_2002_to_2017[4210]"),
      (2002, "99", 2017, "gbt4754_2017_to_2002[99]"), (2017, "13", 1984, "industry_edition"),
    ])
  func notCarried(wanted: Int, code: String, edition: Double, name: String) throws {
    let value = try industry(wanted, code, edition)
    #expect(value.value == nil && value.missing == [name])
  }

  @Test("without an edition all of them are tried: one code, several, or none that can be told")
  func unknownEdition() throws {
    #expect(try industry(2002, "13", nil).value == .text("13"))
    #expect(try industry(2002, "30", nil).value == .oneOf(["30", "31"]))
    #expect(try industry(2017, "31", nil).value == .oneOf(["31", "30"]))
    let untold = try industry(2002, "43", nil)
    #expect(untold.value == nil && untold.missing == ["industry_edition"])
  }

  @Test("no code, or what is none, is a missing code", arguments: [nil, "C", "制造业", "1", "C3"])
  func noCode(code: String?) throws {
    #expect(try industry(2017, code, 2017).missing == ["industry_code"])
  }

  @Test("candidates that agree on a row decide, others do not")
  func candidatesInTables() throws {
    func ratio(_ code: String) throws -> Evaluated {
      try MadeFormula.value("far_2008(industry(2002))", of: .project, facts(code, nil))
    }
    // 2002: 32 and 33 have one figure; 30 and 31 have two.
    #expect(try ratio("32").number == 0.6)
    #expect(try ratio("30").missing == ["industry_edition"])
    #expect(try ratio("13").number == 1)
  }

  @Test("candidates are held against codes and forms, and have to agree")
  func candidatesInTests() throws {
    func verdict(_ condition: String) throws -> Verdict? {
      try Made.judge(
        "test: {measure: industry(2002), \(condition)}", subject: "project", facts("30", nil)
      ).verdict
    }
    #expect(try verdict("in: ['30', '31']") == .met)
    #expect(try verdict("in: ['13', '14']") == .notMet)
    #expect(try verdict("in: ['30', '14']") == .unknown(missing: ["industry_edition"]))
    #expect(try verdict("matches: '3[0-9]'") == .met)
    #expect(try verdict("matches: '4.'") == .notMet)
    #expect(try verdict("matches: '.0'") == .unknown(missing: ["industry_edition"]))
  }

  @Test("the longest prefix counts, a row of null is known to be missing")
  func tables() throws {
    let tables = """
      tables:
        - id: floors
          label: {zh: 表, en: table}
          unit: 万元/亩
          rows: {"13": 2, "131": 3, "14": null, "141": 5, C: 7}
        - {id: words, label: {zh: 词, en: words}, rows: {"1": one, "2": null}}
      """
    let book = try Made.book(tables)
    func row(_ code: String) -> RuleTable.Row? { book.tables[0].row(for: code) }
    #expect(row("13") == .number(2) && row("1399") == .number(2))
    #expect(row("131") == .number(3) && row("1310") == .number(3))
    #expect(row("14") == .missing && row("149") == .missing && row("1412") == .number(5))
    #expect(row("1") == nil && row("") == nil && row("15") == nil && row("C13") == .number(7))
    #expect(book.tables[1].row(for: "12") == .text("one"))
    let facts = MadeFacts(["name": "1490", "tax_wan": 2])
    let limit =
      "test: {measure: main_revenue_wan / land_base_mu, compare: above, limit: floors(name), unit: 万元/亩}"
    let whole = try Made.book(tables + "\n" + Made.rule(limit))
    let missing = Judge().judge(whole.rules[0], of: whole.identity, facts).missing
    #expect(missing == ["main_revenue_wan", "land_base_mu", "floors[1490]"])
  }
}
