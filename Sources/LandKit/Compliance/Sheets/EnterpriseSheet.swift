import LandCadastre
import LandRulebook

/// The facts of an enterprise.
struct EnterpriseSheet: FactSource {
  let frame: SubjectFrame
  let enterprise: Enterprise
  /// Columns that rulebooks declare.
  let declared: [String: FactDeclaration]

  var asOf: CalendarDate { frame.asOf }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = frame.fact(name) { return fact }
    let origin = Fact.Origin(enterprise.source)
    if let field = Field(rawValue: name), let value = enterprise.value(of: field) {
      // What is dated after the day does not exist.
      if case .day(let day) = value, day > asOf { return nil }
      return Fact(RuleValue(value), origin)
    }
    guard let declaration = declared[name], let text = enterprise.extra[name],
      let value = RuleValue(text, declaredAs: declaration.kind)
    else { return nil }
    return Fact(value, origin)
  }
}
