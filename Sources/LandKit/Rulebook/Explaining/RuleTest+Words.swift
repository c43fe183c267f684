import LandGeometry

extension RuleTest {
  /// The condition in one line.
  public var words: Bilingual {
    switch self {
    case .comparison(let comparison): comparison.words
    case .all(let parts): .joined(parts.map(\.bracketed), zh: " 且 ", en: " and ")
    case .any(let parts): .joined(parts.map(\.bracketed), zh: " 或 ", en: " or ")
    case .not(let part): Bilingual(zh: "并非(", en: "not (") + part.words + ")"
    }
  }

  private var bracketed: Bilingual {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1 ? "(" + words + ")" : words
    case .comparison, .not: words
    }
  }

  /// The condition as a tree, one line a comparison, each saying whether the figure itself counts.
  public var lines: [Bilingual] {
    switch self {
    case .comparison(let comparison):
      return [
        comparison.words + (comparison.boundary.map { " (" + $0 + ")" } ?? Bilingual(both: ""))
      ]
    case .all(let parts): return Self.list(Bilingual(zh: "全部成立:", en: "all of:"), parts)
    case .any(let parts): return Self.list(Bilingual(zh: "至少一项成立:", en: "any of:"), parts)
    case .not(let part): return Self.list(Bilingual(zh: "不成立:", en: "not:"), [part])
    }
  }

  private static func list(_ head: Bilingual, _ parts: [RuleTest]) -> [Bilingual] {
    [head]
      + parts.flatMap { part in
        part.lines.enumerated().map { index, line in (index == 0 ? "- " : "  ") + line }
      }
  }

  /// Every formula of the condition: what is measured and what it is held against.
  var uses: [MeasureUse] {
    comparisons.flatMap { comparison in
      if case .limit(_, let limit, _) = comparison.condition { return [comparison.measure, limit] }
      return [comparison.measure]
    }
  }
}

extension RuleComparison {
  /// The comparison in one line: what is measured, how it is held, against what.
  public var words: Bilingual {
    switch condition {
    case .limit(let relation, let limit, let unit):
      return measure.label + " " + relation.words + " " + limit.limitWords(in: unit)
    case .isTrue(let wanted):
      return measure.label
        + (wanted ? Bilingual(zh: ":是", en: ": yes") : Bilingual(zh: ":否", en: ": no"))
    case .oneOf(let codes):
      return measure.label + Bilingual(zh: " 属于 ", en: " is one of ")
        + Bilingual(zh: codes.joined(separator: "、"), en: codes.joined(separator: ", "))
    case .matches(let pattern):
      return measure.label + Bilingual(zh: " 符合形式 ", en: " has the form ") + pattern
    case .includes(let codes):
      return measure.label + Bilingual(zh: " 包括 ", en: " includes ")
        + Bilingual(zh: codes.joined(separator: "、"), en: codes.joined(separator: ", "))
    }
  }

  /// Whether the figure itself counts, where the question arises.
  var boundary: Bilingual? {
    if case .limit(let relation, _, _) = condition { return relation.boundaryWords }
    return nil
  }
}

extension MeasureUse {
  /// A limit as people read it: a plain number as the book writes it, else the formula in words.
  public func limitWords(in unit: Unit) -> Bilingual {
    guard formula.constant != nil else {
      if case .call(.date, _) = formula { return words }
      return formula.statesUnit ? words : words.withBracketed(unit)
    }
    if unit.symbol == "%" { return Bilingual(both: text + "%") }
    return Bilingual(both: text).with(unit)
  }
}

extension Formula {
  /// Whether the words say enough without a unit: a fact or a measure carries its own.
  fileprivate var statesUnit: Bool {
    switch self {
    case .fact, .measure: true
    default: false
    }
  }
}
