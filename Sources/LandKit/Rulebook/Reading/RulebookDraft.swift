import LandCadastre
import LandGeometry
import LandLayers

/// A rulebook whose definitions are read and whose rules are not yet: they may use the definitions
/// of other books.
struct RulebookDraft {
  var identity: Rulebook.Identity
  let file: String
  let sha256: String
  var inputs: [RuleInput] = []
  var measures: [(draft: MeasureDraft, node: YAMLNode, source: String?, Verification)] = []
  var tables: [RuleTable] = []
  /// The rules, each as it stands in the file.
  var rules: [YAMLNode] = []
  /// Where names were defined, to say so when one is defined twice.
  var places: [String: YAMLNode] = [:]

  /// Reads everything but the rules.
  init(_ source: SourceBytes) throws(YAMLError) {
    var keys = try YAMLReader.read(source).mapping()
    let schema = try keys.take("schema")
    guard try schema.int() == 1 else { throw schema.expected("1(格式版本)", "1, the form's version") }
    file = source.name
    sha256 = source.sha256()
    identity = try RulebookDraft.identity(keys.take("rulebook"))
    for node in try keys.takeOptional("inputs")?.sequence() ?? [] { try addInput(node) }
    for node in try keys.takeOptional("measures")?.sequence() ?? [] { try addMeasure(node) }
    for node in try keys.takeOptional("tables")?.sequence() ?? [] { try addTable(node) }
    rules = try keys.takeOptional("rules")?.sequence() ?? []
    try keys.finish()
  }

