import Testing

@testable import LandRulebook

@Suite("formulas are read") struct FormulaParserTests {
  @Test(
    "operations bind as in arithmetic",
    arguments: [
      ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("8 / 4 / 2", 1), ("8 - 4 - 2", 2),
      ("8 / (4 / 2)", 4),
      ("2 * 3 - 4 / 2", 4), ("-2 * 3", -6), ("2 * -3", -6), ("-(1 + 2)", -3), ("--2", 2),
      ("- 2 + 3", 1), ("1 - -1", 2), ("6×2÷3", 4), ("  7 ", 7), ("((((7))))", 7),
      ("min(1, 2) + max(3, 4)", 5), ("abs(1 - 3) * 2", 4), ("min(1 + 1, 2 * 3)", 2),
      ("abs (-1)", 1),
    ])
  func arithmetic(text: String, value: Double) throws {
    #expect(try MadeFormula.value(text).number == value)
  }

  @Test(
    "a formula that breaks off or goes astray says where",
    arguments: [
      ("§", "ends too early"), ("1 + §", "ends too early"), ("(1 + 2§", "“)” is missing"),
      ("abs(1§", "“)” is missing"), ("abs(1 §2)", "“)” is missing"), ("1 §2", "unexpected"),
      ("1 + 2§)", "unexpected"), ("§#1", "has no meaning"), ("1 * §* 2", "has no meaning"),
      ("§1.2.3", "not a number"), ("1 + §2..", "not a number"), ("'abc§", "closing quote"),
      ("§,", "has no meaning"), ("min(1,§)", "has no meaning"), ("1 + §。", "has no meaning"),
    ])
  func faults(marked: String, words: String) throws {
    let formula = Marked(marked)
    let error = try #require(throws: FormulaError.self) { try FormulaParser.parse(formula.text) }
    #expect(error.offset == formula.column - 1)
    #expect(error.en.contains(words))
    #expect(!error.zh.isEmpty)
  }

  @Test("brackets nest to a depth that no formula has, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(try MadeFormula.value(nested(49)).number == 1)
    for depth in [51, 10_000] {
      let error = try #require(throws: FormulaError.self) {
        try FormulaParser.parse(nested(depth))
      }
      #expect(error.en.contains("nested"))
    }
    #expect(throws: FormulaError.self) {
      try FormulaParser.parse(String(repeating: "-", count: 10_000) + "1")
    }
    #expect(throws: FormulaError.self) {
      try FormulaParser.parse(String(repeating: "abs(", count: 10_000) + "1")
    }
  }

  @Test("a long chain of additions is not deep")
  func chain() throws {
    let text = Array(repeating: "1", count: 200).joined(separator: " + ")
    #expect(try MadeFormula.value(text).number == 200)
  }
}
