import LandDocuments
import LandGeometry
import LandProjection

/// The map for print and for readers without scripts: parcels by state, zones over them.
struct StaticMap {
  let report: AuditReport
  let shapes: ReportShapes

  /// The drawing and what it leaves out; nil where there is nothing to draw.
  func svg() -> (svg: String, note: String)? {
    guard shapes.isDrawn else { return nil }
    let language = report.language
    guard let plane else { return nil }
    var map = MapDrawing(
      name: "parcelmap", title: language("宗地与闲置状态", "Parcels by idle state"),
      language: language, width: 160, height: 170)
    var room = report.limits.mapVertices
    var left: [String] = []
    for state in drawnFirst {
      let features = shapes.shown.indices.filter {
        report.basics.states[shapes.shown[$0]] == state
      }
      guard !features.isEmpty else { continue }
      let needed = features.reduce(0) { $0 + points(of: $1, in: shapes.parcels).count }
      guard needed <= room else {
        left.append(language(state.label))
        continue
      }
      room -= needed
      var polygons = PolygonColumns<Plane>()
      for feature in features { append(feature, of: shapes.parcels, on: plane, to: &polygons) }
      let style = MapStyle(
        fill: state.colour, opacity: state == .notApplicable ? 1 : 0.55, hatch: state.hatch)
      map.add(MapLayer(name: language(state.label), polygons: polygons, style: style))
    }
    if let zones = shapes.zones {
      var polygons = PolygonColumns<Plane>()
      for zone in 0..<zones.featureCount { append(zone, of: zones, on: plane, to: &polygons) }
      map.add(
        MapLayer(
          name: language("开发区范围", "zones"), polygons: polygons, style: .boundary,
          labels: report.zones?.names ?? []))
    }
    guard map.scaleDenominator != nil else { return nil }
    let states = language.list(left)
    let note =
      left.isEmpty
      ? ""
      : language(
        "顶点过多，以下状态的宗地未绘入本图：\(states)；屏幕上的地图有全部宗地。",
        "Too many vertices: parcels of these states are not on this map: \(states). The map on the "
          + "screen has all.")
    return (map.svg(), note)
  }

  /// States in the order in which they get room: what needs action first.
  private var drawnFirst: [ReportState] {
    [.identified, .suspected, .dueSoon, .disposed, .unknown, .notIdle, .notApplicable]
  }

  /// The three-degree plane about the middle of the map.
  private var plane: GaussKruger? {
    let x = shapes.parcels.x + (shapes.zones?.x ?? [])
    guard let low = x.min(), let high = x.max() else { return nil }
    let middle =
      shapes.grid.position(x: low, y: 0).x / 2 + shapes.grid.position(x: high, y: 0).x / 2
    return GaussKruger(centralMeridian: GaussKruger.centralMeridian(forLongitude: middle))
  }

  private func points(of feature: Int, in shapes: GridShapes) -> Range<Int> {
    let rings = shapes.featureStart[feature]..<shapes.featureStart[feature + 1]
    return shapes.ringStart[rings.lowerBound]..<shapes.ringStart[rings.upperBound]
  }

  private func append(
    _ feature: Int, of shapes: GridShapes, on plane: GaussKruger,
    to polygons: inout PolygonColumns<Plane>
  ) {
    for ring in shapes.featureStart[feature]..<shapes.featureStart[feature + 1] {
      let points = shapes.ringStart[ring]..<shapes.ringStart[ring + 1]
      guard points.count >= 3 else { continue }
      for point in Array(points) + [points.lowerBound] {
        let place = plane.forward(
          self.shapes.grid.position(x: shapes.x[point], y: shapes.y[point]))
        polygons.appendVertex(x: place.x, y: place.y)
      }
      polygons.endRing()
    }
    polygons.endPolygon()
    polygons.endFeature()
  }
}
