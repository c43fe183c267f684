import LandTestSupport
import Testing

@testable import LandRulebook

@Suite("a limit per 亩 over an area in square metres") struct MuTests {
  static let test = """
    test: {measure: fixed_investment_wan / planar_area_m2, compare: at_least, limit: 400, unit: 万元/亩}
    """

  private func verdict(_ wan: Double, _ squareMetres: Double) throws -> Judgement {
    try Made.judge(
      Self.test, subject: "project",
      MadeFacts([
        "fixed_investment_wan": .number(wan), "planar_area_m2": .number(squareMetres),
      ]))
  }

  @Test("exactly at the limit is met, a hundred yuan less is not")
  func exactly() throws {
    let book = try Made.book(Made.rule(Self.test, subject: "project"))
    var random = SeededGenerator(seed: 400)
    for _ in 0..<500 {
      // Square metres in hundredths: 400 万元 each 10000/15 m² are 0.6 万元 each square metre.
      let hundredths = Int.random(in: 10_000...10_000_000_000, using: &random)
      let area = Double(hundredths) / 100
      let wan = Double(hundredths) * 6 / 1000
      for (offset, expected) in [(0.0, Verdict.met), (0.01, .met), (-0.01, .notMet)] {
        let facts = MadeFacts([
          "fixed_investment_wan": .number(wan + offset), "planar_area_m2": .number(area),
        ])
        let judgement = Judge().judge(book.rules[0], of: book.identity, facts)
        #expect(judgement.verdict == expected, "\(wan + offset) 万元 on \(area) m²")
      }
    }
  }

  @Test("value and limit are shown in the limit's unit")
  func shown() throws {
    let trace = try #require(try verdict(1_200_000, 2_000_000).deciding)
    #expect(trace.number == 400)
    #expect(trace.limitNumber == 400)
    #expect(trace.unitName == "万元/亩")
  }

  @Test(
    "a unit of another kind is refused",
    arguments: ["亩", "万元", "亩/万元", "万美元/亩", "%", "1", "万元/人"])
  func refused(unit: String) {
    let content = """
      test: {measure: fixed_investment_wan / planar_area_m2, compare: at_least, limit: 400, unit: "\(unit)"}
      """
    #expect(throws: (any Error).self) {
      try Made.book(Made.rule(content, subject: "project"))
    }
  }

  @Test(
    "any unit of the same kind will do",
    arguments: [("万元/公顷", 6000), ("元/m2", 6000), ("亿元/km2", 60)])
  func accepted(unit: String, limit: Int) throws {
    let content = """
      test: {measure: fixed_investment_wan / planar_area_m2, compare: at_least, limit: \(limit), unit: \(unit)}
      """
    let met = MadeFacts(["fixed_investment_wan": 600, "planar_area_m2": 1000])
    let missed = MadeFacts(["fixed_investment_wan": 599.99, "planar_area_m2": 1000])
    #expect(try Made.judge(content, subject: "project", met).verdict == .met)
    #expect(try Made.judge(content, subject: "project", missed).verdict == .notMet)
  }
}
