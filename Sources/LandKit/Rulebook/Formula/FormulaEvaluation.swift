import LandCadastre

/// A value, or the names of what is missing for it.
struct Evaluated {
  var value: RuleValue?
  var missing: [String] = []

  init(_ value: RuleValue) { self.value = value }
  init(missing: [String]) { self.missing = missing }

  var number: Double? {
    if case .number(let number)? = value { return number }
    return nil
  }
  var date: CalendarDate? {
    if case .date(let date)? = value { return date }
    return nil
  }
}

/// One fact that went into a value.
public struct InputUse: Hashable, Sendable {
  /// The fact's name; a function's call with its arguments.
  public var name: String
  /// What people call it.
  public var declaration: FactDeclaration?
  /// The value; nil where it is missing.
  public var fact: Fact?

  /// `name=value unit@place`, for machine files.
  public var note: String {
    guard let fact else { return "\(name)=" }
    return "\(name)=\(valueText)@\(fact.origin.label)"
  }

  /// The value in its unit.
  public var valueText: String {
    guard let fact else { return "" }
    if case .number(let number) = fact.value { return RuleNumber.text(number) }
    return fact.value.text()
  }
}

/// Evaluates formulas for one subject and keeps a record of the facts that were used.
struct FormulaEvaluation<Source: FactSource> {
  let source: Source
  /// The year of yearly statistics; nil is the last that is over.
  var year: Int?
  /// The facts used so far, each once.
  var inputs: [InputUse] = []

  init(_ source: Source, year: Int? = nil) {
    self.source = source
    self.year = year
  }

  mutating func evaluate(_ formula: Formula) -> Evaluated {
    switch formula {
    case .number(let number): return Evaluated(.number(number))
    case .text(let text): return Evaluated(.text(text))
    case .fact(let declaration): return fact(declaration)
    case .measure(let measure): return evaluate(measure.formula)
    case .negated(let inner): return arithmetic(inner, .number(0)) { a, _ in -a }
    case .sum(let a, let b): return arithmetic(a, b) { $0 + $1 }
    case .difference(let a, let b): return arithmetic(a, b) { $0 - $1 }
    case .product(let a, let b): return arithmetic(a, b) { $0 * $1 }
    case .quotient(let a, let b): return quotient(a, b)
    case .call(let function, let arguments): return call(function, arguments)
    case .lookup(let table, let code): return lookup(table, code)
    case .industry(let edition, let tables): return industry(edition, tables)
    }
  }

  private mutating func use(_ name: String, _ declaration: FactDeclaration?, _ fact: Fact?) {
    if !inputs.contains(where: { $0.name == name }) {
      inputs.append(InputUse(name: name, declaration: declaration, fact: fact))
    }
  }

  private mutating func fact(_ declaration: FactDeclaration) -> Evaluated {
    let fact = source.fact(declaration.name, year: year)
    let name = year.map { "\(declaration.name)[\($0)]" } ?? declaration.name
    use(isYearly(declaration) ? name : declaration.name, declaration, fact)
    // What follows from official areas is shown with them, so that each leads to its line.
    if let sum = ClassSum(of: declaration.name), fact.map(sum.gave) ?? true {
      for part in sum.added + sum.taken {
        use(part, FactCatalog.declaration(part, of: .zone), source.fact(part, year: year))
      }
    }
    guard let value = fact?.value else {
      return Evaluated(missing: source.missing(behind: declaration.name))
    }
    if case .number(let number) = value { return Evaluated(.number(declaration.unit.base(number))) }
    return Evaluated(value)
  }

  private func isYearly(_ declaration: FactDeclaration) -> Bool {
    FactCatalog.yearly.contains(declaration.name)
  }

  private mutating func arithmetic(
    _ a: Formula, _ b: Formula, _ operation: (Double, Double) -> Double
  ) -> Evaluated {
    let (left, right) = (evaluate(a), evaluate(b))
    guard let x = left.number, let y = right.number else { return missing(left, right) }
    let result = operation(x, y)
    return result.isFinite ? Evaluated(.number(result)) : Evaluated(missing: ["finite"])
  }

