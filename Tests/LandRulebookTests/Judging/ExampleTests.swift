import LandGeometry
import Testing

@testable import LandRulebook

@Suite("made cases: events, papers, steps, attestations, registers") struct ExampleTests {
  /// What went wrong with the examples of a rule with one comparison.
  private func failures(
    _ test: String, subject: String = "zone", _ examples: [String]
  ) throws -> [String] {
    let lines = examples.map { "      - {\($0)}" }.joined(separator: "\n")
    let book = try Made.book(
      Made.rule("test: {\(test)}\n    examples:\n\(lines)", subject: subject))
    return ExampleCheck(book).failures.map(\.message.en).filter { !$0.hasPrefix("no example is") }
  }

  @Test("events count in the years up to the day, from a grade on")
  func events() throws {
    let whole = "events_complete: {pollution: [2022-07-01, 2025-06-30]}"
    let found = try failures(
      "measure: \"events('pollution', 'ordinary', 3)\", compare: equals, limit: 0, unit: 个",
      [
        "expect: unknown, missing: ['events(pollution,ordinary,3)']",
        "\(whole), expect: met, value: 0",
        "events: [{date: 2022-07-01, kind: pollution, grade: ordinary}], expect: notMet, value: 1",
        "events: [{date: 2022-06-30, kind: pollution, grade: serious}], expect: unknown",
        "events: [{date: 2022-06-30, kind: pollution, grade: serious}], \(whole), expect: met",
        "events: [{date: 2025-07-01, kind: pollution, grade: serious}], \(whole), expect: met",
        "events: [{date: 2024-01-01, kind: pollution, grade: minor}], \(whole), expect: met",
        "events: [{date: 2024-01-01, kind: safety, grade: serious}], \(whole), expect: met",
        "events: [{date: 2024-01-01, kind: pollution, grade: serious}], \(whole), expect: notMet",
        "events_complete: {pollution: [2022-07-02, 2025-06-30]}, expect: unknown",
        "events_complete: {pollution: [2022-07-01, 2025-06-29]}, expect: unknown",
        "events_complete: {safety: [2000-01-01, 2025-12-31]}, expect: unknown",
      ])
    #expect(found == [])
  }

