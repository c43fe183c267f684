import LandGeometry
import LandLayers
import Testing

@testable import LandRulebook

@Suite("what is wrong with a rulebook is said at its place") struct ReaderErrorTests {
  @Test(
    "in the head",
    arguments: [
      ("schema: 1", "schema: §2", "expected 1"), ("id: made", "id: §Made", "a name of a-z"),
      ("id: made\n  family: made", "§id: made\n  famly: made", "family is missing"),
      ("title: {zh: 书, en: book}", "title: §{zh: 书}", "the key en is missing"),
      ("title: {zh: 书, en: book}", "title: {zh: 书, en: §''}", "a text"),
      ("territory: CN", "territory: §360", "2, 4 or 6 digits"),
      ("territory: CN", "territory: §cn", "2, 4 or 6 digits"),
      ("territory: CN", "territory: CN\n  §teritory: CN", "unknown key teritory"),
      ("from: 2000-01-01", "from: §2000-02-30", "a day like"),
      ("from: 2000-01-01", "from: §2000", "a day like"),
      ("from: 2000-01-01", "from: 2000-01-01\n    until: §1999-12-31", "lies before"),
      ("from: 2000-01-01", "from: 2000-01-01\n    §form: 2000-01-01", "did you mean from?"),
      ("verification: ours", "verification: §sure", "unknown value sure"),
      ("verification: ours", "verification: §verifed", "did you mean verified?"),
      ("verification: ours", "verification: ours\n  date: §December", "a day or a year"),
      ("sources: {S: {title: 文}}", "sources: {S: §{address: x}}", "title is missing"),
      ("sources: {S: {title: 文}}", "sources: {S: {title: 文, §page: 3}}", "unknown key page"),
    ])
  func head(from: String, to: String, words: String) throws {
    try expectError(Made.text("").replacing(from, with: to), words)
  }

  @Test(
    "in inputs, measures and tables",
    arguments: [
      (
        "inputs:\n  - {id: x, subject: zone, unit: 个, label: {zh: 甲, en: x}, §lable: 1}",
        "unknown key lable"
      ),
      ("inputs:\n  - §{id: x, subject: zone, label: {zh: 甲, en: x}}", "needs a unit"),
      ("inputs:\n  - {id: x, subject: zone, unit: §公斤, label: {zh: 甲, en: x}}", "unknown unit"),
      ("inputs:\n  - {id: x, subject: zone, unit: §'', label: {zh: 甲, en: x}}", "unknown unit"),
      (
        "inputs:\n  - {id: x, subject: zone, type: date, unit: §个, label: {zh: 甲, en: x}}",
        "only numbers"
      ),
      (
        "inputs:\n  - {id: x, subject: zone, type: §integer, unit: 个, label: {zh: 甲, en: x}}",
        "unknown value integer"
      ),
      (
        "inputs:\n  - {id: x, subject: §town, unit: 个, label: {zh: 甲, en: x}}", "unknown value town"
      ),
      ("inputs:\n  - {id: §tax_wan, subject: zone, unit: 万元, label: {zh: 税, en: tax}}", "built-in"),
      (
        "inputs:\n  - {id: x, subject: zone, unit: 个, label: {zh: 甲, en: x}}\n  - {id: §x, subject: zone, unit: 个, label: {zh: 甲, en: x}}",
        "defined twice, first at made1.yaml:14"
      ),
      ("inputs:\n  - {id: §a-b, subject: zone, unit: 个, label: {zh: 甲, en: x}}", "a name of a-z"),
      (
        "measures:\n  - {id: m, subject: zone, formula: 1, unit: §每亩, label: {zh: 甲, en: m}}",
        "unknown unit"
      ),
      ("measures:\n  - §{id: m, subject: zone, label: {zh: 甲, en: m}}", "formula is missing"),
      (
        "measures:\n  - {id: §plot_ratio, subject: zone, formula: 1, label: {zh: 甲, en: m}}",
        "built-in"
      ),
      (
        "measures:\n  - {id: m, subject: zone, formula: 1, label: {zh: 甲, en: m}}\ntables:\n  - {id: §m, label: {zh: 甲, en: m}, rows: {a: b}}",
        "defined twice"
      ),
      (
        "inputs:\n  - {id: m, subject: city, unit: 个, label: {zh: 甲, en: m}}\nmeasures:\n  - {id: §m, subject: zone, formula: 1, label: {zh: 甲, en: m}}",
        "m is defined twice, first at made1.yaml:14"
      ),
      (
        "measures:\n  - {id: §far_2008, subject: zone, formula: 1, label: {zh: 甲, en: m}}",
        "first at control-indicators-2008.yaml"
      ),
      ("tables:\n  - {id: §min, label: {zh: 甲, en: m}, rows: {a: b}}", "a function"),
      ("tables:\n  - {id: t, label: {zh: 甲, en: m}, unit: '1', rows: {a: §b}}", "a number"),
      ("tables:\n  - {id: t, label: {zh: 甲, en: m}, rows: {a: §[b]}}", "a text"),
      ("tables:\n  - {id: t, label: {zh: 甲, en: m}, rows: §3}", "a mapping"),
      (
        "measures:\n  - {id: m, subject: zone, formula: 1, label: {zh: 甲, en: m}, source: §T}",
        "unknown value T"
      ),
      (
        "tables:\n  - {id: t, label: {zh: 甲, en: m}, source: §'S,T', rows: {a: b}}",
        "unknown value T"
      ),
      ("§rule: []", "did you mean rules?"), ("rules: §5", "a list"),
    ])
  func definitions(body: String, words: String) throws {
    try expectError(Made.text(body), words)
  }

