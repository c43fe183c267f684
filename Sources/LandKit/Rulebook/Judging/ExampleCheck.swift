import LandCadastre
import LandGeometry

/// Runs the examples of a book.
public struct ExampleCheck: Sendable {
  /// Something that does not come out as an example says, or an example that is missing.
  public struct Failure: Hashable, Sendable {
    /// The rule.
    public var rule: String
    /// The line of the example, or of the rule.
    public var line: Int
    /// What is wrong.
    public var message: Bilingual
  }
  /// What went wrong.
  public private(set) var failures: [Failure] = []
  /// Examples that were run.
  public private(set) var count = 0

  /// Runs all examples of a book.
  public init(_ book: Rulebook) {
    for rule in book.rules {
      for example in rule.examples { run(example, rule, book.identity) }
      checkCompleteness(rule)
    }
  }

  private mutating func fail(_ rule: Rule, _ line: Int, _ zh: String, _ en: String) {
    failures.append(Failure(rule: rule.id, line: line, message: Bilingual(zh: zh, en: en)))
  }

  private mutating func run(_ example: RuleExample, _ rule: Rule, _ book: Rulebook.Identity) {
    count += 1
    let judgement = Judge().judge(
      rule, of: book, ExampleFacts(example: example, targetYear: rule.applies.year))
    let word = judgement.verdict?.word ?? "value"
    let missing = judgement.missing.joined(separator: ",")
    if let expected = example.expected, expected != word {
      fail(
        rule, example.line, "应为 \(expected),得 \(word)(缺 \(missing))",
        "expected \(expected), got \(word) (missing: \(missing))")
    }
    if let value = example.value {
      let found = judgement.deciding?.number
      let slack = 1e-6 * max(1, value.magnitude)
      if found.map({ ($0 - value).magnitude > slack }) ?? true {
        let text = found.map { RuleNumber.text($0) } ?? "unknown"
        fail(
          rule, example.line, "值应为 \(RuleNumber.text(value)),得 \(text)",
          "expected the value \(RuleNumber.text(value)), got \(text)")
      }
    }
    if let names = example.missing, Set(names) != Set(judgement.missing) {
      fail(
        rule, example.line,
        "缺项应为 \(names.joined(separator: ",")),得 \(missing)",
        "expected \(names.joined(separator: ",")) to be missing, got \(missing)")
    }
    for (id, expected) in example.readings.sorted(by: { $0.key < $1.key }) {
      let found = judgement.readings.first { $0.id == id }?.verdict.word ?? "no such reading"
      if found != expected {
        fail(
          rule, example.line, "读法 \(id) 应为 \(expected),得 \(found)",
          "expected \(expected) under the reading \(id), got \(found)")
      }
    }
  }

  /// Whoever writes a rule shows that it can be met, missed and left open.
  private mutating func checkCompleteness(_ rule: Rule) {
    let words = Set(rule.examples.map { $0.expected ?? "value" })
    switch rule.content {
    case .test:
      if !words.contains("met") { fail(rule, rule.line, "缺少 met 示例", "no example is met") }
      if words.isDisjoint(with: ["notMet", "needsReasons"]) {
        fail(rule, rule.line, "缺少未达标示例", "no example is missed")
      }
      if !words.contains("unknown") {
        fail(rule, rule.line, "缺少 unknown 示例", "no example is unknown")
      }
    case .figure(.some, _, _):
      if !rule.examples.contains(where: { $0.value != nil }) {
        fail(rule, rule.line, "缺少数值示例", "no example states a value")
      }
      if !words.contains("unknown") {
        fail(rule, rule.line, "缺少 unknown 示例", "no example is unknown")
      }
    case .figure(nil, _, _), .recorded: break
    }
  }
}
