/// The area that several polygons cover together, without building their union: the pieces of each
/// boundary that lie in no other polygon bound it (Green's theorem, as in ``OverlapMeasure``).
///
/// Of two polygons the later one carries the infinitely small shift, each by an amount that is
/// infinitely small beside the next one's, so that shared borders and corners need no cases of their
/// own. Where three boundaries nearly meet, rounding can exchange two crossings that lie a few
/// nanometres apart; what that moves is far below a square millimetre.
///
/// All features must be valid and have their interior left of every edge. One measure belongs to
/// one worker: it keeps its buffers between calls.
public struct UnionMeasure {
  /// Beyond so many edges the time, which grows with their square, is better spent on an overlay.
  public static let greatestEdgeCount = 1500

  private struct Edge {
    var x0: Double, y0: Double, x1: Double, y1: Double
    var polygon: Int32
    /// Whether a ring starts here, so that where it lies has to be found anew.
    var startsRing: Bool
  }

  /// A place where an edge enters (+1) or leaves (−1) a polygon.
  private struct Crossing {
    var edge: Int32
    var along: Double
    var x: Double, y: Double
    var change: Int32
    /// Whether it is the border of the clip that is crossed.
    var ofClip: Bool
  }

  private var edges: [Edge] = []
  private var crossings: [Crossing] = []

  /// A measure with empty buffers.
  public init() {}

  /// The area in m² that some features of a layer cover together.
  ///
  /// - Parameters:
  ///   - features: the features; one that is named twice counts once.
  ///   - layer: where they are, on a plane.
  ///   - clip: a feature of another layer on the same plane; only what lies in it counts.
  /// - Returns: nil where there are more than ``greatestEdgeCount`` edges.
  public mutating func area(
    of features: [Int], in layer: borrowing PolygonColumns<Plane>,
    within clip: Int? = nil, of clipLayer: borrowing PolygonColumns<Plane>
  ) -> Double? {
    edges.removeAll(keepingCapacity: true)
    crossings.removeAll(keepingCapacity: true)
    var box = Envelope.empty
    var count = 0
    for feature in features {
      box.include(layer.envelope(of: feature))
      count += layer.vertices(ofFeature: feature).count
    }
    if let clip {
      box = box.intersection(clipLayer.envelope(of: clip))
      count += clipLayer.vertices(ofFeature: clip).count
    }
    guard !box.isEmpty else { return 0 }
    guard count <= Self.greatestEdgeCount else { return nil }
    let origin = box.centre
    for (index, feature) in features.enumerated() {
      collect(feature, of: layer, as: index, origin: origin)
    }
    let clipPolygon = clip == nil ? -1 : features.count
    if let clip { collect(clip, of: clipLayer, as: clipPolygon, origin: origin) }
    findCrossings(clip: Int32(clipPolygon))
    return max(0, sum(clip: Int32(clipPolygon)) / 2)
  }

  private mutating func collect(
    _ feature: Int, of layer: borrowing PolygonColumns<Plane>, as polygon: Int, origin: Coordinate
  ) {
    for ring in layer.rings(ofFeature: feature) {
      let vertices = layer.vertices(of: ring)
      guard vertices.count >= 4 else { continue }
      var starts = true
      var x0 = layer.x[vertices.lowerBound] - origin.x
      var y0 = layer.y[vertices.lowerBound] - origin.y
      for i in vertices.dropFirst() {
        let x1 = layer.x[i] - origin.x
        let y1 = layer.y[i] - origin.y
        if x0 == x1, y0 == y1 { continue }
        edges.append(
          Edge(x0: x0, y0: y0, x1: x1, y1: y1, polygon: Int32(polygon), startsRing: starts))
        starts = false
        (x0, y0) = (x1, y1)
      }
    }
  }

  /// Every place where edges of two polygons cross, once for either edge.
  private mutating func findCrossings(clip: Int32) {
    let edges = edges
    for first in edges.indices {
      let p = edges[first]
      let minX = min(p.x0, p.x1), maxX = max(p.x0, p.x1)
      let minY = min(p.y0, p.y1), maxY = max(p.y0, p.y1)
      // Polygons stand one after the other, so what comes later is of the same or a later one.
      for second in first + 1..<max(first + 1, edges.count) {
        let q = edges[second]
        if q.polygon == p.polygon { continue }
        if max(q.x0, q.x1) < minX || min(q.x0, q.x1) > maxX || max(q.y0, q.y1) < minY
          || min(q.y0, q.y1) > maxY
        {
          continue
        }
        guard let (x, y, enters) = Self.crossing(p, q) else { continue }
        crossings.append(
          Crossing(
            edge: Int32(first), along: Self.along(p, x, y), x: x, y: y, change: enters,
            ofClip: q.polygon == clip))
        crossings.append(
          Crossing(
            edge: Int32(second), along: Self.along(q, x, y), x: x, y: y, change: -enters,
            ofClip: p.polygon == clip))
      }
    }
    crossings.sort { ($0.edge, $0.along) < ($1.edge, $1.along) }
  }

