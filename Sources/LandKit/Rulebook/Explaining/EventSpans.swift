extension Rule {
  /// The spans of years over which the rule counts events, each once, shortest first; empty for a
  /// rule that counts none. A rule that has any may be met on a later day because nothing happened.
  public var eventSpans: [Int] {
    var spans: Set<Int> = []
    for comparison in readings.flatMap(\.test.comparisons) {
      comparison.measure.formula.collectEventSpans(&spans)
      if case .limit(_, let limit, _) = comparison.condition {
        limit.formula.collectEventSpans(&spans)
      }
    }
    return spans.sorted()
  }
}

extension ComparisonTrace {
  /// Whether events were counted for it.
  public var countsEvents: Bool {
    var spans: Set<Int> = []
    measure.formula.collectEventSpans(&spans)
    return !spans.isEmpty
  }
}

extension Formula {
  fileprivate func collectEventSpans(_ spans: inout Set<Int>) {
    switch self {
    case .call(.events, let arguments):
      if case .number(let years)? = arguments.last, let whole = Int(exactly: years) {
        spans.insert(whole)
      }
    case .call(_, let arguments): for part in arguments { part.collectEventSpans(&spans) }
    case .measure(let measure): measure.formula.collectEventSpans(&spans)
    case .negated(let part), .lookup(_, let part): part.collectEventSpans(&spans)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      a.collectEventSpans(&spans)
      b.collectEventSpans(&spans)
    case .number, .text, .fact, .industry: break
    }
  }
}
