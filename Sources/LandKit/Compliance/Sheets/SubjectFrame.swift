import LandCadastre
import LandRulebook

/// What every subject of an audit has in common: the day and the zone it belongs to.
public struct SubjectFrame: Sendable {
  /// The day.
  public var asOf: CalendarDate
  /// The level of the zone, with its place.
  public var level: Fact?
  /// The territory of the zone, with its place.
  public var territory: Fact?

  /// A frame for a day; the zone is set where it is known.
  public init(asOf: CalendarDate, level: Fact? = nil, territory: Fact? = nil) {
    self.asOf = asOf
    self.level = level
    self.territory = territory
  }

  /// The facts that all subjects have.
  func fact(_ name: String) -> Fact? {
    switch name {
    case "as_of": return Fact(.date(asOf), Fact.Origin(.given))
    case "as_of_year":
      return Fact(.number(Double(asOf.components.year)), Fact.Origin(.derived))
    case "year_begin":
      return CalendarDate(year: asOf.components.year - 1, month: 12, day: 31)
        .map { Fact(.date($0), Fact.Origin(.derived)) }
    case "zone_level": return level
    case "territory": return territory
    default: return nil
    }
  }
}

extension RuleValue {
  /// The value of a field.
  init(_ value: FieldValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .day(let day): self = .date(day)
    case .truth(let truth): self = .boolean(truth)
    case .list(let codes): self = .list(codes)
    }
  }

  /// The value of a column that a rulebook declares; nil where the text is no such value.
  init?(_ text: String, declaredAs kind: Kind) {
    switch kind {
    case .number:
      guard let number = DeclaredValue.number(text) else { return nil }
      self = .number(number)
    case .boolean:
      guard let truth = DeclaredValue.truth(text) else { return nil }
      self = .boolean(truth)
    case .date:
      guard let day = DeclaredValue.day(text) else { return nil }
      self = .date(day)
    case .text: self = .text(text)
    case .list: self = .list(text.split(separator: ";").map(String.init))
    case .period: return nil
    }
  }
}

extension Fact.Origin {
  /// A row or feature of an input.
  init(_ source: Contract.Source) {
    self.init(.given, file: source.file, row: source.row, feature: source.featureIndex)
  }
}
