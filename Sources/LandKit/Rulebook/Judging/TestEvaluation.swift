import LandCadastre

/// Evaluates a condition for one subject.
struct TestEvaluation<Source: FactSource> {
  let source: Source
  /// The year of yearly statistics.
  let year: Int?

  /// What came of a condition, what is missing for it, and which comparison (an index of the
  /// traces) it turned on.
  typealias Result = (outcome: Ternary, missing: [String], deciding: Int?)

  func evaluate(_ test: RuleTest, into traces: inout [ComparisonTrace]) -> Result {
    switch test {
    case .comparison(let comparison):
      let trace = compare(comparison)
      traces.append(trace)
      return (trace.outcome, trace.missing, traces.count - 1)
    case .not(let part):
      let result = evaluate(part, into: &traces)
      return (!result.outcome, result.missing, result.deciding)
    case .all(let parts):
      return combine(parts, neutral: .yes, decisive: .no, into: &traces) { $0 && $1 }
    case .any(let parts):
      return combine(parts, neutral: .no, decisive: .yes, into: &traces) { $0 || $1 }
    }
  }

  /// The parts of an `all` or `any`. It turns on the first part that decides it; where none does,
  /// on the first that is unknown, and else on the first with figures to show.
  private func combine(
    _ parts: [RuleTest], neutral: Ternary, decisive: Ternary,
    into traces: inout [ComparisonTrace], _ join: (Ternary, Ternary) -> Ternary
  ) -> Result {
    let results = parts.map { evaluate($0, into: &traces) }
    let outcome = results.map(\.outcome).reduce(neutral, join)
    var missing: [String] = []
    if outcome == .unknown {
      for result in results where result.outcome == .unknown {
        for name in result.missing where !missing.contains(name) { missing.append(name) }
      }
    }
    let turning =
      results.first { $0.outcome == outcome && outcome == decisive }
      ?? results.first { $0.outcome == outcome && outcome == .unknown }
      ?? results.first { result in
        result.deciding.map { traces[$0].relation?.includesLimit != nil } ?? false
      }
      ?? results.first
    return (outcome, missing, turning?.deciding)
  }

  private func compare(_ comparison: RuleComparison) -> ComparisonTrace {
    var evaluation = FormulaEvaluation(source, year: year)
    let value = evaluation.evaluate(comparison.measure.formula)
    var trace = ComparisonTrace(
      comparison: comparison, measure: comparison.measure, value: value.value, limit: nil,
      relation: nil, unit: .one, outcome: .unknown, inputs: [], missing: value.missing)
    switch comparison.condition {
    case .limit(let relation, let measure, let unit):
      trace.relation = relation
      trace.unit = unit
      let limit = evaluation.evaluate(measure.formula)
      trace.limit = limit.value
      for name in limit.missing where !trace.missing.contains(name) { trace.missing.append(name) }
      hold(&trace, relation, unit)
    case .isTrue(let wanted):
      if case .boolean(let known)? = value.value { trace.outcome = Ternary(known == wanted) }
    case .oneOf(let codes): hold(&trace) { codes.contains($0) }
    case .includes(let codes):
      if case .list(let held)? = value.value {
        trace.outcome = Ternary(codes.allSatisfy(held.contains))
      }
    case .matches(let pattern):
      if let form = try? Regex(pattern) {
        hold(&trace) { text in (try? form.wholeMatch(in: text)) != nil }
      }
    }
    trace.inputs = evaluation.inputs
    return trace
  }

  /// Holds a text against a form. Where it is not known which of several codes holds, all of them
  /// have to agree.
  private func hold(_ trace: inout ComparisonTrace, _ isMet: (String) -> Bool) {
    trace.outcome = trace.value?.agreement(isMet) ?? .unknown
    if trace.outcome == .unknown, trace.missing.isEmpty { trace.missing = [RuleValue.whichCode] }
  }

  /// Holds a value against a figure. A period is held against years, months or days by the
  /// calendar: it is over one year from the day after the anniversary of its first day, which is
  /// itself not counted (Civil Code Art. 201, 202).
  private func hold(_ trace: inout ComparisonTrace, _ relation: Comparison, _ unit: Unit) {
    switch (trace.value, trace.limit) {
    case (.number(let value)?, .number(let limit)?):
      trace.outcome = Ternary(relation.holds(value, limit))
    case (.date(let value)?, .date(let limit)?):
      trace.outcome = Ternary(
        relation.holds(Double(value.dayNumber), Double(limit.dayNumber)))
    case (.period(let from, let to)?, .number(let limit)?):
      guard let period = unit.period else { return }
      let amount = Int(unit.value(ofBase: limit).rounded())
      let end: CalendarDate =
        switch period {
        case .years: from.adding(years: amount)
        case .months: from.adding(months: amount)
        case .days: from.adding(days: amount)
        }
      trace.limit = .period(from: from, to: end)
      trace.outcome = Ternary(relation.holds(Double(to.dayNumber), Double(end.dayNumber)))
    default: break
    }
  }
}
