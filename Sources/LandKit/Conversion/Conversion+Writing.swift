import LandCadastre
import LandForeign
import LandGeoPackage
import LandGeometry
import LandLayers
import LandOutput
import LandProjection
import LandShapefile

extension Conversion {
  /// Writes the file beside its place and moves it there.
  ///
  /// - Returns: what the format has no room for; empty where nothing is lost.
  public func write(to path: String, as format: OutputFormat) throws(ConversionError) -> [Bilingual]
  {
    do {
      return commonLosses + (try written(to: path, as: format))
    } catch let error as ConversionError {
      throw error
    } catch let error as FormatError {
      throw .format(error)
    } catch let error as OutputError {
      throw .output(error)
    } catch let error as ProjectionError {
      throw .projection(error)
    } catch let error as GeoPackageError {
      throw error.kind == .output
        ? .output(OutputError(path, reason: error.message.en))
        : .content(error.message, remedy: error.remedy)
    } catch let error as ExchangeTextError {
      throw .content(error.message, remedy: error.remedy)
    } catch { throw .other("\(error)") }
  }

  /// Writes a text to standard output, as it comes.
  public func stream(
    as format: OutputFormat, _ sink: ([UInt8]) throws -> Void
  ) throws -> [Bilingual] {
    commonLosses + (try text(format, sink))
  }

  /// What every format of the kind loses.
  private var commonLosses: [Bilingual] {
    if case .layer(let layer) = content { return layer.commonLosses }
    return hadShapes
      ? [Bilingual(zh: "图形未写出,只有属性", en: "the shapes are not written, only attributes")] : []
  }

  private func written(to path: String, as format: OutputFormat) throws -> [Bilingual] {
    switch format {
    case .geoPackage:
      let name = OutputName(path).stem
      let export =
        switch content {
        case .layer(let layer): GeoPackageExport(layer, name: name)
        case .table(let table): GeoPackageExport(table, name: name)
        }
      let package = GeoPackage(day: options.day, layers: [try export.layer()])
      let file = try package.finished(at: path)
      do {
        try checkUnchanged()
        try file.publish()
      } catch {
        file.discard()
        throw error
      }
      return export.losses
    case .shapefile: return try shapefile(path)
    case _ where format.gdalDriver != nil: return try foreign(path, format)
    default:
      var file = try AtomicFile(path)
      let losses = try text(format) { try file.write($0) }
      try checkUnchanged()
      try file.finish().publish()
      return losses
    }
  }

  private func text(_ format: OutputFormat, _ sink: ([UInt8]) throws -> Void) throws -> [Bilingual]
  {
    switch (content, format) {
    case (.layer(let layer), .geoJSON), (.layer(let layer), .geoJSONSequence):
      let export = GeoJSONExport(source: layer, isSequence: format == .geoJSONSequence)
      try export.write(sink)
      return export.losses
    case (.layer(let layer), .wkt):
      let export = WKTExport(source: layer)
      try export.write(sink)
      return export.losses
    case (.layer(let layer), .exchangeText): return try exchangeText(layer, sink)
    case (_, .csv):
      var export = DelimitedExport(table: table, shapes: nil, system: nil)
      if case .layer(let layer) = content {
        export = DelimitedExport(table: table, shapes: layer.shapes, system: layer.system)
      }
      try export.write(sink)
      return export.losses
    case (_, .json):
      try JSONTableExport(table: table).write(sink)
      return []
    default: preconditionFailure("not a text format: \(format)")
    }
  }

  private func exchangeText(_ source: ConvertedLayer, _ sink: ([UInt8]) throws -> Void) throws
    -> [Bilingual]
  {
    guard case .gaussKruger(_, let code?)? = source.system else {
      throw ConversionError.content(
        Bilingual(
          zh: "报盘 TXT 用 CGCS2000 高斯—克吕格平面坐标,数据是 \(source.system?.name ?? "未知坐标系")",
          en: "exchange files are on a Gauss–Krüger plane of CGCS2000, the data are in "
            + (source.system?.name ?? "an unknown system")),
        remedy: Bilingual(
          zh: "加上 --to EPSG:代号(例如 4526,3 度带第 38 带)",
          en: "pass --to EPSG:CODE (4526, say, for 3-degree zone 38)"))
    }
    var layer = source.layer
    layer.geometry = source.shapes
    // Under whatever name, a column that is known to hold a record's text is taken for it.
    var columns = ExchangeTextExport.Columns(named: layer.attributes.names)
    let map = FieldMap(names: layer.attributes.names, role: .parcels)
    columns.id = columns.id ?? map[.parcelID]?.column
    columns.name = columns.name ?? map[.projectName]?.column
    columns.use = columns.use ?? map[.landUse]?.column
    let export = try ExchangeTextExport(
      of: layer, epsg: code, columns: columns, producer: "", day: options.day.description)
    let writer = ExchangeTextWriter(encoding: options.writesGBK ? .gbk : .utf8)
    try sink(try writer.bytes(of: export.text))
    return export.losses
  }
}

/// What a path says of the file's name.
struct OutputName {
  /// The name without folder and suffixes.
  let stem: String

  init(_ path: String) {
    let last = FileName.last(path)
    let stem = last.split(separator: ".").first.map(String.init) ?? last
    self.stem = stem.isEmpty ? "layer" : stem
  }
}
