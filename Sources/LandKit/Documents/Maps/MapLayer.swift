import LandGeometry

/// Polygons of one kind on a map.
public struct MapLayer: Sendable {
  /// What the legend calls it, in the language of the map; empty leaves it out of the legend.
  public var name: String
  /// The polygons, in metres of one plane that all layers of a map share.
  public var polygons: PolygonColumns<Plane>
  /// How they are drawn.
  public var style: MapStyle
  /// A text for each feature, nil for none; it may be shorter than the features. A label is left
  /// out, and counted, where it does not fit into its polygon or would cover another.
  public var labels: [String?]

  /// A layer.
  public init(
    name: String, polygons: PolygonColumns<Plane>, style: MapStyle, labels: [String?] = []
  ) {
    self.name = name
    self.polygons = polygons
    self.style = style
    self.labels = labels
  }
}

/// Numbered points on a map, as boundary points (界址点) are.
public struct MapPoints: Sendable {
  /// What the legend calls them, in the language of the map; empty leaves them out of the legend.
  public var name: String
  /// Their places, in metres of the plane of the map.
  public var points: [Coordinate]
  /// Their numbers, J1, J2 …; it may be shorter than the points. Where they are too dense a number
  /// is left out, and counted.
  public var labels: [String?]

  /// Points.
  public init(name: String, points: [Coordinate], labels: [String?] = []) {
    self.name = name
    self.points = points
    self.labels = labels
  }
}
