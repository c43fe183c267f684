import Testing

@testable import LandRulebook

@Suite("a clause that can be read in several ways") struct ReadingTests {
  static let clause = """
    readings:
          - {id: R1, label: {zh: 一, en: one}, test: {measure: tax_wan, compare: below, limit: 5, unit: 万元}}
          - {id: R2, label: {zh: 二, en: two}, test: {measure: rd_wan, compare: below, limit: 5, unit: 万元}}
        decides: R2
        chosen_by: supply_reading
    """

  private func judged(
    _ facts: [String: RuleValue], chosen: String? = nil, softness: String = "strict"
  ) throws -> Judgement {
    var made = MadeFacts(facts)
    if let chosen { made.chosen = ["supply_reading": chosen, "per_mu_base": "R9"] }
    return try Made.judge(Self.clause, softness: softness, made)
  }

  @Test("the one that decides gives the verdict, the others stand beside it")
  func deciding() throws {
    let judgement = try judged(["tax_wan": 9, "rd_wan": 1])
    #expect(judgement.verdict == .met && judgement.reading == "R2")
    #expect(judgement.readings.map(\.id) == ["R2", "R1"])
    #expect(judgement.readings.map(\.verdict) == [.met, .notMet])
    #expect(judgement.deciding?.measure.text == "rd_wan")
    #expect(judgement.inputs.map(\.name) == ["rd_wan"])
    #expect(judgement.readingsDiffer)
  }

  @Test("the zone may choose another")
  func chosen() throws {
    let judgement = try judged(["tax_wan": 9, "rd_wan": 1], chosen: "R1")
    #expect(judgement.verdict == .notMet && judgement.reading == "R1")
    #expect(judgement.deciding?.number == 9 && judgement.readingsDiffer)
    #expect(try judged(["tax_wan": 9, "rd_wan": 1], chosen: "R7").reading == "R2")
    #expect(try judged(["tax_wan": 9], chosen: "R1").verdict == .notMet)
    #expect(try judged(["tax_wan": 9]).verdict == .unknown(missing: ["rd_wan"]))
  }

  @Test("readings differ only where the data allow both")
  func differing() throws {
    #expect(try !judged(["tax_wan": 1, "rd_wan": 1]).readingsDiffer)
    #expect(try !judged(["tax_wan": 9, "rd_wan": 9]).readingsDiffer)
    #expect(try !judged(["tax_wan": 9]).readingsDiffer)
    #expect(try !judged([:]).readingsDiffer)
  }

  @Test("a soft clause is soft under each reading")
  func soft() throws {
    let judgement = try judged(["tax_wan": 9, "rd_wan": 9], softness: "general")
    #expect(judgement.readings.map(\.verdict) == [.needsReasons, .needsReasons])
  }
}
