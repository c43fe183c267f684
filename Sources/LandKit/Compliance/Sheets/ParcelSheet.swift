import LandCadastre
import LandIdleLand
import LandRulebook

/// The facts of a parcel.
struct ParcelSheet: FactSource {
  let frame: SubjectFrame
  let ground: GroundFigures
  /// The contract of its row, for the industry and for where the project stands.
  let contract: Contract?
  /// Where that contract stands.
  let standing: ContractStanding?
  /// Columns that rulebooks declare.
  let declared: [String: FactDeclaration]

  var asOf: CalendarDate { frame.asOf }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = frame.fact(name) ?? ground.fact(name) { return fact }
    switch name {
    case "industry_code": return contract.flatMap { $0.fact(.industryCode) }
    case "industry_edition": return contract.flatMap { $0.fact(.industryEdition) }
    case "started": return derived(standing?.started)
    case "finished": return derived(standing?.finished)
    case "completion_due": return derived(standing?.completionDue)
    case "intensity_wan_per_ha":
      return ground.intensity.map { Fact(.number($0), Fact.Origin(.derived)) }
    default: return contract.flatMap { $0.declared(name, declared[name]) }
    }
  }

  private func derived(_ truth: Bool?) -> Fact? {
    guard let truth, let contract else { return nil }
    return Fact(.boolean(truth), Fact.Origin(contract.source, kind: .derived))
  }
}

extension Contract {
  /// A field as a fact.
  func fact(_ field: Field) -> Fact? {
    value(of: field).map { Fact(RuleValue($0), Fact.Origin(self.source)) }
  }

  /// A column that a rulebook declares.
  func declared(_ name: String, _ declaration: FactDeclaration?) -> Fact? {
    guard let declaration, let text = self.terms.figures[name],
      let value = RuleValue(text, declaredAs: declaration.kind)
    else { return nil }
    return Fact(value, Fact.Origin(self.source))
  }
}
