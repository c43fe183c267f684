// Wraps C: owns one `GEOSGeometry *` and frees it exactly once. The pointer never leaves the
// module, and every use is inside a borrow of its owner.

import CGEOS
import LandGeometry

/// A geometry inside GEOS, freed when its owner goes.
///
/// It belongs to the worker whose ``GEOSContext`` made it. Numbers are in the space of the columns
/// it was built from; GEOS itself calculates on a plane.
public struct GEOSGeometry: ~Copyable {
  /// Nil once a C function has taken the geometry over; the owner is consumed then.
  private(set) var handle: OpaquePointer?
  let session: GEOSSession

  init(owning handle: OpaquePointer, session: GEOSSession) {
    self.handle = handle
    self.session = session
    session.liveGeometries += 1
  }

  deinit {
    guard let handle else { return }
    GEOSGeom_destroy_r(session.handle, handle)
    session.liveGeometries -= 1
  }

  /// Gives the pointer to a C function that takes ownership of it.
  consuming func release() -> OpaquePointer? {
    let (released, session) = (handle, session)
    handle = nil
    session.liveGeometries -= 1
    return released
  }

  /// The area in square units of its space; lines and points have none.
  public func area() throws(TopologyError) -> Double {
    var area = 0.0
    // 0 on an exception.
    try session.status(GEOSArea_r(session.handle, handle, &area), "GEOSArea")
    return area
  }

  /// The length of all rings in units of its space.
  public func boundaryLength() throws(TopologyError) -> Double {
    var length = 0.0
    // 0 on an exception.
    try session.status(GEOSLength_r(session.handle, handle, &length), "GEOSLength")
    return length
  }

  /// Whether it has no points at all.
  public func isEmpty() throws(TopologyError) -> Bool {
    try session.flag(GEOSisEmpty_r(session.handle, handle), "GEOSisEmpty")
  }

  /// The box around it; empty for an empty geometry.
  public func envelope() throws(TopologyError) -> Envelope {
    if try isEmpty() { return .empty }
    var box = Envelope.empty
    // 0 on an exception.
    try session.status(
      GEOSGeom_getExtent_r(
        session.handle, handle, &box.minX, &box.minY, &box.maxX, &box.maxY),
      "GEOSGeom_getExtent")
    return box
  }

  /// The position of a point geometry; nil for an empty point.
  func pointCoordinate() throws(TopologyError) -> Coordinate? {
    if try isEmpty() { return nil }
    var x = 0.0
    var y = 0.0
    // 0 on an exception for 3.11, -1 before.
    try session.status(GEOSGeomGetX_r(session.handle, handle, &x), "GEOSGeomGetX")
    try session.status(GEOSGeomGetY_r(session.handle, handle, &y), "GEOSGeomGetY")
    return Coordinate(x: x, y: y)
  }
}

/// Geometries on their way into a collection; those not handed over are freed.
struct GEOSGeometries: ~Copyable {
  private var handles: [OpaquePointer?] = []
  private let session: GEOSSession

  init(session: GEOSSession) { self.session = session }

  deinit {
    for handle in handles { GEOSGeom_destroy_r(session.handle, handle) }
    session.liveGeometries -= handles.count
  }

  var count: Int { handles.count }

  mutating func append(_ geometry: consuming GEOSGeometry) {
    handles.append(geometry.release())
    session.liveGeometries += 1
  }

  /// Takes the last one out again.
  mutating func takeLast() -> GEOSGeometry? {
    guard let last = handles.popLast(), let handle = last else { return nil }
    session.liveGeometries -= 1
    return GEOSGeometry(owning: handle, session: session)
  }

  /// Makes one collection of all.
  consuming func collection(_ type: GEOSGeomTypes) throws(TopologyError) -> GEOSGeometry {
    let session = session
    var parts = takeHandles()
    let count = UInt32(parts.count)
    // NULL on an exception; owns the parts in either case.
    return try session.own(
      GEOSGeom_createCollection_r(session.handle, Int32(type.rawValue), &parts, count),
      "GEOSGeom_createCollection")
  }

  /// Makes a polygon of a shell and all of these as holes.
  consuming func polygon(shell: consuming GEOSGeometry) throws(TopologyError) -> GEOSGeometry {
    let session = session
    var holes = takeHandles()
    let count = UInt32(holes.count)
    // NULL on an exception; owns the rings in either case.
    return try session.own(
      GEOSGeom_createPolygon_r(session.handle, shell.release(), &holes, count),
      "GEOSGeom_createPolygon")
  }

  private consuming func takeHandles() -> [OpaquePointer?] {
    let taken = handles
    handles = []
    session.liveGeometries -= taken.count
    return taken
  }
}
