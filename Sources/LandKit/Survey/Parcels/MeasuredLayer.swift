import LandCadastre
import LandGeometry
import LandProjection
import LandTopology

/// How far a feature's plane figures can be relied on.
public enum MeasureQuality: String, Sendable {
  /// The geometry is valid as drawn.
  case ok
  /// The geometry is invalid and was left as drawn: its area is the signed sum of its rings, and
  /// nothing that needs an overlay is known.
  case doubtful
  /// Measured on a repaired copy.
  case repaired
  /// No measurable geometry.
  case unmeasured
}

/// Why a feature is invalid, and where.
public struct Invalidity: Hashable, Sendable {
  /// GEOS's words, with the place in brackets: `Self-intersection[114.39 25.83]`.
  public var reason: String
  /// The area by each method of repair in m², `nil` where the method failed.
  public var lineworkArea: Double?
  /// The same for the structure method.
  public var structureArea: Double?
  /// The signed-ring area of the geometry as drawn, m².
  public var drawnArea: Double
}

/// The features of a layer on a plane, valid ones and repaired copies ready for overlays, with
/// their areas. One row per feature of the file.
public struct MeasuredLayer: Sendable {
  /// The working copy: interior left of every edge; empty where there is no geometry.
  public var plane = PolygonColumns<Plane>()
  /// Box of the working copy on the plane.
  public var planeBox: [Envelope] = []
  /// Box of the geometry as drawn, in the space of the parcels' file.
  public var sourceBox: [Envelope] = []
  /// Central meridian of the three-degree zone the feature is measured in, in degrees; NaN where
  /// the file's own plane is used.
  public var meridian: [Double] = []
  /// How far the figures can be relied on.
  public var quality: [MeasureQuality] = []
  /// Area on the plane, m²; NaN = unknown.
  public var planarArea: [Double] = []
  /// 图斑椭球面积, m²; NaN = unknown or not asked for.
  public var ellipsoidalArea: [Double] = []
  /// Area with geodesic edges, m²; NaN = unknown or not asked for.
  public var geodesicArea: [Double] = []
  /// The features that are invalid as drawn.
  public var invalidity: [Int: Invalidity] = [:]
  /// What was found.
  public var findings: [Finding] = []

  /// No features.
  public init() {}

  /// The number of features.
  public var count: Int { quality.count }

  /// Whether a feature can take part in overlays.
  @inlinable public func isWorkable(_ feature: Int) -> Bool {
    quality[feature] == .ok || quality[feature] == .repaired
  }

  /// Appends the features of the next range.
  mutating func append(_ next: MeasuredLayer) {
    let offset = count
    plane.append(next.plane)
    planeBox += next.planeBox
    sourceBox += next.sourceBox
    meridian += next.meridian
    quality += next.quality
    planarArea += next.planarArea
    ellipsoidalArea += next.ellipsoidalArea
    geodesicArea += next.geodesicArea
    for (feature, fault) in next.invalidity { invalidity[offset + feature] = fault }
    findings += next.findings
  }
}