  private static func along(_ edge: Edge, _ x: Double, _ y: Double) -> Double {
    (x - edge.x0) * (edge.x1 - edge.x0) + (y - edge.y0) * (edge.y1 - edge.y0)
  }

  /// Where an edge crosses one of a later polygon, and whether it enters (+1) or leaves (−1) it.
  private static func crossing(
    _ p: Edge, _ q: Edge
  ) -> (x: Double, y: Double, enters: Int32)? {
    let fromP = Orientation.determinant(q.x0, q.y0, q.x1, q.y1, p.x0, p.y0)
    let toP = Orientation.determinant(q.x0, q.y0, q.x1, q.y1, p.x1, p.y1)
    // The shift of q by (ε, ε²) decides what lies exactly on its line.
    let tieP = q.y1 != q.y0 ? q.y1 > q.y0 : q.x1 < q.x0
    let fromLeft = fromP != 0 ? fromP > 0 : tieP
    let toLeft = toP != 0 ? toP > 0 : tieP
    if fromLeft == toLeft { return nil }
    let fromQ = Orientation.determinant(p.x0, p.y0, p.x1, p.y1, q.x0, q.y0)
    let toQ = Orientation.determinant(p.x0, p.y0, p.x1, p.y1, q.x1, q.y1)
    let tieQ = p.y1 != p.y0 ? p.y1 < p.y0 : p.x1 > p.x0
    if (fromQ != 0 ? fromQ > 0 : tieQ) == (toQ != 0 ? toQ > 0 : tieQ) { return nil }
    let sum = fromP.magnitude + toP.magnitude
    let t = sum > 0 ? fromP.magnitude / sum : 0.5
    // Nearly parallel edges leave the place along them open; it must lie in both boxes.
    let lowX = max(min(p.x0, p.x1), min(q.x0, q.x1)), highX = min(max(p.x0, p.x1), max(q.x0, q.x1))
    let lowY = max(min(p.y0, p.y1), min(q.y0, q.y1)), highY = min(max(p.y0, p.y1), max(q.y0, q.y1))
    let x = min(max(p.x0 + t * (p.x1 - p.x0), lowX), highX)
    let y = min(max(p.y0 + t * (p.y1 - p.y0), lowY), highY)
    return (x, y, toLeft ? 1 : -1)
  }

  /// Twice the area: every piece of a boundary that bounds the union within the clip.
  private func sum(clip: Int32) -> Double {
    var twice = 0.0
    var next = 0
    // How many of the other polygons the place is in, and whether it is in the clip.
    var depth: Int32 = 0
    var inClip: Int32 = 0
    for (index, edge) in edges.enumerated() {
      if edge.startsRing { (depth, inClip) = surroundings(of: edge, clip: clip) }
      var x = edge.x0
      var y = edge.y0
      func counts() -> Bool {
        edge.polygon == clip ? depth > 0 : depth == 0 && (clip < 0 || inClip > 0)
      }
      while next < crossings.count, crossings[next].edge == Int32(index) {
        let crossing = crossings[next]
        if counts() { twice += x * crossing.y - crossing.x * y }
        (x, y) = (crossing.x, crossing.y)
        if crossing.ofClip { inClip += crossing.change } else { depth += crossing.change }
        next += 1
      }
      if counts() { twice += x * edge.y1 - edge.x1 * y }
    }
    return twice
  }

  /// What the start of a ring lies in, its own polygon left out.
  private func surroundings(of start: Edge, clip: Int32) -> (depth: Int32, inClip: Int32) {
    var depth: Int32 = 0
    var inClip: Int32 = 0
    for edge in edges where edge.polygon != start.polygon {
      let turn = Self.turn(
        edge, around: start.x0, start.y0, polygonIsShifted: edge.polygon > start.polygon)
      if edge.polygon == clip { inClip += turn } else { depth += turn }
    }
    return (depth, inClip)
  }

  /// What one edge adds to the winding number around a point; see ``OverlapMeasure``.
  private static func turn(
    _ edge: Edge, around px: Double, _ py: Double, polygonIsShifted: Bool
  ) -> Int32 {
    let above0 = polygonIsShifted ? edge.y0 >= py : edge.y0 > py
    let above1 = polygonIsShifted ? edge.y1 >= py : edge.y1 > py
    if above0 == above1 { return 0 }
    let side = Orientation.determinant(edge.x0, edge.y0, edge.x1, edge.y1, px, py)
    let isLeft = side != 0 ? side > 0 : (edge.y1 > edge.y0) == polygonIsShifted
    return above1 ? (isLeft ? 1 : 0) : isLeft ? 0 : -1
  }
}
