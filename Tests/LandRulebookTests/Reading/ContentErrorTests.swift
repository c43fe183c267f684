import LandGeometry
import LandLayers
import Testing

@testable import LandRulebook

@Suite("what is wrong with what a rule demands is said at its place") struct ContentErrorTests {
  @Test(
    "in a comparison of a zone",
    arguments: [
      ("{measure: §tax_wa, compare: above, limit: 1, unit: 万元}", "did you mean tax_wan?"),
      ("{measure: tax_wan §+ 1, compare: above, limit: 1, unit: 万元}", "different units"),
      ("{measure: \"tax_wan §+ 1\", compare: above, limit: 1, unit: 万元}", "different units"),
      ("{measure: tax_wan, compare: §over, limit: 1, unit: 万元}", "unknown value over"),
      ("{measure: tax_wan, compare: §at_lest, limit: 1, unit: 万元}", "did you mean at_least?"),
      ("{measure: tax_wan, compare: above, limit: 1, unit: §元每亩}", "unknown unit"),
      ("{measure: tax_wan, compare: above, limit: 1, unit: §万元/亩}", "no unit of tax_wan"),
      ("{measure: tax_wan, compare: above, limit: 1, unit: §''}", "unknown unit"),
      ("§{measure: tax_wan, compare: above, limit: 1}", "unit is missing"),
      ("§{measure: tax_wan, compare: above, unit: 万元}", "limit is missing"),
      ("{measure: tax_wan, compare: above, limit: §land_base_mu, unit: 万元}", "another unit"),
      ("{measure: tax_wan, compare: above, limit: §name, unit: 万元}", "another unit"),
      ("{measure: tax_wan, compare: above, limit: 2 * §rd, unit: 万元}", "no fact"),
      ("{measure: tax_wan / rd_wan, compare: above, limit: §rd_wan, unit: '1'}", "another unit"),
      ("{measure: tax_wan, compare: above, limit: 1, unit: 万元, §units: 亩}", "unknown key units"),
      ("{measure: tax_wan, §compares: above, limit: 1, unit: 万元}", "did you mean compare?"),
      ("{measure: §name, compare: above, limit: 1, unit: 个}", "not a number, a day or a period"),
      ("{measure: §central_city, compare: equals, limit: 1, unit: '1'}", "not a number"),
      ("{measure: §tax_wan, is: true}", "not a yes or no"),
      ("{measure: §name, is: true}", "not a yes"),
      ("{measure: central_city, is: §yes}", "true or false"),
      ("{measure: §central_city, in: [a]}", "not a code or text"),
      ("{measure: §tax_wan, in: ['1']}", "not a code or text"),
      ("{measure: §tax_wan, matches: a}", "not a text"),
      ("{measure: name, matches: §'('}", "no regular expression"),
      ("{measure: §name, includes: [a]}", "not a list of codes"),
      ("{measure: §tax_wan, includes: [a]}", "not a list of codes"),
      ("§{measure: tax_wan}", "has one of compare"),
      ("§{measure: name, in: [a], matches: a}", "has one of compare"),
      ("§{compare: above, limit: 1, unit: 万元}", "measure is missing"),
      ("{all: §[]}", "at least one condition"), ("{any: §{measure: name, in: a}}", "a list"),
      ("{all: [{measure: name, in: a}], §any: []}", "unknown key any"),
      ("{not: [§]}", "a mapping"), ("{not: {measure: name, in: a}, §unit: 亩}", "unknown key unit"),
      (
        "{measure: tax_wan, compare: above, limit: 1, unit: 万元, binds: §idle.nothing}",
        "unknown value"
      ),
      (
        "{measure: tax_wan, compare: above, limit: 1, unit: 万元, binds: §idle.fee_shar}",
        "idle.fee_share"
      ),
      (
        "{measure: tax_wan, compare: above, limit: rd_wan, unit: 万元, binds: §idle.fee_share}",
        "only a constant"
      ),
      ("{measure: elapsed(as_of), compare: above, limit: §1.5, unit: 年}", "a whole number"),
      ("{measure: elapsed(as_of), compare: above, limit: 1, unit: §亩}", "counted in"),
      ("{measure: as_of, compare: above, limit: §1}", "a formula of a day"),
    ])
  func comparisons(test: String, words: String) throws {
    let test = test.replacing("[§]", with: "§[]")
    try expectError(Made.text(Made.rule("test: \(test)")), words)
  }

