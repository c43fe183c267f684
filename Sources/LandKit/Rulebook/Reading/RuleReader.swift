import LandCadastre
import LandGeometry
import LandLayers

/// Reads the rules of a book.
struct RuleReader {
  let symbols: RulebookSymbols
  let identity: Rulebook.Identity

  /// A rule.
  func rule(_ node: YAMLNode) throws(YAMLError) -> Rule {
    var keys = try node.mapping()
    let id = try keys.take("id").filled()
    let row = try keys.takeOptional("row")?.filled() ?? id
    let clause = try keys.take("clause").filled()
    let subject = try keys.take("subject").word(of: RuleSubject.self)
    let kind = try keys.take("kind").word(of: Rule.Kind.self)
    var acts: [ZoneAct] = []
    for node in try keys.takeOptional("acts")?.sequence() ?? [] {
      acts.append(try node.word(of: ZoneAct.self))
    }
    let softness = try keys.takeOptional("softness")?.word(of: Rule.Softness.self) ?? .strict
    let title = try keys.take("title").bilingual()
    let text = try keys.take("text").bilingual()
    let tests = RuleTestReader(symbols: symbols, subject: subject)
    var applies = Applicability()
    if let node = keys.takeOptional("applies") { applies = try applicability(node, tests) }
    let content = try self.content(&keys, tests)
    let remedy = try keys.takeOptional("remedy")?.bilingual()
    let actor = try keys.takeOptional("actor")?.bilingual()
    let classifies = try keys.takeOptional("classifies")?.bool() ?? false
    let marks = try keys.takeOptional("marks")?.word(of: Mark.self)
    let note = try keys.takeOptional("note")?.bilingual()
    let source = try keys.takeOptional("source")?.source(of: identity)
    let verification =
      try keys.takeOptional("verification")?.word(of: Verification.self) ?? identity.verification
    let examples = RuleExampleReader(symbols: symbols, subject: subject)
    var cases: [RuleExample] = []
    for node in try keys.takeOptional("examples")?.sequence() ?? [] {
      cases.append(try examples.example(node))
    }
    try keys.finish()
    return Rule(
      id: id, row: row, clause: clause, subject: subject, kind: kind, acts: acts,
      softness: softness,
      title: title, text: text, applies: applies, content: content, remedy: remedy,
      actor: actor,
      classifies: classifies, marksUnderused: marks == .underused, note: note,
      source: source, verification: verification, examples: cases, line: node.line)
  }

  private func content(
    _ keys: inout YAMLMapping, _ tests: RuleTestReader
  ) throws(YAMLError) -> Rule.Content {
    var contents: [Rule.Content] = []
    if let node = keys.takeOptional("test") {
      let reading = RuleReading(id: "", label: nil, test: try tests.test(node))
      contents.append(.test([reading], chosenBy: nil))
    }
    if let node = keys.takeOptional("readings") {
      contents.append(try readings(node, &keys, tests))
    }
    if let node = keys.takeOptional("recorded") { contents.append(.recorded(try node.bilingual())) }
    if keys.has("measure") || keys.has("binds") { contents.append(try figure(&keys, tests)) }
    guard contents.count == 1 else {
      throw keys.node.error(
        "规则应有且只有 test、readings、measure、recorded 之一",
        "a rule has one of test, readings, measure and recorded")
    }
    return contents[0]
  }

  private func readings(
    _ node: YAMLNode, _ keys: inout YAMLMapping, _ tests: RuleTestReader
  ) throws(YAMLError) -> Rule.Content {
    var readings: [RuleReading] = []
    for node in try node.sequence() {
      var entry = try node.mapping()
      let idNode = try entry.take("id")
      let id = try idNode.filled()
      guard !readings.contains(where: { $0.id == id }) else {
        throw idNode.error("读法 \(id) 重复", "the reading \(id) stands here twice")
      }
      readings.append(
        RuleReading(
          id: id, label: try entry.take("label").bilingual(),
          test: try tests.test(try entry.take("test"))))
      try entry.finish()
    }
    let decides = try keys.take("decides")
    let name = try decides.filled()
    guard let index = readings.firstIndex(where: { $0.id == name }) else {
      throw decides.unknownWord(name, among: readings.map(\.id))
    }
    readings.insert(readings.remove(at: index), at: 0)
    let key = try keys.takeOptional("chosen_by")?.word(of: ReadingKey.self)
    return .test(readings, chosenBy: key?.rawValue)
  }

