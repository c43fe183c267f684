import LandGeometry

/// Boundaries in steps of a grid: feature `f` owns rings `featureStart[f] ..< featureStart[f + 1]`,
/// ring `r` owns points `ringStart[r] ..< ringStart[r + 1]`, the closing one left out. Holes are
/// rings like others; a feature is filled by the even-odd rule.
struct GridShapes: Sendable, Equatable {
  var x: [Int32] = []
  var y: [Int32] = []
  var ringStart: [Int] = [0]
  var featureStart: [Int] = [0]

  var featureCount: Int { featureStart.count - 1 }
  var ringCount: Int { ringStart.count - 1 }

  init() {}

  /// Features of a layer on a grid, in the order given. A feature with a vertex that is no
  /// longitude and latitude has no rings.
  init(_ columns: PolygonColumns<Geographic>, features: some Sequence<Int>, on grid: ShapeGrid) {
    x.reserveCapacity(columns.vertexCount)
    y.reserveCapacity(columns.vertexCount)
    for feature in features {
      append(feature, of: columns, on: grid)
    }
  }

  private mutating func append(
    _ feature: Int, of columns: PolygonColumns<Geographic>, on grid: ShapeGrid
  ) {
    let (points, rings) = (x.count, ringStart.count)
    for ring in columns.rings(ofFeature: feature) {
      let first = x.count
      for vertex in columns.vertices(of: ring).dropLast() {
        guard let place = grid.place(longitude: columns.x[vertex], latitude: columns.y[vertex])
        else {
          x.removeSubrange(points...)
          y.removeSubrange(points...)
          ringStart.removeSubrange(rings...)
          featureStart.append(ringStart.count - 1)
          return
        }
        // Vertices that fall on one step are one point.
        if x.count > first, x[x.count - 1] == place.x, y[y.count - 1] == place.y { continue }
        x.append(place.x)
        y.append(place.y)
      }
      while x.count > first + 1, x[first] == x[x.count - 1], y[first] == y[y.count - 1] {
        x.removeLast()
        y.removeLast()
      }
      if x.count > first { ringStart.append(x.count) }
    }
    featureStart.append(ringStart.count - 1)
  }

  /// Appends a ring to the feature being built.
  mutating func appendRing(_ points: [(x: Int32, y: Int32)]) {
    for point in points {
      x.append(point.x)
      y.append(point.y)
    }
    ringStart.append(x.count)
  }

  /// Ends the feature being built.
  mutating func endFeature() { featureStart.append(ringStart.count - 1) }

  /// The bytes in which a page holds the shapes: for each feature the number of rings, for each
  /// ring the number of points and for each point the steps from the point before, over rings and
  /// features, from 0,0 on. Numbers are unsigned in groups of 7 bits, low first; steps with their
  /// sign in the lowest bit.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(x.count * 4 + featureCount * 3)
    var (fromX, fromY) = (0, 0)
    for feature in 0..<featureCount {
      let rings = featureStart[feature]..<featureStart[feature + 1]
      Self.append(UInt64(rings.count), to: &bytes)
      for ring in rings {
        let points = ringStart[ring]..<ringStart[ring + 1]
        Self.append(UInt64(points.count), to: &bytes)
        for point in points {
          let (toX, toY) = (Int(x[point]), Int(y[point]))
          Self.append(signed: toX - fromX, to: &bytes)
          Self.append(signed: toY - fromY, to: &bytes)
          (fromX, fromY) = (toX, toY)
        }
      }
    }
    return bytes
  }

  private static func append(signed value: Int, to bytes: inout [UInt8]) {
    append(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))), to: &bytes)
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
