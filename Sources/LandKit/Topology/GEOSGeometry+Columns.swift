// Wraps C: coordinates go in and out as pointers into the columns, which live for the call only.

import CGEOS
import LandGeometry

extension GEOSContext {
  /// A feature of a layer as a GEOS geometry: a Polygon when it has one polygon, else a
  /// MultiPolygon; a MultiPolygon without parts when it has none.
  ///
  /// - Throws: ``TopologyError`` for a coordinate that is not finite and for a ring that is not
  ///   closed or has too few vertices.
  public func geometry<Space>(
    of feature: Int, in columns: PolygonColumns<Space>
  ) throws(TopologyError) -> GEOSGeometry {
    try geometry(of: feature, in: columns) { _ in true }
  }

  /// The same with a choice of rings; a polygon whose shell is not chosen is left out.
  func geometry<Space>(
    of feature: Int, in columns: PolygonColumns<Space>, keepRing: (Int) -> Bool
  ) throws(TopologyError) -> GEOSGeometry {
    var polygons = GEOSGeometries(session: session)
    for polygon in columns.polygons(of: feature) {
      let rings = columns.rings(of: polygon)
      guard let first = rings.first, keepRing(first) else { continue }
      let shell = try linearRing(columns.vertices(of: first), columns)
      var holes = GEOSGeometries(session: session)
      for ring in rings.dropFirst() where keepRing(ring) {
        holes.append(try linearRing(columns.vertices(of: ring), columns))
      }
      polygons.append(try holes.polygon(shell: shell))
    }
    if polygons.count == 1, let only = polygons.takeLast() { return only }
    return try polygons.collection(GEOS_MULTIPOLYGON)
  }

  private func linearRing<Space>(
    _ vertices: Range<Int>, _ columns: PolygonColumns<Space>
  ) throws(TopologyError) -> GEOSGeometry {
    // Zero times a number is zero unless the number is not finite. GEOS must not see such a one:
    // its overlays are not made for it.
    var probe = 0.0
    for vertex in vertices { probe += columns.x[vertex] * 0 + columns.y[vertex] * 0 }
    guard probe == 0 else {
      throw TopologyError(
        operation: "GEOSCoordSeq_copyFromArrays", message: "a coordinate is not finite", near: nil)
    }
    let xs = columns.x.span.extracting(vertices)
    let ys = columns.y.span.extracting(vertices)
    let count = UInt32(vertices.count)
    // NULL on an exception.
    let sequence = xs.withUnsafeBufferPointer { x in
      ys.withUnsafeBufferPointer { y in
        GEOSCoordSeq_copyFromArrays_r(
          session.handle, x.baseAddress, y.baseAddress, nil, nil, count)
      }
    }
    let coordinates = try session.pointer(sequence, "GEOSCoordSeq_copyFromArrays")
    // NULL on an exception; owns the sequence in either case.
    return try session.own(
      GEOSGeom_createLinearRing_r(session.handle, coordinates), "GEOSGeom_createLinearRing")
  }
}

/// The areal part of a geometry in columns, and what had no area.
public struct ArealParts<Space: CoordinateSpace>: Sendable {
  /// One feature with all polygons.
  public var columns = PolygonColumns<Space>()
  /// How many lines were left out.
  public var droppedLines = 0
  /// How many points were left out.
  public var droppedPoints = 0
}

extension GEOSGeometry {
  /// The polygons of the geometry, at any depth, as one feature in columns.
  ///
  /// - Parameter space: the space that the geometry was built in.
  public func arealParts<Space>(in space: Space.Type) throws(TopologyError) -> ArealParts<Space> {
    var parts = ArealParts<Space>()
    if let handle { try session.collect(handle, into: &parts) }
    parts.columns.endFeature()
    return parts
  }
}

extension GEOSSession {
  fileprivate func collect<Space>(
    _ part: OpaquePointer, into parts: inout ArealParts<Space>
  ) throws(TopologyError) {
    if try flag(GEOSisEmpty_r(handle, part), "GEOSisEmpty") { return }
    let type = try count(GEOSGeomTypeId_r(handle, part), "GEOSGeomTypeId")
    switch UInt32(type) {
    case GEOS_POLYGON.rawValue:
      try appendPolygon(part, to: &parts.columns)
    case GEOS_POINT.rawValue:
      parts.droppedPoints += 1
    case GEOS_LINESTRING.rawValue, GEOS_LINEARRING.rawValue:
      parts.droppedLines += 1
    default:
      let members = try count(GEOSGetNumGeometries_r(handle, part), "GEOSGetNumGeometries")
      for member in 0..<members {
        // NULL on an exception; owned by the collection.
        let child = try pointer(
          GEOSGetGeometryN_r(handle, part, Int32(member)), "GEOSGetGeometryN")
        try collect(child, into: &parts)
      }
    }
  }

  private func appendPolygon<Space>(
    _ polygon: OpaquePointer, to columns: inout PolygonColumns<Space>
  ) throws(TopologyError) {
    // All three: NULL or -1 on an exception; the rings belong to the polygon.
    try appendRing(
      try pointer(GEOSGetExteriorRing_r(handle, polygon), "GEOSGetExteriorRing"), to: &columns)
    let holes = try count(GEOSGetNumInteriorRings_r(handle, polygon), "GEOSGetNumInteriorRings")
    for hole in 0..<holes {
      try appendRing(
        try pointer(
          GEOSGetInteriorRingN_r(handle, polygon, Int32(hole)), "GEOSGetInteriorRingN"),
        to: &columns)
    }
    columns.endPolygon()
  }

  private func appendRing<Space>(
    _ ring: OpaquePointer, to columns: inout PolygonColumns<Space>
  ) throws(TopologyError) {
    // NULL on an exception; the sequence belongs to the ring.
    let sequence = try pointer(GEOSGeom_getCoordSeq_r(handle, ring), "GEOSGeom_getCoordSeq")
    var size: UInt32 = 0
    try status(GEOSCoordSeq_getSize_r(handle, sequence, &size), "GEOSCoordSeq_getSize")
    var x = [Double](repeating: 0, count: Int(size))
    var y = [Double](repeating: 0, count: Int(size))
    // 0 on an exception.
    try status(
      GEOSCoordSeq_copyToArrays_r(handle, sequence, &x, &y, nil, nil), "GEOSCoordSeq_copyToArrays")
    columns.x.append(contentsOf: x)
    columns.y.append(contentsOf: y)
    columns.endRing()
  }
}
