import LandCadastre
import LandGeometry

/// Gives the names in a formula their meaning and reckons with units, so that 万元 ÷ 亩 can be
/// held against 万元/公顷 but never against 亩.
struct FormulaLinker {
  /// What names a formula may use besides the built-in facts.
  let symbols: RulebookSymbols
  /// Whose facts they are.
  let subject: RuleSubject
  /// Measures that are being resolved, against measures defined by themselves.
  private var open: [String] = []
  /// Measures resolved so far.
  private var size = 0

  init(symbols: RulebookSymbols, subject: RuleSubject) {
    self.symbols = symbols
    self.subject = subject
  }

  /// A formula with what kind of value it gives.
  typealias Linked = (formula: Formula, kind: RuleValue.Kind)

  /// The formula of a text.
  mutating func link(text: String) throws(FormulaError) -> Linked {
    try link(FormulaParser.parse(text))
  }

  private mutating func link(_ syntax: FormulaSyntax) throws(FormulaError) -> Linked {
    switch syntax {
    case .number(let number): return (.number(number), .number(.none))
    case .text(let text): return (.text(text), .text)
    case .name(let name, let offset): return try link(name: name, at: offset)
    case .negated(let inner, let offset):
      let inner = try link(inner)
      guard case .number = inner.kind else {
        throw FormulaError(offset: offset, zh: "只有数可以取负", en: "only a number can be negated")
      }
      return (.negated(inner.formula), inner.kind)
    case .binary(let operation, let left, let right, let offset):
      return try link(operation, try link(left), try link(right), at: offset)
    case .call(let name, let arguments, let offset):
      return try link(call: name, arguments, at: offset)
    }
  }

  private mutating func link(name: String, at offset: Int) throws(FormulaError) -> Linked {
    if let measure = symbols.measures[name] { return try link(measure, at: offset) }
    if let fact = symbols.inputs[subject]?[name] { return (.fact(fact), fact.kind) }
    if let fact = FactCatalog.declaration(name, of: subject) { return (.fact(fact), fact.kind) }
    let near = symbols.nearest(to: name, subject: subject)
    throw FormulaError(
      offset: offset,
      zh: "\(subject.rawValue) 没有名为 \(name) 的事实、输入或指标" + (near.map { ",是否为 \($0)" } ?? ""),
      en: "\(name) is no fact, input or measure of a \(subject.rawValue)"
        + (near.map { "; did you mean \($0)?" } ?? ""))
  }

  /// A measure where a formula names it; what is wrong with its own formula is said at the name.
  private mutating func link(_ draft: MeasureDraft, at offset: Int) throws(FormulaError) -> Linked {
    guard !open.contains(draft.id) else {
      throw FormulaError(
        offset: offset, zh: "指标 \(draft.id) 由其自身定义", en: "\(draft.id) is defined by itself")
    }
    do {
      let linked = try link(definition: draft)
      return (.measure(linked.measure), linked.kind)
    } catch {
      throw FormulaError(
        offset: offset, zh: "指标 \(draft.id):\(error.zh)", en: "\(draft.id): \(error.en)")
    }
  }

  /// A measure where its book defines it; what is wrong is said at its place in its formula.
  mutating func link(
    definition draft: MeasureDraft
  ) throws(FormulaError) -> (measure: Measure, kind: RuleValue.Kind) {
    open.append(draft.id)
    defer { open.removeLast() }
    // Measures of measures can double at every step, and a chain of them has no end in sight.
    size += 1
    guard size <= 10_000, open.count <= 50 else {
      throw FormulaError(offset: 0, zh: "指标嵌套过多", en: "too many measures within measures")
    }
    let linked = try link(text: draft.formula)
    if case .number(let dimension) = linked.kind, dimension != draft.unit.dimension {
      throw FormulaError(
        offset: 0, zh: "指标 \(draft.id) 的公式不以 \(draft.unit.name) 计",
        en: "the formula of \(draft.id) is not in \(draft.unit.name)")
    }
    let measure = Measure(
      id: draft.id, label: draft.label, words: draft.words, unit: draft.unit,
      formula: linked.formula, book: draft.book, text: draft.formula)
    return (measure, linked.kind)
  }

  private func link(
    _ operation: ArithmeticOperator, _ left: Linked, _ right: Linked, at offset: Int
  ) throws(FormulaError) -> Linked {
    guard case .number(let a) = left.kind, case .number(let b) = right.kind else {
      throw FormulaError(offset: offset, zh: "只能对数作运算", en: "only numbers can be reckoned with")
    }
    switch operation {
    case .times: return (.product(left.formula, right.formula), .number(a + b))
    case .by: return (.quotient(left.formula, right.formula), .number(a + -b))
    case .plus, .minus:
      guard a == b else {
        throw FormulaError(
          offset: offset, zh: "两边的单位不同", en: "the two sides are in different units")
      }
      return operation == .plus
        ? (.sum(left.formula, right.formula), left.kind)
        : (.difference(left.formula, right.formula), left.kind)
    }
  }

