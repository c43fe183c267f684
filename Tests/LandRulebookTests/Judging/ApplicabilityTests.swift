import Testing

@testable import LandRulebook

@Suite("a rule applies to some, from a day, until a day") struct ApplicabilityTests {
  private func verdict(
    _ applies: String, subject: String = "zone", _ facts: MadeFacts
  ) throws -> Verdict? {
    var facts = facts
    facts.values["territory"] = "36"
    return try Made.judge(
      "applies: {\(applies)}\n    test: {measure: territory, in: ['36']}", subject: subject, facts
    ).verdict
  }

  @Test("to zones of a level")
  func levels() throws {
    let level = "level: [provincial, other]"
    #expect(try verdict(level, MadeFacts(["zone_level": "provincial"])) == .met)
    #expect(try verdict(level, MadeFacts(["zone_level": "other"])) == .met)
    #expect(try verdict(level, MadeFacts(["zone_level": "national"])) == .notApplicable)
    #expect(try verdict(level, MadeFacts()) == .unknown(missing: ["zone_level"]))
  }

  @Test("to industries of the edition of 2017")
  func industries() throws {
    func judged(_ code: String?, _ edition: Double?) throws -> Verdict? {
      var facts = MadeFacts()
      facts.values["industry_code"] = code.map { .text($0) }
      facts.values["industry_edition"] = edition.map { .number($0) }
      return try verdict("industry: ['13-31', '40']", subject: "project", facts)
    }
    for code in ["13", "1310", "C31", "40", "2021"] { #expect(try judged(code, 2017) == .met) }
    for code in ["12", "32", "39", "41"] { #expect(try judged(code, 2017) == .notApplicable) }
    #expect(try judged("32", 2002) == .met)
    #expect(try judged(nil, 2017) == .unknown(missing: ["industry_code"]))
    #expect(try judged("37", 2002) == .unknown(missing: ["gbt4754_2002_to_2017[37]"]))
    // Without an edition: 20 is 20, 33 is 33 or 32, 32 is 32 or 31, 31 is 31 or 30.
    #expect(try judged("20", nil) == .met)
    #expect(try judged("33", nil) == .notApplicable)
    #expect(try judged("32", nil) == .unknown(missing: ["industry_edition"]))
    #expect(try judged("31", nil) == .met)
  }

  @Test("to industry and storage")
  func landUse() throws {
    let use = "land_use: industrial"
    #expect(try verdict(use, subject: "parcel", MadeFacts(["industrial": true])) == .met)
    #expect(try verdict(use, subject: "parcel", MadeFacts(["industrial": false])) == .notApplicable)
    #expect(try verdict(use, subject: "parcel", MadeFacts()) == .unknown(missing: ["land_use"]))
  }

  @Test("from its first day until its last, both counted")
  func days() throws {
    let span = "from: 2018-12-25, until: 2020-12-31"
    for (day, expected) in [
      ("2018-12-24", Verdict.notApplicable), ("2018-12-25", .met), ("2020-12-31", .met),
      ("2021-01-01", .notApplicable),
    ] { #expect(try verdict(span, MadeFacts(on: day)) == expected, "\(day)") }
    #expect(try verdict("from: 2018-12-25", MadeFacts(on: "2018-12-25")) == .met)
    #expect(try verdict("until: 2018-12-25", MadeFacts(on: "2018-12-26")) == .notApplicable)
    #expect(
      try verdict("until: 2018-12-25, level: [other]", MadeFacts(on: "2019-01-01"))
        == .notApplicable)
  }

  @Test("under a condition; what is not known about it leaves the rule open")
  func condition() throws {
    let when = "when: {measure: central_city, is: true}"
    #expect(try verdict(when, MadeFacts(["central_city": true])) == .met)
    #expect(try verdict(when, MadeFacts(["central_city": false])) == .notApplicable)
    #expect(try verdict(when, MadeFacts()) == .unknown(missing: ["central_city"]))
    let both = "level: [other], " + when
    #expect(try verdict(both, MadeFacts()) == .unknown(missing: ["zone_level", "central_city"]))
    #expect(try verdict(both, MadeFacts(["central_city": false])) == .notApplicable)
    #expect(try verdict(both, MadeFacts(["zone_level": "national"])) == .notApplicable)
  }

  @Test("the goal of a year looks at that year, and is not missed before the year is over")
  func years() throws {
    func judged(_ tax: Double?, on day: String) throws -> Judgement {
      var facts = MadeFacts(on: day)
      facts.years = [2019: ["tax_wan": 1], 2021: ["tax_wan": 1]]
      facts.years[2020] = tax.map { ["tax_wan": .number($0)] }
      return try Made.judge(
        "applies: {year: 2020}\n    test: {measure: tax_wan, compare: at_least, limit: 10, unit: 万元}",
        facts)
    }
    for day in ["2020-12-31", "2021-01-01", "2025-06-30"] {
      #expect(try judged(10, on: day).verdict == .met)
      #expect(try judged(9, on: day).verdict == .notMet)
      #expect(try judged(nil, on: day).verdict == .unknown(missing: ["tax_wan"]))
    }
    #expect(try judged(10, on: "2020-12-30").verdict == .met)
    for tax in [9, nil] as [Double?] {
      let early = try judged(tax, on: "2020-12-30")
      #expect(early.verdict == .notApplicable && early.isNotDue)
      #expect(try !judged(tax, on: "2020-12-31").isNotDue)
    }
  }

  @Test("a rule that does not apply measures nothing")
  func nothingMeasured() throws {
    let judgement = try Made.judge(
      "applies: {level: [other]}\n    test: {measure: tax_wan, compare: above, limit: 1, unit: 万元}",
      MadeFacts(["zone_level": "national"]))
    #expect(judgement.verdict == .notApplicable)
    #expect(judgement.deciding == nil && judgement.readings.isEmpty && judgement.inputs.isEmpty)
  }
}
