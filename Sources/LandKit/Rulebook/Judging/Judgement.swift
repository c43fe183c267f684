import LandCadastre

/// What a rule says about a subject, with the whole chain behind it.
public struct Judgement: Hashable, Sendable {
  /// The rule with its book, shared by all judgements on it.
  public let item: RuleItem
  /// The rule.
  public var rule: Rule { item.rule }
  /// The book it stands in.
  public var rulebook: Rulebook.Identity { item.book }
  /// The verdict; nil for a figure that is only reported.
  public var verdict: Verdict?
  /// The reading that decided; empty where the clause has only one.
  public var reading: String
  /// The verdict under each reading, the deciding one included.
  public var readings: [ReadingJudgement]
  /// The comparison that decided, or the figure that is reported; nil where the rule does not apply.
  public var deciding: ComparisonTrace?
  /// What the applicability was judged by.
  public var conditions: [ComparisonTrace]
  /// Whether it is a goal of a year that is not over.
  public var isNotDue = false

  /// A judgement of which only the verdict is known yet.
  public init(_ item: RuleItem, verdict: Verdict?) {
    self.item = item
    self.verdict = verdict
    reading = ""
    readings = []
    conditions = []
  }

  /// Names of the missing inputs.
  public var missing: [String] { verdict?.missing ?? deciding?.missing ?? [] }

  /// All comparisons of the deciding reading.
  public var comparisons: [ComparisonTrace] {
    readings.first { $0.id == reading }?.comparisons ?? deciding.map { [$0] } ?? []
  }

  /// The inputs of the deciding reading, each once.
  public var inputs: [InputUse] {
    var inputs: [InputUse] = []
    for trace in comparisons + conditions {
      for input in trace.inputs where !inputs.contains(where: { $0.name == input.name }) {
        inputs.append(input)
      }
    }
    return inputs
  }

  /// Whether the data allow several readings and their verdicts differ.
  public var readingsDiffer: Bool {
    Set(readings.map(\.verdict).filter { $0.missing.isEmpty }).count > 1
  }
}

/// A rule with the book it stands in. An object: a judgement that copied the rule would spend more
/// time on that than on judging.
public final class RuleItem: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// What its book is.
  public let book: Rulebook.Identity

  /// A rule of a book.
  public init(_ rule: Rule, of book: Rulebook.Identity) {
    self.rule = rule
    self.book = book
  }

  /// Whether two are the same rule.
  public static func == (a: RuleItem, b: RuleItem) -> Bool {
    a === b || (a.rule == b.rule && a.book == b.book)
  }

  /// Rules differ by their ids.
  public func hash(into hasher: inout Hasher) { hasher.combine(rule.id) }
}

/// The verdict under one reading.
public struct ReadingJudgement: Hashable, Sendable {
  /// Its name.
  public var id: String
  /// The verdict.
  public var verdict: Verdict
  /// All its comparisons.
  public var comparisons: [ComparisonTrace]
  /// The one that decided.
  public var deciding: ComparisonTrace?
}

/// One comparison as it was carried out.
public struct ComparisonTrace: Hashable, Sendable {
  /// What was compared; nil for a figure that is only reported.
  public var comparison: RuleComparison?
  /// What was measured.
  public var measure: MeasureUse
  /// The value; nil where it is not known.
  public var value: RuleValue?
  /// The limit, where it is a figure.
  public var limit: RuleValue?
  /// How it was compared.
  public var relation: Comparison?
  /// Unit of value and limit.
  public var unit: Unit
  /// What came out.
  public var outcome: Ternary
  /// The facts that went in.
  public var inputs: [InputUse]
  /// Names of what is missing.
  public var missing: [String]

  /// Whether the comparison might come out otherwise were it known how much greater an input is:
  /// what is too little may be enough, what is within an upper limit may be beyond it.
  var mayTurn: Bool {
    guard inputs.contains(where: { $0.fact?.mayBeMore == true }) else { return false }
    switch (relation, outcome) {
    case (.atLeast, .no), (.above, .no), (.atMost, .yes), (.below, .yes): return true
    default: return false
    }
  }

  /// The value as a number in ``unit``, days for a period.
  public var number: Double? { value?.number(in: unit) }
  /// The limit as a number in ``unit``; for a period, the days it comes to.
  public var limitNumber: Double? { limit?.number(in: unit) }
  /// The word of the column `unit`.
  public var unitName: String {
    if case .period? = value { return "d" }
    return unit.symbol
  }
}
