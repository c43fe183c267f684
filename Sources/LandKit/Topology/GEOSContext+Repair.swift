// Wraps C: the repair parameters are a C object that is freed here.

import CGEOS
import LandGeometry

/// How a repair decides what is land where lines cross.
public enum RepairMethod: String, Hashable, Sendable, CaseIterable {
  /// Every drawn line stays; what lies between is land where the line count says so. A part that
  /// is covered twice becomes a hole.
  case linework
  /// Shells are land, holes are not; overlapping parts are merged.
  case structure
}

/// A repaired feature; only what has an area.
public struct Repair<Space: CoordinateSpace>: Sendable {
  /// One feature with the repaired polygons; without any when nothing areal was left.
  public var columns: PolygonColumns<Space>
  /// How many lines the repair left over; they are not in `columns`.
  public var droppedLines: Int
  /// How many points the repair left over; they are not in `columns`.
  public var droppedPoints: Int
  /// How many rings had too few vertices to be built at all.
  public var droppedRings: Int

  /// Everything that was left out because it has no area.
  public var droppedParts: Int { droppedLines + droppedPoints + droppedRings }
}

extension GEOSContext {
  /// Makes a feature valid (`GEOSMakeValidWithParams`); its original is left as it is.
  ///
  /// What the repair did to the area is for the caller to measure and to judge: both methods can
  /// change it a great deal. Collapsed parts are dropped and counted.
  ///
  /// - Throws: ``TopologyError`` for coordinates that are not finite, rings that are not closed,
  ///   or when GEOS gives up.
  public func repaired<Space>(
    _ feature: Int, in columns: PolygonColumns<Space>, method: RepairMethod
  ) throws(TopologyError) -> Repair<Space> {
    if let reason = columns.unbuildable(feature), reason.fault == .invalidCoordinate {
      throw TopologyError(
        operation: "GEOSMakeValidWithParams", message: reason.text, near: reason.place)
    }
    let short = columns.rings(ofFeature: feature).filter { columns.isTooShort($0) }.count
    let drawn = try geometry(of: feature, in: columns) { !columns.isTooShort($0) }
    // NULL on an exception.
    let parameters = try session.pointer(
      GEOSMakeValidParams_create_r(session.handle), "GEOSMakeValidParams_create")
    defer { GEOSMakeValidParams_destroy_r(session.handle, parameters) }
    let style =
      switch method {
      case .linework: GEOS_MAKE_VALID_LINEWORK
      case .structure: GEOS_MAKE_VALID_STRUCTURE
      }
    // Both: 0 on an exception.
    try session.status(
      GEOSMakeValidParams_setMethod_r(session.handle, parameters, style),
      "GEOSMakeValidParams_setMethod")
    try session.status(
      GEOSMakeValidParams_setKeepCollapsed_r(session.handle, parameters, 0),
      "GEOSMakeValidParams_setKeepCollapsed")
    // NULL on an exception.
    let result = try session.own(
      GEOSMakeValidWithParams_r(session.handle, drawn.handle, parameters),
      "GEOSMakeValidWithParams")
    let parts = try result.arealParts(in: Space.self)
    return Repair(
      columns: parts.columns, droppedLines: parts.droppedLines, droppedPoints: parts.droppedPoints,
      droppedRings: short)
  }
}
