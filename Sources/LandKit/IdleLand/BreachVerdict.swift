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

  /// The name of the condition where findings name a rule, `contract.plot_ratio_min`.
  var rule: String {
    BreachVerdict.rules.first { $0.field == field }?.rule ?? "contract.\(field.rawValue)"
  }

  /// Made once: a finding is written for every parcel.
  private static let rules: [(field: Field, rule: String)] = [
    Field.agreedStartDate, .amendedStartDate, .agreedFinishDate, .plotRatioMin, .plotRatioMax,
    .densityMin, .densityMax, .coefficientMin, .greenMax, .officeShareMax, .intensityMin,
  ].map { ($0, "contract.\($0.rawValue)") }
}
