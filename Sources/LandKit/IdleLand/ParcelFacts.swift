import LandCadastre

/// What is measured or recorded about one parcel, as far as the law asks for it. Nil is unknown.
public struct ParcelFacts: Sendable {
  /// How far the planar area can be relied on; the words of the column `measure_quality`.
  public enum AreaQuality: String, Hashable, Sendable {
    /// The boundary is valid.
    case ok
    /// The boundary is not valid; the area is the signed-ring figure.
    case doubtful
    /// Measured on the repaired copy.
    case repaired
  }

  /// The parcel's id.
  public var parcelID: String
  /// The file as the user named it.
  public var file: String
  /// Index of the feature, from 0.
  public var featureIndex: Int?
  /// Whether the parcel has been supplied, where that is stated.
  public var supplyState: SupplyState?
  /// Area on the Gauss–Krüger plane, m².
  public var planarArea: Double?
  /// Area on the ellipsoid (图斑椭球面积), m².
  public var ellipsoidalArea: Double?
  /// How far the areas can be relied on.
  public var areaQuality: AreaQuality = .ok
  /// Difference between contract and measured area that the survey's accuracy explains, m²; for
  /// instance twice the standard deviation that follows from the point error.
  public var areaTolerance: Double?
  /// Union of building footprints within the parcel, m²; nil where buildings are not known.
  public var footprint: Double?
  /// Building density (建筑密度), 0–1.
  public var density: Double?
  /// Plot ratio (容积率), without doubling storeys whose height is not known.
  public var plotRatio: Double?
  /// Whether high storeys might count double, so that the true plot ratio may be greater.
  public var plotRatioNeedsReasons = false
  /// Building coefficient (建筑系数), 0–1.
  public var buildingCoefficient: Double?
  /// Green share (绿地率), 0–1.
  public var greenShare: Double?
  /// Share of office and living-service land, 0–1.
  public var officeShare: Double?
  /// Whether that share is apportioned by floor area, the land not being separable.
  public var officeShareIsApportioned = false
  /// Fixed-asset investment with land price, 万元 per hectare; where nil it is taken from the
  /// contract's fixed investment and the planar area.
  public var intensityWanPerHa: Double?
  /// Number of buildings on the parcel.
  public var buildingCount: Int?
  /// Whether a building layer was given and could be measured here, so that no building means none.
  public var buildingsKnown = false

  /// A parcel of which nothing is measured yet.
  public init(parcelID: String, file: String = "", featureIndex: Int? = nil) {
    self.parcelID = parcelID
    self.file = file
    self.featureIndex = featureIndex
  }
}
