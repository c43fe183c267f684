import LandKit

extension FindingCode {
  /// The file below `Sources/LandKit` that makes findings of the code.
  var origin: String {
    switch self {
    case .ringNotClosed, .tooFewPoints, .invalidCoordinate, .noGeometry, .notAPolygon,
      .heightsDropped, .parcelIDMissing, .featureUnreadable, .duplicateMember, .rowUnreadable,
      .encodingAssumed, .featurePartIgnored:
      "Audit/ReadingFindings.swift"
    case .repeatedPoint, .selfIntersection, .ringSelfIntersection, .spike, .holeOutsideShell,
      .nestedHoles, .nestedShells, .interiorDisconnected, .duplicateRings, .repaired,
      .repairRefused, .farFromMeridian:
      "Survey/Parcels/LayerMeasurer.swift"
    case .overlap, .identical, .contained: "Report/Tables/OverlapRow.swift"
    case .outsideZone, .parcelInTwoZones, .zoneUnknown, .zoneAssignedByPlace, .storeysUnknown:
      "Audit/ParcelFiguring.swift"
    case .buildingStraddles, .buildingNotMeasured: "Survey/Buildings/ParcelWorker+Buildings.swift"
    case .zoneNotMeasured: "Audit/ZoneFiguring.swift"
    case .overlayFailed: "Survey/Parcels/ParcelWorker.swift"
    case .duplicateParcelID: "Audit/AuditRun.swift"
    case .valueUnreadable, .valueImplausible, .codeWrong: "Cadastre/Records/CellReader.swift"
    case .unitConverted, .fieldClaimedTwice: "Cadastre/Fields/FieldMap.swift"
    case .contractAreaDiffers, .supplyStateUnknown: "IdleLand/ParcelAssessor.swift"
    case .contractWithoutParcel, .parcelWithoutContract:
      "Cadastre/Contracts/ContractBook+Unmatched.swift"
    case .contractConflict: "Cadastre/Contracts/Contract+Merge.swift"
    case .duplicateEnterprise: "Cadastre/Enterprises/EnterpriseBook.swift"
    case .creditCodeWrong: "Cadastre/Enterprises/EnterpriseReader.swift"
    case .duplicateZoneID: "Survey/Zones/SurveyedZones.swift"
    case .datesOutOfOrder: "IdleLand/DateOrderCheck.swift"
    case .notStartedButBuilt, .startContradictory, .suspectedIdle, .mayBeIdle, .identifiedIdle,
      .idleDueSoon, .idleUnknown, .notIdle, .disposedIdle, .extensionTooLong, .deliveredLate:
      "IdleLand/IdleFindings.swift"
    case .breachLateStart, .breachLateFinish, .breachPlotRatio, .breachDensity, .breachCoefficient,
      .breachGreen, .breachOffice, .breachIntensity:
      "IdleLand/BreachCheck.swift"
    case .ruleNotMet, .ruleNeedsReasons, .ruleUnknown, .ruleMet, .ruleNotApplicable, .ruleFigure,
      .ruleReadingsDiffer:
      "Compliance/JudgementFindings.swift"
    case .approvedAreaDiffers: "Audit/Applications/ZoneSurvey.swift"
    case .zoneFileDiffers, .zoneClassesUnbalanced, .enterpriseUnplaced:
      "Compliance/SubjectFindings.swift"
    case .crsAssumed, .outOfRange, .axesSwapped, .projectedWithoutCRS, .datumShiftNotMade,
      .measuredInOtherPlane:
      "Survey/Placement/PlacedLayer.swift"
    }
  }
}
