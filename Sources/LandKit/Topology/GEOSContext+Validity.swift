// Wraps C: the reason text and the location come back through pointers that the caller frees.

import CGEOS
import LandGeometry

extension GEOSContext {
  /// Judges a feature by the rules of OGC Simple Features (`GEOSisValidDetail`).
  ///
  /// Coordinates that are not finite, and rings too short for GEOS to build, are found here first
  /// and reported in the same words. A feature without polygons is valid.
  ///
  /// - Throws: ``TopologyError`` for a ring that is not closed, or when GEOS gives up.
  public func validity<Space>(
    of feature: Int, in columns: PolygonColumns<Space>
  ) throws(TopologyError) -> Validity {
    if let reason = columns.unbuildable(feature) { return .invalid(reason) }
    return try validity(of: try geometry(of: feature, in: columns))
  }

  /// The same for a geometry that is already there.
  public func validity(of geometry: borrowing GEOSGeometry) throws(TopologyError) -> Validity {
    var text: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    // 2 on an exception.
    let isValid = try session.flag(
      GEOSisValidDetail_r(session.handle, geometry.handle, 0, &text, &location),
      "GEOSisValidDetail")
    defer { if let text { GEOSFree_r(session.handle, text) } }
    var place: Coordinate?
    if let location {
      place = try GEOSGeometry(owning: location, session: session).pointCoordinate()
    }
    if isValid { return .valid }
    return .invalid(
      InvalidityReason(text: text.map { String(cString: $0) } ?? "", place: place))
  }
}

extension PolygonColumns {
  /// The fault that keeps GEOS from building the feature at all; nil when it can be built.
  func unbuildable(_ feature: Int) -> InvalidityReason? {
    for vertex in vertices(ofFeature: feature) where !(x[vertex].isFinite && y[vertex].isFinite) {
      return InvalidityReason(
        text: "Invalid Coordinate", place: Coordinate(x: x[vertex], y: y[vertex]))
    }
    for ring in rings(ofFeature: feature) where isTooShort(ring) {
      let first = vertices(of: ring).first.map { Coordinate(x: x[$0], y: y[$0]) }
      return InvalidityReason(text: "Too few points in geometry component", place: first)
    }
    return nil
  }

  /// Whether a ring has fewer vertices than a triangle needs, the closing one included.
  func isTooShort(_ ring: Int) -> Bool { vertices(of: ring).count < 4 }
}
