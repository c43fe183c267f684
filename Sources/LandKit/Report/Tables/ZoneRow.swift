import LandCadastre

/// One row of `zones.csv`. Nil is unknown.
public struct ZoneRow: Sendable {
  /// The zone's id.
  public var zoneID: String
  /// Its name; nil where the layer gives none.
  public var name: String?
  /// EPSG code of the plane it is measured on.
  public var planeCode: Int?
  /// Parcels that name the zone.
  public var parcels = 0
  /// Area within the boundary, m².
  public var approved: Double?
  /// Area of the union of the supplied parcels, m².
  public var supplied: Double?
  /// The same of the supplied parcels of industry and storage.
  public var suppliedIndustrial: Double?
  /// Area that no supplied parcel covers, m².
  public var remaining: Double?
  /// Approved area by document, m².
  public var approvedOfficial: Double?
  /// Area of the union of parcels not supplied, m².
  public var unsupplied: Double?
  /// Area of the union of parcels suspected to be idle, m².
  public var idleSuspected: Double?
  /// The same of those identified and not disposed of.
  public var idleIdentified: Double?
  /// The same of those disposed of.
  public var idleDisposed: Double?
  /// Disposed ÷ all identified, by area; nil where nothing was ever identified.
  public var disposalRateByArea: Double?
  /// The same by count.
  public var disposalRateByCount: Double?

  /// A zone of which nothing is known yet.
  public init(zoneID: String) { self.zoneID = zoneID }

  private static let accounting = "Survey/Zones/ZoneAccounting.swift"
  private static let figures = "Audit/ZoneFiguring.swift"

  /// The columns, in order. What needs layers that an audit is not given stays empty: land that
  /// cannot be supplied, the three readings of the remaining share, built land, 批而未供.
  public static let columns: [Column<ZoneRow>] = [
    Column("zone_id", "Cadastre/Records/ZoneRecord.swift") { .code($0.zoneID) },
    Column("gk_epsg", "Projection/CRS/CoordinateSystem.swift") {
      .integer(orEmpty: $0.planeCode)
    },
    Column("parcels", figures) { .integer($0.parcels) },
    Column("approved_m2", "Geometry/Measures/PlanarArea.swift") { .area($0.approved) },
    Column("supplied_m2", accounting) { .area($0.supplied) },
    Column("remaining_m2", accounting) { .area($0.remaining) },
    Column("approved_official_m2", "Cadastre/Records/ZoneRecord.swift") {
      .area($0.approvedOfficial)
    },
    Column("not_suppliable_m2", figures) { _ in .empty },
    Column("unsupplied_parcels_m2", accounting) { .area($0.unsupplied) },
    Column("remaining_share_r1", figures) { _ in .empty },
    Column("remaining_share_r2", figures) { _ in .empty },
    Column("remaining_share_r3", figures) { _ in .empty },
    Column("idle_suspected_m2", accounting) { .area($0.idleSuspected) },
    Column("idle_identified_m2", accounting) { .area($0.idleIdentified) },
    Column("idle_disposed_m2", accounting) { .area($0.idleDisposed) },
    Column("disposal_rate_area", figures) { .ratio($0.disposalRateByArea) },
    Column("disposal_rate_count", figures) { .ratio($0.disposalRateByCount) },
    Column("built_m2", figures) { _ in .empty },
    Column("approved_unsupplied_m2", figures) { _ in .empty },
    Column("zone_name", "Cadastre/Records/ZoneRecord.swift") { .text(orEmpty: $0.name) },
  ]
}
