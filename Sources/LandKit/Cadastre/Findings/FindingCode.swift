import LandGeometry

/// The stable codes of findings. A number is never used again for another meaning.
///
/// Families: `G1xx` ring, `G2xx` polygon, `G3xx` between features, `D4xx` attributes and
/// contracts, `R5xx` verdicts, `C6xx` coordinate systems, `F9xx` files. Texts, severity and
/// remedy are in `FindingCode+Table.swift`; each code has a fixture and a documentation page.
public enum FindingCode: String, CaseIterable, Hashable, Sendable {
  // Ring.
  case ringNotClosed = "G101"
  case tooFewPoints = "G102"
  case repeatedPoint = "G103"
  case selfIntersection = "G104"
  case ringSelfIntersection = "G105"
  case spike = "G106"
  case invalidCoordinate = "G107"
  // Polygon.
  case holeOutsideShell = "G201"
  case nestedHoles = "G202"
  case nestedShells = "G203"
  case interiorDisconnected = "G204"
  case duplicateRings = "G205"
  case noGeometry = "G210"
  case notAPolygon = "G211"
  case heightsDropped = "G212"
  case repaired = "G213"
  case repairRefused = "G214"
  // Between features.
  case overlap = "G301"
  case identical = "G302"
  case contained = "G303"
  case outsideZone = "G304"
  case buildingStraddles = "G305"
  case buildingNotMeasured = "G306"
  case zoneNotMeasured = "G307"
  case parcelInTwoZones = "G308"
  case overlayFailed = "G390"
  // Attributes and contracts.
  case duplicateParcelID = "D401"
  case parcelIDMissing = "D402"
  case valueUnreadable = "D403"
  case zoneUnknown = "D404"
  case contractAreaDiffers = "D405"
  case contractWithoutParcel = "D406"
  case parcelWithoutContract = "D407"
  case supplyStateUnknown = "D408"
  case notStartedButBuilt = "D409"
  case valueImplausible = "D410"
  case datesOutOfOrder = "D411"
  case unitConverted = "D412"
  case duplicateZoneID = "D413"
  case storeysUnknown = "D414"
  case zoneAssignedByPlace = "D415"
  case contractConflict = "D416"
  case fieldClaimedTwice = "D417"
  case startContradictory = "D418"
  case duplicateEnterprise = "D419"
  case creditCodeWrong = "D420"
  case zoneFileDiffers = "D421"
  case zoneClassesUnbalanced = "D422"
  case enterpriseUnplaced = "D423"
  case approvedAreaDiffers = "D424"
  case codeWrong = "D425"
  // Verdicts.
  case suspectedIdle = "R501"
  case mayBeIdle = "R502"
  case identifiedIdle = "R503"
  case idleDueSoon = "R504"
  case idleUnknown = "R505"
  case notIdle = "R506"
  case disposedIdle = "R507"
  case extensionTooLong = "R508"
  case deliveredLate = "R509"
  case breachLateStart = "R521"
  case breachLateFinish = "R522"
  case breachPlotRatio = "R523"
  case breachDensity = "R524"
  case breachCoefficient = "R525"
  case breachGreen = "R526"
  case breachOffice = "R527"
  case breachIntensity = "R528"
  case ruleNotMet = "R541"
  case ruleNeedsReasons = "R542"
  case ruleUnknown = "R543"
  case ruleMet = "R544"
  case ruleNotApplicable = "R545"
  case ruleFigure = "R546"
  case ruleReadingsDiffer = "R547"
  // Coordinate systems.
  case crsAssumed = "C601"
  case outOfRange = "C602"
  case axesSwapped = "C603"
  case projectedWithoutCRS = "C604"
  case farFromMeridian = "C606"
  case datumShiftNotMade = "C607"
  case measuredInOtherPlane = "C608"
  // Files.
  case featureUnreadable = "F902"
  case duplicateMember = "F903"
  case rowUnreadable = "F904"
  case encodingAssumed = "F905"
  case featurePartIgnored = "F906"

  /// How much a finding weighs.
  public enum Severity: String, Comparable, Sendable {
    case info, warning, error

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
    /// Whether the first weighs less than the second.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }
}
