import LandGeometry
import LandLayers
import Testing

@testable import LandRulebook

@Suite("names and units in formulas") struct FormulaLinkerTests {
  @Test(
    "what makes no sense is refused at its place",
    arguments: [
      ("main_revenue_wan / §land_bse_mu", "did you mean land_base_mu?"),
      ("main_revenue_wan / §nothing_like_it", "no fact, input or measure of a zone"),
      ("tax_wan + (1 - §x) * tax_wan", "no fact, input or measure"),
      ("main_revenue_wan §+ land_base_mu", "different units"),
      ("main_revenue_wan §- 1", "different units"),
      ("tax_wan - main_revenue_wan §+ exports_usd", "different units"),
      ("1 + 'a' §* 2", "only numbers"), ("central_city §+ 1", "only numbers"),
      ("1 + §-'a'", "negated"), ("§-central_city", "negated"),
      ("1 / §nothing(1)", "no function or table"), ("1 + §abs('x')", "abs takes"),
      ("§abs(1, 2)", "abs takes"), ("§abs()", "abs takes"),
      ("2 * §min(tax_wan, land_base_mu)", "min takes"), ("§max(1)", "max takes"),
      ("1 + §previous(supplied_m2)", "previous takes a yearly statistic"),
      ("§previous(residents / supplied_m2)", "previous takes a yearly statistic"),
      ("§previous(1)", "previous takes a yearly statistic"),
      ("§in_year(as_of, 2020)", "in_year takes a yearly statistic"),
      ("§previous()", "previous takes"), ("§previous(tax_wan, 2020)", "previous takes"),
      ("§in_year(tax_wan)", "in_year takes"), ("§in_year(tax_wan, '2020')", "in_year takes"),
      ("§in_year(tax_wan, tax_wan)", "in_year takes"), ("§elapsed(tax_wan)", "elapsed takes"),
      ("§elapsed(as_of, as_of, as_of)", "elapsed takes"), ("§attested(1)", "attested takes"),
      ("§events('pollution', 'serious')", "events takes"),
      ("§events('pollution', 3, 'serious')", "events takes"), ("§zombies('x')", "zombies takes"),
      ("§zombies_cleared(as_of)", "zombies_cleared takes"), ("§date('2023-02-29')", "date takes"),
      ("§date(2023)", "date takes"), ("elapsed(§date('2023-2-1'))", "date takes"),
      ("§date('+023-02-01')", "date takes"), ("§date('2023-+2-01')", "date takes"),
      ("1 * §far_2008(1)", "far_2008 takes"), ("§far_2008()", "far_2008 takes"),
      ("§stated(1)", "stated takes"), ("§industry(2017)", "no industry code"),
    ])
  func faults(marked: String, words: String) throws {
    let formula = Marked(marked)
    let error = try #require(throws: FormulaError.self) { try MadeFormula.link(formula.text) }
    #expect(error.en.contains(words), "\(error.en)")
    #expect(error.offset == formula.column - 1)
    #expect(!error.zh.isEmpty)
  }

  @Test(
    "the edition of the industry code is a year of the standard",
    arguments: ["§industry('2002')", "§industry()", "§industry(2017, 2002)", "§industry(1999)"])
  func editions(marked: String) throws {
    let formula = Marked(marked)
    let error = try #require(throws: FormulaError.self) {
      try MadeFormula.link(formula.text, of: .parcel)
    }
    #expect(error.offset == 0 && error.en.contains("industry"))
  }

  @Test("units go through multiplication and division")
  func units() throws {
    let perMu = try #require(Unit(name: "万元/亩")?.dimension)
    #expect(try MadeFormula.link("main_revenue_wan / land_base_mu").kind == .number(perMu))
    #expect(try MadeFormula.link("2 * tax_wan / total_ha").kind == .number(perMu))
    #expect(try MadeFormula.link("tax_wan / tax_wan").kind == .number(.none))
    #expect(try MadeFormula.link("-(tax_wan + rd_wan)").kind == MadeFormula.link("tax_wan").kind)
    #expect(
      try MadeFormula.link("total_ha - supplied_m2").kind == MadeFormula.link("total_ha").kind)
  }

  @Test("a number is asked of a subject that has it")
  func subjects() throws {
    #expect(throws: FormulaError.self) { try MadeFormula.link("tax_wan", of: .parcel) }
    #expect(try MadeFormula.link("tax_wan", of: .enterprise).kind != .text)
    #expect(try MadeFormula.link("fixed_investment_wan", of: .project).kind != .text)
  }

  @Test("measures and tables of other books may be used")
  func otherBooks() throws {
    let first = Made.text(
      """
      measures:
        - {id: own_ratio, subject: zone, formula: 3 * tax_wan / rd_wan, label: {zh: 比, en: ratio}}
      tables:
        - {id: own_table, label: {zh: 表, en: table}, unit: 万元, rows: {a: 2}}
      """, id: "first")
    let second = Made.text(
      Made.rule("test: {measure: own_ratio, compare: equals, limit: 6, unit: '1'}")
        + "\nmeasures:\n  - {id: third, subject: zone, formula: own_table('a1') / tax_wan,"
        + " label: {zh: 三, en: third}}",
      id: "second")
    for texts in [[first, second], [second, first]] {
      let books = try Made.books(texts)
      let book = try #require(books.first { $0.id == "second" })
      let facts = MadeFacts(["tax_wan": 4, "rd_wan": 2])
      #expect(Judge().judge(book.rules[0], of: book.identity, facts).verdict == .met)
      var evaluation = FormulaEvaluation(facts)
      #expect(evaluation.evaluate(book.measures[0].measure.formula).number == 0.5)
    }
  }

  @Test(
    "an error in a measure's formula is found in that formula",
    arguments: [
      ("formula: tax_wan / §rd_wn", "did you mean rd_wan?"),
      ("formula: tax_wan §+ 1", "different units"),
      ("formula: 2 * §m", "defined by itself"), ("formula: '(1 + 2§'", "missing"),
      ("formula: §tax_wan", "not in 1"), ("formula: \"1 * §n\"", "n: m is defined by itself"),
    ])
  func measures(marked: String, words: String) throws {
    let book = Marked(
      Made.text(
        """
        measures:
          - {id: m, subject: zone, \(marked), label: {zh: 甲, en: m}}
          - {id: n, subject: zone, formula: m, label: {zh: 乙, en: n}}
        """))
    let error = try #require(throws: YAMLError.self) { try Made.book(whole: book.text) }
    #expect(error.message.en.contains(words), "\(error)")
    #expect(error.line == book.line && error.column == book.column, "\(error)")
  }

  @Test("measures that double at every step are refused, not counted out")
  func growth() throws {
    var lines = ["measures:", "  - {id: m0, subject: zone, formula: 1, label: {zh: 零, en: zero}}"]
    for step in 1...60 {
      lines.append(
        "  - {id: m\(step), subject: zone, formula: m\(step - 1) + m\(step - 1),"
          + " label: {zh: 倍, en: twice}}")
    }
    let body = lines.joined(separator: "\n")
    #expect(throws: YAMLError.self) { try Made.book(body) }
  }
}
