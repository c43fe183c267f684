import Foundation
import LandGeometry
import LandTestSupport

/// A ring of positions, closed.
public typealias Ring = [Coordinate]

/// Where a made polygon lies, and how large it is. A shape is drawn about zero and then put there,
/// so that each kind meets the roundings of each place.
struct Frame {
  /// What one unit of a drawing is worth.
  let unit: Double
  let origin: Coordinate
  private let cosine: Double
  private let sine: Double

  /// The plane at zero, the plane with and without zone number, degrees of longitude and latitude;
  /// from a tenth of a millimetre to a hundred metres a unit. Half of them are not turned, so that
  /// edges run along the axes and lie exactly on one line.
  init(_ random: inout SeededGenerator) {
    let north = 3_174_000 + Double.random(in: 0..<1000, using: &random).rounded()
    let places: [(Coordinate, Double)] = [
      (Coordinate(x: 0, y: 0), 1),
      (Coordinate(x: 500_000, y: north), 1),
      (Coordinate(x: 39_512_345.25, y: north), 1),
      (
        Coordinate(
          x: 114 + .random(in: 0..<1, using: &random), y: 28 + .random(in: 0..<1, using: &random)),
        1e-5
      ),
    ]
    let (origin, size) = places[Int.random(in: 0..<4, using: &random)]
    self.origin = origin
    unit = size * pow(2, Double(Int.random(in: -13...7, using: &random)))
    let turn = Bool.random(using: &random) ? 0 : Double.random(in: 0..<7, using: &random)
    (cosine, sine) = turn == 0 ? (1, 0) : (cos(turn), sin(turn))
  }

  /// A position of a drawing where it is to lie.
  func callAsFunction(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(
      x: origin.x + unit * (x * cosine - y * sine), y: origin.y + unit * (x * sine + y * cosine))
  }
}

extension Coordinate {
  /// Moved by up to `most` units in the last place along each axis; half of all stay.
  func nudged(_ most: Int, _ random: inout SeededGenerator) -> Coordinate {
    func moved(_ value: Double, _ random: inout SeededGenerator) -> Double {
      guard Bool.random(using: &random) else { return value }
      // About zero a unit in the last place is nothing that a file could hold.
      return value + max(value.ulp, 1e-30) * Double(Int.random(in: -most...most, using: &random))
    }
    return Coordinate(x: moved(x, &random), y: moved(y, &random))
  }

  /// The position at a share of the way to another.
  func towards(_ other: Coordinate, _ share: Double) -> Coordinate {
    Coordinate(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

/// The positions with the first one at the end again.
func closed(_ points: Ring) -> Ring { points + points.prefix(1) }

/// A ring about a place whose every vertex is seen from it, closed.
func star(
  _ frame: Frame, x: Double = 0, y: Double = 0, radius: Double = 10, inner: Double = 0.4,
  count: Int, _ random: inout SeededGenerator
) -> Ring {
  closed(
    (0..<count).map { k in
      let angle = (Double(k) + .random(in: 0...0.8, using: &random)) * 2 * .pi / Double(count)
      let r = radius * Double.random(in: inner...1, using: &random)
      return frame(x + r * cos(angle), y + r * sin(angle))
    })
}
