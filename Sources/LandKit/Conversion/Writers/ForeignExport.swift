import LandForeign
import LandGeoPackage
import LandGeometry
import LandLayers

extension Conversion {
  /// Writes what GDAL's programs write, by way of a GeoPackage.
  func foreign(_ path: String, _ format: OutputFormat) throws -> [Bilingual] {
    guard let driver = format.gdalDriver else { return [] }
    let name = OutputName(path).stem
    var export =
      switch content {
      case .layer(let layer): GeoPackageExport(layer, name: name)
      case .table(let table): GeoPackageExport(table, name: name)
      }
    // GDAL 3.6 makes low lines of all other letters in the names of MapInfo's columns.
    export.asciiOnly = format == .mif || format == .tab
    let writer = try GDALWriter(environment: options.opening.environment)
    try GeoPackage(day: options.day, layers: [try export.layer()]).write(to: writer.package)
    let warnings = try writer.write(to: path, driver: driver, arguments: arguments(format))
    return export.losses + losses(format, export.columns) + warnings
  }

  private func arguments(_ format: OutputFormat) -> [String] {
    // The one for Chinese that every version of MapInfo and of GDAL knows.
    let encoding = ["-lco", "ENCODING=CP936"]
    switch format {
    case .mif: return encoding
    case .tab:
      guard let box = bounds else { return encoding }
      // The narrower the bounds, the finer the grid that the format rounds coordinates to.
      return encoding + [
        "-lco", "BOUNDS=\(box.minX - 1),\(box.minY - 1),\(box.maxX + 1),\(box.maxY + 1)",
      ]
    // Features keep their order.
    case .flatGeobuf: return ["-lco", "SPATIAL_INDEX=NO"]
    default: return []
    }
  }

  private var bounds: Envelope? {
    guard case .layer(let layer) = content else { return nil }
    let shapes = layer.shapes
    var box = Envelope.empty
    for index in 0..<shapes.vertexCount { box.include(x: shapes.x[index], y: shapes.y[index]) }
    return box.isEmpty ? nil : box
  }

  /// What the formats are known to lose.
  private func losses(_ format: OutputFormat, _ columns: [ColumnProfile]) -> [Bilingual] {
    let names = columns.map(\.name)
    switch format {
    case .dxf:
      let system = Bilingual(zh: "DXF 不记坐标系", en: "DXF names no coordinate system")
      guard !columns.isEmpty else { return [system] }
      return [
        system,
        Bilingual(
          zh: "DXF 没有属性,\(names.count) 列未写出:\(names.joined(separator: "、"))",
          en: "DXF has no attributes; \(names.count) columns are not written: "
            + names.joined(separator: ", ")),
      ]
    case .kml:
      return [
        Bilingual(
          zh: "KML 只用 WGS 84 经纬度,坐标最多 15 位有效数字",
          en: "KML is in longitude and latitude of WGS 84, with 15 digits at most")
      ]
    case .tab:
      return [
        Bilingual(
          zh: "MapInfo TAB 把坐标取整到网格上", en: "MapInfo TAB rounds coordinates to a grid")
      ]
    default: return []
    }
  }
}
