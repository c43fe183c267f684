import LandGeometry

/// A condition: a comparison or a tree of them, in three-valued logic.
public indirect enum RuleTest: Hashable, Sendable {
  case comparison(RuleComparison)
  case all([RuleTest])
  case any([RuleTest])
  case not(RuleTest)

  /// All comparisons, from left to right.
  public var comparisons: [RuleComparison] {
    switch self {
    case .comparison(let comparison): [comparison]
    case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
    case .not(let part): part.comparisons
    }
  }
}

/// A measure held against something.
public struct RuleComparison: Hashable, Sendable {
  /// What it is held against.
  public enum Condition: Hashable, Sendable {
    /// A figure; value and limit are shown in `unit`.
    case limit(Comparison, MeasureUse, Unit)
    /// Yes or no.
    case isTrue(Bool)
    /// One of these codes.
    case oneOf([String])
    /// A name of this form.
    case matches(String)
    /// All of these codes.
    case includes([String])
  }
  /// What is measured.
  public var measure: MeasureUse
  /// What it is held against.
  public var condition: Condition
  /// The figure that its limit gives to landctl's own assessment.
  public var binding: FigureBinding?
}

/// A formula where a rule uses it.
public struct MeasureUse: Hashable, Sendable {
  /// As it is written.
  public var text: String
  /// What it means.
  public var formula: Formula

  /// What it is called: the name of a measure or a fact, else the formula.
  public var label: Bilingual {
    switch formula {
    case .measure(let measure): measure.label
    case .fact(let fact): fact.label
    default: Bilingual(zh: formula.words(\.zh), en: formula.words(\.en))
    }
  }

  /// The formula as the rulebook writes it; of a measure, the formula behind its name.
  public var formulaText: String {
    if case .measure(let measure) = formula { return "\(text) = \(measure.text)" }
    return text
  }

  /// The formula in words.
  public var words: Bilingual {
    if case .measure(let measure) = formula {
      return measure.words
        ?? Bilingual(zh: measure.formula.words(\.zh), en: measure.formula.words(\.en))
    }
    return Bilingual(zh: formula.words(\.zh), en: formula.words(\.en))
  }
}

extension Formula {
  /// The formula with the names people use.
  func words(_ language: KeyPath<Bilingual, String>) -> String {
    func part(_ formula: Formula) -> String {
      switch formula {
      case .sum, .difference: "(" + formula.words(language) + ")"
      default: formula.words(language)
      }
    }
    switch self {
    case .number(let number): return RuleNumber.text(number)
    case .text(let text): return text
    case .fact(let fact): return fact.label[keyPath: language]
    case .measure(let measure): return measure.label[keyPath: language]
    case .negated(let inner): return "−" + part(inner)
    case .sum(let a, let b): return a.words(language) + " + " + b.words(language)
    case .difference(let a, let b): return a.words(language) + " − " + part(b)
    case .product(let a, let b): return part(a) + " × " + part(b)
    case .quotient(let a, let b):
      var below = part(b)
      if case .product = b { below = "(" + below + ")" }
      if case .quotient = b { below = "(" + below + ")" }
      return part(a) + " ÷ " + below
    case .lookup(let table, let code):
      return "\(table.label[keyPath: language])[\(code.words(language))]"
    case .industry(let edition, _): return "GB/T 4754-\(edition)"
    case .call(.date, let arguments): return arguments.first?.words(language) ?? ""
    case .call(.attested, let arguments):
      return arguments.map { TopicWords.label($0.name)[keyPath: language] }
        .joined(separator: ", ")
        + Bilingual(zh: "(证明)", en: " (attested)")[keyPath: language]
    case .call(.events, let arguments) where arguments.count == 3:
      let years = arguments[2].words(language)
      let kind = EventWords.kind(arguments[0].name)
      let grade = EventWords.grade(arguments[1].name)
      let words = Bilingual(
        zh: "近\(years)年\(grade.zh)\(kind.zh)事件数",
        en: "events in \(years) years (\(kind.en), \(grade.en))")
      return words[keyPath: language]
    case .call(.stated, let arguments):
      // A field of a contract by its name, as people know it.
      let fields = arguments.map { argument in
        FactCatalog.declaration(argument.name, of: .project)?.label[keyPath: language]
          ?? argument.words(language)
      }
      let inner = fields.joined(separator: ", ")
      return "\(FormulaFunction.stated.label[keyPath: language])(\(inner))"
    case .call(let function, let arguments):
      let inner = arguments.map { $0.words(language) }.joined(separator: ", ")
      return "\(function.label[keyPath: language])(\(inner))"
    }
  }
}

extension FormulaFunction {
  /// What people call the function.
  public var label: Bilingual {
    switch self {
    case .elapsed: Bilingual(zh: "经过时间", en: "time passed")
    case .previous: Bilingual(zh: "上一年度", en: "the year before")
    case .inYear: Bilingual(zh: "年度值", en: "value of the year")
    case .attested: Bilingual(zh: "已证明", en: "attested")
    case .events: Bilingual(zh: "事件数", en: "events")
    case .material: Bilingual(zh: "材料齐备", en: "paper present")
    case .step: Bilingual(zh: "程序完成", en: "step done")
    case .zombies: Bilingual(zh: "僵尸企业存量", en: "zombie enterprises on")
    case .zombiesCleared: Bilingual(zh: "僵尸企业已清理数", en: "zombie enterprises cleared")
    case .stated: Bilingual(zh: "合同载明", en: "stated in the contract")
    case .abs: Bilingual(zh: "绝对值", en: "absolute value")
    case .min: Bilingual(zh: "较小者", en: "smaller of")
    case .max: Bilingual(zh: "较大者", en: "greater of")
    case .date: Bilingual(zh: "日期", en: "day")
    }
  }
}
