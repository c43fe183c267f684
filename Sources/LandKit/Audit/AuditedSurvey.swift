import LandCadastre
import LandCompliance
import LandGeometry
import LandIdleLand
import LandProjection
import LandReport
import LandRulebook
import LandSurvey

/// An audit as a register takes it in: every parcel with where it stands, and everything known of
/// those that are, were or may be idle.
public struct AuditedSurvey: Sendable {
  /// A parcel.
  public struct Parcel: Sendable {
    /// Index of its feature.
    public var feature: Int
    /// Its id.
    public var id: String
    /// The zone it names or lies in.
    public var zoneID: String?
    /// Its use, as written.
    public var landUse: String?
    /// Area on the plane, m²; nil where the boundary is doubtful.
    public var area: Double?
    /// How it stands with idleness.
    public var state: IdleAssessment.State
    /// Its contracts, with its part of their amounts.
    public var contracts: [Contract]
  }

  /// All parcels, in the order of the file.
  public let parcels: [Parcel]
  /// The rows of those that are, were or may be idle, and of those asked for, in the order of the
  /// file.
  public let rows: [ParcelRow]
  /// The zones.
  public let zones: [ZoneRow]
  /// What the audit came to.
  public let summary: AuditSummary
}

extension AuditRun {
  /// Audits all parcels for a register.
  ///
  /// - Parameter following: ids of parcels whose rows are wanted however they stand.
  public func surveyed(following: Set<String> = []) -> AuditedSurvey {
    let all = audited(keeping: .idleAnd(Set(following.map { ParcelKey($0) })))
    return AuditedSurvey(
      parcels: all.kept.map { kept in
        AuditedSurvey.Parcel(
          feature: kept.ground.feature, id: kept.ground.id,
          zoneID: compliance.zones.zoneID(kept.ground.zoneID), landUse: kept.ground.landUse,
          area: kept.ground.planarArea, state: kept.state,
          contracts: kept.contracts)
      },
      rows: all.rows, zones: all.zones.rows, summary: all.summary)
  }
}
