import LandCadastre

/// Two parcels that share ground.
public struct PairOverlap: Hashable, Sendable {
  /// The parcel that comes first in the file.
  public var first: Int
  /// The other one.
  public var second: Int
  /// The shared area in m².
  public var area: Double
  /// The length of the shared area's boundary in m.
  public var boundaryLength: Double

  /// The mean width of a narrow overlap in m: area by half its boundary.
  public var meanWidth: Double { boundaryLength > 0 ? 2 * area / boundaryLength : 0 }
}

/// The overlaps of a range of parcels.
public struct OverlapFindings: Sendable {
  /// Every pair that shares ground, ordered by the first parcel, then by the second.
  public var overlaps: [PairOverlap] = []
  /// Pairs that could not be overlaid.
  public var findings: [Finding] = []
}

/// What stands on one parcel. Nil is unknown, `missing` says for want of what.
public struct BuildingMeasures: Sendable {
  /// Buildings with more than the least area inside the parcel.
  public var count = 0
  /// Area of the union of their footprints inside the parcel, m².
  public var footprint: Double?
  /// Σ clipped footprint × storeys, m².
  public var grossFloor: Double?
  /// Floor area that counts for the plot ratio, m²: a storey above 8 m counts twice.
  public var countedFloor: Double?
  /// Where the counted floor area comes from, the least certain source of all buildings.
  public var floorSource: FloorSource?
  /// Whether an average over several storeys lies above 8 m, so that some storey may count twice.
  public var needsReasons = false
  /// Area of the union of buildings, structures and yards inside the parcel, m².
  public var coefficientArea: Double?
  /// Names of missing inputs.
  public var missing: Set<String> = []

  /// Where a floor area comes from.
  public enum FloorSource: String, Comparable, Sendable {
    /// 计容建筑面积 of a register.
    case counted
    /// 建筑面积 of a register.
    case registered
    /// Footprint × storeys.
    case estimated

    private var rank: Int {
      switch self {
      case .counted: 0
      case .registered: 1
      case .estimated: 2
      }
    }
    /// The more certain source comes first.
    public static func < (a: FloorSource, b: FloorSource) -> Bool { a.rank < b.rank }
  }
}

/// Where a parcel lies with regard to its zone.
public enum ZoneMembership: Hashable, Sendable {
  /// No zones were given.
  case noZones
  /// The zone with this index.
  case zone(Int)
  /// The parcel names a zone that the layer does not hold.
  case unknownZone
}

/// What a parcel says of itself that measuring needs.
public struct ParcelHints: Sendable {
  /// The zone it names.
  public var zoneID: String?
  /// Whether its use is industry or storage; nil where it does not say.
  public var isIndustrial: Bool?

  /// Hints of a parcel.
  public init(zoneID: String?, isIndustrial: Bool?) {
    self.zoneID = zoneID
    self.isIndustrial = isIndustrial
  }
}

/// What an overlay found out about one parcel.
public struct ParcelMeasures: Sendable {
  /// What stands on it; nil where no buildings were given or the parcel cannot be overlaid.
  public var buildings: BuildingMeasures?
  /// Its zone.
  public var membership = ZoneMembership.noZones
  /// Area outside its zone in m²; nil where unknown.
  public var outside: Double?
  /// The zones that hold more of it than noise, where there are two or more.
  public var zoneParts: [ZonePart] = []
  /// What was found.
  public var findings: [Finding] = []
}
