import LandGeometry

/// One input that a rule asks for.
public struct RequiredInput: Hashable, Sendable {
  /// Its name as a verdict calls it where it is missing.
  public var name: String
  /// What people call it.
  public var label: Bilingual
  /// Unit of a number; `yes/no`, `text`, `date` or `list` for anything else.
  public var unit: String
  /// Where it is given.
  public var place: FactPlace
  /// The key of zone.yaml, where it is given there.
  public var zoneKey: String?
}

extension RequiredInput {
  /// The value of a name.
  public init(_ fact: FactDeclaration, _ subject: RuleSubject) {
    self.init(
      name: fact.name, label: fact.label, unit: fact.unitWord,
      place: FactCatalog.place(of: fact.name, subject: subject),
      zoneKey: FactCatalog.zoneKey(of: fact.name, subject: subject))
  }
}

/// Collects what formulas are made of.
struct FormulaParts {
  /// Whose facts they are.
  let subject: RuleSubject
  /// Inputs, each once, in the order of reading.
  var inputs: [RequiredInput] = []
  /// Measures, each once, the outer before those it uses.
  var measures: [Measure] = []
  /// Tables that are looked up.
  var tables: [RuleTable] = []

  init(_ subject: RuleSubject) { self.subject = subject }

  mutating func add(_ formula: Formula) {
    switch formula {
    case .number, .text: break
    case .fact(let fact): add(fact)
    case .measure(let measure):
      if !measures.contains(where: { $0.id == measure.id }) { measures.append(measure) }
      add(measure.formula)
    case .negated(let inner): add(inner)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      add(a)
      add(b)
    case .call(let function, let arguments):
      for argument in arguments { add(argument) }
      if let place = function.place {
        add(
          RequiredInput(
            name: formula.name, label: Bilingual(zh: formula.words(\.zh), en: formula.words(\.en)),
            unit: function.unitWord, place: place, zoneKey: function.zoneKey))
      }
    case .lookup(let table, let code):
      add(code)
      if !tables.contains(where: { $0.id == table.id }) { tables.append(table) }
    case .industry:
      for name in ["industry_code", "industry_edition"] {
        if let fact = FactCatalog.declaration(name, of: subject) { add(fact) }
      }
    }
  }

  mutating func add(_ name: String) {
    if let fact = FactCatalog.declaration(name, of: subject) { add(fact) }
  }

  private mutating func add(_ fact: FactDeclaration) {
    add(RequiredInput(fact, subject))
    // What follows from official areas by class is asked for by those, too.
    guard let sum = ClassSum(of: fact.name) else { return }
    for name in sum.added + sum.taken { add(name) }
  }

  private mutating func add(_ input: RequiredInput) {
    if !inputs.contains(where: { $0.name == input.name }) { inputs.append(input) }
  }
}

extension Rule {
  /// Everything that the rule's applicability, measures and limits are made of.
  var parts: FormulaParts {
    var parts = FormulaParts(subject)
    if !applies.levels.isEmpty { parts.add("zone_level") }
    if applies.industrialOnly { parts.add("land_use") }
    if let industry = applies.industry { parts.add(industry) }
    for use in uses { parts.add(use.formula) }
    return parts
  }

  /// The inputs that the rule asks for, each once: those of its applicability first.
  public var requiredInputs: [RequiredInput] { parts.inputs }

  /// The measures that the rule uses, directly or through others, each once.
  public var measures: [Measure] { parts.measures }

  /// All formulas as they are written in the rule.
  var uses: [MeasureUse] {
    var uses = applies.when?.uses ?? []
    for reading in readings { uses += reading.test.uses }
    if case .figure(let measure?, _, _) = content { uses.append(measure) }
    return uses
  }
}

extension FactDeclaration {
  /// The unit of a number, or what kind of value it is.
  public var unitWord: String {
    switch kind {
    case .number: unit.symbol.isEmpty ? "1" : unit.symbol
    case .boolean: "yes/no"
    case .text: "text"
    case .date: "date"
    case .period: "period"
    case .list: "list"
    }
  }
}

extension FormulaFunction {
  /// The file that answers the function; nil where it only reckons.
  fileprivate var place: FactPlace? {
    switch self {
    case .attested, .events, .material, .step: .zone
    case .stated: .contracts
    case .zombies, .zombiesCleared: .enterprises
    case .elapsed, .previous, .inYear, .abs, .min, .max, .date: nil
    }
  }

  fileprivate var zoneKey: String? {
    switch self {
    case .attested: "attestations"
    case .events: "events"
    case .material: "materials"
    case .step: "procedure"
    default: nil
    }
  }

  fileprivate var unitWord: String {
    switch self {
    case .events, .zombies, .zombiesCleared: "个"
    default: "yes/no"
    }
  }
}
