import LandGeometry
import LandLayers

extension Kernel {
  /// What reads files and the values in them.
  static let readers: [Entry] = [
    (
      "read-geojson",
      { name, ground in
        let source = SourceBytes(name: "parcels.geojson", bytes: ground.parcelsGeoJSON)
        return Kernel(name, per: .byte, items: source.count) {
          checksum { () throws(FormatError) in try GeoJSONReader.readLayer(source) }
        }
      }
    ),
    (
      "read-wkt",
      { name, ground in
        let source = SourceBytes(name: "parcels.wkt", bytes: ground.parcelsWKT)
        return Kernel(name, per: .byte, items: source.count) {
          checksum { () throws(FormatError) in try WKTReader.readLayer(source) }
        }
      }
    ),
    (
      "read-csv",
      { name, ground in
        let source = SourceBytes(name: "parcels.csv", bytes: ground.parcelsCSV)
        return Kernel(name, per: .byte, items: source.count) {
          checksum { () throws(FormatError) in try CSVReader.readLayer(source) }
        }
      }
    ),
    (
      "decode-numbers",
      { name, ground in
        let source = SourceBytes(name: "parcels.geojson", bytes: ground.parcelsGeoJSON)
        let attributes = try? GeoJSONReader.readLayer(source).attributes
        let columns = ["contract_area_m2", "total_investment", "invested", "land_price"]
          .compactMap { attributes?.column(named: $0) }
        return Kernel(name, per: .number, items: columns.count * ground.count) {
          guard let attributes else { return .nan }
          var sum = 0.0
          for row in 0..<attributes.rowCount {
            for column in columns {
              if case .number(let value, _) = attributes.value(row: row, column: column) {
                sum += value
              }
            }
          }
          return sum
        }
      }
    ),
  ]

  /// Reads a layer and adds up what came out; NaN where it cannot be read.
  private static func checksum(_ read: () throws(FormatError) -> FeatureLayer) -> Double {
    guard let layer = try? read() else { return .nan }
    return layer.geometry.x.reduce(0, +) + layer.geometry.y.reduce(0, +)
      + Double(layer.featureCount)
  }
}
