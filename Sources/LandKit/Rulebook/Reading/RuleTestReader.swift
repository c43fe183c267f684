import LandCadastre
import LandGeometry
import LandLayers

/// Reads conditions: comparisons and trees of them.
struct RuleTestReader {
  let symbols: RulebookSymbols
  let subject: RuleSubject

  /// A condition.
  func test(_ node: YAMLNode, depth: Int = 1) throws(YAMLError) -> RuleTest {
    guard depth <= 20 else { throw node.error("条件嵌套过深", "conditions nested too deep") }
    var keys = try node.mapping()
    for (key, make) in [("all", RuleTest.all), ("any", RuleTest.any)] {
      guard let list = keys.takeOptional(key) else { continue }
      try keys.finish()
      var parts: [RuleTest] = []
      for part in try list.sequence() { parts.append(try test(part, depth: depth + 1)) }
      guard !parts.isEmpty else { throw list.expected("至少一个条件", "at least one condition") }
      return make(parts)
    }
    if let part = keys.takeOptional("not") {
      try keys.finish()
      return .not(try test(part, depth: depth + 1))
    }
    return .comparison(try comparison(&keys))
  }

  private func comparison(_ keys: inout YAMLMapping) throws(YAMLError) -> RuleComparison {
    let measureNode = try keys.take("measure")
    let (measure, kind) = try use(measureNode)
    var conditions: [RuleComparison.Condition] = []
    var binding: FigureBinding?
    if let node = keys.takeOptional("compare") {
      let relation = try node.word(of: Relation.self).comparison
      let (limit, unit) = try self.limit(&keys, kind, measureNode)
      conditions.append(.limit(relation, limit, unit))
      if let name = keys.takeOptional("binds") {
        binding = try self.binding(name, limit, unit)
      }
    }
    if let node = keys.takeOptional("is") {
      guard kind == .boolean else { throw measureNode.notA("是非值", "a yes or no") }
      conditions.append(.isTrue(try node.bool()))
    }
    if let node = keys.takeOptional("in") {
      guard kind == .text else { throw measureNode.notA("代码或文本", "a code or text") }
      conditions.append(.oneOf(try node.words()))
    }
    if let node = keys.takeOptional("matches") {
      guard kind == .text else { throw measureNode.notA("文本", "a text") }
      let pattern = try node.filled()
      guard (try? Regex(pattern)) != nil else {
        throw node.error("不是有效的正则表达式", "this is no regular expression")
      }
      conditions.append(.matches(pattern))
    }
    if let node = keys.takeOptional("includes") {
      guard kind == .list else { throw measureNode.notA("代码列表", "a list of codes") }
      conditions.append(.includes(try node.words()))
    }
    try keys.finish()
    guard conditions.count == 1 else {
      throw keys.node.error(
        "比较应有且只有 compare、is、in、matches、includes 之一",
        "a comparison has one of compare, is, in, matches and includes")
    }
    return RuleComparison(measure: measure, condition: conditions[0], binding: binding)
  }

  /// A formula with the kind of its value.
  func use(_ node: YAMLNode) throws(YAMLError) -> (MeasureUse, RuleValue.Kind) {
    let text = try node.filled()
    var linker = FormulaLinker(symbols: symbols, subject: subject)
    do throws(FormulaError) {
      let linked = try linker.link(text: text)
      return (MeasureUse(text: text, formula: linked.formula), linked.kind)
    } catch { throw node.error(error) }
  }

  /// `limit` and `unit`; both have to measure what the measure measures. A plain number is in the
  /// unit.
  private func limit(
    _ keys: inout YAMLMapping, _ kind: RuleValue.Kind, _ measure: YAMLNode
  ) throws(YAMLError) -> (MeasureUse, Unit) {
    let limitNode = try keys.take("limit")
    let unitNode = keys.takeOptional("unit")
    let unit = try unitNode?.unit()
    let (limit, limitKind) = try use(limitNode)
    let place = unitNode ?? limitNode
    switch kind {
    case .number(let dimension):
      guard let unit else { throw keys.node.error("缺少 unit", "the key unit is missing") }
      guard unit.dimension == dimension else {
        throw place.error(
          "单位 \(unit.name) 与 \(measure.text ?? "") 不符",
          "\(unit.name) is no unit of \(measure.text ?? "")")
      }
      if let number = limit.formula.constant, case .number(.none) = limitKind {
        return (MeasureUse(text: limit.text, formula: .number(unit.base(number))), unit)
      }
      guard case .number(dimension) = limitKind else {
        throw limitNode.error(
          "限值与 \(measure.text ?? "") 的单位不同",
          "the limit is in another unit than \(measure.text ?? "")")
      }
      return (limit, unit)
    case .period:
      guard let unit, unit.period != nil else {
        throw place.error("期间以 年、月 或 日 计", "a period is counted in 年, 月 or 日")
      }
      guard let number = limit.formula.constant, let whole = Int(exactly: number),
        (-100_000...100_000).contains(whole)
      else { throw limitNode.expected("整数", "a whole number") }
      return (MeasureUse(text: limit.text, formula: .number(unit.base(number))), unit)
    case .date:
      guard limitKind == .date, unit == nil else {
        throw limitNode.expected("日期公式(无 unit)", "a formula of a day, without unit")
      }
      return (limit, .one)
    case .boolean, .text, .list:
      throw measure.notA("数、日期或期间", "a number, a day or a period")
    }
  }

  /// A figure for landctl's own assessment.
  func binding(
    _ node: YAMLNode, _ limit: MeasureUse, _ unit: Unit
  ) throws(YAMLError) -> FigureBinding {
    let name = try node.filled()
    guard FigureName(rawValue: name) != nil else {
      throw node.unknownWord(name, among: FigureName.allCases.map(\.rawValue))
    }
    guard let base = limit.formula.constant else {
      throw node.error("只有常数限值可以绑定", "only a constant limit can be bound")
    }
    return FigureBinding(name: name, value: unit.value(ofBase: base), unit: unit)
  }

  /// The words of `compare`.
  private enum Relation: String, CaseIterable {
    case below, above, equals
    case atMost = "at_most"
    case atLeast = "at_least"

    var comparison: Comparison {
      switch self {
      case .below: .below
      case .above: .above
      case .atMost: .atMost
      case .atLeast: .atLeast
      case .equals: .equal
      }
    }
  }
}

extension YAMLNode {
  fileprivate func notA(_ zh: String, _ en: String) -> YAMLError {
    error("\(text ?? "") 不是\(zh)", "\(text ?? "") is not \(en)")
  }
}

extension Formula {
  /// The number of a formula that holds nothing but numbers.
  var constant: Double? {
    switch self {
    case .number(let number): return number
    case .negated(let a): return a.constant.map { -$0 }
    case .sum(let a, let b): return Formula.both(a, b) { $0 + $1 }
    case .difference(let a, let b): return Formula.both(a, b) { $0 - $1 }
    case .product(let a, let b): return Formula.both(a, b) { $0 * $1 }
    case .quotient(let a, let b): return Formula.both(a, b) { $0 / $1 }
    default: return nil
    }
  }

  private static func both(
    _ a: Formula, _ b: Formula, _ join: (Double, Double) -> Double
  ) -> Double? {
    guard let x = a.constant, let y = b.constant else { return nil }
    return join(x, y)
  }
}
