import LandGeometry

/// Which areas of two operands an overlay keeps.
public enum OverlayOperation: String, Hashable, Sendable, CaseIterable {
  /// What lies in both.
  case intersection
  /// What lies in either.
  case union
  /// What lies in the first and not in the second.
  case difference
  /// What lies in exactly one.
  case symmetricDifference
}

/// How an overlay was calculated.
public enum OverlayPath: UInt8, Hashable, Sendable, Comparable {
  /// With the coordinates as they are.
  case direct
  /// On a fixed grid, after the direct way had failed.
  case fixedGrid

  /// The direct way goes before the grid.
  public static func < (a: OverlayPath, b: OverlayPath) -> Bool { a.rawValue < b.rawValue }
}

/// The area of an overlay.
public struct OverlayArea: Hashable, Sendable {
  /// Square units of the operands' space.
  public var area: Double
  /// How it was calculated.
  public var path: OverlayPath

  /// An area and its way.
  public init(area: Double, path: OverlayPath) {
    self.area = area
    self.path = path
  }
}

/// The geometry of an overlay.
public struct Overlay: ~Copyable {
  /// What is left; lines and points where operands touch may be among it.
  public let geometry: GEOSGeometry
  /// How it was calculated.
  public let path: OverlayPath
}

extension GEOSContext {
  /// The cell of the grid for the second attempt: a tenth of a millimetre, for metres. Operands
  /// in degrees need a smaller one, about 1e-9.
  public static var defaultGrid: Double { 1e-4 }

  /// The area that two polygons have in common; 0 where they only touch.
  ///
  /// - Parameter grid: cell of the grid for a second attempt, in units of the space.
  /// - Throws: ``TopologyError`` when both attempts fail or contradict the operands' areas.
  public func intersectionArea(
    _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    try area(of: overlay(.intersection, a, b, grid: grid))
  }

  /// The area that two polygons cover together, counted once.
  ///
  /// - Parameter grid: as for the intersection.
  /// - Throws: ``TopologyError`` as for the intersection.
  public func unionArea(
    _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    try area(of: overlay(.union, a, b, grid: grid))
  }

  /// The area of the first polygon that lies outside the second.
  ///
  /// - Parameter grid: as for the intersection.
  /// - Throws: ``TopologyError`` as for the intersection.
  public func differenceArea(
    _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    try area(of: overlay(.difference, a, b, grid: grid))
  }

  /// The area that lies in exactly one of two polygons.
  ///
  /// - Parameter grid: as for the intersection.
  /// - Throws: ``TopologyError`` as for the intersection.
  public func symmetricDifferenceArea(
    _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    try area(of: overlay(.symmetricDifference, a, b, grid: grid))
  }

  private func area(of overlay: borrowing Overlay) throws(TopologyError) -> OverlayArea {
    OverlayArea(area: try overlay.geometry.area(), path: overlay.path)
  }
}
