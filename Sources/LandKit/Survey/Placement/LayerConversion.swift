import LandGeometry
import LandLayers
import LandProjection

extension PlacedLayer {
  /// The layer in the space of another, so that boxes of both can be compared.
  ///
  /// Longitude, latitude and Gauss–Krüger planes of CGCS2000 change into each other exactly;
  /// anything that would need a datum shift is refused.
  public func converted(toSpaceOf other: PlacedLayer) throws(SurveyError) -> PlacedLayer {
    try converted(to: other.system)
  }

  /// The layer in another system, likewise.
  public func converted(to other: CoordinateSystem) throws(SurveyError) -> PlacedLayer {
    guard system != other else { return self }
    var result = self
    switch (geometry, system, other) {
    case (.geographic, _, .geographic) where system.isCGCS2000 && other.isCGCS2000:
      break
    case (.geographic(let columns), _, .gaussKruger(let plane, _)) where system.isCGCS2000:
      result.geometry = .plane(columns.mapped(to: Plane.self, plane.forward))
    case (.plane(let columns), .gaussKruger(let plane, _), .geographic)
    where other.isCGCS2000:
      result.geometry = .geographic(columns.mapped(to: Geographic.self, plane.inverse))
    case (.plane(let columns), .gaussKruger(let from, _), .gaussKruger(let to, _)):
      result.geometry = .plane(
        columns.mapped(to: Plane.self) { to.forward(from.inverse($0)) })
    default:
      throw .datumShift(file: layer.file, from: system, to: other)
    }
    result.system = other
    return result
  }

  /// The features as drawn in CGCS2000 longitude and latitude; nil where their system has no way
  /// there without a datum shift.
  public var inDegrees: PolygonColumns<Geographic>? {
    guard system.isCGCS2000 else { return nil }
    switch geometry {
    case .geographic(let columns): return columns
    case .plane(let columns):
      guard case .gaussKruger(let plane, _) = system else { return nil }
      return columns.mapped(to: Geographic.self, plane.inverse)
    }
  }
}

extension PolygonColumns {
  /// Every vertex moved by a function into another space.
  func mapped<Other: CoordinateSpace>(
    to space: Other.Type, _ move: (Coordinate) -> Coordinate
  ) -> PolygonColumns<Other> {
    var result = placed(in: space)
    for i in 0..<vertexCount {
      let point = move(Coordinate(x: x[i], y: y[i]))
      result.x[i] = point.x
      result.y[i] = point.y
    }
    return result
  }
}
