import LandCadastre
import LandCompliance
import LandRulebook

/// How often each rule was met, missed and left open, for the summary.
public struct RuleTallies: Sendable {
  /// The verdicts on one rule.
  public struct Tally: Sendable {
    /// The rule.
    public var rule: Rule
    /// Its book.
    public var rulebook: String
    /// Subjects by verdict; `""` for figures that are only reported.
    public var verdicts: [String: Int] = [:]
    /// The judgement, where there is only one subject.
    public var only: Judgement?
    /// Names of missing inputs, by how many subjects miss them.
    public var missing: [String: Int] = [:]
    /// How many subjects were judged.
    public var subjects = 0
  }

  private var byRule: [String: Tally] = [:]
  private var order: [String] = []

  /// Nothing judged yet.
  public init() {}

  /// The tallies, in the order in which the rules were first judged.
  public var all: [Tally] { order.compactMap { byRule[$0] } }

  /// Whether nothing was judged.
  public var isEmpty: Bool { order.isEmpty }

  mutating func add(_ other: RuleTallies) {
    for tally in other.all {
      guard var mine = byRule[tally.rule.id] else {
        byRule[tally.rule.id] = tally
        order.append(tally.rule.id)
        continue
      }
      mine.subjects += tally.subjects
      mine.only = nil
      mine.verdicts.merge(tally.verdicts) { $0 + $1 }
      mine.missing.merge(tally.missing) { $0 + $1 }
      byRule[tally.rule.id] = mine
    }
  }

  mutating func add(_ judgement: Judgement, about subject: JudgedSubject) {
    let id = judgement.rule.id
    var tally =
      byRule[id] ?? Tally(rule: judgement.rule, rulebook: judgement.rulebook.id)
    if tally.subjects == 0 { order.append(id) }
    tally.subjects += 1
    tally.verdicts[judgement.verdict?.word ?? "", default: 0] += 1
    for name in judgement.missing { tally.missing[name, default: 0] += 1 }
    tally.only = tally.subjects == 1 ? judgement : nil
    byRule[id] = tally
  }
}
