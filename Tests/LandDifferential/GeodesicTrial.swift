import Foundation
import LandGeometry
import LandProjection
import LandTestSupport

/// Holds the geodesic area by strips against that of PROJ's geodesics (GeographicLib) on random
/// parcels anywhere in China.
public enum GeodesicTrial {
  /// What came out for parcels of about one extent.
  public struct Outcome: Sendable {
    /// The largest distance of a vertex from the middle, metres.
    public var extent: Double
    /// Parcels looked at.
    public var count = 0
    /// The largest area, m².
    public var largest = 0.0
    /// The largest difference, m².
    public var worst = 0.0
    /// The largest difference by the area of the parcel.
    public var worstShare = 0.0
  }

  /// Extents that are looked at, metres: a shed to a county.
  public static let extents = [5.0, 50, 500, 5000, 50_000]

  /// Star-shaped rings of 3 to 40 vertices.
  public static func run(count: Int, extent: Double, seed: UInt64) -> Outcome {
    var outcome = Outcome(extent: extent)
    var random = SeededGenerator(seed: seed)
    let (fast, exact) = (GeodesicArea(), GeodesicArea(exact: true))
    // A degree of latitude in metres, about.
    let degree = 111_000.0
    for _ in 0..<count {
      let middle = Coordinate(
        x: .random(in: 74...135, using: &random), y: .random(in: 4...53, using: &random))
      let vertices = Int.random(in: 3...40, using: &random)
      var ring = (0..<vertices).map { k in
        let angle =
          (Double(k) + .random(in: 0...0.8, using: &random)) * 2 * .pi / Double(vertices)
        let radius = extent * Double.random(in: 0.4...1, using: &random) / degree
        return Coordinate(
          x: middle.x + radius * cos(angle) / cos(middle.y * .pi / 180),
          y: middle.y + radius * sin(angle))
      }
      ring.append(ring[0])
      var columns = PolygonColumns<Geographic>()
      columns.appendPolygon([ring])
      columns.endFeature()
      let (ours, theirs) = (fast.area(of: 0, in: columns), exact.area(of: 0, in: columns))
      let difference = (ours - theirs).magnitude
      outcome.count += 1
      outcome.largest = max(outcome.largest, theirs)
      outcome.worst = max(outcome.worst, difference)
      if theirs > 0 { outcome.worstShare = max(outcome.worstShare, difference / theirs) }
    }
    return outcome
  }
}
