import LandTestSupport
import Testing

@testable import LandRulebook

/// A condition over the facts `phased` (yes), `special_process` (no) and `collective` (not known).
private indirect enum Condition {
  case leaf(Bool?)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Every condition of a depth: all and any of one and of two parts.
  static func every(depth: Int) -> [Condition] {
    var found: [Condition] = [.leaf(true), .leaf(false), .leaf(nil)]
    guard depth > 1 else { return found }
    let inner = every(depth: depth - 1)
    for a in inner {
      found += [.not(a), .all([a]), .any([a])]
      for b in inner { found += [.all([a, b]), .any([a, b])] }
    }
    return found
  }

  /// What is known for certain: the answers that remain when every unknown may be either.
  var reference: Bool? {
    switch self {
    case .leaf(let value): return value
    case .not(let part): return part.reference.map { !$0 }
    case .all(let parts):
      let answers = parts.map(\.reference)
      if answers.contains(false) { return false }
      return answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map(\.reference)
      if answers.contains(true) { return true }
      return answers.contains(nil) ? nil : false
    }
  }

  /// As a rulebook writes it.
  var yaml: String {
    switch self {
    case .leaf(let value):
      let name = value == nil ? "collective" : value == true ? "phased" : "special_process"
      return "{measure: \(name), is: true}"
    case .not(let part): return "{not: \(part.yaml)}"
    case .all(let parts): return "{all: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    case .any(let parts): return "{any: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    }
  }

  /// As the engine holds it, from three comparisons.
  func test(_ leaves: [Bool?: RuleTest]) -> RuleTest {
    switch self {
    case .leaf(let value): leaves[value] ?? .all([])
    case .not(let part): .not(part.test(leaves))
    case .all(let parts): .all(parts.map { $0.test(leaves) })
    case .any(let parts): .any(parts.map { $0.test(leaves) })
    }
  }
}

@Suite("three-valued logic") struct LogicTests {
  static let facts = MadeFacts(["phased": true, "special_process": false])

  @Test("all, any and not agree with the plain reference, to depth three")
  func everyCombination() throws {
    var leaves: [Bool?: RuleTest] = [:]
    for value in [true, false, nil] as [Bool?] {
      let book = try Made.book(
        Made.rule("test: \(Condition.leaf(value).yaml)", subject: "project"))
      leaves[value] = book.rules[0].readings[0].test
    }
    let evaluation = TestEvaluation(source: Self.facts, year: nil)
    let conditions = Condition.every(depth: 3)
    #expect(conditions.count > 1500)
    for condition in conditions {
      var traces: [ComparisonTrace] = []
      let result = evaluation.evaluate(condition.test(leaves), into: &traces)
      let expected = condition.reference
      #expect(result.outcome.value == expected, "\(condition.yaml)")
      // What is missing is named exactly where something is.
      #expect(result.missing == (expected == nil ? ["collective"] : []), "\(condition.yaml)")
      let deciding = result.deciding.map { traces[$0].outcome }
      #expect(expected != nil || deciding == .unknown, "\(condition.yaml)")
    }
  }

  @Test("what is read from a file is the same condition")
  func fromFiles() throws {
    var random = SeededGenerator(seed: 3)
    for condition in Condition.every(depth: 3).shuffled(using: &random).prefix(60) {
      let judgement = try Made.judge("test: \(condition.yaml)", subject: "project", Self.facts)
      let expected: Verdict =
        switch condition.reference {
        case true?: .met
        case false?: .notMet
        case nil: .unknown(missing: ["collective"])
        }
      #expect(judgement.verdict == expected, "\(condition.yaml)")
    }
  }

  @Test("the operators are those of Kleene")
  func operators() {
    let ascending: [Ternary] = [.no, .unknown, .yes]
    for (i, a) in ascending.enumerated() {
      #expect(!a == ascending[2 - i])
      for (j, b) in ascending.enumerated() {
        #expect((a && b) == ascending[min(i, j)])
        #expect((a || b) == ascending[max(i, j)])
      }
    }
  }

  @Test("a condition turns on the part that decides it")
  func deciding() throws {
    let content = """
      test:
            all:
              - {measure: rd_wan, compare: above, limit: 1, unit: 万元}
              - {measure: tax_wan, compare: above, limit: 1, unit: 万元}
              - {measure: high_tech_firms, compare: above, limit: 1, unit: 家}
      """
    var facts = MadeFacts(["tax_wan": 0, "high_tech_firms": 0])
    #expect(try Made.judge(content, facts).deciding?.measure.text == "tax_wan")
    facts.values = ["tax_wan": 2, "high_tech_firms": 2]
    #expect(try Made.judge(content, facts).deciding?.measure.text == "rd_wan")
    facts.values["rd_wan"] = 2
    #expect(try Made.judge(content, facts).deciding?.measure.text == "rd_wan")
    #expect(try Made.judge(content, facts).comparisons.count == 3)
  }
}
