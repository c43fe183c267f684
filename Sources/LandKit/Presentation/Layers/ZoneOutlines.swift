import LandGeometry

/// The boundaries of development zones with the ids by which `zones.csv` names them.
public struct ZoneOutlines: Sendable {
  /// Boundaries, longitude and latitude on CGCS2000.
  public var polygons: PolygonColumns<Geographic>
  /// The id of each feature.
  public var ids: [String]

  /// Boundaries, one feature an id.
  public init(polygons: PolygonColumns<Geographic>, ids: [String]) {
    self.polygons = polygons
    self.ids = ids
  }

  /// The zones of a report.
  public init(_ layer: ReportLayer) { self.init(polygons: layer.polygons, ids: layer.ids) }

  /// The boundaries in the order of these ids; a feature without polygons where there is none.
  func arranged(as wanted: [String?]) -> PolygonColumns<Geographic> {
    var places: [String: [Int]] = [:]
    for (feature, id) in ids.enumerated().reversed() { places[id, default: []].append(feature) }
    var result = PolygonColumns<Geographic>()
    for id in wanted {
      // Of several zones of one id each is drawn once, in order.
      if let id, let feature = places[id]?.popLast() {
        result.appendFeature(feature, of: polygons)
      } else {
        result.endFeature()
      }
    }
    return result
  }
}