  @Test("conditions nest to a depth, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      Made.rule(
        "test: " + String(repeating: "{not: ", count: depth) + "{measure: name, in: a}"
          + String(repeating: "}", count: depth))
    }
    _ = try Made.book(nested(19))
    #expect(throws: YAMLError.self) { try Made.book(nested(20)) }
  }

  @Test(
    "in the kind of content",
    arguments: [
      ("note: {zh: 无, en: none}", "has one of test"),
      ("test: {measure: name, in: a}\n    recorded: {zh: 无, en: none}", "has one of test"),
      ("test: {measure: name, in: a}\n    measure: tax_wan\n    unit: 万元", "has one of test"),
      ("recorded: {zh: 无, en: none}\n    measure: name", "has one of test"),
      ("readings: []\n    recorded: {zh: 无, en: none}", "decides is missing"),
    ])
  func contents(content: String, words: String) throws {
    // The error stands at the rule, whose first key is its id.
    try expectError(
      Made.text(Made.rule(content)).replacing("- id: T-1", with: "- §id: T-1"), words)
  }

  @Test(
    "in readings and figures",
    arguments: [
      (
        "readings: [{id: A, label: {zh: 甲, en: a}, test: {measure: name, in: a}}]\n    decides: §B",
        "unknown value B"
      ),
      (
        "readings: [{id: A, label: {zh: 甲, en: a}, test: {measure: name, in: a}}, {id: §A, label: {zh: 甲, en: a}, test: {measure: name, in: a}}]\n    decides: A",
        "twice"
      ),
      ("readings: [§{id: A, test: {measure: name, in: a}}]\n    decides: A", "label is missing"),
      (
        "readings: [{id: A, label: {zh: 甲, en: a}, test: {measure: name, in: a}}]\n    decides: A\n    chosen_by: §mood",
        "unknown value mood"
      ),
      ("test: {measure: name, in: a}\n    §decides: A", "unknown key decides"),
      ("measure: tax_wan\n    unit: §亩", "no unit of tax_wan"),
      ("measure: §tax_wan", "no unit of tax_wan"),
      ("measure: tax_wan §* 'a'", "only numbers"),
      (
        "measure: tax_wan\n    unit: 万元\n    limit: 3\n    binds: §idle.fee",
        "unknown value idle.fee"
      ),
      ("measure: tax_wan\n    unit: 万元\n    §limit: 3", "unknown key limit"),
      ("recorded: {zh: 无, en: none}\n    §unit: 亩", "unknown key unit"),
    ])
  func readings(content: String, words: String) throws {
    try expectError(Made.text(Made.rule(content)), words)
  }

  @Test("a rule's id is unique among all books")
  func duplicateRules() throws {
    let recorded = "recorded: {zh: 无, en: none}"
    let second =
      Made.rule(recorded) + "\n"
      + Made.rule(recorded).split(separator: "\n").dropFirst()
      .joined(separator: "\n")
    let within = try #require(throws: YAMLError.self) { try Made.book(second) }
    #expect(within.file == "made1.yaml" && within.line == 22 && within.column == 5)
    #expect(within.message.en == "T-1 is defined twice, first at made1.yaml:14")
    let across = try #require(throws: YAMLError.self) {
      try Made.books(["a", "b"].map { Made.text(Made.rule(recorded), id: $0) })
    }
    #expect(across.file == "made2.yaml" && across.line == 14 && across.column == 5)
    #expect(across.message.zh.contains("made1.yaml:14"))
    let shipped = try #require(throws: YAMLError.self) {
      try RulebookLibrary(adding: [
        Made.source(Made.text(Made.rule(recorded, id: "JX2-10")), "mine.yaml")
      ])
    }
    #expect(shipped.file == "mine.yaml" && shipped.message.en.contains("jiangxi-2018.yaml:"))
  }

  @Test("a book's id is unique, and so are its names among all books")
  func duplicateNames() throws {
    let twice = try #require(throws: YAMLError.self) {
      try Made.books(["a", "a"].map { Made.text("", id: $0) })
    }
    #expect(twice.file == "made2.yaml" && twice.message.en.contains("made1.yaml already"))
    let input = "inputs:\n  - {id: x1, subject: zone, unit: 个, label: {zh: 甲, en: x}}"
    let names = try #require(throws: YAMLError.self) {
      try Made.books(["a", "b"].map { Made.text(input, id: $0) })
    }
    #expect(names.file == "made2.yaml" && names.line == 14 && names.column == 10)
    #expect(names.message.en.contains("first at made1.yaml:14"))
    // An application has the inputs of its zone.
    for (one, other) in [("zone", "application"), ("application", "zone")] {
      #expect(throws: YAMLError.self) {
        try Made.books([one, other].map { Made.text(input.replacing("zone", with: $0), id: $0) })
      }
    }
    // The same name for different subjects is no clash.
    _ = try Made.books([
      Made.text(input, id: "a"), Made.text(input.replacing("zone", with: "city"), id: "b"),
    ])
  }
}
