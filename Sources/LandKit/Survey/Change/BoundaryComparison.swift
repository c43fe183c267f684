import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// The boundary of a zone before and after something that must not change it; areas in m².
public struct BoundaryComparison: Sendable {
  /// Ground within only one of the boundaries up to which they count as the same (ours): 0.01 ha,
  /// the last decimal of official areas.
  public static let tolerance = 100.0

  /// Area within the boundary before.
  public let before: Double
  /// Area within the boundary after.
  public let after: Double
  /// Ground that only the boundary after holds.
  public let gained: Double
  /// Ground that only the boundary before holds.
  public let lost: Double

  /// Ground that only one of them holds.
  public var difference: Double { gained + lost }
  /// Whether the boundary is the same.
  public var isUnchanged: Bool { difference <= Self.tolerance }
}

extension ZoneGround {
  /// Holds the scope in force against a boundary after. A layer that says of its features which way
  /// they go is a change; any other is the boundary itself.
  ///
  /// - Throws: ``SupplyError`` as ``change(by:)``.
  public func comparison(with proposed: PlacedLayer) throws(SupplyError) -> BoundaryComparison {
    let after: Region<Plane>
    if ChangeColumn(names: proposed.layer.attributes.names).isGiven {
      after = try change(by: proposed).after
    } else {
      after = try boundary(proposed).union()
    }
    do throws(TopologyError) {
      let context = try GEOSContext()
      return BoundaryComparison(
        before: scope.area, after: after.area,
        gained: try context.region(.difference, after, scope).area,
        lost: try context.region(.difference, scope, after).area)
    } catch { throw .topology(file: proposed.layer.file, error) }
  }
}