  @Test(
    "in a rule",
    arguments: [
      ("kind: gate", "kind: §gates", "did you mean gate?"),
      ("subject: zone", "subject: §company", "unknown value company"),
      ("softness: strict", "softness: §soft", "unknown value soft"),
      ("text: {zh: 文, en: text}", "text: §文", "a mapping"),
      ("recorded:", "§sorce: S\n    recorded:", "did you mean source?"),
      ("recorded:", "source: §T\n    recorded:", "unknown value T"),
      ("recorded:", "source: §\"S, T\"\n    recorded:", "unknown value T"),
      ("recorded:", "§clause: 二\n    recorded:", "twice"),
      ("recorded:", "verification: §none\n    recorded:", "unknown value none"),
      (
        "recorded:", "applies: {from: 2020-01-01, until: §2019-12-31}\n    recorded:", "lies before"
      ),
      ("recorded:", "applies: {level: [§county]}\n    recorded:", "unknown value county"),
      ("recorded:", "applies: {level: §other}\n    recorded:", "a list"),
      ("recorded:", "applies: {land_use: §housing}\n    recorded:", "unknown value housing"),
      ("recorded:", "applies: {land_use: §industrial}\n    recorded:", "has no land use"),
      ("recorded:", "applies: {industry: §['13']}\n    recorded:", "no industry code"),
      ("recorded:", "applies: {year: §'2020'}\n    recorded:", "a whole number"),
      ("recorded:", "applies: {§years: 2020}\n    recorded:", "did you mean year?"),
      ("recorded:", "applies: {when: {measure: §levl, is: true}}\n    recorded:", "no fact"),
      (
        "recorded:", "examples: [{given: {§tx_wan: 1}, expect: met}]\n    recorded:",
        "did you mean tax_wan?"
      ),
      ("recorded:", "examples: [{given: {tax_wan: §'1'}, expect: met}]\n    recorded:", "a number"),
      ("recorded:", "examples: [{given: {name: §''}, expect: met}]\n    recorded:", "a text"),
      ("recorded:", "examples: [§{given: {tax_wan: 1}}]\n    recorded:", "expect or value"),
      ("recorded:", "examples: [{expect: §maybe}]\n    recorded:", "unknown value maybe"),
      ("recorded:", "examples: [{expect: met, §exepct: met}]\n    recorded:", "unknown key exepct"),
      (
        "recorded:", "examples: [{expect: met, year: {§last: {tax_wan: 1}}}]\n    recorded:",
        "a year"
      ),
      (
        "recorded:",
        "examples: [{expect: met, events_complete: {a: [2020-01-02, §2020-01-01]}}]\n    recorded:",
        "before"
      ),
      (
        "recorded:",
        "examples: [{expect: met, events: [§{date: 2020-01-02, kind: a}]}]\n    recorded:",
        "grade is missing"
      ),
      ("recorded: {zh: 无, en: none}", "recorded: §none", "a mapping"),
    ])
  func rules(from: String, to: String, words: String) throws {
    let whole = Made.text(Made.rule("recorded: {zh: 无, en: none}"))
    try expectError(whole.replacing(from, with: to), words)
  }

  @Test(
    "industries are two digits or a range of them",
    arguments: [
      "'13-'", "'-13'", "'43-13'", "'13-43x'", "'1'", "'013'", "'13-20-30'", "'00'", "A", "''",
    ])
  func industries(codes: String) throws {
    let content = "applies: {industry: ['20', §\(codes)]}\n    recorded: {zh: 无, en: none}"
    let words = codes == "''" ? "a text" : "two digits"
    try expectError(Made.text(Made.rule(content, subject: "project")), words)
  }
}
