import LandCadastre
import LandRulebook

/// How one condition of a contract is kept.
public struct BreachVerdict: Hashable, Sendable {
  /// The code of the breach, R521–R528.
  public var code: FindingCode
  /// The field that holds the limit.
  public var field: Field
  /// The verdict; notMet = breach.
  public var verdict: Verdict
  /// The measured value; for dates, days from the limit to the day compared (positive = late).
  public var value: Double?
  /// The limit in the contract; for dates 0.
  public var limit: Double?
  /// How the value has to stand to the limit.
  public var comparison: Comparison
  /// Unit of value and limit.
  public var unit: String
  /// Inputs in short, `agreed_start_date=2022-10-07`.
  public var note = ""
}
