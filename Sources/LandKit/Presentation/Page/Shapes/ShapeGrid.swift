import Foundation
import LandGeometry
import LandProjection

/// The integer grid on which a page holds boundaries: degrees from a corner, in equal steps.
struct ShapeGrid: Sendable, Equatable {
  /// Longitude and latitude of the corner, degrees.
  let corner: Coordinate
  /// Degrees of a step, the same both ways.
  let step: Double
  /// Metres of a step eastwards and northwards in the middle of the layer.
  let kx: Double
  let ky: Double

  /// A grid that holds a box of degrees.
  ///
  /// - Parameter isFine: 1e-7 degrees, about a centimetre, instead of 1e-6.
  init(_ box: Envelope, isFine: Bool) {
    let box = box.isEmpty ? Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) : box
    // A page counts steps in 32 bits: beyond 100 degrees only coarse ones fit.
    let fits = max(box.maxX - box.minX, box.maxY - box.minY) < 100
    step = isFine && fits ? 1e-7 : 1e-6
    corner = Coordinate(
      x: (box.minX * 1e4).rounded(.down) / 1e4, y: (box.minY * 1e4).rounded(.down) / 1e4)
    // Radii of curvature of the ellipsoid in the middle latitude.
    let ellipsoid = Ellipsoid.cgcs2000
    let latitude = (box.minY + box.maxY) / 2 * .pi / 180
    let w2 = 1 - ellipsoid.eccentricitySquared * sin(latitude) * sin(latitude)
    let prime = ellipsoid.semiMajorAxis / w2.squareRoot()
    let meridian = prime * (1 - ellipsoid.eccentricitySquared) / w2
    kx = step * .pi / 180 * prime * cos(latitude)
    ky = step * .pi / 180 * meridian
  }

  /// A place in steps; nil where it is no longitude and latitude.
  func place(longitude: Double, latitude: Double) -> (x: Int32, y: Int32)? {
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else { return nil }
    return (
      Int32(((longitude - corner.x) / step).rounded()),
      Int32(((latitude - corner.y) / step).rounded())
    )
  }

  /// Longitude and latitude of a place.
  func position(x: Int32, y: Int32) -> Coordinate {
    Coordinate(x: corner.x + Double(x) * step, y: corner.y + Double(y) * step)
  }
}