  /// A zero denominator is not a number but something missing, and is named as such.
  private mutating func quotient(_ a: Formula, _ b: Formula) -> Evaluated {
    let (left, right) = (evaluate(a), evaluate(b))
    if right.number == 0 { return missing(left, Evaluated(missing: [b.name + "=0"])) }
    guard let x = left.number, let y = right.number else { return missing(left, right) }
    let result = x / y
    return result.isFinite ? Evaluated(.number(result)) : Evaluated(missing: ["finite"])
  }

  private func missing(_ parts: Evaluated...) -> Evaluated {
    var names: [String] = []
    for part in parts where part.value == nil {
      for name in part.missing where !names.contains(name) { names.append(name) }
    }
    return Evaluated(missing: names)
  }

  private mutating func lookup(_ table: RuleTable, _ code: Formula) -> Evaluated {
    let code = evaluate(code)
    let codes: [String]
    switch code.value {
    case .text(let code)?: codes = [code]
    case .oneOf(let all)?: codes = all
    default: return code
    }
    var rows: Set<RuleTable.Row> = []
    for code in codes {
      guard let row = table.row(for: code), row != .missing else {
        return Evaluated(missing: ["\(table.id)[\(code)]"])
      }
      rows.insert(row)
    }
    guard rows.count == 1, let row = rows.first else {
      return Evaluated(missing: ["industry_edition"])
    }
    switch row {
    case .number(let number): return Evaluated(.number((table.unit ?? .one).base(number)))
    case .text(let text): return Evaluated(.text(text))
    case .missing: return Evaluated(missing: ["\(table.id)[\(codes[0])]"])
    }
  }

  /// The code in an edition. Where the edition is not stated every edition is tried, and all that
  /// is asked of the result is that the candidates agree.
  private mutating func industry(_ edition: String, _ tables: [RuleTable]) -> Evaluated {
    let stated = source.fact("industry_code", year: nil)
    use("industry_code", nil, stated)
    guard case .text(let text)? = stated?.value else {
      return Evaluated(missing: ["industry_code"])
    }
    let code = String(text.drop { !$0.isNumber }.prefix { $0.isNumber })
    guard code.count >= 2 else { return Evaluated(missing: ["industry_code"]) }
    let given = source.fact("industry_edition", year: nil)
    use("industry_edition", nil, given)
    func translated(_ table: RuleTable) -> String? {
      if case .text(let text)? = table.row(for: code) { return text }
      return nil
    }
    if case .number(let number)? = given?.value {
      let year = RuleNumber.text(number)
      if year == edition { return Evaluated(.text(code)) }
      guard let table = tables.first(where: { $0.id == "gbt4754_\(year)_to_\(edition)" }) else {
        return Evaluated(missing: ["industry_edition"])
      }
      return translated(table).map { Evaluated(.text($0)) }
        ?? Evaluated(missing: ["\(table.id)[\(code)]"])
    }
    var candidates = [code]
    for table in tables {
      guard let other = translated(table) else { return Evaluated(missing: ["industry_edition"]) }
      if !candidates.contains(other) { candidates.append(other) }
    }
    return Evaluated(candidates.count == 1 ? .text(code) : .oneOf(candidates))
  }
}

