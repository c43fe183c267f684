/// The edges of one feature near a box. The buffer only grows, so that collecting the edges of the
/// next feature allocates nothing.
struct EdgeBuffer {
  /// Room for edges; those behind `count` are left from earlier features.
  private(set) var edges: [OverlapMeasure.Edge] = []
  private(set) var count = 0

  /// Collects the edges of a feature whose boxes meet a box, in ring order, relative to `origin`.
  mutating func collect(
    _ feature: Int, of layer: borrowing PolygonColumns<Plane>, near box: Envelope,
    origin: Coordinate
  ) {
    var count = 0
    defer { self.count = count }
    let rings = layer.rings(ofFeature: feature)
    guard !rings.isEmpty else { return }
    let most =
      layer.vertices(of: rings.upperBound - 1).upperBound
      - layer.vertices(of: rings.lowerBound).lowerBound
    if edges.count < most { edges = Array(repeating: .none, count: max(most, 2 * edges.count)) }
    var found = edges.mutableSpan
    let xs = layer.x.span
    let ys = layer.y.span
    // Compared after rounding, as everything later is: what lies beside the box by less than the
    // differences can hold is on its edge then, and must not be left out.
    let west = box.minX - origin.x
    let east = box.maxX - origin.x
    let south = box.minY - origin.y
    let north = box.maxY - origin.y
    for ring in rings {
      let vertices = layer.vertices(of: ring)
      guard vertices.count >= 4 else { continue }
      var previousTaken = false
      var x0 = xs[vertices.lowerBound] - origin.x
      var y0 = ys[vertices.lowerBound] - origin.y
      for i in vertices.lowerBound + 1..<vertices.upperBound {
        let x1 = xs[i] - origin.x
        let y1 = ys[i] - origin.y
        if min(x0, x1) <= east, max(x0, x1) >= west, min(y0, y1) <= north, max(y0, y1) >= south {
          // A point repeated is an edge without direction; its neighbours carry the winding.
          if x0 != x1 || y0 != y1 {
            let inBox = x0 >= west && x0 <= east && y0 >= south && y0 <= north
            found[count] = OverlapMeasure.Edge(
              x0: x0, y0: y0, x1: x1, y1: y1,
              start: previousTaken ? .carried : inBox ? .cast : .outside)
            count += 1
            previousTaken = true
          }
        } else {
          previousTaken = false
        }
        x0 = x1
        y0 = y1
      }
    }
  }
}
