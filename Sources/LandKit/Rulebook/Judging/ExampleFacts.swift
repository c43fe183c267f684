import LandCadastre

/// The facts of a made case.
struct ExampleFacts: FactSource {
  let example: RuleExample
  let targetYear: Int?

  var asOf: CalendarDate { example.asOf }

  private func fact(_ value: RuleValue) -> Fact { Fact(value, Fact.Origin(.given)) }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let year, let value = example.years[year]?[name] { return fact(value) }
    switch name {
    case "as_of": return fact(.date(asOf))
    case "as_of_year": return fact(.number(Double(asOf.components.year)))
    case "year_begin":
      return CalendarDate(year: asOf.components.year - 1, month: 12, day: 31)
        .map { fact(.date($0)) }
    case "zone_level":
      if let level = example.level { return fact(.text(level)) }
      return fact(example.given[name] ?? .text(Applicability.anyLevel))
    case FactCatalog.completionDue: return fact(example.given[name] ?? .boolean(true))
    default: break
    }
    // Without a year of their own statistics are those of the year that the rule asks for.
    let own = year == nil || year == targetYear || year == asOf.lastFullYear
    guard own || !FactCatalog.yearly.contains(name) else { return nil }
    if year == nil || year == targetYear, let value = example.years[asOf.lastFullYear]?[name] {
      return fact(value)
    }
    if let given = example.given[name] { return fact(given) }
    return ClassSum(of: name)?.fact { self.fact($0, year: nil) }
  }

  func missing(behind name: String) -> [String] {
    ClassSum(of: name)?.missing { fact($0, year: nil) } ?? [name]
  }

  func attestation(_ topic: String) -> Fact? { example.attested[topic].map { fact(.boolean($0)) } }

  func events(kind: String, grade: String, since: CalendarDate) -> Fact? {
    guard let least = EventGrade(rawValue: grade) else { return nil }
    let found = example.events.filter { event in
      event.kind == kind && event.date > since && event.date <= asOf
        && EventGrade(rawValue: event.grade).map { $0 >= least } ?? false
    }
    let complete = example.eventsComplete[kind]
      .map { $0.lowerBound <= since.adding(days: 1) && asOf <= $0.upperBound }
    guard !found.isEmpty || complete == true else { return nil }
    return fact(.number(Double(found.count)))
  }

  func material(_ id: String) -> Fact? { example.materials.map { fact(.boolean($0.contains(id))) } }
  func step(_ id: String) -> Fact? { example.steps.map { fact(.boolean($0.contains(id))) } }

  func zombies(on day: CalendarDate) -> Fact? {
    example.zombies.map { zombies in
      fact(
        .number(
          Double(zombies.filter { $0.listed <= day && $0.cleared.map { $0 > day } ?? true }.count)))
    }
  }

  func zombiesCleared(from: CalendarDate, to: CalendarDate) -> Fact? {
    example.zombies.map { zombies in
      let stock = zombies.filter { $0.listed <= from && $0.cleared.map { $0 > from } ?? true }
      return fact(.number(Double(stock.filter { $0.cleared.map { $0 <= to } ?? false }.count)))
    }
  }

  func isStated(_ field: String) -> Fact? { example.stated[field].map { fact(.boolean($0)) } }
}
