/// The area that two polygons share, without building the shared polygon.
///
/// Green's theorem over the boundary of the intersection: every piece of an edge that lies inside
/// the other polygon contributes half its cross product (Franklin's local formulas; W. R.
/// Franklin, "Polygon properties calculated from the vertex neighborhoods", 1987). What is inside
/// is decided with exact predicates after an infinitely small shift of the second polygon by
/// (ε, ε²): no two edges then lie on one line and no vertex on an edge, so shared borders,
/// T-junctions and touching corners need no cases of their own, and the area, being continuous,
/// is that of the polygons as given. A shared crossing point is computed once and used for both
/// edges, so its rounding moves a corner of the result but never opens its boundary.
///
/// Both features must be valid and have their interior left of every edge (see
/// ``PolygonColumns/orientInteriorLeft(feature:)``). One measure belongs to one worker: it keeps
/// its buffers between calls.
public struct OverlapMeasure {
  /// What is known of two features after measuring.
  public struct Result: Sendable {
    /// The shared area in square metres, never negative.
    public var area: Double
    /// The length of the shared area's boundary in metres.
    public var boundaryLength: Double
    /// How often the two boundaries cross, after the infinitely small shift.
    public var crossings: Int
    /// Whether all of the first lies in the second and no boundaries cross: the shared area is
    /// then the first one's own.
    public var firstInsideSecond: Bool

    /// A result measured by other means.
    public init(area: Double, boundaryLength: Double, crossings: Int, firstInsideSecond: Bool) {
      self.area = area
      self.boundaryLength = boundaryLength
      self.crossings = crossings
      self.firstInsideSecond = firstInsideSecond
    }

    static var nothing: Result {
      Result(area: 0, boundaryLength: 0, crossings: 0, firstInsideSecond: false)
    }
  }

  /// Sums over the boundary pieces found so far.
  private struct Sums {
    var twiceArea = 0.0
    var length = 0.0
    var crossings = 0
  }

  /// An edge near the common box, relative to the box's centre.
  struct Edge {
    var x0: Double, y0: Double, x1: Double, y1: Double
    /// How the winding number at the edge's start is found.
    var start: Start
    enum Start: UInt8 {
      /// It is what the edge before left behind.
      case carried
      /// The edge comes from outside the common box.
      case outside
      /// The ring starts inside the common box; a ray has to be cast.
      case cast
    }
    static var none: Edge { Edge(x0: 0, y0: 0, x1: 0, y1: 0, start: .carried) }
  }

  private var first = EdgeBuffer()
  private var second = EdgeBuffer()
  /// For each edge of the second the change of the winding number along it.
  private var net: [Int32] = []

  /// A measure with empty buffers.
  public init() {}

