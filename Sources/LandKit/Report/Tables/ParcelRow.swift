import LandCadastre
import LandCompliance
import LandIdleLand
import LandSurvey

/// All that is known of one parcel when its row is written. An object, because every column is
/// handed the row and a copy of all of it each time would cost more than the column.
public final class ParcelRow: IdleRow {
  /// Index of the feature in its file.
  public let feature: Int
  /// The parcel's id.
  public let id: String
  /// The file.
  public let file: String
  /// The zone as the parcel names it, or as it was found by place.
  public let zoneID: String?
  /// What the parcel's properties say.
  public let record: ParcelRecord
  /// The layer's measures.
  public let layer: LayerFigures
  /// What the overlays found out.
  public let measures: ParcelMeasures
  /// What the law and the contracts say.
  public let assessment: ParcelAssessment
  /// Its figures as the law was given them.
  public let facts: ParcelFacts
  /// Where the counted floor area comes from.
  public let floorSource: BuildingMeasures.FloorSource?
  /// Counted floor area, m².
  public let countedFloor: Double?
  /// Codes of the findings about it, ascending, each once.
  public let findingCodes: [String]
  /// Names of missing inputs.
  public let missing: [String]
  /// The idle-land assessment that the row shows, the gravest.
  public let idle: IdleAssessment
  /// Codes of contract conditions that are not kept, ascending.
  public let contractBreach: [String]
  /// The rulebook.
  public let rulebook: String
  /// The day of the audit.
  public let asOf: CalendarDate
  /// Whether it is underused under a rule that states a standard; nil where none decides.
  public let underused: Bool?
  /// The rules it misses.
  public let underusedRules: [String]
  /// What rules ask of it.
  public let ground: GroundFigures

  /// A row; the parts are made by the audit.
  public init(
    feature: Int, id: String, file: String, zoneID: String?, record: ParcelRecord,
    layer: LayerFigures, measures: ParcelMeasures, assessment: ParcelAssessment,
    facts: ParcelFacts, floorSource: BuildingMeasures.FloorSource?, countedFloor: Double?,
    findingCodes: [String], missing: [String], rulebook: String, asOf: CalendarDate,
    underused: Bool?, underusedRules: [String], ground: GroundFigures
  ) {
    self.feature = feature
    self.id = id
    self.file = file
    self.zoneID = zoneID
    self.record = record
    self.layer = layer
    self.measures = measures
    self.assessment = assessment
    self.facts = facts
    self.floorSource = floorSource
    self.countedFloor = countedFloor
    self.findingCodes = findingCodes
    self.missing = missing
    idle = assessment.idle
    contractBreach = assessment.contractBreach.map(\.rawValue)
    self.rulebook = rulebook
    self.asOf = asOf
    self.underused = underused
    self.underusedRules = underusedRules
    self.ground = ground
  }
}

/// One row of a measured layer.
public struct LayerFigures: Sendable {
  /// Whether the geometry is valid as drawn; nil where there is none.
  public var isValid: Bool?
  /// Why not, in GEOS's words with the place.
  public var reason: String
  /// How far the figures can be relied on.
  public var quality: MeasureQuality
  /// Area on the plane, m².
  public var planarArea: Double?
  /// 图斑椭球面积, m².
  public var ellipsoidalArea: Double?
  /// Area with geodesic edges, m².
  public var geodesicArea: Double?
  /// Area as drawn, where it was repaired, m².
  public var areaBeforeRepair: Double?
  /// Central meridian of the plane, degrees.
  public var meridian: Double?
  /// EPSG code of the plane.
  public var planeCode: Int?

  /// The figures of one feature.
  public init(
    isValid: Bool?, reason: String, quality: MeasureQuality, planarArea: Double?,
    ellipsoidalArea: Double?, geodesicArea: Double?, areaBeforeRepair: Double?,
    meridian: Double?, planeCode: Int?
  ) {
    self.isValid = isValid
    self.reason = reason
    self.quality = quality
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.geodesicArea = geodesicArea
    self.areaBeforeRepair = areaBeforeRepair
    self.meridian = meridian
    self.planeCode = planeCode
  }
}
