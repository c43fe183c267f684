import LandKit
import Testing

/// A zone drawn for an account of its supply.
struct DrawnZone {
  var scope: [Drawn]
  var original: [Drawn]?
  var notSuppliable: [Drawn]? = []
  var ready: [Drawn]?
  var approved: [Drawn]?
  /// Each parcel with its state.
  var parcels: [(Drawn, SupplyState?)] = []
  var buildings: [Drawn]?
  /// What is to be said of parcels beside their state.
  var adjust: (inout SupplyParcel) -> Void = { _ in }

  /// The inputs with every layer put on its place by `place`.
  func inputs(
    _ place: ([Drawn], String, Finding.SubjectKind) throws -> PlacedLayer = {
      try $0.placed($1, $2)
    }
  ) throws -> SupplyInputs {
    func layer(_ drawn: [Drawn]?, _ name: String) throws -> PlacedLayer? {
      try drawn.map { try place($0, name, .zone) }
    }
    var inputs = SupplyInputs(
      scope: try place(scope, "scope.geojson", .zone),
      parcelLayer: try place(parcels.map(\.0), "parcels.geojson", .parcel),
      parcels: parcels.enumerated().map { index, parcel in
        var result = SupplyParcel(feature: index, id: "P\(index)", supply: parcel.1)
        adjust(&result)
        return result
      })
    inputs.originalScope = try layer(original, "original.geojson")
    inputs.notSuppliable = try layer(notSuppliable, "not_suppliable.geojson")
    inputs.ready = try layer(ready, "ready.geojson")
    inputs.approvedLand = try layer(approved, "approved.geojson")
    inputs.buildings = try buildings.map { try place($0, "buildings.geojson", .building) }
    return inputs
  }

  /// The account on the plane about 114°.
  func account(_ options: SupplyOptions = SupplyOptions()) throws -> SupplyAccount {
    try SupplyAccounting(inputs(), options: options).account()
  }
}

extension [Drawn] {
  /// The features on the plane about 114°, without other choices.
  func placed(_ name: String, _ subject: Finding.SubjectKind) throws -> PlacedLayer {
    try placed(name, epsg: 4547, subject)
  }
}

extension SupplyFigures {
  /// Whether the parts make up the whole.
  var addsUp: Bool { isNear(residual, 0, 1e-6) }
}
