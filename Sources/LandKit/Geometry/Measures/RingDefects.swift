/// A defect of one ring that can be named without looking at any other.
public struct RingDefect: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A vertex repeats the one before it.
    case repeatedPoint
    /// The boundary runs out to a vertex and straight back.
    case spike
    /// The ring is the same as an earlier one of the feature.
    case duplicateRing
  }
  /// What is wrong.
  public var kind: Kind
  /// Polygon within the feature.
  public var part: Int
  /// Ring within the polygon, 0 = exterior.
  public var ring: Int
  /// Vertex within the ring.
  public var vertex: Int
  /// The vertex's position.
  public var coordinate: Coordinate
}

extension PolygonColumns {
  /// All repeated points, spikes and duplicate rings of a feature, in the order of its vertices.
  public func ringDefects(of feature: Int) -> [RingDefect] {
    var defects: [RingDefect] = []
    var seen: [[Coordinate]] = []
    for (part, polygon) in polygons(of: feature).enumerated() {
      for (ring, index) in rings(of: polygon).enumerated() {
        let vertices = vertices(of: index)
        let first = vertices.lowerBound
        func note(_ kind: RingDefect.Kind, _ vertex: Int) {
          defects.append(
            RingDefect(
              kind: kind, part: part, ring: ring, vertex: vertex - first,
              coordinate: Coordinate(x: x[vertex], y: y[vertex])))
        }
        var distinct: [Int] = []
        for vertex in vertices.dropLast() {
          if let last = distinct.last, x[last] == x[vertex], y[last] == y[vertex] {
            note(.repeatedPoint, vertex)
          } else {
            distinct.append(vertex)
          }
        }
        while distinct.count > 1, let last = distinct.last, x[last] == x[first], y[last] == y[first]
        {
          note(.repeatedPoint, last)
          distinct.removeLast()
        }
        if distinct.count >= 3 {
          for k in distinct.indices {
            let a = distinct[(k + distinct.count - 1) % distinct.count]
            let b = distinct[k]
            let c = distinct[(k + 1) % distinct.count]
            if Orientation.determinant(x[a], y[a], x[b], y[b], x[c], y[c]) == 0,
              (x[a] - x[b]) * (x[c] - x[b]) + (y[a] - y[b]) * (y[c] - y[b]) > 0
            {
              note(.spike, b)
            }
          }
        }
        let ringShape = canonicalRing(distinct)
        if seen.contains(ringShape) { note(.duplicateRing, first) }
        seen.append(ringShape)
      }
    }
    return defects
  }

  /// The ring's different vertices from the least one on, in the lesser direction, so that the
  /// same ring compares equal however it is written.
  private func canonicalRing(_ vertices: [Int]) -> [Coordinate] {
    let points = vertices.map { Coordinate(x: x[$0], y: y[$0]) }
    guard let least = points.indices.min(by: { less(points[$0], points[$1]) }) else { return [] }
    let forward = (0..<points.count).map { points[(least + $0) % points.count] }
    let backward = (0..<points.count).map { points[(least + points.count - $0) % points.count] }
    guard points.count > 1 else { return forward }
    return less(forward[1], backward[1]) ? forward : backward
  }

  private func less(_ a: Coordinate, _ b: Coordinate) -> Bool {
    a.x != b.x ? a.x < b.x : a.y < b.y
  }
}
