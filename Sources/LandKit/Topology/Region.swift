import LandGeometry

/// Ground as polygons with its area: what an overlay leaves, ready to take part in the next.
///
/// A value of plain columns, so that it may go from worker to worker.
public struct Region<Space: CoordinateSpace>: Sendable {
  /// Exactly one feature, without polygons where nothing is left.
  public let columns: PolygonColumns<Space>
  /// Square units of the space.
  public let area: Double
  /// The box around it.
  public let box: Envelope
  /// The least direct way that any step took.
  public let path: OverlayPath

  /// Ground of a feature that is known to be valid.
  init(columns: PolygonColumns<Space>, area: Double, path: OverlayPath) {
    self.columns = columns
    self.area = area
    box = columns.envelope(of: 0)
    self.path = path
  }

  /// No ground at all.
  public static var empty: Region {
    var columns = PolygonColumns<Space>()
    columns.endFeature()
    return Region(columns: columns, area: 0, path: .direct)
  }

  /// Whether no ground is left.
  public var isEmpty: Bool { columns.vertexCount == 0 }
}

extension GEOSContext {
  /// The ground that valid features cover together, overlaps counted once (`GEOSUnaryUnion`).
  ///
  /// - Parameter grid: cell of the grid for a second attempt, in units of the space.
  /// - Throws: ``TopologyError`` when a feature cannot be built, or both attempts fail or
  ///   contradict the features' areas.
  public func region<Space>(
    uniting features: [Int], in columns: PolygonColumns<Space>, grid: Double = defaultGrid
  ) throws(TopologyError) -> Region<Space> {
    var parts = AreaParts(session: session)
    for feature in features {
      let part = try geometry(of: feature, in: columns)
      try parts.append(part)
    }
    return try region(of: try parts.united(grid: grid), least: .direct)
  }

  /// Combines two grounds. Lines and points where they only touch are left out.
  ///
  /// - Parameter grid: as for the union of features.
  /// - Throws: ``TopologyError`` when both attempts fail or contradict the operands' areas.
  public func region<Space>(
    _ operation: OverlayOperation, _ a: Region<Space>, _ b: Region<Space>,
    grid: Double = defaultGrid
  ) throws(TopologyError) -> Region<Space> {
    let isApart = a.isEmpty || b.isEmpty || !a.box.intersects(b.box)
    if isApart, operation == .intersection { return .empty }
    if isApart, operation == .difference { return a }
    let left = try geometry(of: 0, in: a.columns)
    let right = try geometry(of: 0, in: b.columns)
    return try region(
      of: try overlay(operation, left, right, grid: grid), least: max(a.path, b.path))
  }

  private func region<Space>(
    of overlay: borrowing Overlay, least: OverlayPath
  ) throws(TopologyError) -> Region<Space> {
    let parts = try overlay.geometry.arealParts(in: Space.self)
    return Region(
      columns: parts.columns, area: try overlay.geometry.area(), path: max(least, overlay.path))
  }
}
