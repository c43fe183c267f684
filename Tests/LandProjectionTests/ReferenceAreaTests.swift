import Foundation
import LandDifferential
import LandGeometry
import LandTestSupport
import Testing

@testable import LandProjection

/// Rings with areas computed by geographiclib and mpmath.
private struct ReferenceRing: Decodable {
  var name: String
  var kind: String
  var ring: [[Double]]
  var geodesicArea: Double?
  var straightArea: Double?
  var meridian: Double?
  var planarArea: Double?

  enum CodingKeys: String, CodingKey {
    case name, kind
    case ring = "ring_lonlat"
    case geodesicArea = "geodesic_area_cgcs2000_m2"
    case straightArea = "straight_edge_area_cgcs2000_m2"
    case meridian = "gk_central_meridian"
    case planarArea = "gk_planar_area_m2"
  }

  var columns: PolygonColumns<Geographic> {
    var columns = PolygonColumns<Geographic>()
    var ring = ring.map { Coordinate(x: $0[0], y: $0[1]) }
    if let first = ring.first, ring.last != first { ring.append(first) }
    columns.appendPolygon([ring])
    columns.endFeature()
    return columns
  }
}

private func agrees(_ value: Double, _ expected: Double) -> Bool {
  (value.magnitude - expected.magnitude).magnitude <= max(0.001, 1e-6 * expected.magnitude)
}

private let rings: [ReferenceRing] = (try? jsonLines("area/polygons.jsonl")) ?? []

@Test func geodesicAreasAgreeWithGeographicLib() throws {
  #expect(rings.count == 61)
  for ring in rings {
    guard let expected = ring.geodesicArea else { continue }
    for exact in [false, true] {
      let area = GeodesicArea(exact: exact).area(of: 0, in: ring.columns)
      #expect(agrees(area, expected), "\(ring.name) exact \(exact): \(area) \(expected)")
    }
  }
}

@Test func nationalFormulaReproducesReferenceAreas() throws {
  for ring in rings where !ring.kind.hasPrefix("world") && ring.kind != "geographiclib" {
    if let expected = ring.straightArea, !ring.name.contains("antimeridian") {
      // Edges cut to a metre: the limit of the formula for edges straight in longitude, latitude.
      let area = EllipsoidalArea(pieceLength: 5).area(of: 0, in: ring.columns)
      #expect(agrees(area, expected), "\(ring.name) straight: \(area) \(expected)")
    }
  }
}

@Test func planarAreasInTheParcelsOwnZone() throws {
  for ring in rings {
    guard let expected = ring.planarArea, let meridian = ring.meridian else {
      continue
    }
    var plane = PolygonColumns<Plane>()
    let columns = ring.columns
    GaussKruger(centralMeridian: meridian).forward(
      columns, 0..<columns.x.count, appendingTo: &plane)
    plane.endRing()
    plane.endPolygon()
    plane.endFeature()
    #expect(agrees(plane.planarArea(of: 0), expected), "\(ring.name)")
  }
}

private struct ReferencePoint: Decodable {
  var name: String
  var lon: Double
  var lat: Double
  var meridian: Double
  var easting: Double
  var northing: Double

  enum CodingKeys: String, CodingKey {
    case name, lon, lat, northing
    case meridian = "central_meridian"
    case easting = "easting_without_prefix"
  }
}

@Test func pointsProjectWithinATenthOfAMillimetreAndBack() throws {
  let points: [ReferencePoint] = try jsonLines("area/cgcs2000_points.jsonl")
  #expect(points.count == 38)
  for point in points {
    let zone = GaussKruger(centralMeridian: point.meridian)
    let plane = zone.forward(Coordinate(x: point.lon, y: point.lat))
    // The reference is written with three decimals.
    #expect((plane.x - point.easting).magnitude < 0.0006, "\(point.name)")
    #expect((plane.y - point.northing).magnitude < 0.0006, "\(point.name)")
    let back = zone.inverse(plane)
    #expect((back.x - point.lon).magnitude < 1e-13, "\(point.name)")
    #expect((back.y - point.lat).magnitude < 1e-13, "\(point.name)")
  }
}

/// The figures of the national formula for edges straight in the Gauss plane: a rectangle, a
/// triangle and a zone about central meridian 114°, northing 3 174 000.
@Test(
  arguments: [
    ([(0, 0), (300, 0), (300, 200), (0, 200)], 20_000.0, 70.0, 59_999.3990, 0.0001),
    ([(0, 0), (300, 0), (300, 200), (0, 200)], 145_000.0, 70.0, 59_968.82, 0.01),
  ] as [([(Double, Double)], Double, Double, Double, Double)])
func nationalFormulaOnThePlane(
  points: [(Double, Double)], east: Double, piece: Double, expected: Double, tolerance: Double
) {
  var plane = PolygonColumns<Plane>()
  let ring = (points + [points[0]]).map {
    Coordinate(x: 500_000 + east + $0.0, y: 3_174_000 + $0.1)
  }
  plane.appendPolygon([ring])
  plane.endFeature()
  let zone = GaussKruger(centralMeridian: 114)
  let area = EllipsoidalArea(pieceLength: piece).area(of: 0, in: plane, unproject: zone.inverse)
  #expect((area - expected).magnitude < tolerance, "\(area)")
}

/// Rings with geodesic areas from 34 digits, see `fixtures/area/make_geodesic.py`.
private struct GeodesicCase: Decodable {
  var name: String
  var rings: [[[Double]]]
  var area: Double

  enum CodingKeys: String, CodingKey {
    case name, rings
    case area = "area_m2"
  }

  var columns: PolygonColumns<Geographic> {
    var columns = PolygonColumns<Geographic>()
    columns.appendPolygon(rings.map { $0.map { Coordinate(x: $0[0], y: $0[1]) } })
    columns.endFeature()
    return columns
  }
}

@Test func geodesicAreasAreRightToTheLastPlaceWritten() throws {
  let cases = try jsonLines("area/geodesic.jsonl", as: GeodesicCase.self)
  #expect(cases.count > 60)
  var worst = (ours: 0.0, geographicLib: 0.0)
  for test in cases {
    let ours = GeodesicArea().area(of: 0, in: test.columns)
    let theirs = GeodesicArea(exact: true).area(of: 0, in: test.columns)
    // Six decimals are written; beyond a hectare 1e-10 of the area is the limit of doubles.
    let limit = max(5e-7, 1e-10 * test.area)
    #expect((ours - test.area).magnitude <= limit, "\(test.name): \(ours) \(test.area)")
    #expect(
      (theirs - test.area).magnitude <= max(2e-4, 1e-9 * test.area), "\(test.name): \(theirs)")
    worst.ours = max(worst.ours, (ours - test.area).magnitude / limit)
    worst.geographicLib = max(worst.geographicLib, (theirs - test.area).magnitude)
  }
  print("geodesic: \(worst.ours) of the limit, GeographicLib \(worst.geographicLib) m²")
}

@Test(arguments: GeodesicTrial.extents)
func geodesicAreasOfMadeParcelsAgreeWithGeographicLib(_ extent: Double) {
  let outcome = GeodesicTrial.run(count: 2000, extent: extent, seed: 1)
  #expect(outcome.count == 2000)
  // What GeographicLib loses by summing down to the equator, see docs/verification.md.
  #expect(outcome.worst <= max(1e-3, 1e-9 * outcome.largest), "\(outcome)")
}
