// Wraps C: owns one `GEOSPreparedGeometry *` together with the geometry it was made of, which must
// outlive it.

import CGEOS
import LandGeometry

/// A geometry made ready for many tests against it.
public struct GEOSPreparedGeometry: ~Copyable {
  /// The geometry itself.
  public let geometry: GEOSGeometry
  private let prepared: OpaquePointer

  /// Prepares a geometry and takes it over.
  public init(_ geometry: consuming GEOSGeometry) throws(TopologyError) {
    // NULL on an exception.
    prepared = try geometry.session.pointer(
      GEOSPrepare_r(geometry.session.handle, geometry.handle), "GEOSPrepare")
    self.geometry = geometry
  }

  deinit { GEOSPreparedGeom_destroy_r(geometry.session.handle, prepared) }

  /// Whether no point of the other lies outside this one; its boundary counts as inside.
  public func covers(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    // 2 on an exception.
    try geometry.session.flag(
      GEOSPreparedCovers_r(geometry.session.handle, prepared, other.handle), "GEOSPreparedCovers")
  }

  /// Whether the two share a point; touching counts.
  public func intersects(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    // 2 on an exception.
    try geometry.session.flag(
      GEOSPreparedIntersects_r(geometry.session.handle, prepared, other.handle),
      "GEOSPreparedIntersects")
  }
}

extension GEOSGeometry {
  /// Whether the insides of the two share a point: true for overlapping, contained and equal
  /// polygons, false where they only touch (`relate T********`).
  public func interiorIntersects(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    // 2 on an exception.
    try session.flag(
      GEOSRelatePattern_r(session.handle, handle, other.handle, "T********"), "GEOSRelatePattern")
  }
}
