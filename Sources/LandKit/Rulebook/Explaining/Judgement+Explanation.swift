import LandCadastre
import LandGeometry

extension Verdict {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .met: Bilingual(zh: "符合", en: "met")
    case .notMet: Bilingual(zh: "不符合", en: "not met")
    case .needsReasons: Bilingual(zh: "须说明理由", en: "needs reasons")
    case .unknown: Bilingual(zh: "无法判定", en: "unknown")
    case .notApplicable: Bilingual(zh: "不适用", en: "does not apply")
    }
  }
}

extension Judgement {
  /// The whole chain for a reviewer: clause, verdict, value, limit, inputs with their places, the
  /// other readings, how far the limit is and what closes the gap.
  public var explanation: Explanation {
    var page = Explanation(id: rule.id, title: rule.title)
    page.add("判定", "verdict", verdictLine)
    page.add("依据", "clause", Bilingual(both: "\(rulebook.id) \(rule.clause)"))
    page.add("条款", "words", rule.text)
    page.add("来源", "how sure", rule.verification.label)
    if rule.softness != .strict { page.add("约束力", "binding", rule.softness.words) }
    if !reading.isEmpty, let chosen = rule.readings.first(where: { $0.id == reading }) {
      page.add("读法", "reading", reading + " " + (chosen.label ?? Bilingual(both: "")))
    }
    page.add("适用条件", "applies", conditions.map(\.line))
    page.add("计算", "computed", comparisons.map(\.line))
    page.add("输入", "inputs", inputs.map { Bilingual(both: $0.line) })
    page.add(
      "缺少", "missing", missing.isEmpty ? nil : Bilingual(both: missing.joined(separator: ", ")))
    page.add("差距", "distance", distance)
    page.add("其他读法", "other readings", readings.filter { $0.id != reading }.map(\.line))
    if verdict != .met, verdict != .notApplicable { page.add("补救", "remedy", rule.remedy) }
    return page
  }

  private var verdictLine: Bilingual {
    guard let verdict else {
      return deciding.map { $0.valueWords } ?? Bilingual(zh: "未知", en: "unknown")
    }
    let word = verdict.label + " (\(verdict.word))"
    return isNotDue ? word + Bilingual(zh: ",尚未到期", en: ", not due yet") : word
  }

  /// How far the value is from the limit, with the sign of value − limit.
  private var distance: Bilingual? {
    guard let deciding, let value = deciding.number, let limit = deciding.limitNumber else {
      return nil
    }
    let text = RuleNumber.text(value - limit)
    return Bilingual(both: (value >= limit ? "+" : "") + text)
      + (deciding.unitName == "d"
        ? Bilingual(zh: " 日", en: " days") : Bilingual(both: " " + deciding.unit.symbol))
  }
}

extension ReadingJudgement {
  fileprivate var line: Bilingual {
    let value = deciding.map { $0.valueWords } ?? Bilingual(both: "")
    return "\(id): " + verdict.label + " (\(verdict.word)) " + value
  }
}

extension ComparisonTrace {
  /// The value with its unit; for a period its days.
  var valueWords: Bilingual {
    guard let value else { return Bilingual(zh: "未知", en: "unknown") }
    if case .period(let from, let to) = value {
      return Bilingual(
        zh: "\(from) 至 \(to)(\(to - from) 日)", en: "\(from) to \(to) (\(to - from) days)")
    }
    let symbol = unit.symbol.isEmpty ? "" : " " + unit.symbol
    return Bilingual(both: value.text(in: unit) + symbol)
  }

  /// Measure, formula, value, comparison and outcome in one line.
  var line: Bilingual {
    let words = measure.words
    let formula = words == measure.label ? Bilingual(both: "") : " = " + words
    var line = measure.label + formula + " = " + valueWords
    if let comparison {
      line = line + "; " + comparison.words
      if let boundary = comparison.boundary { line = line + " (" + boundary + ")" }
      if let limit, case .limit(_, let use, let unit) = comparison.condition,
        use.formula.constant == nil || value?.isPeriod == true
      {
        line = line + " = " + limit.limitText(in: unit)
      }
      line = line + ": " + outcome.label
    }
    return line
  }
}

extension RuleValue {
  fileprivate var isPeriod: Bool {
    if case .period = self { return true }
    return false
  }

  /// A limit as a figure; of a period the day on which it ends.
  fileprivate func limitText(in unit: Unit) -> String {
    if case .period(_, let end) = self { return end.description }
    return text(in: unit) + (unit.symbol.isEmpty ? "" : " " + unit.symbol)
  }
}

extension Ternary {
  fileprivate var label: Bilingual {
    switch self {
    case .yes: Bilingual(zh: "成立", en: "holds")
    case .no: Bilingual(zh: "不成立", en: "does not hold")
    case .unknown: Bilingual(zh: "未知", en: "unknown")
    }
  }
}

extension InputUse {
  /// `fixed_investment_wan = 5200 万元 @contracts.csv#12`.
  fileprivate var line: String {
    guard let fact else { return "\(name) = ?" }
    let unit = declaration.map { $0.unit.symbol.isEmpty ? "" : " " + $0.unit.symbol } ?? ""
    return "\(name) = \(valueText)\(unit) @\(fact.origin.label)"
  }
}
