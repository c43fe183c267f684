import LandGeometry
import LandLayers

/// Writes polygons and points with a few properties of their own as a GeoJSON collection of longitude and
/// latitude (RFC 7946).
public struct GroundGeoJSON {
  private var bytes: [UInt8]
  private var isFirst = true

  /// A collection of a name.
  public init(name: String) {
    bytes = Array(#"{"type":"FeatureCollection","name":"#.utf8)
    JSONString.append(name, to: &bytes)
    bytes += Array(",\"features\":[\n".utf8)
  }

  /// Adds the feature `index` of a layer with its properties; coordinates have nine decimals, a
  /// tenth of a millimetre.
  public mutating func append(
    _ index: Int, of columns: PolygonColumns<Geographic>, properties: JSONObject
  ) {
    begin(properties)
    bytes += Array(#","geometry":{"type":"MultiPolygon","coordinates":["#.utf8)
    for (place, polygon) in columns.polygons(of: index).enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(polygon: polygon, of: columns)
    }
    bytes += Array("]}}".utf8)
  }

  /// Adds a point in longitude and latitude with its properties.
  public mutating func append(point: Coordinate, properties: JSONObject) {
    begin(properties)
    bytes += Array(#","geometry":{"type":"Point","coordinates":"#.utf8)
    append(position: point)
    bytes += Array("}}".utf8)
  }

  private mutating func begin(_ properties: JSONObject) {
    if !isFirst { bytes += ParcelGeoJSON.separator }
    isFirst = false
    bytes += Array(#"{"type":"Feature","properties":"#.utf8)
    bytes += properties.bytes
  }

  private mutating func append(position: Coordinate) {
    bytes.append(UInt8(ascii: "["))
    FixedDecimal.append(position.x, 9, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    FixedDecimal.append(position.y, 9, to: &bytes)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(polygon: Int, of columns: PolygonColumns<Geographic>) {
    bytes.append(UInt8(ascii: "["))
    for (place, ring) in columns.rings(of: polygon).enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      for (vertex, index) in columns.vertices(of: ring).enumerated() {
        if vertex > 0 { bytes.append(UInt8(ascii: ",")) }
        append(position: Coordinate(x: columns.x[index], y: columns.y[index]))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The whole text.
  public func text() -> [UInt8] { bytes + ParcelGeoJSON.tail }
}
