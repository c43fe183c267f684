import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// Writes `parcels.geojson`: the columns that a map is coloured and asked by, then the file's own
/// properties byte for byte where their names are free, and the geometry as drawn. The other
/// columns are in `parcels.csv`, by `parcel_id`.
///
/// RFC 7946 longitude and latitude, unless projected coordinates are asked for or the system has
/// no way to CGCS2000 without a datum shift; then a `crs` member names it.
public struct ParcelGeoJSON: Sendable {
  private let parcels: PlacedLayer
  private let table: TableWriter<ParcelRow>
  private let isProjected: Bool
  /// The file's own columns that are passed through.
  private let own: [(column: Int, name: [UInt8])]
  private let passesGeometry: Bool

  /// A writer for the parcels of one layer.
  public init(_ parcels: PlacedLayer, projected: Bool, swapped: Bool) {
    let table = TableWriter(ParcelColumns.map)
    self.parcels = parcels
    self.table = table
    isProjected = !parcels.system.isGeographic && (projected || !parcels.system.isCGCS2000)
    let names = parcels.layer.attributes.names
    let columns = Set(table.names)
    own = zip(names.indices, JSONText.memberNames(names)).filter { !columns.contains(names[$0.0]) }
    passesGeometry = !swapped && (parcels.system.isGeographic || isProjected)
  }

  /// Everything before the first feature.
  public var head: [UInt8] {
    var text = #"{"type":"FeatureCollection","name":"parcels""#
    if isProjected || !parcels.system.isCGCS2000 {
      let code = parcels.system.name.replacing("EPSG:", with: "urn:ogc:def:crs:EPSG::")
      text += #","crs":{"type":"name","properties":{"name":"\#(code)"}}"#
    }
    return Array((text + ",\"features\":[\n").utf8)
  }

  /// What goes between two features.
  public static let separator: [UInt8] = Array(",\n".utf8)
  /// Everything behind the last feature.
  public static let tail: [UInt8] = Array("\n]}\n".utf8)

  /// Where features go, with room for some bytes.
  public func writer(capacity: Int = 64) -> CellWriter { table.json(capacity: capacity) }

  /// Writes one feature.
  public func write(_ row: ParcelRow, to writer: inout CellWriter) {
    writer.bytes.append(utf8: #"{"type":"Feature","properties":{"#)
    let wrote = table.writeMembers(row, to: &writer)
    parcels.layer.appendProperties(
      of: row.feature, members: own, first: !wrote, to: &writer.bytes)
    writer.bytes.append(utf8: #"},"geometry":"#)
    if !passesGeometry || !parcels.layer.appendGeometry(of: row.feature, to: &writer.bytes) {
      // Numbers that are not the file's own: rare enough to go through an array.
      var bytes: [UInt8] = []
      appendGeometry(of: row.feature, to: &bytes)
      writer.bytes.append(bytes: bytes.span)
    }
    writer.bytes.append(UInt8(ascii: "}"))
  }

  private func appendGeometry(of feature: Int, to bytes: inout [UInt8]) {
    guard parcels.layer.state[feature] == .polygon else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    switch parcels.geometry {
    case .geographic(let columns):
      append(feature, of: columns, to: &bytes) { point, bytes in
        bytes.append(contentsOf: "[\(point.x),\(point.y)]".utf8)
      }
    case .plane(let columns):
      if !isProjected, case .gaussKruger(let plane, _) = parcels.system {
        append(feature, of: columns, to: &bytes) { point, bytes in
          // Nine decimals of a degree are a tenth of a millimetre.
          let position = plane.inverse(point)
          bytes.append(UInt8(ascii: "["))
          FixedDecimal.append(position.x, 9, to: &bytes)
          bytes.append(UInt8(ascii: ","))
          FixedDecimal.append(position.y, 9, to: &bytes)
          bytes.append(UInt8(ascii: "]"))
        }
      } else {
        append(feature, of: columns, to: &bytes) { point, bytes in
          bytes.append(contentsOf: "[\(point.x),\(point.y)]".utf8)
        }
      }
    }
  }

  private func append<Space>(
    _ feature: Int, of columns: PolygonColumns<Space>, to bytes: inout [UInt8],
    vertex: (Coordinate, inout [UInt8]) -> Void
  ) {
    let polygons = columns.polygons(of: feature)
    let isMulti = polygons.count > 1
    bytes.append(
      contentsOf: #"{"type":"\#(isMulti ? "MultiPolygon" : "Polygon")","coordinates":"#.utf8)
    if isMulti { bytes.append(UInt8(ascii: "[")) }
    for polygon in polygons {
      if polygon > polygons.lowerBound { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      let rings = columns.rings(of: polygon)
      for ring in rings {
        if ring > rings.lowerBound { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "["))
        let vertices = columns.vertices(of: ring)
        for i in vertices {
          if i > vertices.lowerBound { bytes.append(UInt8(ascii: ",")) }
          vertex(Coordinate(x: columns.x[i], y: columns.y[i]), &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    if isMulti { bytes.append(UInt8(ascii: "]")) }
    bytes.append(UInt8(ascii: "}"))
  }
}
