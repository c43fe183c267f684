import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// The parcels of one survey as the ledger keeps them: ids and boundaries in degrees.
public struct SurveyGround: Sendable {
  /// The id of every feature, in the order of the survey.
  public let ids: [String]
  /// Their boundaries, longitude and latitude of CGCS2000; a feature without polygons has none.
  public let polygons: PolygonColumns<Geographic>

  /// Parcels from columns of the same length.
  ///
  /// - Precondition: one id a feature.
  public init(ids: [String], polygons: PolygonColumns<Geographic>) {
    precondition(ids.count == polygons.featureCount, "one id a feature")
    self.ids = ids
    self.polygons = polygons
  }

  /// Parcels of a placed layer, turned into degrees where they are drawn on a Gauss–Krüger plane.
  /// Features that cannot lie in the layer's system keep their id and lose their boundary.
  ///
  /// - Throws: ``SurveyError/datumShift(file:from:to:)`` for any other system than CGCS2000.
  public init(ids: [String], layer: PlacedLayer) throws(SurveyError) {
    var polygons = PolygonColumns<Geographic>()
    switch (layer.geometry, layer.system) {
    case (.geographic(let columns), let system) where system.isCGCS2000:
      polygons = columns
    case (.plane(let columns), .gaussKruger(let plane, _)) where plane.ellipsoid == .cgcs2000:
      polygons = columns.placed(in: Geographic.self)
      for vertex in 0..<columns.vertexCount {
        let position = plane.inverse(Coordinate(x: columns.x[vertex], y: columns.y[vertex]))
        polygons.x[vertex] = position.x
        polygons.y[vertex] = position.y
      }
    default:
      throw .datumShift(file: layer.layer.file, from: layer.system, to: .cgcs2000)
    }
    if layer.isPlaced.contains(false) {
      var kept = PolygonColumns<Geographic>()
      for (feature, isPlaced) in layer.isPlaced.enumerated() {
        if isPlaced { kept.appendFeature(feature, of: polygons) } else { kept.endFeature() }
      }
      polygons = kept
    }
    self.init(ids: ids, polygons: polygons)
  }
}
