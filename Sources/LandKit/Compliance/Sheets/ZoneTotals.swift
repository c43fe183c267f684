/// What an audit adds up for a zone. Nil is unknown.
public struct ZoneTotals: Hashable, Sendable {
  /// Approved area by the layer's attribute, m².
  public var approvedOfficial: Double?
  /// Union of the supplied parcels, m².
  public var supplied: Double?
  /// The same of those not supplied.
  public var unsupplied: Double?
  /// Area that no supplied parcel covers, m².
  public var remaining: Double?
  /// Union of the supplied parcels of industry and storage, m².
  public var suppliedIndustrial: Double?
  /// Union of the parcels suspected to be idle, m².
  public var idleSuspected: Double?
  /// Area of all land ever found idle since the register's base date, m².
  public var idleIdentified: Double?
  /// The part of it whose case is ended, m².
  public var idleDisposed: Double?
  /// Number of parcels ever found idle since the base date.
  public var identifiedCount: Int?
  /// Those whose case is ended.
  public var disposedCount: Int?
  /// Land in reserve, m².
  public var reserve: Double?
  /// Fixed-asset investment of the projects for which it is known, 万元.
  public var projectInvestment: Double?
  /// The area of the same projects, m².
  public var projectArea: Double?
  /// Projects whose investment or area is not known.
  public var projectsWithoutInvestment: Int?

  /// Nothing known yet.
  public init() {}

  /// A figure by the name of its fact.
  func value(_ name: String) -> Double? {
    switch name {
    case "supplied_m2": supplied
    case "unsupplied_m2": unsupplied
    case "remaining_m2": remaining
    case "supplied_industrial_m2": suppliedIndustrial
    case "idle_suspected_m2": idleSuspected
    case "idle_identified_m2": idleIdentified
    case "idle_disposed_m2": idleDisposed
    case "idle_identified_count": identifiedCount.map(Double.init)
    case "idle_disposed_count": disposedCount.map(Double.init)
    case "reserve_m2": reserve
    case "projects_fixed_investment_wan": projectInvestment
    case "projects_area_m2": projectArea
    case "projects_without_investment": projectsWithoutInvestment.map(Double.init)
    default: nil
    }
  }
}
