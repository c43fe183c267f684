// Unsafe because PROJ is a C library; the transformation is made and destroyed here and leaves
// nothing behind.

import CPROJ
import LandGeometry
import LandProjection
import LandTestSupport

/// Holds the Gauss–Krüger series against PROJ's `etmerc` on random positions.
public enum ProjectionTrial {
  /// What came out; the largest differences.
  public struct Outcome: Sendable {
    /// Positions looked at.
    public var count = 0
    /// Of a coordinate on the plane, metres.
    public var plane = 0.0
    /// Of a longitude or latitude taken back from the plane by either, degrees.
    public var degrees = 0.0
  }

  /// Positions within `width` degrees of the central meridian of one of the three-degree zones of
  /// China, latitudes 0 to 55, with the zone's number in the easting.
  ///
  /// - Throws: where PROJ cannot make the projection.
  public static func run(
    count: Int, width: Double, seed: UInt64
  ) throws(ProjectionError) -> Outcome {
    var outcome = Outcome()
    var random = SeededGenerator(seed: seed)
    for zone in 25...45 {
      let easting = Double(zone) * 1_000_000 + 500_000
      let meridian = Double(zone) * 3
      let own = GaussKruger(centralMeridian: meridian, falseEasting: easting)
      let context = proj_context_create()
      defer { proj_context_destroy(context) }
      let text =
        "+proj=tmerc +lon_0=\(meridian) +x_0=\(easting) +a=6378137 +rf=298.257222101 "
        + "+algo=poder_engsager"
      guard let theirs = proj_create(context, text) else {
        throw ProjectionError(
          kind: .component, message: Bilingual(zh: "PROJ 无法建立投影", en: "PROJ makes no projection"),
          remedy: Bilingual(zh: "请检查 PROJ 的安装", en: "check the installation of PROJ"))
      }
      defer { proj_destroy(theirs) }
      for _ in 0..<count / 21 {
        let place = Coordinate(
          x: meridian + .random(in: -width...width, using: &random),
          y: .random(in: 0...55, using: &random))
        let a = own.forward(place)
        let b = proj_trans(
          theirs, PJ_FWD, proj_coord(place.x * .pi / 180, place.y * .pi / 180, 0, 0)
        ).xy
        let back = own.inverse(Coordinate(x: b.x, y: b.y))
        let other = proj_trans(theirs, PJ_INV, proj_coord(b.x, b.y, 0, 0)).xy
        outcome.count += 1
        outcome.plane = max(outcome.plane, (a.x - b.x).magnitude, (a.y - b.y).magnitude)
        outcome.degrees = max(
          outcome.degrees, (back.x - other.x * 180 / .pi).magnitude,
          (back.y - other.y * 180 / .pi).magnitude)
      }
    }
    return outcome
  }
}
