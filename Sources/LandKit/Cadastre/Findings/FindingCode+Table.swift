import LandGeometry

/// What people read about a finding code, in both languages.
public struct FindingText: Hashable, Sendable {
  /// How much a finding of the code weighs.
  public let severity: FindingCode.Severity
  /// A few words.
  public let title: Bilingual
  /// What it means, in one or two sentences.
  public let explanation: Bilingual
  /// What to do about it.
  public let remedy: Bilingual

  init(
    _ severity: FindingCode.Severity, zh: String, en: String, why: String, whyEn: String,
    remedy: String, remedyEn: String
  ) {
    self.severity = severity
    title = Bilingual(zh: zh, en: en)
    explanation = Bilingual(zh: why, en: whyEn)
    self.remedy = Bilingual(zh: remedy, en: remedyEn)
  }
}

extension FindingCode {
  /// How much a finding of this code weighs.
  public var severity: Severity { text.severity }
  /// A few words in both languages.
  public var title: Bilingual { text.title }
  /// What it means, in one or two sentences.
  public var explanation: Bilingual { text.explanation }
  /// What to do about it.
  public var remedy: Bilingual { text.remedy }

  /// The texts of the code. The switch has no default, so a code without texts does not compile.
  public var text: FindingText {
    switch self {
    case .ringNotClosed: .ringNotClosed
    case .tooFewPoints: .tooFewPoints
    case .repeatedPoint: .repeatedPoint
    case .selfIntersection: .selfIntersection
    case .ringSelfIntersection: .ringSelfIntersection
    case .spike: .spike
    case .invalidCoordinate: .invalidCoordinate
    case .holeOutsideShell: .holeOutsideShell
    case .nestedHoles: .nestedHoles
    case .nestedShells: .nestedShells
    case .interiorDisconnected: .interiorDisconnected
    case .duplicateRings: .duplicateRings
    case .noGeometry: .noGeometry
    case .notAPolygon: .notAPolygon
    case .heightsDropped: .heightsDropped
    case .repaired: .repaired
    case .repairRefused: .repairRefused
    case .overlap: .overlap
    case .identical: .identical
    case .contained: .contained
    case .outsideZone: .outsideZone
    case .buildingStraddles: .buildingStraddles
    case .buildingNotMeasured: .buildingNotMeasured
    case .zoneNotMeasured: .zoneNotMeasured
    case .parcelInTwoZones: .parcelInTwoZones
    case .overlayFailed: .overlayFailed
    case .duplicateParcelID: .duplicateParcelID
    case .parcelIDMissing: .parcelIDMissing
    case .valueUnreadable: .valueUnreadable
    case .zoneUnknown: .zoneUnknown
    case .contractAreaDiffers: .contractAreaDiffers
    case .contractWithoutParcel: .contractWithoutParcel
    case .parcelWithoutContract: .parcelWithoutContract
    case .supplyStateUnknown: .supplyStateUnknown
    case .notStartedButBuilt: .notStartedButBuilt
    case .valueImplausible: .valueImplausible
    case .datesOutOfOrder: .datesOutOfOrder
    case .unitConverted: .unitConverted
    case .duplicateZoneID: .duplicateZoneID
    case .storeysUnknown: .storeysUnknown
    case .zoneAssignedByPlace: .zoneAssignedByPlace
    case .contractConflict: .contractConflict
    case .fieldClaimedTwice: .fieldClaimedTwice
    case .startContradictory: .startContradictory
    case .duplicateEnterprise: .duplicateEnterprise
    case .creditCodeWrong: .creditCodeWrong
    case .zoneFileDiffers: .zoneFileDiffers
    case .zoneClassesUnbalanced: .zoneClassesUnbalanced
    case .enterpriseUnplaced: .enterpriseUnplaced
    case .approvedAreaDiffers: .approvedAreaDiffers
    case .codeWrong: .codeWrong
    case .suspectedIdle: .suspectedIdle
    case .mayBeIdle: .mayBeIdle
    case .identifiedIdle: .identifiedIdle
    case .idleDueSoon: .idleDueSoon
    case .idleUnknown: .idleUnknown
    case .notIdle: .notIdle
    case .disposedIdle: .disposedIdle
    case .extensionTooLong: .extensionTooLong
    case .deliveredLate: .deliveredLate
    case .breachLateStart: .breachLateStart
    case .breachLateFinish: .breachLateFinish
    case .breachPlotRatio: .breachPlotRatio
    case .breachDensity: .breachDensity
    case .breachCoefficient: .breachCoefficient
    case .breachGreen: .breachGreen
    case .breachOffice: .breachOffice
    case .breachIntensity: .breachIntensity
    case .ruleNotMet: .ruleNotMet
    case .ruleNeedsReasons: .ruleNeedsReasons
    case .ruleUnknown: .ruleUnknown
    case .ruleMet: .ruleMet
    case .ruleNotApplicable: .ruleNotApplicable
    case .ruleFigure: .ruleFigure
    case .ruleReadingsDiffer: .ruleReadingsDiffer
    case .crsAssumed: .crsAssumed
    case .outOfRange: .outOfRange
    case .axesSwapped: .axesSwapped
    case .projectedWithoutCRS: .projectedWithoutCRS
    case .farFromMeridian: .farFromMeridian
    case .datumShiftNotMade: .datumShiftNotMade
    case .measuredInOtherPlane: .measuredInOtherPlane
    case .featureUnreadable: .featureUnreadable
    case .duplicateMember: .duplicateMember
    case .rowUnreadable: .rowUnreadable
    case .encodingAssumed: .encodingAssumed
    case .featurePartIgnored: .featurePartIgnored
    }
  }
}