extension FormulaEvaluation {
  fileprivate mutating func call(
    _ function: FormulaFunction, _ arguments: [Formula]
  ) -> Evaluated {
    switch function {
    case .previous, .inYear: return inOtherYear(function, arguments)
    default: break
    }
    var values: [RuleValue] = []
    var missing: [String] = []
    for argument in arguments {
      let evaluated = evaluate(argument)
      if let value = evaluated.value {
        values.append(value)
      } else {
        for name in evaluated.missing where !missing.contains(name) { missing.append(name) }
      }
    }
    guard missing.isEmpty else { return Evaluated(missing: missing) }
    let result: Fact?
    switch (function, values.first, values.dropFirst().first) {
    case (.elapsed, .date(let from)?, let end):
      if case .date(let to)? = end { return Evaluated(.period(from: from, to: to)) }
      return Evaluated(.period(from: from, to: source.asOf))
    case (.date, .text(let text)?, _):
      return CalendarDate(iso: text).map { Evaluated(.date($0)) } ?? Evaluated(missing: ["date"])
    case (.abs, .number(let x)?, _): return Evaluated(.number(Swift.abs(x)))
    case (.min, .number(let x)?, .number(let y)?): return Evaluated(.number(Swift.min(x, y)))
    case (.max, .number(let x)?, .number(let y)?): return Evaluated(.number(Swift.max(x, y)))
    case (.attested, .text(let topic)?, _): result = source.attestation(topic)
    case (.material, .text(let id)?, _): result = source.material(id)
    case (.step, .text(let id)?, _): result = source.step(id)
    case (.stated, .text(let field)?, _): result = source.isStated(field)
    case (.zombies, .date(let day)?, _): result = source.zombies(on: day)
    case (.zombiesCleared, .date(let from)?, .date(let to)?):
      result = source.zombiesCleared(from: from, to: to)
    case (.events, .text(let kind)?, .text(let grade)?):
      guard case .number(let number)? = values.last, let years = Int(exactly: number),
        (0...1000).contains(years)
      else { return Evaluated(missing: ["events"]) }
      let since = source.asOf.adding(years: -years)
      result = source.events(kind: kind, grade: grade, since: since)
    default: return Evaluated(missing: [function.rawValue])
    }
    let name = "\(function.rawValue)(\(values.map { $0.text() }.joined(separator: ",")))"
    use(name, nil, result)
    return result.map { Evaluated($0.value) } ?? Evaluated(missing: [name])
  }

  /// Statistics of the year before, or of a year that the rule names.
  private mutating func inOtherYear(
    _ function: FormulaFunction, _ arguments: [Formula]
  ) -> Evaluated {
    let usual = year
    defer { year = usual }
    if function == .previous {
      year = (usual ?? source.asOf.lastFullYear) - 1
    } else {
      let named = evaluate(arguments[1])
      guard let number = named.number else { return named }
      guard let named = Int(exactly: number) else {
        return Evaluated(missing: ["\(arguments[0].name)[\(RuleNumber.text(number))]"])
      }
      year = named
    }
    let wanted = year
    let evaluated = evaluate(arguments[0])
    guard evaluated.value == nil, let wanted else { return evaluated }
    return Evaluated(missing: evaluated.missing.map { "\($0)[\(wanted)]" })
  }
}

extension CalendarDate {
  /// The last calendar year that is over on this day, the 31 December counted as its end.
  public var lastFullYear: Int {
    let (year, month, day) = components
    return month == 12 && day == 31 ? year : year - 1
  }
}

extension FactCatalog {
  /// The facts that are given year by year.
  static let yearly = Set(statistics.map(\.0))
}

extension Formula {
  /// What a missing or zero part of a formula is called.
  var name: String {
    switch self {
    case .fact(let fact): fact.name
    case .measure(let measure): measure.id
    case .number(let number): RuleNumber.text(number)
    case .text(let text): text
    case .negated(let inner): "-" + inner.name
    case .sum(let a, let b): "\(a.name)+\(b.name)"
    case .difference(let a, let b): "\(a.name)-\(b.name)"
    case .product(let a, let b): "\(a.name)*\(b.name)"
    case .quotient(let a, let b): "\(a.name)/\(b.name)"
    case .call(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.name).joined(separator: ",")))"
    case .lookup(let table, let code): "\(table.id)(\(code.name))"
    case .industry(let edition, _): "industry(\(edition))"
    }
  }
}
