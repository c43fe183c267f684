import LandKit
import Testing

/// One feature to be drawn: polygons of rings in metres from the corner of a plane.
struct Drawn {
  var polygons: [[[(Double, Double)]]]
  var properties: [String: String]

  init(_ polygons: [[[(Double, Double)]]], _ properties: [String: String] = [:]) {
    self.polygons = polygons
    self.properties = properties
  }

  init(_ ring: [(Double, Double)], _ properties: [String: String] = [:]) {
    self.init([[ring]], properties)
  }

  /// A rectangle from its corners.
  static func box(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ properties: [String: String] = [:]
  ) -> Drawn {
    Drawn([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], properties)
  }

  /// A bow-tie in a square of 10 m: invalid, half the square by either repair.
  static func bowTie(_ x: Double, _ y: Double, _ properties: [String: String] = [:]) -> Drawn {
    Drawn([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)], properties)
  }

  /// The corner of the plane about 114° that drawings count from.
  static let corner = Coordinate(x: 500_000, y: 3_174_000)

  func geoJSON(_ place: (Coordinate) -> Coordinate) -> String {
    let parts = polygons.map { rings in
      let texts = rings.map { ring in
        let points = (ring + [ring[0]]).map { point in
          let at = place(Coordinate(x: point.0, y: point.1))
          return "[\(at.x),\(at.y)]"
        }
        return "[\(points.joined(separator: ","))]"
      }
      return "[\(texts.joined(separator: ","))]"
    }
    let members = properties.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return """
      {"type":"Feature","properties":{\(members.joined(separator: ","))},"geometry":\
      {"type":"MultiPolygon","coordinates":[\(parts.joined(separator: ","))]}}
      """
  }
}

extension [Drawn] {
  /// The features as a GeoJSON text, each position put where `place` says.
  func text(crs: String? = nil, _ place: (Coordinate) -> Coordinate) -> String {
    let system = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    let features = map { $0.geoJSON(place) }.joined(separator: ",\n")
    return #"{"type":"FeatureCollection",\#(system)"features":[\#(features)]}"#
  }

  /// The features on a plane, by default that about 114° without zone number.
  func placed(
    _ name: String = "parcels.geojson", epsg: Int = 4547, _ subject: Finding.SubjectKind = .parcel
  ) throws -> PlacedLayer {
    let system = try CoordinateSystem(epsg: epsg)
    let text = text { Coordinate(x: Drawn.corner.x + $0.x, y: Drawn.corner.y + $0.y) }
    return try layer(name, text, system: system, subject: subject)
  }

  /// The same features in longitude and latitude.
  func placedInDegrees(
    _ name: String = "parcels.geojson", meridian: Double = 114,
    _ subject: Finding.SubjectKind = .parcel
  ) throws -> PlacedLayer {
    let plane = GaussKruger(centralMeridian: meridian)
    let text = text {
      plane.inverse(Coordinate(x: Drawn.corner.x + $0.x, y: Drawn.corner.y + $0.y))
    }
    return try layer(name, text, system: .cgcs2000, subject: subject)
  }
}

/// Reads and places a GeoJSON text.
func layer(
  _ name: String, _ text: String, system: CoordinateSystem? = nil, swapAxes: Bool = false,
  fallback: CoordinateSystem? = nil, subject: Finding.SubjectKind = .parcel
) throws -> PlacedLayer {
  try PlacedLayer(
    try GeoJSONReader.readLayer(SourceBytes(name: name, bytes: Array(text.utf8))), system: system,
    swapAxes: swapAxes, fallback: fallback, subject: subject, id: { "#\($0)" })
}

/// A survey of drawings on one plane.
func survey(
  parcels: [Drawn], buildings: [Drawn]? = nil, zones: [Drawn]? = nil,
  options: SurveyOptions = .ofLaw
) throws -> Survey {
  Survey(
    parcels: try parcels.placed(),
    buildings: try buildings?.placed("buildings.geojson", .building),
    zones: try zones?.placed("zones.geojson", .zone), options: options)
}

extension Survey {
  /// The measures of all parcels, all with the same hints.
  func all(zone: String? = nil, isIndustrial: Bool? = nil) -> [ParcelMeasures] {
    let hints = ParcelHints(zoneID: zone, isIndustrial: isIndustrial)
    return measures(
      of: 0..<parcels.count, hints: Array(repeating: hints, count: parcels.count))
  }
}

/// Whether a figure is known and the expected one.
func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-6) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= tolerance
}

extension SurveyOptions {
  /// The options of an audit: with the figures of the law that measuring needs.
  static var ofLaw: SurveyOptions { AuditOptions(asOf: CalendarDate(dayNumber: 20_000)).survey }
}
