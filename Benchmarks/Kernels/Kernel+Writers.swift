import LandGeometry
import LandLayers

extension Kernel {
  /// What turns values into the bytes of machine files.
  static let writers: [Entry] = [
    (
      "format-decimals",
      { name, ground in
        let values = ground.parcelsOnPlane.x
        return Kernel(name, per: .number, items: values.count) {
          var bytes = ByteWriter()
          for value in values { FixedDecimal.append(value, 6, to: &bytes) }
          return Double(bytes.count)
        }
      }
    ),
    (
      "csv-rows",
      { name, ground in
        let areas = areas(of: ground)
        return Kernel(name, per: .field, items: 8 * areas.count) {
          var bytes = ByteWriter()
          for (parcel, area) in areas.enumerated() {
            appendRow(parcel, area, to: &bytes)
          }
          return Double(bytes.count)
        }
      }
    ),
    (
      "geojson-features",
      { name, ground in
        let areas = areas(of: ground)
        let source = SourceBytes(name: "parcels.geojson", bytes: ground.parcelsGeoJSON)
        let layer = try? GeoJSONReader.readLayer(source)
        let names = layer?.attributes.names ?? []
        let members: [(column: Int, name: [UInt8])] = names.indices.dropFirst().map {
          ($0, Array("\"\(names[$0])\":".utf8))
        }
        return Kernel(name, per: .feature, items: areas.count) {
          guard let layer else { return .nan }
          var bytes = ByteWriter()
          for (parcel, area) in areas.enumerated() {
            append(parcel, area, of: layer, members: members, to: &bytes)
          }
          return Double(bytes.count)
        }
      }
    ),
  ]

  private static func areas(of ground: SampleGround) -> [Double] {
    let parcels = ground.parcelsOnPlane
    return (0..<parcels.featureCount).map { parcels.planarArea(of: $0) }
  }

  /// Eight fields: a code, two areas, a share, a count, two texts, one of them quoted, nothing.
  private static func appendRow(_ parcel: Int, _ area: Double, to bytes: inout ByteWriter) {
    let comma = UInt8(ascii: ",")
    CSVFieldText.append("360101001GB00042", neutralised: false, to: &bytes)
    bytes.append(comma)
    FixedDecimal.append(area, 6, to: &bytes)
    bytes.append(comma)
    FixedDecimal.append(area * 0.4, 6, to: &bytes)
    bytes.append(comma)
    FixedDecimal.append(area / 20_000, 9, to: &bytes)
    bytes.append(comma)
    FixedDecimal.append(parcel, to: &bytes)
    bytes.append(comma)
    CSVFieldText.append("南昌恒泰新材料股份有限公司", neutralised: true, to: &bytes)
    bytes.append(comma)
    CSVFieldText.append("已约谈, 待整改", neutralised: true, to: &bytes)
    bytes.append(comma)
    CSVFieldText.endRow(&bytes)
  }

  /// A feature with two members of ours, the file's own properties and its geometry as it stands.
  private static func append(
    _ parcel: Int, _ area: Double, of layer: FeatureLayer, members: [(column: Int, name: [UInt8])],
    to bytes: inout ByteWriter
  ) {
    bytes.append(utf8: #"{"type":"Feature","properties":{"planar_area_m2":"#)
    FixedDecimal.append(area, 6, to: &bytes)
    bytes.append(utf8: #","reason":"#)
    JSONString.append("Self-intersection", to: &bytes)
    layer.appendProperties(of: parcel, members: members, first: false, to: &bytes)
    bytes.append(utf8: #"},"geometry":"#)
    _ = layer.appendGeometry(of: parcel, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }
}
