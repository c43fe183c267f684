// Wraps C: each overlay function takes two borrowed pointers and returns a new owned one.

import CGEOS
import LandGeometry

extension GEOSContext {
  /// Combines two polygons, first with their coordinates as they are and, when GEOS cannot find
  /// its way there, on a fixed grid.
  ///
  /// A result is checked against what the operands' areas allow, for an overlay of an invalid
  /// polygon can return nonsense without an error. On the grid the areas of intersection and
  /// difference must also add up to the first operand's, to within what the grid can move.
  ///
  /// - Parameter grid: cell of the grid for the second attempt, in units of the space.
  /// - Throws: ``TopologyError`` of the first attempt where the second failed too, or one that
  ///   says the areas contradict each other.
  public func overlay(
    _ operation: OverlayOperation, _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry,
    grid: Double = defaultGrid
  ) throws(TopologyError) -> Overlay {
    let bounds = AreaBounds(
      areaA: try a.area(), areaB: try b.area(), slack: 0)
    let failure: TopologyError
    do throws(TopologyError) {
      let result = try attempt(operation, a, b)
      if bounds.allow(try result.area(), operation) {
        return Overlay(geometry: result, path: .direct)
      }
      failure = .contradiction(operation.functionName)
    } catch {
      guard error.isTopologyException else { throw error }
      failure = error
    }
    do throws(TopologyError) {
      let moved = grid * (try a.boundaryLength() + b.boundaryLength())
      let slack = AreaBounds.slack(moved, of: bounds.areaA + bounds.areaB)
      let wide = AreaBounds(areaA: bounds.areaA, areaB: bounds.areaB, slack: slack)
      let common = try attempt(.intersection, a, b, grid: grid).area()
      let rest = try attempt(.difference, a, b, grid: grid).area()
      let result = try attempt(operation, a, b, grid: grid)
      if wide.addUp(common, rest), wide.allow(try result.area(), operation) {
        return Overlay(geometry: result, path: .fixedGrid)
      }
    } catch {}
    throw failure
  }

  private func attempt(
    _ operation: OverlayOperation, _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry
  ) throws(TopologyError) -> GEOSGeometry {
    // All: NULL on an exception.
    switch operation {
    case .intersection:
      try session.own(GEOSIntersection_r(session.handle, a.handle, b.handle), "GEOSIntersection")
    case .union:
      try session.own(GEOSUnion_r(session.handle, a.handle, b.handle), "GEOSUnion")
    case .difference:
      try session.own(GEOSDifference_r(session.handle, a.handle, b.handle), "GEOSDifference")
    case .symmetricDifference:
      try session.own(
        GEOSSymDifference_r(session.handle, a.handle, b.handle), "GEOSSymDifference")
    }
  }

  private func attempt(
    _ operation: OverlayOperation, _ a: borrowing GEOSGeometry, _ b: borrowing GEOSGeometry,
    grid: Double
  ) throws(TopologyError) -> GEOSGeometry {
    // All: NULL on an exception.
    switch operation {
    case .intersection:
      try session.own(
        GEOSIntersectionPrec_r(session.handle, a.handle, b.handle, grid), "GEOSIntersectionPrec")
    case .union:
      try session.own(GEOSUnionPrec_r(session.handle, a.handle, b.handle, grid), "GEOSUnionPrec")
    case .difference:
      try session.own(
        GEOSDifferencePrec_r(session.handle, a.handle, b.handle, grid), "GEOSDifferencePrec")
    case .symmetricDifference:
      try session.own(
        GEOSSymDifferencePrec_r(session.handle, a.handle, b.handle, grid),
        "GEOSSymDifferencePrec")
    }
  }
}

extension OverlayOperation {
  fileprivate var functionName: String {
    switch self {
    case .intersection: "GEOSIntersection"
    case .union: "GEOSUnion"
    case .difference: "GEOSDifference"
    case .symmetricDifference: "GEOSSymDifference"
    }
  }
}

extension TopologyError {
  /// The result cannot be right, although GEOS gave no error.
  static func contradiction(_ operation: String) -> TopologyError {
    TopologyError(
      operation: operation, message: "the area of the result contradicts its operands", near: nil)
  }
}

/// What the areas of two operands allow for the area of their overlay.
struct AreaBounds {
  let areaA: Double
  let areaB: Double
  private let tolerance: Double

  /// `slack` is the area by which the calculation itself may have moved the boundaries.
  init(areaA: Double, areaB: Double, slack: Double) {
    self.areaA = areaA
    self.areaB = areaB
    // Overlay also snaps nearly coincident edges; 1e-7 of the areas is far above what that moves.
    tolerance = slack + 1e-7 * (areaA + areaB)
  }

  /// The area that a grid may move: what it can at the most, and never more than a thousandth, so
  /// that a grid too coarse for its operands is noticed.
  static func slack(_ moved: Double, of areas: Double) -> Double {
    min(moved, 1e-3 * areas)
  }

  func allow(_ area: Double, _ operation: OverlayOperation) -> Bool {
    let range: (least: Double, most: Double) =
      switch operation {
      case .intersection: (0, min(areaA, areaB))
      case .union: (max(areaA, areaB), areaA + areaB)
      case .difference: (max(0, areaA - areaB), areaA)
      case .symmetricDifference: (abs(areaA - areaB), areaA + areaB)
      }
    return area >= range.least - tolerance && area <= range.most + tolerance
  }

  /// Whether the intersection and the difference make up the first operand.
  func addUp(_ common: Double, _ rest: Double) -> Bool {
    abs(common + rest - areaA) <= tolerance
  }
}
