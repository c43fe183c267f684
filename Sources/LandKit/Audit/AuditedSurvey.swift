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
    /// The agreed starts and completions of its contracts that are still to come, with the contract.
    public var dates: [AgreedDate]
  }
  /// A day that a contract agrees on.
  public struct AgreedDate: Hashable, Sendable {
    /// What is agreed.
    public enum Kind: String, Hashable, Sendable {
      case start, finish
    }
    /// What is agreed.
    public var kind: Kind
    /// The day.
    public var day: CalendarDate
    /// The contract.
    public var contractNo: String?
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
          dates: kept.contracts.flatMap {
            $0.datesToCome(after: options.asOf, options.rules.idleLandRules)
          })
      },
      rows: all.rows, zones: all.zones.rows, summary: all.summary)
  }
}

extension Contract {
  /// Agreed days that have not come yet: a start that has not been made, a completion likewise.
  fileprivate func datesToCome(
    after day: CalendarDate, _ rules: IdleLandRules
  ) -> [AuditedSurvey.AgreedDate] {
    var dates: [AuditedSurvey.AgreedDate] = []
    let start = startInForce(
      asOf: day, yearsAfterDelivery: rules.startAfterDeliveryYears.value)?.day
    if actualStartDate == nil, startState != .started, let start, start > day {
      dates.append(AuditedSurvey.AgreedDate(kind: .start, day: start, contractNo: contractNo))
    }
    if actualFinishDate == nil, let finish = agreedFinishDate, finish > day {
      dates.append(AuditedSurvey.AgreedDate(kind: .finish, day: finish, contractNo: contractNo))
    }
    return dates
  }
}