  private mutating func link(
    call name: String, _ arguments: [FormulaSyntax], at offset: Int
  ) throws(FormulaError) -> Linked {
    if name == "industry" { return try industry(arguments, at: offset) }
    var linked: [Linked] = []
    for argument in arguments { linked.append(try link(argument)) }
    let kinds = linked.map(\.kind)
    let formulas = linked.map(\.formula)
    if let table = symbols.tables[name] {
      guard kinds == [.text] else { throw wrongArguments(name, "一个代码", "one code", offset) }
      return (.lookup(table, formulas[0]), table.unit.map { .number($0.dimension) } ?? .text)
    }
    guard let function = FormulaFunction(rawValue: name) else {
      throw FormulaError(
        offset: offset, zh: "没有名为 \(name) 的函数或表", en: "\(name) is no function or table")
    }
    let count = RuleValue.Kind.number(Unit.Dimension(count: 1))
    let plain = RuleValue.Kind.number(.none)
    let kind: RuleValue.Kind?
    switch function {
    case .elapsed: kind = kinds == [.date] || kinds == [.date, .date] ? .period : nil
    case .previous, .inYear:
      let isComplete = function == .previous ? kinds.count == 1 : kinds.dropFirst() == [plain]
      // A fact of today has no value of the year before; it would pass for one.
      let facts = formulas.first?.facts ?? []
      let isYearly = !facts.isEmpty && facts.isSubset(of: FactCatalog.yearly)
      guard !isComplete || isYearly else {
        throw wrongArguments(name, "年度统计指标", "a yearly statistic", offset)
      }
      kind = isComplete ? kinds[0] : nil
    case .attested, .material, .step, .stated: kind = kinds == [.text] ? .boolean : nil
    case .events: kind = kinds == [.text, .text, plain] ? count : nil
    case .zombies: kind = kinds == [.date] ? count : nil
    case .zombiesCleared: kind = kinds == [.date, .date] ? count : nil
    case .abs:
      if kinds.count == 1, case .number = kinds[0] { kind = kinds[0] } else { kind = nil }
    case .min, .max:
      if kinds.count == 2, kinds[0] == kinds[1], case .number = kinds[0] {
        kind = kinds[0]
      } else {
        kind = nil
      }
    case .date:
      guard case .text(let text)? = formulas.first, kinds.count == 1,
        CalendarDate(iso: text) != nil
      else { throw wrongArguments(name, "形如 '2018-12-31' 的日期", "a day like '2018-12-31'", offset) }
      kind = .date
    }
    guard let kind else {
      throw wrongArguments(name, "别的参数", "other arguments; see docs/rulebooks.md", offset)
    }
    return (.call(function, formulas), kind)
  }

  private func industry(
    _ arguments: [FormulaSyntax], at offset: Int
  ) throws(FormulaError) -> Linked {
    guard case .number(let edition)? = arguments.first, arguments.count == 1 else {
      throw wrongArguments("industry", "版本年份", "the year of an edition", offset)
    }
    let year = RuleNumber.text(edition)
    let tables = symbols.tables.values
      .filter { $0.id.hasPrefix("gbt4754_") && $0.id.hasSuffix("_to_" + year) }
      .sorted { $0.id < $1.id }
    guard symbols.industryEditions.isEmpty || symbols.industryEditions.contains(year) else {
      throw FormulaError(
        offset: offset, zh: "industry 没有 \(year) 版", en: "industry knows no edition \(year)")
    }
    guard FactCatalog.declaration("industry_code", of: subject) != nil else {
      throw FormulaError(
        offset: offset, zh: "\(subject.rawValue) 没有行业代码",
        en: "a \(subject.rawValue) has no industry code")
    }
    return (.industry(edition: year, tables: tables), .text)
  }

  private func wrongArguments(
    _ name: String, _ zh: String, _ en: String, _ offset: Int
  ) -> FormulaError {
    FormulaError(offset: offset, zh: "\(name) 需要\(zh)", en: "\(name) takes \(en)")
  }
}

extension Formula {
  /// The names of all facts in it.
  fileprivate var facts: Set<String> {
    switch self {
    case .fact(let fact): [fact.name]
    case .measure(let measure): measure.formula.facts
    case .negated(let a), .lookup(_, let a): a.facts
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      a.facts.union(b.facts)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.facts) }
    case .industry: ["industry_code"]
    case .number, .text: []
    }
  }
}

extension Unit {
  /// The symbol, or `1` for a plain number.
  var name: String { symbol.isEmpty ? "1" : symbol }
}
