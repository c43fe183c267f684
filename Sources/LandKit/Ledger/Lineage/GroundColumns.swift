import LandGeometry
import LandProjection
import LandSurvey

/// The features of a survey on the planes of their own three-degree zones, ready to be overlaid.
final class GroundColumns: Sendable {
  /// The boundaries as drawn.
  let drawn: PolygonColumns<Geographic>
  /// The same on the plane, interior left of every edge; empty where they lie on no plane.
  let plane: PolygonColumns<Plane>
  /// Boxes in degrees; empty where a feature lies on no plane.
  let box: [Envelope]
  /// Boxes on the plane.
  let planeBox: [Envelope]
  /// Central meridians, degrees; NaN where a feature lies on no plane.
  let meridian: [Double]
  /// Areas on the plane by signed rings, m²; NaN where a feature lies on no plane.
  let area: [Double]

  /// The planes of all three-degree zones, made once.
  private static let zones = (-60...60).map { GaussKruger(centralMeridian: Double(3 * $0)) }

  private struct Rows: Sendable {
    var plane = PolygonColumns<Plane>()
    var box: [Envelope] = []
    var planeBox: [Envelope] = []
    var meridian: [Double] = []
    var area: [Double] = []

    mutating func append(_ next: Rows) {
      plane.append(next.plane)
      box += next.box
      planeBox += next.planeBox
      meridian += next.meridian
      area += next.area
    }
  }

  /// Projects all features of a survey.
  init(_ ground: SurveyGround, workers: Workers) {
    let drawn = ground.polygons
    self.drawn = drawn
    var rows = Rows()
    workers.forEach(drawn.featureCount, size: 1_024) { range in
      var part = Rows()
      for feature in range { Self.place(feature, of: drawn, into: &part) }
      return part
    } consume: {
      rows.append($0)
    }
    plane = rows.plane
    box = rows.box
    planeBox = rows.planeBox
    meridian = rows.meridian
    area = rows.area
  }

  private static func place(
    _ feature: Int, of drawn: borrowing PolygonColumns<Geographic>, into rows: inout Rows
  ) {
    let box = drawn.envelope(of: feature)
    let meridian = GaussKruger.centralMeridian(forLongitude: box.minX / 2 + box.maxX / 2)
    // A probe that only finite coordinates leave at zero: a box does not show a missing number.
    var probe = 0.0
    for vertex in drawn.vertices(ofFeature: feature) {
      probe += drawn.x[vertex] * 0 + drawn.y[vertex] * 0
    }
    let isPlaceable =
      !box.isEmpty && probe == 0 && box.minX >= -180 && box.maxX <= 180
      && box.minY >= -90 && box.maxY <= 90
      && max(box.maxX - meridian, meridian - box.minX) < GaussKruger.maximumDistance
    guard isPlaceable else {
      rows.plane.endFeature()
      rows.box.append(.empty)
      rows.planeBox.append(.empty)
      rows.meridian.append(.nan)
      rows.area.append(.nan)
      return
    }
    project(feature, of: drawn, meridian: meridian, onto: &rows.plane)
    let row = rows.plane.featureCount - 1
    rows.box.append(box)
    rows.planeBox.append(rows.plane.envelope(of: row))
    rows.meridian.append(meridian)
    rows.area.append(rows.plane.planarArea(of: row))
  }

  private static func project(
    _ feature: Int, of drawn: borrowing PolygonColumns<Geographic>, meridian: Double,
    onto plane: inout PolygonColumns<Plane>
  ) {
    let projection = zones[Int(meridian) / 3 + 60]
    for polygon in drawn.polygons(of: feature) {
      for ring in drawn.rings(of: polygon) {
        projection.forward(drawn, drawn.vertices(of: ring), appendingTo: &plane)
        plane.endRing()
      }
      plane.endPolygon()
    }
    plane.endFeature()
    plane.orientInteriorLeft(feature: plane.featureCount - 1)
  }

  /// Whether a feature lies on a plane at all.
  func isPlaced(_ feature: Int) -> Bool { !meridian[feature].isNaN }

  /// A feature alone on the plane about a meridian that may not be its own.
  func single(_ feature: Int, meridian: Double) -> PolygonColumns<Plane> {
    var result = PolygonColumns<Plane>()
    if meridian == self.meridian[feature] {
      result.appendFeature(feature, of: plane)
    } else {
      Self.project(feature, of: drawn, meridian: meridian, onto: &result)
    }
    return result
  }

  /// Whether a feature is drawn as one of another survey is, vertex by vertex, but for what a
  /// change of coordinate system leaves over. Features without vertices are never alike.
  func isDrawn(_ feature: Int, like other: Int, of columns: GroundColumns, noise: Double) -> Bool {
    let mine = drawn.vertices(ofFeature: feature)
    let theirs = columns.drawn.vertices(ofFeature: other)
    guard !mine.isEmpty, mine.count == theirs.count else { return false }
    let rings = drawn.rings(ofFeature: feature)
    let otherRings = columns.drawn.rings(ofFeature: other)
    guard rings.count == otherRings.count,
      zip(rings, otherRings).allSatisfy({
        drawn.vertices(of: $0).count == columns.drawn.vertices(of: $1).count
      })
    else { return false }
    let polygons = drawn.polygons(of: feature)
    let otherPolygons = columns.drawn.polygons(of: other)
    guard polygons.count == otherPolygons.count,
      zip(polygons, otherPolygons).allSatisfy({
        drawn.rings(of: $0).count == columns.drawn.rings(of: $1).count
      })
    else { return false }
    let offset = theirs.lowerBound - mine.lowerBound
    for vertex in mine {
      let dx = drawn.x[vertex] - columns.drawn.x[vertex + offset]
      let dy = drawn.y[vertex] - columns.drawn.y[vertex + offset]
      // Written so that a number that is none differs from everything.
      if !(dx.magnitude <= noise && dy.magnitude <= noise) { return false }
    }
    return true
  }
}
