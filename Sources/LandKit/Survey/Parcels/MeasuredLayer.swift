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
/// their areas. One row per feature of the file. An object, so that workers share the columns
/// without counting references to each of them.
public final class MeasuredLayer: Sendable {
  /// The working copy: interior left of every edge; empty where there is no geometry.
  public let plane: PolygonColumns<Plane>
  /// Box of the working copy on the plane.
  public let planeBox: [Envelope]
  /// Box of the geometry as drawn, in the space of the parcels' file.
  public let sourceBox: [Envelope]
  /// Central meridian of the three-degree zone the feature is measured in, in degrees; NaN where
  /// the file's own plane is used.
  public let meridian: [Double]
  /// How far the figures can be relied on.
  public let quality: [MeasureQuality]
  /// Area on the plane, m²; NaN = unknown.
  public let planarArea: [Double]
  /// 图斑椭球面积, m²; NaN = unknown or not asked for.
  public let ellipsoidalArea: [Double]
  /// Area with geodesic edges, m²; NaN = unknown or not asked for.
  public let geodesicArea: [Double]
  /// The features that are invalid as drawn.
  public let invalidity: [Int: Invalidity]
  /// What was found.
  public let findings: [Finding]

  init(_ rows: consuming MeasuredRows) {
    plane = rows.plane
    planeBox = rows.planeBox
    sourceBox = rows.sourceBox
    meridian = rows.meridian
    quality = rows.quality
    planarArea = rows.planarArea
    ellipsoidalArea = rows.ellipsoidalArea
    geodesicArea = rows.geodesicArea
    invalidity = rows.invalidity
    findings = rows.findings
  }

  /// The number of features.
  public var count: Int { quality.count }

  /// Whether a feature can take part in overlays.
  public func isWorkable(_ feature: Int) -> Bool {
    quality[feature] == .ok || quality[feature] == .repaired
  }
}

/// The columns of a measured layer while they grow; see ``MeasuredLayer`` for their meaning.
struct MeasuredRows: Sendable {
  var plane = PolygonColumns<Plane>()
  var planeBox: [Envelope] = []
  var sourceBox: [Envelope] = []
  var meridian: [Double] = []
  var quality: [MeasureQuality] = []
  var planarArea: [Double] = []
  var ellipsoidalArea: [Double] = []
  var geodesicArea: [Double] = []
  var invalidity: [Int: Invalidity] = [:]
  var findings: [Finding] = []

  /// The number of features.
  var count: Int { quality.count }

  /// Makes room for a whole layer: repairs apart, as many vertices come out as go in.
  mutating func reserveCapacity(for layer: borrowing PlacedLayer) {
    switch layer.geometry {
    case .geographic(let columns): plane.reserveCapacity(of: columns)
    case .plane(let columns): plane.reserveCapacity(of: columns)
    }
    planeBox.reserveCapacity(layer.count)
    sourceBox.reserveCapacity(layer.count)
    meridian.reserveCapacity(layer.count)
    quality.reserveCapacity(layer.count)
    planarArea.reserveCapacity(layer.count)
    ellipsoidalArea.reserveCapacity(layer.count)
    geodesicArea.reserveCapacity(layer.count)
  }

  /// Appends the features of the next range.
  mutating func append(_ next: MeasuredRows) {
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
