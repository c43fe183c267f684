import LandGeometry

extension PolygonColumns where Space == Plane {
  /// The centroid of a feature whose interior lies left of every edge; nil where it has no area.
  func centroid(of feature: Int) -> Coordinate? {
    guard let first = vertices(ofFeature: feature).first else { return nil }
    // About a vertex, so that large eastings cost no precision.
    let (ox, oy) = (x[first], y[first])
    var twice = 0.0
    var sumX = 0.0
    var sumY = 0.0
    for ring in rings(ofFeature: feature) {
      for i in vertices(of: ring).dropLast() {
        let (ax, ay, bx, by) = (x[i] - ox, y[i] - oy, x[i + 1] - ox, y[i + 1] - oy)
        let cross = ax * by - bx * ay
        twice += cross
        sumX += (ax + bx) * cross
        sumY += (ay + by) * cross
      }
    }
    guard twice > 0 else { return nil }
    return Coordinate(x: ox + sumX / (3 * twice), y: oy + sumY / (3 * twice))
  }

  /// Moves every vertex.
  mutating func move(east: Double, north: Double) {
    for i in x.indices {
      x[i] += east
      y[i] += north
    }
  }
}

/// How a drawing lies to an earlier one under the same number.
struct ShapeShift {
  /// How far apart the centroids are, m.
  var distance: Double
  /// Ground in both after the later drawing is moved onto the centroid of the earlier one, m²; nil
  /// where it could not be measured or was too far away to try.
  var shared: Double?
  /// Area of the later drawing on the plane of the earlier one, m².
  var laterArea: Double

  /// Compares two valid features; nil where one has no area.
  init?(
    _ a: Int, of earlier: GroundColumns, _ b: Int, of later: GroundColumns, within limit: Double,
    meter: inout GroundMeter
  ) {
    // A plane about a meridian too far away says nothing.
    guard (earlier.meridian[a] - later.meridian[b]).magnitude <= 3 else { return nil }
    var moved = later.single(b, meridian: earlier.meridian[a])
    guard let from = moved.centroid(of: 0), let to = earlier.plane.centroid(of: a) else {
      return nil
    }
    let (east, north) = (to.x - from.x, to.y - from.y)
    distance = (east * east + north * north).squareRoot()
    laterArea = moved.planarArea(of: 0)
    guard distance <= limit else { return }
    moved.move(east: east, north: north)
    shared = meter.shared(
      a, of: earlier.plane, box: earlier.planeBox[a], 0, of: moved, box: moved.envelope(of: 0),
      areas: (earlier.area[a], laterArea))
  }
}
