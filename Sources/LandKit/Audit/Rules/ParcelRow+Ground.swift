import LandCadastre
import LandCompliance
import LandIdleLand
import LandReport
import LandSurvey

extension GroundFigures {
  /// What rules ask of a parcel, from what the audit knows of it.
  init(
    id: String, file: String, feature: Int, zoneID: String?, record: ParcelRecord,
    isIndustrial: Bool?, facts: ParcelFacts, countedFloor: Double?, intensity: Double?
  ) {
    self.init(id: id, file: file, feature: feature)
    self.zoneID = zoneID
    // Ratios over a doubtful area would be doubtful themselves.
    planarArea = facts.areaQuality == .doubtful ? nil : facts.planarArea
    ellipsoidalArea = facts.areaQuality == .doubtful ? nil : facts.ellipsoidalArea
    footprint = facts.footprint
    floorArea = countedFloor
    floorMayBeMore = facts.plotRatioNeedsReasons
    buildingCoefficient = facts.buildingCoefficient
    greenShare = facts.greenShare
    officeShare = facts.officeShare
    officeShareIsApportioned = facts.officeShareIsApportioned
    officeFloor = record.officeFloor
    buildingCount = facts.buildingCount
    landUse = record.landUse
    self.isIndustrial = isIndustrial
    zoneClass = record.zoneClass
    supplyState = record.supplyState
    self.intensity = intensity
  }
}
