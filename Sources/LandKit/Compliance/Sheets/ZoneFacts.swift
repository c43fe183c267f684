import LandCadastre
import LandRulebook

/// All that is known of one zone, with what is assumed in its place: the facts of an application.
public struct ZoneFacts: FactSource, Sendable {
  let sheet: ZoneSheet
  /// Facts that are assumed to be otherwise than they are, by name.
  public var assumed: [String: Fact] = [:]

  /// The day of the judgement.
  public var asOf: CalendarDate { sheet.asOf }

  /// What is known, or assumed; yearly statistics are assumed for every year.
  public func fact(_ name: String, year: Int?) -> Fact? {
    assumed[name] ?? sheet.fact(name, year: year)
  }

  /// A number in the unit of its name, as it is known or assumed.
  public func number(_ name: String) -> Double? {
    if case .number(let number)? = fact(name, year: nil)?.value { return number }
    return nil
  }

  /// Assumes that a number is greater by an amount; what is not known stays unknown.
  public mutating func add(_ amount: Double, to name: String, remark: String) {
    guard let known = number(name) else { return }
    assumed[name] = Fact(
      .number(known + amount), Fact.Origin(.assumed, remark: remark))
  }

  /// Whether a topic is attested.
  public func attestation(_ topic: String) -> Fact? { sheet.attestation(topic) }
  /// The events of a kind and at least a grade since a day.
  public func events(kind: String, grade: String, since: CalendarDate) -> Fact? {
    sheet.events(kind: kind, grade: grade, since: since)
  }
  /// Whether a paper is there.
  public func material(_ id: String) -> Fact? { sheet.material(id) }
  /// Whether a step is done.
  public func step(_ id: String) -> Fact? { sheet.step(id) }
  /// The enterprises under clearing on a day.
  public func zombies(on day: CalendarDate) -> Fact? { sheet.zombies(on: day) }
  /// Those of them that were cleared by a later day.
  public func zombiesCleared(from: CalendarDate, to: CalendarDate) -> Fact? {
    sheet.zombiesCleared(from: from, to: to)
  }
  /// The reading that the zone file chooses.
  public func chosenReading(_ key: String) -> String? { sheet.chosenReading(key) }
}
