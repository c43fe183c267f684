import LandGeometry

/// The length of boundary that two grounds have in common on a plane.
enum SharedBoundary {
  /// Edges count as parallel where the cosine of the angle between them is at least this: 10°
  /// (ours). A boundary that crosses another shares none of it.
  private static let parallel = 0.985

  /// The length of the edges of `a` that run along an edge of `b` within a distance, m.
  static func length(
    of a: PolygonColumns<Plane>, along b: PolygonColumns<Plane>, within distance: Double
  ) -> Double {
    let others = edges(of: b)
    let index = PackedIndex(others.map(\.box))
    var stack: [UInt32] = []
    var total = 0.0
    for edge in edges(of: a) {
      var spans: [(from: Double, to: Double)] = []
      index.query(edge.box.grown(by: distance), stack: &stack) { other in
        if let span = edge.span(along: others[other], within: distance, parallel) {
          spans.append(span)
        }
      }
      total += covered(spans)
    }
    return total
  }

  /// The length that spans cover together.
  private static func covered(_ spans: [(from: Double, to: Double)]) -> Double {
    var end = -Double.infinity
    var total = 0.0
    for span in spans.sorted(by: { $0.from < $1.from }) where span.to > end {
      total += span.to - max(span.from, end)
      end = span.to
    }
    return total
  }

  private struct Edge {
    var start: Coordinate
    var end: Coordinate

    var box: Envelope {
      var box = Envelope.empty
      box.include(x: start.x, y: start.y)
      box.include(x: end.x, y: end.y)
      return box
    }

    /// The part of this edge, in metres from its start, whose foot on the other edge lies on it and
    /// is within a distance; nil where there is none.
    func span(
      along other: Edge, within distance: Double, _ parallel: Double
    ) -> (from: Double, to: Double)? {
      let (ux, uy) = (end.x - start.x, end.y - start.y)
      let (vx, vy) = (other.end.x - other.start.x, other.end.y - other.start.y)
      let length = (ux * ux + uy * uy).squareRoot()
      let otherLength = (vx * vx + vy * vy).squareRoot()
      guard length > 0, otherLength > 0 else { return nil }
      let cosine = (ux * vx + uy * vy) / length / otherLength
      guard abs(cosine) >= parallel else { return nil }
      let (wx, wy) = (start.x - other.start.x, start.y - other.start.y)
      var from = 0.0
      var to = length
      // Place along the other edge, and distance from its line, both linear in the place here.
      let along = (wx * vx + wy * vy) / otherLength
      limit(&from, &to, at: along, slope: cosine, in: 0...otherLength)
      let sine = (ux * vy - uy * vx) / length / otherLength
      let off = (wx * vy - wy * vx) / otherLength
      limit(&from, &to, at: off, slope: sine, in: -distance...distance)
      return to > from ? (from, to) : nil
    }

    /// Narrows a span to where `value + slope · s` lies in a range.
    private func limit(
      _ from: inout Double, _ to: inout Double, at value: Double, slope: Double,
      in range: ClosedRange<Double>
    ) {
      guard abs(slope) > 1e-12 else {
        if !range.contains(value) { to = from }
        return
      }
      let ends = [(range.lowerBound - value) / slope, (range.upperBound - value) / slope]
      from = max(from, min(ends[0], ends[1]))
      to = min(to, max(ends[0], ends[1]))
    }
  }

  private static func edges(of columns: PolygonColumns<Plane>) -> [Edge] {
    var edges: [Edge] = []
    for feature in 0..<columns.featureCount {
      for ring in columns.rings(ofFeature: feature) {
        for i in columns.vertices(of: ring).dropLast() {
          edges.append(
            Edge(
              start: Coordinate(x: columns.x[i], y: columns.y[i]),
              end: Coordinate(x: columns.x[i + 1], y: columns.y[i + 1])))
        }
      }
    }
    return edges
  }
}

extension Envelope {
  /// The box with a margin on every side.
  fileprivate func grown(by margin: Double) -> Envelope {
    Envelope(
      minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }
}