  @Test("attestations, papers and steps: there, not there, nothing said")
  func recorded() throws {
    #expect(
      try failures(
        "measure: \"attested('water')\", is: true",
        [
          "attested: {water: true}, expect: met", "attested: {water: false}, expect: notMet",
          "attested: {fire: true}, expect: unknown, missing: [attested(water)]",
        ]) == [])
    #expect(
      try failures(
        "measure: \"material('M01')\", is: true",
        [
          "materials: [M02, M01], expect: met", "materials: [M02], expect: notMet",
          "materials: [], expect: notMet", "expect: unknown, missing: [material(M01)]",
        ]) == [])
    #expect(
      try failures(
        "measure: \"step('4.1')\", is: true",
        ["steps: ['4.1'], expect: met", "steps: ['4.2'], expect: notMet", "expect: unknown"]) == [])
    #expect(
      try failures(
        "measure: \"stated('agreed_plot_ratio')\", is: true", subject: "project",
        [
          "stated: {agreed_plot_ratio: true}, expect: met",
          "stated: {agreed_plot_ratio: false}, expect: notMet",
          "expect: unknown, missing: [stated(agreed_plot_ratio)]",
        ]) == [])
  }

  @Test("zombie enterprises: the stock of a day, and what of it is cleared by another")
  func zombies() throws {
    let register = """
      zombies: [{listed: 2017-12-31, cleared: 2018-12-31}, {listed: 2017-06-30, cleared: 2019-01-01},
      {listed: 2018-01-01, cleared: 2018-02-01}, {listed: 2016-01-01, cleared: 2017-12-31},
      {listed: 2016-01-01}]
      """.split(separator: "\n").joined(separator: " ")
    let stock = "measure: \"zombies(date('2017-12-31'))\", compare: equals, unit: 家"
    #expect(
      try failures(
        stock + ", limit: 3",
        [
          "\(register), expect: met, value: 3", "zombies: [], expect: notMet, value: 0",
          "expect: unknown, missing: [zombies(2017-12-31)]",
        ]) == [])
    let cleared = "measure: \"zombies_cleared(date('2017-12-31'), date('2018-12-31'))\""
    #expect(
      try failures(
        cleared + ", compare: equals, limit: 1, unit: 家", ["\(register), expect: met, value: 1"])
        == [])
  }

  @Test("statistics are those of the last full year, or of the rule's")
  func years() throws {
    #expect(
      try failures(
        "measure: tax_wan - previous(tax_wan), compare: above, limit: 0, unit: 万元",
        [
          "given: {tax_wan: 5}, year: {2023: {tax_wan: 4}}, expect: met, value: 1",
          "year: {2024: {tax_wan: 5}, 2023: {tax_wan: 5}}, expect: notMet",
          "given: {tax_wan: 5}, expect: unknown, missing: ['tax_wan[2023]']",
          "as_of: 2024-12-31, year: {2024: {tax_wan: 5}, 2023: {tax_wan: 4}}, expect: met",
          "as_of: 2024-12-30, year: {2024: {tax_wan: 5}, 2023: {tax_wan: 4}}, expect: unknown",
        ]) == [])
  }

  @Test("what comes out otherwise than an example says is a failure")
  func failing() throws {
    let test = "measure: tax_wan, compare: at_least, limit: 5, unit: 万元"
    let wrong = [
      "given: {tax_wan: 5}, expect: notMet", "given: {tax_wan: 4}, expect: met",
      "given: {tax_wan: 5}, expect: met, value: 6", "expect: unknown, missing: []",
      "given: {tax_wan: 5}, expect: met, readings: {R1: met}", "expect: met, value: 1",
    ]
    for example in wrong { #expect(try !failures(test, [example]).isEmpty, "\(example)") }
  }

  @Test("a rule without an example of each outcome is incomplete")
  func completeness() throws {
    func missing(_ examples: String) throws -> Int {
      let content =
        "test: {measure: tax_wan, compare: at_least, limit: 5, unit: 万元}\n    examples: [\(examples)]"
      return ExampleCheck(try Made.book(Made.rule(content))).failures.count
    }
    let met = "{given: {tax_wan: 5}, expect: met}"
    let missed = "{given: {tax_wan: 4}, expect: notMet}"
    #expect(try missing("") == 3)
    #expect(try missing(met) == 2)
    #expect(try missing("\(met), \(missed)") == 1)
    #expect(try missing("\(met), \(missed), {expect: unknown}") == 0)
    let figure = "measure: tax_wan\n    unit: 万元\n    examples: "
    func failing(_ examples: String) throws -> Int {
      ExampleCheck(try Made.book(Made.rule(figure + examples))).failures.count
    }
    #expect(try failing("[]") == 2)
    #expect(try failing("[{given: {tax_wan: 5}, value: 5}, {expect: unknown}]") == 0)
  }

  @Test("a rule that is only recorded gives no verdict to reckon with")
  func onlyRecorded() throws {
    let judgement = try Made.judge("recorded: {zh: 无数, en: no figure}", MadeFacts())
    #expect(judgement.verdict == .notApplicable && judgement.deciding == nil)
    let figure = try Made.judge("measure: tax_wan\n    unit: 万元", MadeFacts(["tax_wan": 7]))
    #expect(figure.verdict == nil && figure.deciding?.number == 7)
    let unknown = try Made.judge(
      "measure: tax_wan / rd_wan", MadeFacts(["rd_wan": 0, "tax_wan": 1]))
    #expect(unknown.verdict == .unknown(missing: ["rd_wan=0"]))
  }
}
