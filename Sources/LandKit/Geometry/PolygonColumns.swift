/// Polygons as columns: one buffer of coordinates and three levels of offsets, in the manner of
/// GeoArrow. Feature `f` owns polygons `featureStart[f] ..< featureStart[f + 1]`, polygon `p` owns
/// rings `polygonStart[p] ..< polygonStart[p + 1]` (the first is the exterior), ring `r` owns
/// vertices `ringStart[r] ..< ringStart[r + 1]`. Rings are stored closed: the last vertex repeats
/// the first.
///
/// There is no object per vertex, ring or feature; a feature is looked at by its offsets. The
/// space is part of the type, see ``CoordinateSpace``.
public struct PolygonColumns<Space: CoordinateSpace>: Sendable {
  /// East or longitude of every vertex.
  public var x: [Double] = []
  /// North or latitude of every vertex.
  public var y: [Double] = []
  /// First vertex of each ring, and the vertex count at the end.
  public var ringStart: [UInt32] = [0]
  /// First ring of each polygon, and the ring count at the end.
  public var polygonStart: [UInt32] = [0]
  /// First polygon of each feature, and the polygon count at the end.
  public var featureStart: [UInt32] = [0]

  /// No features.
  public init() {}

  /// The number of features, those without geometry included.
  @inlinable public var featureCount: Int { featureStart.count - 1 }
  /// The number of vertices, closing ones included.
  @inlinable public var vertexCount: Int { x.count }

  /// The polygons of a feature, as indices.
  @inlinable public func polygons(of feature: Int) -> Range<Int> {
    Int(featureStart[feature])..<Int(featureStart[feature + 1])
  }
  /// The rings of a polygon, as indices; the first is the exterior.
  @inlinable public func rings(of polygon: Int) -> Range<Int> {
    Int(polygonStart[polygon])..<Int(polygonStart[polygon + 1])
  }
  /// The rings of a feature, over all its polygons.
  @inlinable public func rings(ofFeature feature: Int) -> Range<Int> {
    Int(
      polygonStart[Int(featureStart[feature])])..<Int(polygonStart[Int(featureStart[feature + 1])])
  }
  /// The vertices of a ring, the closing one included.
  @inlinable public func vertices(of ring: Int) -> Range<Int> {
    Int(ringStart[ring])..<Int(ringStart[ring + 1])
  }
  /// The vertices of a feature, over all its rings.
  @inlinable public func vertices(ofFeature feature: Int) -> Range<Int> {
    let rings = rings(ofFeature: feature)
    return Int(ringStart[rings.lowerBound])..<Int(ringStart[rings.upperBound])
  }

  /// Appends a vertex to the ring being built.
  @inlinable public mutating func appendVertex(x newX: Double, y newY: Double) {
    x.append(newX)
    y.append(newY)
  }
  /// Ends the ring being built.
  @inlinable public mutating func endRing() { ringStart.append(UInt32(x.count)) }
  /// Ends the polygon being built.
  @inlinable public mutating func endPolygon() { polygonStart.append(UInt32(ringStart.count - 1)) }
  /// Ends the feature being built; without a polygon since the last one it is empty.
  @inlinable public mutating func endFeature() {
    featureStart.append(UInt32(polygonStart.count - 1))
  }

  /// Appends one polygon from rings of coordinates; each ring must be closed.
  public mutating func appendPolygon(_ rings: [[Coordinate]]) {
    for ring in rings {
      for vertex in ring { appendVertex(x: vertex.x, y: vertex.y) }
      endRing()
    }
    endPolygon()
  }

  /// Appends a feature of another layer, vertex by vertex.
  public mutating func appendFeature(_ feature: Int, of other: PolygonColumns<Space>) {
    for polygon in other.polygons(of: feature) {
      for ring in other.rings(of: polygon) {
        let vertices = other.vertices(of: ring)
        x.append(contentsOf: other.x[vertices])
        y.append(contentsOf: other.y[vertices])
        endRing()
      }
      endPolygon()
    }
    endFeature()
  }

  /// Exchanges the two axes of every vertex.
  public mutating func swapAxes() { (x, y) = (y, x) }

  /// Appends all features of another layer.
  public mutating func append(_ other: PolygonColumns<Space>) {
    let vertices = UInt32(x.count)
    let rings = UInt32(ringStart.count - 1)
    let polygons = UInt32(polygonStart.count - 1)
    x.append(contentsOf: other.x)
    y.append(contentsOf: other.y)
    Self.append(other.ringStart, movedBy: vertices, to: &ringStart)
    Self.append(other.polygonStart, movedBy: rings, to: &polygonStart)
    Self.append(other.featureStart, movedBy: polygons, to: &featureStart)
  }

  private static func append(
    _ starts: [UInt32], movedBy offset: UInt32, to target: inout [UInt32]
  ) {
    let first = target.count
    target.append(contentsOf: starts.dropFirst())
    guard offset > 0 else { return }
    var moved = target.mutableSpan
    for i in first..<moved.count { moved[i] += offset }
  }

  /// Makes room for as many features with as many rings and vertices as another layer has, so that
  /// appending them moves nothing.
  public mutating func reserveCapacity<Other>(of other: borrowing PolygonColumns<Other>) {
    x.reserveCapacity(other.x.count)
    y.reserveCapacity(other.y.count)
    ringStart.reserveCapacity(other.ringStart.count)
    polygonStart.reserveCapacity(other.polygonStart.count)
    featureStart.reserveCapacity(other.featureStart.count)
  }

  /// The box around a feature; empty for a feature without geometry.
  public func envelope(of feature: Int) -> Envelope {
    var box = Envelope.empty
    let x = x.span
    let y = y.span
    for i in vertices(ofFeature: feature) { box.include(x: x[i], y: y[i]) }
    return box
  }

  /// The box around every edge of a feature.
  public func edgeBoxes(of feature: Int) -> [Envelope] {
    var boxes: [Envelope] = []
    for ring in rings(ofFeature: feature) {
      for i in vertices(of: ring).dropLast() {
        var box = Envelope.empty
        box.include(x: x[i], y: y[i])
        box.include(x: x[i + 1], y: y[i + 1])
        boxes.append(box)
      }
    }
    return boxes
  }

  /// The same numbers, said to lie in another space. Only a reader or a projection may say so.
  public consuming func placed<Other: CoordinateSpace>(in space: Other.Type) -> PolygonColumns<
    Other
  > {
    var result = PolygonColumns<Other>()
    result.x = x
    result.y = y
    result.ringStart = ringStart
    result.polygonStart = polygonStart
    result.featureStart = featureStart
    return result
  }
}
