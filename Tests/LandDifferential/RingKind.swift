import LandGeometry
import LandTestSupport

/// Kinds of polygons in which shortcuts go wrong, if anywhere.
public enum RingKind: String, CaseIterable, Sendable {
  /// Triangles of a few units in the last place.
  case tiny
  /// A boundary that runs out to a point and back on next to the same way.
  case needle
  /// Vertices on one line, but for a unit in the last place.
  case collinear
  /// Vertices that repeat the one before, or nearly.
  case repeated
  /// Edges that miss or cross each other by a unit in the last place.
  case bowTie
  /// A ring that comes back to one of its own vertices or edges.
  case touching
  /// A hole that touches its shell, or another hole, in a point.
  case holeOnce
  /// A hole that touches its shell in two points.
  case holeTwice
  /// Parts that touch, overlap or lie in each other.
  case parts
  /// Neighbours with vertices on each other's edges.
  case junction
  /// Vertices on a small grid.
  case grid
  /// Parcels of a real place, every number off by at most one unit in the last place.
  case real
}

/// Two polygons to be judged, each alone and both together.
public struct MadeCase: Sendable {
  /// Polygons of rings, the exterior first.
  public var a: [[Ring]]
  /// The same.
  public var b: [[Ring]]
}

extension RingKind {
  /// The case of a seed; the same every time.
  public func made(seed: UInt64, places: RealPlaces) -> MadeCase {
    var random = SeededGenerator(seed: seed)
    switch self {
    case .real: return places.perturbed(&random)
    case .junction: return Touching.junction(Frame(&random), &random)
    default: break
    }
    let frame = Frame(&random)
    return MadeCase(a: polygon(frame, &random), b: polygon(frame, &random))
  }

  private func polygon(_ frame: Frame, _ random: inout SeededGenerator) -> [[Ring]] {
    switch self {
    case .tiny: [[Thin.tiny(frame, &random)]]
    case .needle: [[Thin.needle(frame, &random)]]
    case .collinear: [[Thin.collinear(frame, &random)]]
    case .repeated: [[Thin.repeated(frame, &random)]]
    case .bowTie: [[Touching.bowTie(frame, &random)]]
    case .touching: [[Touching.itself(frame, &random)]]
    case .holeOnce: [Touching.holed(frame, touches: 1, &random)]
    case .holeTwice: [Touching.holed(frame, touches: 2, &random)]
    case .parts: Touching.parts(frame, &random)
    case .grid: [Touching.grid(frame, &random)]
    case .junction, .real: []
    }
  }
}