  private static func identity(_ node: YAMLNode) throws(YAMLError) -> Rulebook.Identity {
    var keys = try node.mapping()
    let id = try keys.take("id").name(dashes: true)
    let family = try keys.take("family").name(dashes: true)
    let title = try keys.take("title").bilingual()
    let issuer = try keys.take("issuer").bilingual()
    let number = try keys.takeOptional("number")?.filled()
    let dateNode = keys.takeOptional("date")
    let date = try dateNode?.filled()
    if let date, let dateNode, CalendarDate(iso: date) == nil {
      guard date.utf8.count == 4, date.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw dateNode.expected("日期或年份", "a day or a year")
      }
    }
    let territory = try keys.take("territory")
    let code = try territory.string()
    let isCode =
      [2, 4, 6].contains(code.utf8.count)
      && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isCode || code == Rulebook.wholeCountry else {
      throw territory.expected("2、4 或 6 位行政区划代码,或 CN", "a code of 2, 4 or 6 digits, or CN")
    }
    var validity = try keys.take("validity").mapping()
    let from = try validity.take("from").isoDay()
    let untilNode = validity.takeOptional("until")
    let until = try untilNode?.isoDay()
    if let until, let untilNode, until < from {
      throw untilNode.error(
        "失效日期 \(until) 早于生效日期 \(from)", "until \(until) lies before from \(from)")
    }
    let basis = try validity.take("basis").bilingual()
    try validity.finish()
    let verification = try keys.take("verification").word(of: Verification.self)
    let sources = try sources(keys.takeOptional("sources"))
    let joins = try keys.takeOptional("joins")?.bool() ?? false
    let note = try keys.takeOptional("note")?.bilingual()
    try keys.finish()
    return Rulebook.Identity(
      id: id, family: family, title: title, issuer: issuer, number: number, date: date,
      territory: code, validFrom: from, validUntil: until, validityBasis: basis,
      verification: verification, sources: sources, joins: joins, note: note)
  }

  private static func sources(_ node: YAMLNode?) throws(YAMLError) -> [Rulebook.Source] {
    var sources: [Rulebook.Source] = []
    for entry in try node?.mapping().entries ?? [] {
      var keys = try entry.value.mapping()
      sources.append(
        Rulebook.Source(
          key: entry.key, title: try keys.take("title").filled(),
          address: try keys.takeOptional("address")?.filled()))
      try keys.finish()
    }
    return sources
  }

  private mutating func define(_ name: String, _ node: YAMLNode) throws(YAMLError) {
    if let earlier = places[name] { throw node.definedTwice(name, earlier) }
    places[name] = node
  }

  private mutating func addInput(_ node: YAMLNode) throws(YAMLError) {
    var keys = try node.mapping()
    let idNode = try keys.take("id")
    let id = try idNode.name()
    let subject = try keys.take("subject").word(of: RuleSubject.self)
    try define("\(id) (\(subject.rawValue))", idNode)
    guard FactCatalog.declaration(id, of: subject) == nil else {
      throw idNode.error("\(id) 已是内置事实", "\(id) is a built-in fact already")
    }
    let type = try keys.takeOptional("type")?.word(of: InputType.self) ?? .number
    let unitNode = keys.takeOptional("unit")
    let label = try keys.take("label").bilingual()
    try keys.finish()
    let declaration: FactDeclaration
    switch type {
    case .number:
      guard let unitNode else { throw node.error("数值输入缺少 unit", "a number needs a unit") }
      declaration = FactDeclaration(id, try unitNode.unit(), label)
    case .boolean: declaration = FactDeclaration(id, .boolean, label)
    case .date: declaration = FactDeclaration(id, .date, label)
    case .text: declaration = FactDeclaration(id, .text, label)
    }
    if type != .number, let unitNode {
      throw unitNode.error("只有数值有单位", "only numbers have a unit")
    }
    inputs.append(RuleInput(subject: subject, declaration: declaration))
  }

  private enum InputType: String, CaseIterable { case number, boolean, date, text }

  private mutating func addMeasure(_ node: YAMLNode) throws(YAMLError) {
    var keys = try node.mapping()
    let idNode = try keys.take("id")
    let id = try idNode.name()
    try define(id, idNode)
    // It would take the fact's place in the rules of every book.
    guard RuleSubject.allCases.allSatisfy({ FactCatalog.declaration(id, of: $0) == nil }) else {
      throw idNode.error("\(id) 已是内置事实", "\(id) is a built-in fact already")
    }
    let subject = try keys.take("subject").word(of: RuleSubject.self)
    let formula = try keys.take("formula")
    let draft = MeasureDraft(
      id: id, subject: subject, formula: try formula.filled(),
      unit: try keys.takeOptional("unit")?.unit() ?? .one,
      label: try keys.take("label").bilingual(),
      words: try keys.takeOptional("words")?.bilingual(), book: identity.id)
    let source = try keys.takeOptional("source")?.source(of: identity)
    let verification =
      try keys.takeOptional("verification")?.word(of: Verification.self) ?? identity.verification
    try keys.finish()
    measures.append((draft, formula, source, verification))
  }

  private mutating func addTable(_ node: YAMLNode) throws(YAMLError) {
    var keys = try node.mapping()
    let idNode = try keys.take("id")
    let id = try idNode.name()
    try define(id, idNode)
    guard FormulaFunction(rawValue: id) == nil, id != "industry" else {
      throw idNode.error("\(id) 已是函数", "\(id) is a function already")
    }
    let label = try keys.take("label").bilingual()
    let unit = try keys.takeOptional("unit")?.unit()
    _ = try keys.takeOptional("source")?.source(of: identity)
    let verification =
      try keys.takeOptional("verification")?.word(of: Verification.self) ?? identity.verification
    var rows: [String: RuleTable.Row] = [:]
    for entry in try keys.take("rows").mapping().entries {
      if entry.value.isNull {
        rows[entry.key] = .missing
      } else if unit == nil {
        rows[entry.key] = .text(try entry.value.filled())
      } else {
        rows[entry.key] = .number(try entry.value.double())
      }
    }
    try keys.finish()
    tables.append(
      RuleTable(id: id, label: label, unit: unit, verification: verification, rows: rows))
  }
}

extension YAMLNode {
  /// The error for a name that stands for something else already.
  func definedTwice(_ name: String, _ earlier: YAMLNode) -> YAMLError {
    let place = "\(earlier.file):\(earlier.line)"
    return error("\(name) 重复定义(先见于 \(place))", "\(name) is defined twice, first at \(place)")
  }
}
