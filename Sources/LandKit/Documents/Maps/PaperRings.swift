import LandGeometry

/// The rings of a feature on paper, without vertices that no printer shows.
struct PaperRings {
  /// Vertices closer than this to the last one kept are left out: 0.05 mm, the width of the finest
  /// line. Ours.
  static let closeness = 5

  /// Rings by polygon, the exterior first, open: the last vertex is not the first. A ring that
  /// shrinks to a line is not there; nor is a polygon whose exterior does.
  let polygons: [[[PaperPoint]]]
  /// Whether the feature has a polygon that is too small to be drawn, and none that is not.
  let isTooSmall: Bool

  init(of feature: Int, in columns: PolygonColumns<Plane>, at scale: MapScale) {
    var polygons: [[[PaperPoint]]] = []
    for polygon in columns.polygons(of: feature) {
      var rings: [[PaperPoint]] = []
      for (index, ring) in columns.rings(of: polygon).enumerated() {
        let points = Self.thinned(
          columns.vertices(of: ring).lazy.compactMap { i in
            scale.place(x: columns.x[i], y: columns.y[i])
          })
        if points.count >= 3 { rings.append(points) } else if index == 0 { break }
      }
      if !rings.isEmpty { polygons.append(rings) }
    }
    self.polygons = polygons
    isTooSmall = polygons.isEmpty && !columns.polygons(of: feature).isEmpty
  }

  /// A box.
  init(_ box: PaperBox) {
    polygons = [
      [
        [
          PaperPoint(x: box.minX, y: box.minY), PaperPoint(x: box.maxX, y: box.minY),
          PaperPoint(x: box.maxX, y: box.maxY), PaperPoint(x: box.minX, y: box.maxY),
        ]
      ]
    ]
    isTooSmall = false
  }

  /// The vertices that are apart from each other, the closing one left out.
  private static func thinned(_ points: some Sequence<PaperPoint>) -> [PaperPoint] {
    var kept: [PaperPoint] = []
    for point in points {
      if let last = kept.last, areClose(last, point) { continue }
      kept.append(point)
    }
    while kept.count > 1, let first = kept.first, let last = kept.last, areClose(first, last) {
      kept.removeLast()
    }
    return kept
  }

  private static func areClose(_ a: PaperPoint, _ b: PaperPoint) -> Bool {
    let (dx, dy) = (a.x - b.x, a.y - b.y)
    return dx * dx + dy * dy < closeness * closeness
  }

  /// The box around all rings; nil without any.
  var box: PaperBox? {
    var box: PaperBox?
    for point in polygons.lazy.joined().joined() {
      guard let old = box else {
        box = PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
        continue
      }
      box = PaperBox(
        minX: min(old.minX, point.x), minY: min(old.minY, point.y),
        maxX: max(old.maxX, point.x), maxY: max(old.maxY, point.y))
    }
    return box
  }

  /// A place well inside the feature and the width that it has there: the middle of the widest
  /// stretch inside along five level lines through its largest polygon.
  var labelPlace: (point: PaperPoint, width: Int)? {
    guard
      let rings = polygons.max(by: { Self.doubleArea($0[0]) < Self.doubleArea($1[0]) }),
      let top = rings[0].map(\.y).min(), let bottom = rings[0].map(\.y).max()
    else { return nil }
    var best: (point: PaperPoint, width: Int)?
    for share in [6, 4, 8, 3, 9] {
      // Half a step off, so that a line does not run through vertices.
      let y = Double(top) + Double(bottom - top) * Double(share) / 12 + 0.25
      var crossings: [Double] = []
      for ring in rings {
        var from = ring[ring.count - 1]
        for to in ring {
          if (Double(from.y) < y) != (Double(to.y) < y) {
            let share = (y - Double(from.y)) / Double(to.y - from.y)
            crossings.append(Double(from.x) + share * Double(to.x - from.x))
          }
          from = to
        }
      }
      crossings.sort()
      for i in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = Int(crossings[i + 1] - crossings[i])
        if width > best?.width ?? 0 {
          let middle = (crossings[i] + crossings[i + 1]) / 2
          best = (PaperPoint(x: Int(middle.rounded()), y: Int(y)), width)
        }
      }
    }
    return best
  }

  private static func doubleArea(_ ring: [PaperPoint]) -> Int {
    var sum = 0
    var from = ring[ring.count - 1]
    for to in ring {
      sum += from.x * to.y - to.x * from.y
      from = to
    }
    return abs(sum)
  }
}
