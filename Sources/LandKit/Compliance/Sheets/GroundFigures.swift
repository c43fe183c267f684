import LandCadastre
import LandIdleLand
import LandRulebook

/// What is measured and recorded of one parcel, as far as rules ask for it. Nil is unknown.
public struct GroundFigures: Sendable {
  /// The parcel's id.
  public var id: String
  /// The file.
  public var file: String
  /// Index of the feature.
  public var feature: Int
  /// The zone it lies in, where one is known.
  public var zoneID: String?
  /// Area on the plane, m²; nil where the boundary is doubtful.
  public var planarArea: Double?
  /// 图斑椭球面积, m².
  public var ellipsoidalArea: Double?
  /// Union of building footprints, m².
  public var footprint: Double?
  /// Counted floor area, m².
  public var floorArea: Double?
  /// Whether high storeys of unknown height might count double, so that there may be more of it.
  public var floorMayBeMore = false
  /// Building coefficient.
  public var buildingCoefficient: Double?
  /// Green share.
  public var greenShare: Double?
  /// Share of office and living-service land.
  public var officeShare: Double?
  /// Whether that share is apportioned by floor area.
  public var officeShareIsApportioned = false
  /// Floor area of offices and living services, m².
  public var officeFloor: Double?
  /// Number of buildings.
  public var buildingCount: Int?
  /// Use of the land, as written.
  public var landUse: String?
  /// Whether that is industry or storage.
  public var isIndustrial: Bool?
  /// 三区.
  public var zoneClass: ZoneClass?
  /// Whether it was supplied.
  public var supplyState: SupplyState?
  /// Investment intensity, 万元 per hectare.
  public var intensity: Double?

  /// A parcel of which only the name is known yet.
  public init(id: String, file: String, feature: Int) {
    self.id = id
    self.file = file
    self.feature = feature
  }

  /// A fact by its name.
  func fact(_ name: String) -> Fact? {
    switch name {
    case "planar_area_m2": return measured(planarArea)
    case "ellipsoidal_area_m2": return measured(ellipsoidalArea)
    case "footprint_m2": return measured(footprint)
    case "floor_area_m2": return measured(floorArea, mayBeMore: floorMayBeMore)
    case "plot_ratio": return measured(ratio(floorArea), mayBeMore: floorMayBeMore)
    case "building_density": return measured(ratio(footprint))
    case "building_coefficient": return measured(buildingCoefficient)
    case "green_area_m2": return given(product(greenShare).map { .number($0) })
    case "green_share": return given(greenShare.map { .number($0) })
    case "office_area_m2": return given(product(officeShare).map { .number($0) })
    case "office_floor_m2": return given(officeFloor.map { .number($0) })
    case "office_share":
      var fact = given(officeShare.map { .number($0) })
      if officeShareIsApportioned {
        fact?.origin.kind = .derived
        fact?.origin.remark = "office_floor_m2/floor_area_m2"
      }
      return fact
    case "building_count": return measured(buildingCount.map(Double.init))
    case "land_use": return given(landUse.map { .text($0) })
    case "industrial": return given(isIndustrial.map { .boolean($0) })
    case "zone_class": return given(zoneClass.map { .text($0.official) })
    case "supply_state": return given(supplyState.map { .text($0.rawValue) })
    default: return nil
    }
  }

  private func ratio(_ value: Double?) -> Double? {
    guard let value, let planarArea, planarArea > 0 else { return nil }
    return value / planarArea
  }

  private func product(_ share: Double?) -> Double? {
    guard let share, let planarArea else { return nil }
    return share * planarArea
  }

  private func measured(_ value: Double?, mayBeMore: Bool = false) -> Fact? {
    value.map {
      Fact(
        .number($0), Fact.Origin(.measured, file: file, feature: feature), mayBeMore: mayBeMore)
    }
  }

  private func given(_ value: RuleValue?) -> Fact? {
    value.map { Fact($0, Fact.Origin(.given, file: file, feature: feature)) }
  }
}