  /// Measures feature `a` of one layer against feature `b` of another on the same plane.
  ///
  /// `boxA` and `boxB` are the features' envelopes. Time is linear in the vertices plus the
  /// product of the numbers of edges that reach into the common box.
  public mutating func overlap(
    _ a: Int, of layerA: borrowing PolygonColumns<Plane>, box boxA: Envelope,
    _ b: Int, of layerB: borrowing PolygonColumns<Plane>, box boxB: Envelope
  ) -> Result {
    let common = boxA.intersection(boxB)
    guard !common.isEmpty else { return .nothing }
    // Exact far from zero: the difference of two doubles within a factor of two is representable.
    // Near zero the differences round; from here on all tests are made on the rounded ones.
    let origin = common.centre
    first.collect(a, of: layerA, near: common, origin: origin)
    second.collect(b, of: layerB, near: common, origin: origin)
    // Taken out while it is written to, because the edges are read meanwhile.
    var changes: [Int32] = []
    swap(&changes, &net)
    defer { swap(&changes, &net) }
    if changes.count < second.count {
      changes = Array(repeating: 0, count: second.edges.count)
    }
    var net = changes.mutableSpan
    for index in 0..<second.count { net[index] = 0 }
    let firstEdges = first.edges.span
    let secondEdges = second.edges.span.extracting(0..<second.count)

    var sums = Sums()
    var allInside = boxB.contains(boxA)
    var winding: Int32 = 0
    for index in 0..<first.count {
      let edge = firstEdges[index]
      switch edge.start {
      case .carried: break
      case .outside: winding = 0
      case .cast:
        winding = Self.winding(
          edge.x0, edge.y0, in: b, of: layerB, origin: origin, polygonIsShifted: true)
      }
      if winding != 1 { allInside = false }
      if winding != 0 {
        Self.add(edge, times: winding, to: &sums)
      }
      winding += Self.cross(edge, secondEdges, &net, &sums)
    }
    for index in 0..<second.count {
      let edge = secondEdges[index]
      switch edge.start {
      case .carried: break
      case .outside: winding = 0
      case .cast:
        winding = Self.winding(
          edge.x0, edge.y0, in: a, of: layerA, origin: origin, polygonIsShifted: false)
      }
      if winding != 0 {
        allInside = false
        Self.add(edge, times: winding, to: &sums)
      }
      winding += net[index]
    }
    let area = sums.twiceArea / 2
    let isInside = allInside && sums.crossings == 0
    // No boundary of this length can hold the area (a circle's holds length² / 4π): it is what
    // rounding left of borders that only touch.
    if !(area > 0) || !(sums.length > 0) || sums.length * sums.length < 4 * area {
      return Result(
        area: 0, boundaryLength: 0, crossings: sums.crossings, firstInsideSecond: isInside)
    }
    return Result(
      area: area, boundaryLength: sums.length, crossings: sums.crossings,
      firstInsideSecond: isInside)
  }

  /// Crosses one edge of the first polygon with all edges of the second; adds what follows from
  /// each crossing to the area and returns the change of the winding number along the edge.
  @inline(__always)
  private static func cross(
    _ p: Edge, _ second: Span<Edge>, _ net: inout MutableSpan<Int32>, _ sums: inout Sums
  ) -> Int32 {
    let minX = min(p.x0, p.x1)
    let maxX = max(p.x0, p.x1)
    let minY = min(p.y0, p.y1)
    let maxY = max(p.y0, p.y1)
    var change: Int32 = 0
    for j in 0..<second.count {
      let q = second[j]
      if max(q.x0, q.x1) < minX || min(q.x0, q.x1) > maxX || max(q.y0, q.y1) < minY
        || min(q.y0, q.y1) > maxY
      {
        continue
      }
      let fromP = Orientation.determinant(q.x0, q.y0, q.x1, q.y1, p.x0, p.y0)
      let toP = Orientation.determinant(q.x0, q.y0, q.x1, q.y1, p.x1, p.y1)
      // The shift of q by (ε, ε²) decides what lies exactly on its line.
      let tieP = q.y1 != q.y0 ? q.y1 > q.y0 : q.x1 < q.x0
      let fromLeft = fromP != 0 ? fromP > 0 : tieP
      let toLeft = toP != 0 ? toP > 0 : tieP
      if fromLeft == toLeft {
        // On one line, facing each other, the second shifted into the first: the strip between
        // them has no area, but both its sides are counted.
        if fromP == 0, toP == 0, tieP { sums.length -= 2 * facing(p, q) }
        continue
      }
      let fromQ = Orientation.determinant(p.x0, p.y0, p.x1, p.y1, q.x0, q.y0)
      let toQ = Orientation.determinant(p.x0, p.y0, p.x1, p.y1, q.x1, q.y1)
      let tieQ = p.y1 != p.y0 ? p.y1 < p.y0 : p.x1 > p.x0
      if (fromQ != 0 ? fromQ > 0 : tieQ) == (toQ != 0 ? toQ > 0 : tieQ) { continue }

      let sum = fromP.magnitude + toP.magnitude
      let t = sum > 0 ? fromP.magnitude / sum : 0.5
      // Nearly parallel edges leave the place along them open; it must lie in both boxes.
      let x = clamp(
        p.x0 + t * (p.x1 - p.x0), max(minX, min(q.x0, q.x1)), min(maxX, max(q.x0, q.x1)))
      let y = clamp(
        p.y0 + t * (p.y1 - p.y0), max(minY, min(q.y0, q.y1)), min(maxY, max(q.y0, q.y1)))
      let enters: Int32 = toLeft ? 1 : -1
      change += enters
      net[j] -= enters
      sums.crossings += 1
      sums.twiceArea += Double(enters) * ((x * p.y1 - p.x1 * y) - (x * q.y1 - q.x1 * y))
      sums.length +=
        Double(enters) * (distance(x, y, p.x1, p.y1) - distance(x, y, q.x1, q.y1))
    }
    return change
  }

