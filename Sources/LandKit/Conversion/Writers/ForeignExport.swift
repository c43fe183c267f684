import LandForeign
import LandGeoPackage
import LandGeometry
import LandLayers

extension Conversion {
  /// Writes what GDAL's programs write, by way of a GeoPackage.
  func foreign(_ path: String, _ format: OutputFormat) throws -> [Bilingual] {
    guard let driver = format.gdalDriver else { return [] }
    let name = OutputName(path).stem
    let export =
      switch content {
      case .layer(let layer): GeoPackageExport(layer, name: name)
      case .table(let table): GeoPackageExport(table, name: name)
      }
    let writer = try GDALWriter(environment: options.opening.environment)
    try GeoPackage(day: options.day, layers: [try export.layer()]).write(to: writer.package)
    let warnings = try writer.write(to: path, driver: driver, arguments: arguments(format))
    return export.losses + losses(format, export.columns) + warnings
  }

  private func arguments(_ format: OutputFormat) -> [String] {
    switch format {
    case .mif, .tab: ["-lco", "ENCODING=\(options.writesGBK ? "CP936" : "UTF-8")"]
    case .xlsx, .ods: ["-oo", "LIST_ALL_TABLES=YES"]
    default: []
    }
  }

  /// What the formats are known to lose.
  private func losses(_ format: OutputFormat, _ columns: [ColumnProfile]) -> [Bilingual] {
    switch format {
    case .dxf where !columns.isEmpty:
      [
        Bilingual(
          zh: "DXF 没有属性,\(columns.count) 列未写出:\(columns.map(\.name).joined(separator: "、"))",
          en: "DXF has no attributes; \(columns.count) columns are not written: "
            + columns.map(\.name).joined(separator: ", ")),
        Bilingual(zh: "DXF 不记坐标系", en: "DXF names no coordinate system"),
      ]
    case .dxf: [Bilingual(zh: "DXF 不记坐标系", en: "DXF names no coordinate system")]
    case .kml:
      [
        Bilingual(
          zh: "KML 只用 WGS 84 经纬度,坐标最多 15 位有效数字",
          en: "KML is in longitude and latitude of WGS 84, with 15 digits at most")
      ]
    default: []
    }
  }
}
