extension Rule {
  /// The spans of years over which the rule counts events, each once, shortest first; empty for a
  /// rule that counts none. A rule that has any may be met on a later day because nothing happened.
  public var eventSpans: [Int] {
    Set(calls.filter { $0.function == .events }.compactMap(\.lastNumber)).sorted()
  }

  /// The paper that the rule asks for; nil where it asks for none.
  public var materialID: String? { calls.first { $0.function == .material }?.firstText }

  /// The step of a procedure that the rule asks for; nil where it asks for none.
  public var stepID: String? { calls.first { $0.function == .step }?.firstText }

  private var calls: [FormulaCall] {
    var calls: [FormulaCall] = []
    for comparison in readings.flatMap(\.test.comparisons) {
      comparison.measure.formula.collectCalls(&calls)
      if case .limit(_, let limit, _) = comparison.condition {
        limit.formula.collectCalls(&calls)
      }
    }
    return calls
  }
}

extension ComparisonTrace {
  /// Whether events were counted for it.
  public var countsEvents: Bool {
    var calls: [FormulaCall] = []
    measure.formula.collectCalls(&calls)
    return calls.contains { $0.function == .events }
  }
}

/// A function as a formula calls it.
private struct FormulaCall {
  var function: FormulaFunction
  var arguments: [Formula]

  var lastNumber: Int? {
    if case .number(let number)? = arguments.last { Int(exactly: number) } else { nil }
  }
  var firstText: String? { if case .text(let text)? = arguments.first { text } else { nil } }
}

extension Formula {
  fileprivate func collectCalls(_ calls: inout [FormulaCall]) {
    switch self {
    case .call(let function, let arguments):
      calls.append(FormulaCall(function: function, arguments: arguments))
      for part in arguments { part.collectCalls(&calls) }
    case .measure(let measure): measure.formula.collectCalls(&calls)
    case .negated(let part), .lookup(_, let part): part.collectCalls(&calls)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      a.collectCalls(&calls)
      b.collectCalls(&calls)
    case .number, .text, .fact, .industry: break
    }
  }
}