  /// The length over which two edges on one line run in opposite directions.
  private static func facing(_ p: Edge, _ q: Edge) -> Double {
    let dx = p.x1 - p.x0
    let dy = p.y1 - p.y0
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0, dx * (q.x1 - q.x0) + dy * (q.y1 - q.y0) < 0 else { return 0 }
    let from = ((q.x1 - p.x0) * dx + (q.y1 - p.y0) * dy) / length
    let to = ((q.x0 - p.x0) * dx + (q.y0 - p.y0) * dy) / length
    return max(0, min(to, length) - max(from, 0))
  }

  /// Adds a whole edge that starts inside the other polygon.
  @inline(__always)
  private static func add(_ edge: Edge, times winding: Int32, to sums: inout Sums) {
    sums.twiceArea += Double(winding) * (edge.x0 * edge.y1 - edge.x1 * edge.y0)
    let dx = edge.x1 - edge.x0
    let dy = edge.y1 - edge.y0
    sums.length += Double(winding) * (dx * dx + dy * dy).squareRoot()
  }

  @inline(__always)
  private static func distance(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Double {
    ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).squareRoot()
  }

  @inline(__always)
  private static func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    min(max(value, low), high)
  }

  /// Whether a point lies in a feature; of a point on the boundary it may be said either way.
  public static func contains(
    _ point: Coordinate, in feature: Int, of layer: borrowing PolygonColumns<Plane>
  ) -> Bool {
    winding(0, 0, in: feature, of: layer, origin: point, polygonIsShifted: true) != 0
  }

  /// How often a feature's boundary winds around a point (given relative to the origin): 1 inside
  /// a valid feature, 0 outside. Either the polygon or the point carries the infinite shift.
  private static func winding(
    _ px: Double, _ py: Double, in feature: Int, of layer: borrowing PolygonColumns<Plane>,
    origin: Coordinate, polygonIsShifted: Bool
  ) -> Int32 {
    let xs = layer.x.span
    let ys = layer.y.span
    var number: Int32 = 0
    for ring in layer.rings(ofFeature: feature) {
      let vertices = layer.vertices(of: ring)
      guard vertices.count >= 4 else { continue }
      var x0 = xs[vertices.lowerBound] - origin.x
      var y0 = ys[vertices.lowerBound] - origin.y
      for i in vertices.lowerBound + 1..<vertices.upperBound {
        let x1 = xs[i] - origin.x
        let y1 = ys[i] - origin.y
        number += turn(x0, y0, x1, y1, px, py, polygonIsShifted: polygonIsShifted)
        x0 = x1
        y0 = y1
      }
    }
    return number
  }

  /// What one edge adds to the winding number around a point.
  @inline(__always)
  static func turn(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ px: Double, _ py: Double,
    polygonIsShifted: Bool
  ) -> Int32 {
    // Shifted up, a vertex level with the point lies above it; a shifted point lies above
    // a vertex level with it.
    let above0 = polygonIsShifted ? y0 >= py : y0 > py
    let above1 = polygonIsShifted ? y1 >= py : y1 > py
    if above0 == above1 { return 0 }
    let side = Orientation.determinant(x0, y0, x1, y1, px, py)
    // above0 ≠ above1 means y0 ≠ y1 or a level edge split by the shift, which cannot be: both ends
    // of a level edge move alike. The tie follows the edge's direction upwards.
    let isLeft = side != 0 ? side > 0 : (y1 > y0) == polygonIsShifted
    return above1 ? (isLeft ? 1 : 0) : isLeft ? 0 : -1
  }
}
