import LandGeometry

/// The place on a feature's boundary that a coordinate belongs to.
public struct FaultPlace: Hashable, Sendable {
  /// The polygon within the feature, from 0.
  public var part: Int
  /// The ring within the polygon, from 0; 0 is the exterior.
  public var ring: Int
  /// The vertex within the ring, from 0: the place itself when `isVertex`, else the vertex at
  /// which the segment through the place starts.
  public var vertex: Int
  /// Whether the place is a vertex rather than on the segment after it.
  public var isVertex: Bool
  /// How far the coordinate is from the boundary, in units of the space.
  public var distance: Double
}

extension PolygonColumns {
  /// The ring and the vertex or segment of a feature nearest to a coordinate; the first of several
  /// that are equally near. Linear in the number of vertices.
  ///
  /// For a coordinate that is not finite: the first vertex that is not finite. Nil when there is
  /// nothing to find.
  public func boundaryPlace(nearest place: Coordinate, feature: Int) -> FaultPlace? {
    var best: FaultPlace?
    let polygons = polygons(of: feature)
    let isFinite = place.x.isFinite && place.y.isFinite
    for polygon in polygons {
      let rings = rings(of: polygon)
      for ring in rings {
        let vertices = vertices(of: ring)
        for vertex in vertices {
          func found(distance: Double, isVertex: Bool) -> FaultPlace {
            FaultPlace(
              part: polygon - polygons.lowerBound, ring: ring - rings.lowerBound,
              vertex: vertex - vertices.lowerBound, isVertex: isVertex, distance: distance)
          }
          guard isFinite else {
            if x[vertex].isFinite && y[vertex].isFinite { continue }
            return found(distance: 0, isVertex: true)
          }
          let toVertex = distance(from: place, vertex)
          if toVertex.isFinite, toVertex < best?.distance ?? .infinity {
            best = found(distance: toVertex, isVertex: true)
          }
          guard vertex + 1 < vertices.upperBound else { continue }
          let toSegment = distance(from: place, segmentAt: vertex)
          if toSegment < best?.distance ?? .infinity {
            best = found(distance: toSegment, isVertex: false)
          }
        }
      }
    }
    return best
  }

  private func distance(from place: Coordinate, _ vertex: Int) -> Double {
    let dx = place.x - x[vertex]
    let dy = place.y - y[vertex]
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The distance to the inside of a segment; infinite where an end is nearer.
  private func distance(from place: Coordinate, segmentAt vertex: Int) -> Double {
    let dx = x[vertex + 1] - x[vertex]
    let dy = y[vertex + 1] - y[vertex]
    let length = dx * dx + dy * dy
    let along = (place.x - x[vertex]) * dx + (place.y - y[vertex]) * dy
    guard length > 0, along > 0, along < length else { return .infinity }
    return abs((place.x - x[vertex]) * dy - (place.y - y[vertex]) * dx) / length.squareRoot()
  }
}
