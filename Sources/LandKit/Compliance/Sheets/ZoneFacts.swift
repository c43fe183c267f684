import LandCadastre
import LandRulebook

/// All that is known of one zone, with what is assumed in its place: the facts of an application.
public struct ZoneFacts: FactSource, Sendable {
  var sheet: ZoneSheet
  /// Facts that are assumed to be otherwise than they are, by name.
  public var assumed: [String: Fact] = [:]
  /// What the layers give where the zone file states nothing.
  public var measures = ZoneMeasures()
  /// Whether what the layers give goes before the official areas, for a comparison of both.
  public var prefersMeasures = false

  /// The facts of a sheet.
  init(sheet: ZoneSheet) { self.sheet = sheet }

  /// The day of the judgement.
  public var asOf: CalendarDate { sheet.asOf }

  /// What is known, or assumed; yearly statistics are assumed for every year. What the file gives
  /// goes before what its official areas add up to, and that before what is measured.
  public func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = assumed[name] { return fact }
    if prefersMeasures, ClassSum.names.contains(name), let fact = measures.fact(name) {
      return fact
    }
    return sheet.fact(name, year: year) ?? supply(name) ?? measures.fact(name)
  }

  /// What official areas add up to. Where they do not give the land left, both sides of its share
  /// are measured, if they can be.
  private func supply(_ name: String) -> Fact? {
    guard let sum = ClassSum(of: name) else { return nil }
    let remainder = ClassSum.remainder(of: name)
    let lacksOfficial = ClassSum(of: remainder)?.fact { fact($0, year: nil) } == nil
    if lacksOfficial, measures.fact(remainder) != nil, let own = measures.fact(name) { return own }
    return sum.fact { fact($0, year: nil) }
  }

  /// The official areas that a fact lacks, or its own name.
  public func missing(behind name: String) -> [String] {
    ClassSum(of: name)?.missing { fact($0, year: nil) } ?? [name]
  }

  /// A number in the unit of its name, as it is known or assumed.
  public func number(_ name: String) -> Double? {
    if case .number(let number)? = fact(name, year: nil)?.value { return number }
    return nil
  }

  /// What zone.yaml states under a name, and what the layers give, in the unit of the name; nil
  /// where either is not known.
  public func bases(of name: String) -> (given: Double, measured: Double)? {
    guard case .number(let given)? = sheet.fact(name, year: nil)?.value,
      case .number(let measured)? = measures.fact(name)?.value
    else { return nil }
    return (given, measured)
  }

  /// Assumes that a number is greater by an amount; what is not known stays unknown.
  public mutating func add(_ amount: Double, to name: String, remark: String) {
    guard let known = number(name) else { return }
    assumed[name] = Fact(
      .number(known + amount), Fact.Origin(.assumed, remark: remark))
  }

  /// Assumes land to be supplied no longer, m²; negative for land that is supplied now. The land
  /// left grows by it under every reading, by the official areas and by the layers.
  public mutating func unsupply(_ area: Double, remark: String) {
    add(-area / 10_000, to: "class_D_ha", remark: remark)
    add(area / 10_000, to: "class_E_ha", remark: remark)
    if sheet.fact("remaining_m2", year: nil) != nil {
      add(area, to: "remaining_m2", remark: remark)
    }
    add(-area, to: "supplied_m2", remark: remark)
    measures.unsupply(area, remark)
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
