import LandCadastre

/// Applies rules to subjects.
public struct Judge: Sendable {
  /// A judge.
  public init() {}

  /// What a rule says about a subject. Every part of the rule is evaluated, so that the chain is
  /// whole; what is decided by known facts does not wait for unknown ones.
  public func judge<Source: FactSource>(
    _ rule: Rule, of rulebook: Rulebook.Identity, _ source: Source
  ) -> Judgement {
    judge(RuleItem(rule, of: rulebook), source)
  }

  /// The same for a rule that is judged many times.
  public func judge<Source: FactSource>(_ item: RuleItem, _ source: Source) -> Judgement {
    let rule = item.rule
    var judgement = Judgement(item, verdict: nil)
    let applies = applicability(rule.applies, source, &judgement.conditions)
    switch applies.outcome {
    case .no:
      judgement.verdict = .notApplicable
      return judgement
    case .unknown:
      judgement.verdict = .unknown(missing: applies.missing)
    case .yes: break
    }
    switch rule.content {
    case .recorded:
      judgement.verdict = .notApplicable
    case .figure(let measure, let unit, _):
      guard let measure else {
        judgement.verdict = .notApplicable
        return judgement
      }
      let trace = figure(measure, unit, rule, source)
      judgement.deciding = trace
      if judgement.verdict == nil, trace.value == nil {
        judgement.verdict = .unknown(missing: trace.missing)
      }
    case .test(let readings, let key):
      let chosen = key.flatMap { source.chosenReading($0) }
      let deciding = readings.firstIndex { $0.id == chosen } ?? 0
      for reading in readings {
        judgement.readings.append(self.judge(reading, rule, source))
      }
      judgement.reading = readings[deciding].id
      judgement.deciding = judgement.readings[deciding].deciding
      guard judgement.verdict == nil else { return judgement }
      judgement.verdict = judgement.readings[deciding].verdict
      if let year = rule.applies.year, source.asOf.lastFullYear < year,
        judgement.verdict != .met
      {
        // A goal for a year that is not over is not missed yet.
        judgement.isNotDue = true
        judgement.verdict = .notApplicable
      }
      if rule.applies.asBuilt { waitForCompletion(&judgement, source) }
    }
    return judgement
  }

  /// What is owed by finished projects is not missed before they are, or should be, finished.
  private func waitForCompletion<Source: FactSource>(
    _ judgement: inout Judgement, _ source: Source
  ) {
    guard judgement.verdict == .notMet || judgement.verdict == .needsReasons else { return }
    switch source.fact(FactCatalog.completionDue, year: nil)?.value {
    case .boolean(true)?: break
    case .boolean(false)?:
      judgement.isNotDue = true
      judgement.verdict = .notApplicable
    default: judgement.verdict = .unknown(missing: [FactCatalog.completionDue])
    }
  }

  private func figure<Source: FactSource>(
    _ measure: MeasureUse, _ unit: Unit, _ rule: Rule, _ source: Source
  ) -> ComparisonTrace {
    var evaluation = FormulaEvaluation(source, year: rule.applies.year)
    let value = evaluation.evaluate(measure.formula)
    return ComparisonTrace(
      comparison: nil, measure: measure, value: value.value, limit: nil, relation: nil, unit: unit,
      outcome: value.value == nil ? .unknown : .yes, inputs: evaluation.inputs,
      missing: value.missing)
  }

  private func judge<Source: FactSource>(
    _ reading: RuleReading, _ rule: Rule, _ source: Source
  ) -> ReadingJudgement {
    var traces: [ComparisonTrace] = []
    let result = TestEvaluation(source: source, year: rule.applies.year)
      .evaluate(reading.test, into: &traces)
    let deciding = result.deciding.map { traces[$0] }
    let verdict: Verdict =
      switch result.outcome {
      case .yes: deciding?.mayTurn == true ? .needsReasons : .met
      case .no where rule.softness == .strict && deciding?.mayTurn != true: .notMet
      case .no: .needsReasons
      case .unknown: .unknown(missing: result.missing)
      }
    return ReadingJudgement(
      id: reading.id, verdict: verdict, comparisons: traces,
      deciding: deciding)
  }

  private func applicability<Source: FactSource>(
    _ applies: Applicability, _ source: Source, _ traces: inout [ComparisonTrace]
  ) -> (outcome: Ternary, missing: [String]) {
    if let from = applies.from, source.asOf < from { return (.no, []) }
    if let until = applies.until, source.asOf > until { return (.no, []) }
    var outcome = Ternary.yes
    var missing: [String] = []
    func add(_ part: Ternary, _ name: String) {
      if part == .unknown { missing.append(name) }
      outcome = outcome && part
    }
    if !applies.levels.isEmpty {
      let level = source.fact("zone_level", year: nil)?.value
      if case .text(let level)? = level {
        add(level == Applicability.anyLevel ? .yes : Ternary(applies.levels.contains(level)), "")
      } else {
        add(.unknown, "zone_level")
      }
    }
    if applies.industrialOnly {
      if case .boolean(let industrial)? = source.fact("industrial", year: nil)?.value {
        add(Ternary(industrial), "")
      } else {
        add(.unknown, "land_use")
      }
    }
    if let formula = applies.industry {
      var evaluation = FormulaEvaluation(source)
      let industry = evaluation.evaluate(formula)
      let applying = industry.value?.agreement { applies.industries.contains(String($0.prefix(2))) }
      add(applying ?? .unknown, industry.missing.first ?? RuleValue.whichCode)
    }
    if let when = applies.when {
      let result = TestEvaluation(source: source, year: applies.year)
        .evaluate(when, into: &traces)
      outcome = outcome && result.outcome
      missing += result.missing
    }
    return (outcome, outcome == .unknown ? missing : [])
  }
}

extension Applicability {
  /// The level of a made case to which every rule applies.
  static let anyLevel = "any"
}
