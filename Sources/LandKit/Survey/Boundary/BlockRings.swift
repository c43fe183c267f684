import LandGeometry
import LandProjection

/// The rings of one block before they are put in order: each vertex as drawn and in longitude and
/// latitude, repeated ones left out.
struct BlockRings {
  /// A vertex.
  struct Vertex {
    /// Longitude and latitude in degrees.
    var position: Coordinate
    /// East and north on the plane of the file, without false easting; nil for a file in degrees.
    var drawn: Coordinate?
  }

  /// Rings of the parts, not closed; the first of a part is its exterior.
  private var parts: [[[Vertex]]] = []
  /// The plane of the file, where it is in one.
  private var plane: GaussKruger?
  /// Box in longitude and latitude.
  private(set) var box = Envelope.empty
  /// How many vertices repeated the one before.
  private(set) var repeated = 0
  /// How many rings were no rings.
  private(set) var degenerate = 0

  init(_ feature: Int, geographic columns: borrowing PolygonColumns<Geographic>) {
    collect(feature, columns) { Vertex(position: $0, drawn: nil) }
  }

  init(
    _ feature: Int, plane columns: borrowing PolygonColumns<Plane>, _ plane: GaussKruger
  ) {
    self.plane = plane
    collect(feature, columns) {
      Vertex(
        position: plane.inverse($0), drawn: Coordinate(x: $0.x - plane.falseEasting, y: $0.y))
    }
  }

  private mutating func collect<Space>(
    _ feature: Int, _ columns: borrowing PolygonColumns<Space>, _ vertex: (Coordinate) -> Vertex
  ) {
    for polygon in columns.polygons(of: feature) {
      var rings: [[Vertex]] = []
      let range = columns.rings(of: polygon)
      for ring in range {
        let points = kept(ring, columns)
        if Set(points).count >= 3 {
          rings.append(points.map(vertex))
        } else {
          degenerate += 1
          // Without its exterior there is no part.
          if ring == range.lowerBound { break }
        }
      }
      for ring in rings {
        for vertex in ring { box.include(x: vertex.position.x, y: vertex.position.y) }
      }
      if !rings.isEmpty { parts.append(rings) }
    }
  }

  /// The vertices of a ring without the closing one and without repeated ones.
  private mutating func kept<Space>(
    _ ring: Int, _ columns: borrowing PolygonColumns<Space>
  ) -> [Coordinate] {
    var points: [Coordinate] = []
    for i in columns.vertices(of: ring).dropLast() {
      let point = Coordinate(x: columns.x[i], y: columns.y[i])
      if point == points.last {
        repeated += 1
      } else {
        points.append(point)
      }
    }
    if points.count > 1, points.first == points.last {
      points.removeLast()
      repeated += 1
    }
    return points
  }

  /// The parts on the plane of a zone, oriented and numbered.
  func parts(zone: Int) -> [BoundaryPart] {
    let falseEasting = 500_000.0
    let prefix = Double(zone) * 1_000_000
    let target = GaussKruger(centralMeridian: Double(3 * zone), falseEasting: falseEasting)
    // Coordinates that are in that plane already are not sent to degrees and back.
    let isSamePlane =
      plane.map {
        $0.centralMeridian == target.centralMeridian && $0.ellipsoid == target.ellipsoid
      } ?? false
    var number = 0
    return parts.enumerated().map { index, rings in
      var area = 0.0
      let ordered = rings.enumerated().map { place, ring in
        var points = ring.map { vertex in
          let onPlane: Coordinate
          if isSamePlane, let drawn = vertex.drawn {
            onPlane = Coordinate(x: drawn.x + falseEasting, y: drawn.y)
          } else {
            onPlane = target.forward(vertex.position)
          }
          return BoundaryPoint(
            number: 0, north: onPlane.y, east: onPlane.x, longitude: vertex.position.x,
            latitude: vertex.position.y, side: 0)
        }
        let signed = Self.signedArea(points)
        area += place == 0 ? signed.magnitude : -signed.magnitude
        if place == 0 ? signed > 0 : signed < 0 { points.reverse() }
        let start = Self.northWestern(points)
        points = Array(points[start...] + points[..<start])
        for i in points.indices {
          let next = points[(i + 1) % points.count]
          let (dx, dy) = (next.east - points[i].east, next.north - points[i].north)
          points[i].side = (dx * dx + dy * dy).squareRoot()
          number += 1
          points[i].number = number
        }
        for i in points.indices { points[i].east += prefix }
        return BoundaryRing(number: place + 1, points: points)
      }
      return BoundaryPart(number: index + 1, rings: ordered, planarArea: area)
    }
  }

  /// Positive counter-clockwise, m².
  private static func signedArea(_ points: [BoundaryPoint]) -> Double {
    var plane = PolygonColumns<Plane>()
    plane.appendPolygon([
      (points + points.prefix(1)).map { Coordinate(x: $0.east, y: $0.north) }
    ])
    plane.endFeature()
    return plane.signedArea(ofRing: 0)
  }

  /// The index of the point that a ring begins with.
  private static func northWestern(_ points: [BoundaryPoint]) -> Int {
    var box = Envelope.empty
    for point in points { box.include(x: point.east, y: point.north) }
    func millimetres(_ value: Double) -> Double { (value * 1000).rounded() }
    func key(_ point: BoundaryPoint) -> (Double, Double, Double) {
      let (dx, dy) = (point.east - box.minX, point.north - box.maxY)
      return (
        millimetres((dx * dx + dy * dy).squareRoot()), -millimetres(point.north),
        millimetres(point.east)
      )
    }
    return points.indices.min { key(points[$0]) < key(points[$1]) } ?? 0
  }
}
