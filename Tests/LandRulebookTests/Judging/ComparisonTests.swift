import LandLayers
import LandTestSupport
import Testing

@testable import LandRulebook

@Suite("a figure held against its limit") struct ComparisonTests {
  static let words: [(String, below: Bool, at: Bool, above: Bool)] = [
    ("below", true, false, false), ("at_most", true, true, false), ("above", false, false, true),
    ("at_least", false, true, true), ("equals", false, true, false),
  ]

  private func verdict(
    _ compare: String, _ limit: String, _ facts: MadeFacts, measure: String = "tax_wan / rd_wan",
    unit: String = "'1'"
  ) throws -> Verdict? {
    try Made.judge(
      "test: {measure: \(measure), compare: \(compare), limit: \(limit), unit: \(unit)}", facts
    ).verdict
  }

  @Test("不足 and 超过 leave the figure out, 以上 and 以下 take it in", arguments: words)
  func atTheLimit(compare: String, below: Bool, at: Bool, above: Bool) throws {
    for (value, expected) in [(299.99, below), (300, at), (300.01, above)] {
      let facts = MadeFacts(["tax_wan": .number(value), "rd_wan": 1])
      #expect(try verdict(compare, "300", facts) == (expected ? .met : .notMet), "\(value)")
    }
  }

  @Test("a value that only binary rounding parts from the limit is at the limit", arguments: words)
  func rounding(compare: String, below: Bool, at: Bool, above: Bool) throws {
    let cases: [(part: Double, whole: Double, limit: String, unit: String)] = [
      (333.33, 999.99, "1/3", "'1'"), (0.1 + 0.2, 1, "0.3", "'1'"), (0.07 * 3, 0.7, "0.3", "'1'"),
      (0.7 * 1.1, 1, "0.77", "'1'"), (28.5, 30, "95", "'%'"), (0.29, 1, "29", "'%'"),
      (1.1 * 1.1, 1.1, "1.1", "'1'"), (-0.3, 1, "-(0.1 + 0.2)", "'1'"),
      (1e9 / 3, 1e9, "1/3", "'1'"),
    ]
    for (part, whole, limit, unit) in cases {
      let facts = MadeFacts(["tax_wan": .number(part), "rd_wan": .number(whole)])
      let found = try verdict(compare, limit, facts, unit: unit)
      #expect(found == (at ? .met : .notMet), "\(part) / \(whole) \(compare) \(limit)")
    }
  }

  @Test("95 % of a sum of many parts is 95 %, a millionth less is not", arguments: words)
  func shareOfSums(compare: String, below: Bool, at: Bool, above: Bool) throws {
    let book = try Made.book(
      Made.rule("test: {measure: tax_wan / rd_wan, compare: \(compare), limit: 95, unit: '%'}"))
    var random = SeededGenerator(seed: 95)
    for _ in 0..<100 {
      // Areas in hundredths, twentyfold, so that 95 % of the sum is a sum of hundredths too.
      let parts = (0..<300).map { _ in 20 * Int.random(in: 1...10_000_000, using: &random) }
      let whole = parts.reduce(0.0) { $0 + Double($1) / 100 }
      let disposed = parts.reversed().reduce(0.0) { $0 + Double($1 / 20 * 19) / 100 }
      for (factor, expected) in [(1 - 1e-6, below), (1, at), (1 + 1e-6, above)] {
        let facts = MadeFacts(["tax_wan": .number(disposed * factor), "rd_wan": .number(whole)])
        let judgement = Judge().judge(book.rules[0], of: book.identity, facts)
        #expect(judgement.verdict == (expected ? .met : .notMet), "\(disposed) of \(whole)")
      }
    }
  }

  @Test("a limit may be a formula, and what it lacks is named too")
  func formulaLimit() throws {
    let limit = "'0.7 * rd_wan + in_year(rd_wan, 2019)'"
    var facts = MadeFacts(["tax_wan": 9])
    func judged() throws -> Verdict? {
      try verdict("at_least", limit, facts, measure: "tax_wan", unit: "万元")
    }
    #expect(try judged() == .unknown(missing: ["rd_wan", "rd_wan[2019]"]))
    facts.years = [2024: ["rd_wan": 10], 2019: ["rd_wan": 2]]
    #expect(try judged() == .met)
    facts.years[2019] = ["rd_wan": 2.01]
    #expect(try judged() == .notMet)
  }

  @Test(
    "a soft clause that is missed needs reasons",
    arguments: [
      ("strict", Verdict.notMet), ("general", .needsReasons), ("principle", .needsReasons),
    ])
  func softness(softness: String, miss: Verdict) throws {
    func judged(_ facts: MadeFacts) throws -> Verdict? {
      try Made.judge(
        "test: {measure: tax_wan, compare: at_least, limit: 10, unit: 万元}", softness: softness,
        facts
      ).verdict
    }
    #expect(try judged(MadeFacts(["tax_wan": 10])) == .met)
    #expect(try judged(MadeFacts(["tax_wan": 9.99])) == miss)
    #expect(try judged(MadeFacts()) == .unknown(missing: ["tax_wan"]))
  }

  @Test("yes and no, codes, forms, lists")
  func others() throws {
    func judged(_ test: String, _ facts: MadeFacts) throws -> Verdict? {
      try Made.judge("test: {\(test)}", subject: "project", facts).verdict
    }
    let facts = MadeFacts([
      "phased": false, "document_kind": "grant", "contract_clauses": .list(["a", "b"]),
    ])
    #expect(try judged("measure: phased, is: false", facts) == .met)
    #expect(try judged("measure: phased, is: true", facts) == .notMet)
    #expect(try judged("measure: started, is: true", facts) == .unknown(missing: ["started"]))
    #expect(try judged("measure: document_kind, in: [grant, lease]", facts) == .met)
    #expect(try judged("measure: document_kind, in: lease", facts) == .notMet)
    #expect(try judged("measure: document_kind, matches: 'gr.*'", facts) == .met)
    #expect(try judged("measure: document_kind, matches: 'gr'", facts) == .notMet)
    #expect(
      try judged("measure: cause_class, in: [own]", facts) == .unknown(missing: ["cause_class"]))
    #expect(try judged("measure: contract_clauses, includes: [b, a]", facts) == .met)
    #expect(try judged("measure: contract_clauses, includes: [b, c]", facts) == .notMet)
  }
}