  private func figure(
    _ keys: inout YAMLMapping, _ tests: RuleTestReader
  ) throws(YAMLError) -> Rule.Content {
    let unitNode = keys.takeOptional("unit")
    let unit = try unitNode?.unit()
    var measure: MeasureUse?
    if let node = keys.takeOptional("measure") {
      let (use, kind) = try tests.use(node)
      measure = use
      if case .number(let dimension) = kind, (unit ?? .one).dimension != dimension {
        throw (unitNode ?? node).error(
          "单位与 \(use.text) 不符", "\((unit ?? .one).name) is no unit of \(use.text)")
      }
    }
    var binding: FigureBinding?
    if let name = keys.takeOptional("binds") {
      let (limit, _) = try tests.use(try keys.take("limit"))
      binding = try tests.binding(
        name,
        MeasureUse(
          text: limit.text,
          formula: limit.formula.constant.map { .number((unit ?? .one).base($0)) }
            ?? limit.formula), unit ?? .one)
    }
    return .figure(measure, unit ?? .one, binding: binding)
  }

  /// Keys of zone.yaml that choose a reading.
  private enum ReadingKey: String, CaseIterable {
    case supplyReading = "supply_reading"
    case perMuBase = "per_mu_base"
    case rateBy = "rate_by"
  }

  private enum Mark: String, CaseIterable { case underused }
  private enum Level: String, CaseIterable { case national, provincial, other }
  private enum Use: String, CaseIterable { case industrial }

  private func applicability(
    _ node: YAMLNode, _ tests: RuleTestReader
  ) throws(YAMLError) -> Applicability {
    var keys = try node.mapping()
    var applies = Applicability()
    for level in try keys.takeOptional("level")?.sequence() ?? [] {
      applies.levels.append(try level.word(of: Level.self).rawValue)
    }
    if let node = keys.takeOptional("industry") {
      for range in try node.sequence() { applies.industries.formUnion(try codes(range)) }
      var linker = FormulaLinker(symbols: symbols, subject: tests.subject)
      do throws(FormulaError) {
        applies.industry = try linker.link(text: Applicability.industryFormula).formula
      } catch { throw node.error(error) }
    }
    if let node = keys.takeOptional("land_use") {
      applies.industrialOnly = try node.word(of: Use.self) == .industrial
      guard FactCatalog.declaration("industrial", of: tests.subject) != nil else {
        throw node.error(
          "\(tests.subject.rawValue) 没有土地用途", "a \(tests.subject.rawValue) has no land use")
      }
    }
    if let node = keys.takeOptional("as_built") {
      applies.asBuilt = try node.bool()
      guard tests.subject == .project || tests.subject == .parcel else {
        throw node.error("只有宗地和项目有竣工", "only parcels and projects are finished")
      }
    }
    applies.year = try keys.takeOptional("year")?.int()
    applies.from = try keys.takeOptional("from")?.isoDay()
    let until = keys.takeOptional("until")
    applies.until = try until?.isoDay()
    if let from = applies.from, let last = applies.until, let until, last < from {
      throw until.error("\(last) 早于 \(from)", "until \(last) lies before from \(from)")
    }
    if let when = keys.takeOptional("when") { applies.when = try tests.test(when) }
    try keys.finish()
    return applies
  }

  /// `36` or `13-43`.
  private func codes(_ node: YAMLNode) throws(YAMLError) -> [String] {
    let parts = try node.filled().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let first = parts.first.flatMap({ Int($0) }), let last = parts.last.flatMap({ Int($0) }),
      first >= 1, first <= last
    else { throw node.expected("两位行业代码或其范围", "a code of two digits or a range") }
    return (first...last).map { $0 < 10 ? "0\($0)" : "\($0)" }
  }
}

extension Applicability {
  /// The edition of the classification in which `applies.industry` is written.
  static let industryFormula = "industry(2017)"
}
