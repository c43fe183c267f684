import LandCadastre
import LandCompliance
import LandIdleLand
import LandReport
import LandRulebook
import LandSurvey

/// Everything that the papers of an application are made from, worked out once: the audit of the
/// zone's parcels, the check of the act and the supply of the zone.
public struct Application: Sendable {
  /// A parcel of the zone.
  public struct Parcel: Sendable {
    /// Index of its feature.
    public var feature: Int
    /// Its id.
    public var id: String
    /// Its area of record, m²; nil where the boundary is doubtful.
    public var planarArea: Double?
    /// Whether it is supplied.
    public var isSupplied: Bool
    /// What the register says about that; nil is unknown.
    public var supplyState: SupplyState?
    /// Use of the land, as written.
    public var landUse: String?
    /// Whether that is industry or storage.
    public var isIndustrial: Bool?
    /// How it stands with idleness.
    public var state: IdleAssessment.State
  }

  /// The audit.
  public let run: AuditRun
  /// What is known of the zone.
  public let file: ZoneFile
  /// The check of the act.
  public let check: ActCheck
  /// What the layers of the zone show; nil where no approval names a scope.
  public let survey: ZoneSurvey?
  /// Its parcels, in the order of the file.
  public let parcels: [Parcel]
  /// The rows of its parcels that are, were or may be idle, in the order of the file.
  public let idle: [ParcelRow]

  /// The supply of the zone; nil where no approval names a scope.
  public var supply: SupplyAccount? { survey?.supply }
}

extension AuditRun {
  /// Works out an application; nil where the zone file names no zone.
  ///
  /// - Throws: `AuditError` for layers that cannot be read or placed, and for a scope that is no
  ///   valid polygon.
  public func application(
    for act: ZoneAct, of file: ZoneFile, whatIf: WhatIf = WhatIf()
  ) throws(AuditError) -> Application? {
    guard let zone = file.zoneID?.value else { return nil }
    let audited = audited(keeping: .idle)
    let survey = try self.survey(of: file, for: act, in: audited)
    let check = check(
      act, of: zone, whatIf: whatIf, measures: survey?.measures ?? ZoneMeasures(), in: audited)
    guard let check else { return nil }
    let zones = compliance.zones
    return Application(
      run: self, file: file, check: check, survey: survey,
      parcels: audited.kept.filter { zones.zoneID($0.ground.zoneID) == zone }.map { kept in
        Application.Parcel(
          feature: kept.ground.feature, id: kept.ground.id, planarArea: kept.ground.planarArea,
          isSupplied: kept.isSupplied, supplyState: kept.ground.supplyState,
          landUse: kept.ground.landUse, isIndustrial: kept.ground.isIndustrial, state: kept.state)
      },
      idle: audited.rows.filter { zones.zoneID($0.zoneID) == zone })
  }
}
