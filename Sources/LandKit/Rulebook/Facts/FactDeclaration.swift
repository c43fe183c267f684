import LandGeometry

/// A name that formulas may use, with what stands behind it.
public struct FactDeclaration: Hashable, Sendable {
  /// The name, `planar_area_m2`.
  public let name: String
  /// What kind of value it has; numbers with the dimension of `unit`.
  public let kind: RuleValue.Kind
  /// Unit in which a number is stated; a plain number for anything else.
  public let unit: Unit
  /// What people call it.
  public let label: Bilingual

  /// A declaration of a number in a unit.
  init(_ name: String, _ unit: Unit, _ label: Bilingual) {
    self.init(name, .number(unit.dimension), unit, label)
  }

  /// A declaration of a value of another kind.
  init(_ name: String, _ kind: RuleValue.Kind, _ label: Bilingual) {
    self.init(name, kind, .one, label)
  }

  private init(_ name: String, _ kind: RuleValue.Kind, _ unit: Unit, _ label: Bilingual) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.label = label
  }
}
