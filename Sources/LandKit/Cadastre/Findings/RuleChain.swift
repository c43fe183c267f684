/// How a rule of a rulebook was judged: what went in, what was computed, what it was held against.
/// Codes and numbers only, the same in every language.
public struct RuleChain: Hashable, Sendable {
  /// Whom the rule is about, `project`.
  public var subject = ""
  /// What kind of rule it is, `gate`.
  public var kind = ""
  /// The inputs, `fixed_investment_wan=5200@contracts.csv#12`, of the deciding reading.
  public var inputs: [String] = []
  /// The formula as the rulebook writes it.
  public var formula = ""
  /// The verdict under each reading, `R1=met`, where the clause has several.
  public var readings: [String] = []
  /// How sure the text of the rule is.
  public var verification = ""

  /// A chain; the members are set as they are known.
  public init() {}
}
