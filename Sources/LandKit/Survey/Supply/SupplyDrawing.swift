import LandCadastre
import LandGeometry

/// The ground that an account was made on, for those who draw it; all on the zone's plane.
public struct SupplyDrawing: Sendable {
  /// The blocks of the scope, one feature each.
  public let scope: PolygonColumns<Plane>
  /// The features of the parcel layer, by their index, those of other zones too. One that is no
  /// valid polygon is as it is drawn.
  public let parcels: PolygonColumns<Plane>
  /// Land that cannot be supplied; nil without that layer.
  public let notSuppliable: PolygonColumns<Plane>?
  /// Why each of its features cannot.
  public let reasons: [NotSuppliableClass]
}
