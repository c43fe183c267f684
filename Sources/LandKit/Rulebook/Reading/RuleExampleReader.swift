import LandCadastre
import LandGeometry
import LandLayers

/// Reads the examples of rules.
struct RuleExampleReader {
  let symbols: RulebookSymbols
  let subject: RuleSubject

  /// An example.
  func example(_ node: YAMLNode) throws(YAMLError) -> RuleExample {
    var keys = try node.mapping()
    let asOf = try keys.takeOptional("as_of")?.isoDay() ?? RuleExample.usualDay
    var example = RuleExample(asOf: asOf, line: node.line)
    for entry in try keys.takeOptional("given")?.mapping().entries ?? [] {
      example.given[entry.key] = try value(entry)
    }
    for entry in try keys.takeOptional("year")?.mapping().entries ?? [] {
      guard let year = Int(entry.key) else { throw entry.error("应为年份", "expected a year") }
      for fact in try entry.value.mapping().entries {
        example.years[year, default: [:]][fact.key] = try value(fact)
      }
    }
    example.level = try keys.takeOptional("level")?.filled()
    for entry in try keys.takeOptional("attested")?.mapping().entries ?? [] {
      example.attested[entry.key] = try entry.value.bool()
    }
    for node in try keys.takeOptional("events")?.sequence() ?? [] {
      var event = try node.mapping()
      example.events.append(
        RuleExample.Event(
          date: try event.take("date").isoDay(), kind: try event.take("kind").filled(),
          grade: try event.take("grade").filled()))
      try event.finish()
    }
    for entry in try keys.takeOptional("events_complete")?.mapping().entries ?? [] {
      let span = try entry.value.sequence()
      guard span.count == 2 else { throw entry.error("应为 [起, 止]", "expected [from, until]") }
      let (from, until) = (try span[0].isoDay(), try span[1].isoDay())
      guard from <= until else { throw span[1].error("起止颠倒", "until lies before from") }
      example.eventsComplete[entry.key] = from...until
    }
    example.materials = try keys.takeOptional("materials")?.list()
    example.steps = try keys.takeOptional("steps")?.list()
    if let node = keys.takeOptional("zombies") { example.zombies = try zombies(node) }
    for entry in try keys.takeOptional("stated")?.mapping().entries ?? [] {
      example.stated[entry.key] = try entry.value.bool()
    }
    example.expected = try keys.takeOptional("expect")?.word(of: Expectation.self).rawValue
    let value = keys.takeOptional("value")
    example.value = try value?.double()
    example.missing = try keys.takeOptional("missing")?.list()
    for entry in try keys.takeOptional("readings")?.mapping().entries ?? [] {
      example.readings[entry.key] = try entry.value.word(of: Expectation.self).rawValue
    }
    try keys.finish()
    guard example.expected != nil || value != nil else {
      throw node.error("示例缺少 expect 或 value", "an example states expect or value")
    }
    return example
  }

  private enum Expectation: String, CaseIterable {
    case met, notMet, needsReasons, unknown, notApplicable
  }

  private func zombies(_ node: YAMLNode) throws(YAMLError) -> [RuleExample.Zombie] {
    var zombies: [RuleExample.Zombie] = []
    for node in try node.sequence() {
      var keys = try node.mapping()
      zombies.append(
        RuleExample.Zombie(
          listed: try keys.take("listed").isoDay(),
          cleared: try keys.takeOptional("cleared")?.isoDay()))
      try keys.finish()
    }
    return zombies
  }

  /// A fact of a made case.
  private func value(_ entry: YAMLEntry) throws(YAMLError) -> RuleValue {
    let declaration =
      symbols.inputs[subject]?[entry.key]
      ?? FactCatalog.declaration(entry.key, of: subject)
    guard let declaration else {
      let names =
        FactCatalog.declarations(of: subject).map(\.name)
        + (symbols.inputs[subject] ?? [:]).keys.sorted()
      let near = SpellingAid.nearest(to: entry.key, among: names)
      throw entry.error(
        "\(subject.rawValue) 没有名为 \(entry.key) 的事实或输入" + (near.map { ",是否为 \($0)?" } ?? ""),
        "\(entry.key) is no fact or input of a \(subject.rawValue)"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    switch declaration.kind {
    case .number: return .number(try entry.value.double())
    case .boolean: return .boolean(try entry.value.bool())
    case .text: return .text(try entry.value.filled())
    case .date: return .date(try entry.value.isoDay())
    case .list: return .list(try entry.value.list())
    case .period: throw entry.value.expected("日期", "a day")
    }
  }
}

extension YAMLNode {
  /// A list of words, which may be empty.
  fileprivate func list() throws(YAMLError) -> [String] {
    var words: [String] = []
    for node in try sequence() { words.append(try node.filled()) }
    return words
  }
}

extension RuleExample {
  /// The day of an example that states none.
  static let usualDay = CalendarDate(dayNumber: 20_269)  // 2025-06-30
}
