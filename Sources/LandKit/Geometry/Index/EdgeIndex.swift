/// The edges of one feature, to be asked many times what lies near them.
public struct EdgeIndex: Sendable {
  private let boxes: PackedIndex
  /// The vertex at which each edge starts.
  private let start: [UInt32]

  /// Indexes the edges of a feature.
  public init(_ layer: borrowing PolygonColumns<Plane>, feature: Int) {
    boxes = PackedIndex(layer.edgeBoxes(of: feature))
    var start: [UInt32] = []
    for ring in layer.rings(ofFeature: feature) {
      for vertex in layer.vertices(of: ring).dropLast() { start.append(UInt32(vertex)) }
    }
    self.start = start
  }

  /// Whether any edge's box meets a box; shared edges count. `stack` is working space that the
  /// caller keeps between queries.
  public func meets(_ box: Envelope, stack: inout [UInt32]) -> Bool {
    boxes.meets(box, stack: &stack)
  }

  /// Whether a point lies in the feature; of a point on the boundary it may be said either way, but
  /// always as ``OverlapMeasure/contains(_:in:of:)`` says it.
  ///
  /// - Parameter layer: the layer that the index was made of.
  public func contains(
    _ point: Coordinate, of layer: borrowing PolygonColumns<Plane>, stack: inout [UInt32]
  ) -> Bool {
    let xs = layer.x.span
    let ys = layer.y.span
    let start = start.span
    var number: Int32 = 0
    // Only an edge at the point's height can turn around it, and one that lies west of it turns
    // neither way.
    let ray = Envelope(minX: point.x, minY: point.y, maxX: .infinity, maxY: point.y)
    boxes.query(ray, stack: &stack) { edge in
      let i = Int(start[edge])
      number += OverlapMeasure.turn(
        xs[i] - point.x, ys[i] - point.y, xs[i + 1] - point.x, ys[i + 1] - point.y, 0, 0,
        polygonIsShifted: true)
    }
    return number != 0
  }
}
