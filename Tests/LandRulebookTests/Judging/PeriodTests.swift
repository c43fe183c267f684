import LandCadastre
import Testing

@testable import LandRulebook

@Suite("periods are counted by the calendar") struct PeriodTests {
  private func verdict(
    _ compare: String, _ limit: String, from: String, on day: String
  ) throws -> Verdict? {
    let content =
      "test: {measure: elapsed(agreed_start_date), compare: \(compare), limit: \(limit)}"
    return try Made.judge(
      content, subject: "project", MadeFacts(["agreed_start_date": .day(from)], on: day)
    ).verdict
  }

  @Test(
    "a period is over from the day after its last day",
    arguments: [
      ("1, unit: 年", "2022-10-07", "2023-10-07"), ("2, unit: 年", "2022-10-07", "2024-10-07"),
      ("1, unit: 年", "2020-02-29", "2021-02-28"), ("4, unit: 年", "2020-02-29", "2024-02-29"),
      ("1, unit: 年", "2019-02-28", "2020-02-28"), ("1, unit: 月", "2025-01-31", "2025-02-28"),
      ("1, unit: 月", "2024-01-31", "2024-02-29"), ("1, unit: 月", "2025-02-28", "2025-03-28"),
      ("6, unit: 月", "2024-08-31", "2025-02-28"), ("12, unit: 月", "2024-02-29", "2025-02-28"),
      ("30, unit: 日", "2025-01-01", "2025-01-31"), ("365, unit: 日", "2024-01-01", "2024-12-31"),
      ("1, unit: 日", "2024-12-31", "2025-01-01"), ("2/2, unit: 年", "2022-10-07", "2023-10-07"),
      ("0, unit: 日", "2024-12-31", "2024-12-31"), ("0, unit: 年", "2024-12-31", "2024-12-31"),
    ])
  func anniversaries(limit: String, from: String, last: String) throws {
    let before = CalendarDate.iso(last).adding(days: -1).description
    let after = CalendarDate.iso(last).adding(days: 1).description
    let expected: [(String, before: Verdict, on: Verdict, after: Verdict)] = [
      ("above", .notMet, .notMet, .met), ("at_least", .notMet, .met, .met),
      ("below", .met, .notMet, .notMet), ("at_most", .met, .met, .notMet),
      ("equals", .notMet, .met, .notMet),
    ]
    for (compare, earlier, same, later) in expected {
      #expect(try verdict(compare, limit, from: from, on: before) == earlier, "\(compare)")
      #expect(try verdict(compare, limit, from: from, on: last) == same, "\(compare)")
      #expect(try verdict(compare, limit, from: from, on: after) == later, "\(compare)")
    }
  }

  @Test("a day that is still to come has not passed")
  func future() throws {
    #expect(try verdict("above", "1, unit: 年", from: "2026-01-01", on: "2025-01-01") == .notMet)
    #expect(try verdict("at_least", "0, unit: 日", from: "2025-01-02", on: "2025-01-01") == .notMet)
    #expect(try verdict("below", "1, unit: 日", from: "2026-01-01", on: "2025-01-01") == .met)
  }

  @Test("a period between two days does not look at the as-of date, also backwards")
  func betweenDays() throws {
    let content = """
      test: {measure: "elapsed(agreed_start_date, agreed_finish_date)", compare: above, limit: 1, unit: 年}
      """
    func judged(_ to: String) throws -> Judgement {
      try Made.judge(
        content, subject: "project",
        MadeFacts([
          "agreed_start_date": .day("2022-03-01"), "agreed_finish_date": .day(to),
        ]))
    }
    #expect(try judged("2023-03-01").verdict == .notMet)
    #expect(try judged("2023-03-02").verdict == .met)
    let backwards = try judged("2022-02-01")
    #expect(backwards.verdict == .notMet)
    #expect(backwards.deciding?.number == -28)
    #expect(backwards.deciding?.limitNumber == 365)
    #expect(backwards.deciding?.unitName == "d")
  }

  @Test("without its day a period is not known")
  func unknown() throws {
    let content = "test: {measure: elapsed(agreed_start_date), compare: above, limit: 1, unit: 年}"
    let judgement = try Made.judge(content, subject: "project", MadeFacts())
    #expect(judgement.verdict == .unknown(missing: ["agreed_start_date"]))
  }

  @Test(
    "a period is held against a whole number of years, months or days",
    arguments: [
      "1.5, unit: 年", "1", "1, unit: 亩", "1, unit: '1'", "tax_wan, unit: 年", "'date(1)', unit: 年",
      "99999999999999999999, unit: 年", "100001, unit: 日",
    ])
  func refused(limit: String) {
    #expect(throws: (any Error).self) {
      try verdict("above", limit, from: "2020-01-01", on: "2025-01-01")
    }
  }

  @Test("days are held against days")
  func days() throws {
    func verdict(_ compare: String, _ day: String) throws -> Verdict? {
      try Made.judge(
        "test: {measure: signed_date, compare: \(compare), limit: \"date('2018-12-31')\"}",
        subject: "project", MadeFacts(["signed_date": .day(day)])
      ).verdict
    }
    #expect(try verdict("at_most", "2018-12-31") == .met)
    #expect(try verdict("below", "2018-12-31") == .notMet)
    #expect(try verdict("above", "2019-01-01") == .met)
    #expect(try verdict("equals", "2018-12-30") == .notMet)
  }
}
