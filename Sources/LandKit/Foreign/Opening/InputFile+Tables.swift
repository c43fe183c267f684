import LandCadastre
import LandGeoPackage
import LandGeometry
import LandLayers
import LandShapefile

extension InputFile {
  /// Reads it as a table: of a layer its attributes.
  ///
  /// - Parameters:
  ///   - search: how the header of delimited text or of a workbook is found.
  ///   - sheet: the sheet of a workbook.
  ///   - headerRow: the row with the column names, where it is known.
  /// - Throws: `FormatError` where it cannot be read.
  public func table(
    _ search: HeaderSearch, _ options: OpeningOptions, sheet: String? = nil, headerRow: Int? = nil
  ) throws(FormatError) -> OpenedTable {
    let renaming = options.fields?.renaming(search.role) ?? [:]
    if let source, [.csv, .json, .workbook].contains(format) || isLikeCSV {
      if format != .workbook { try refuseLayer() }
      var search = search
      search.mapping.merge(renaming) { named, _ in named }
      return try TableOpener(
        search, sheet: sheet ?? reference.layer, headerRow: headerRow,
        environment: options.environment
      ).read(source)
    }
    if let sheet {
      throw FormatError(
        file: reference.path,
        message: Bilingual(zh: "不是工作簿,没有工作表 \(sheet)", en: "no workbook, so no sheet \(sheet)"),
        remedy: Bilingual(zh: "请去掉 --sheet", en: "leave --sheet out"))
    }
    var (table, notes) = try attributeTable(options)
    let headers = table.attributes.names
    table.attributes = table.attributes.renaming(
      search.mapping.merging(renaming) { named, _ in named })
    if format == .dbf || format == .shapefile {
      notes += Self.complete(&table.attributes, search.role)
    }
    var opened = OpenedTable(table: table, format: format.rawValue)
    opened.headers = headers
    opened.notes = notes
    if let error = FormatError(
      RoundedCode.find(in: table, role: search.role, hasNumbers: true), file: reference.path)
    {
      throw error
    }
    return opened
  }

  /// Text that nothing else was recognised in, under a name of a table.
  private var isLikeCSV: Bool { format == .other && source?.name.hasSuffix(".tsv") == true }

  private func attributeTable(_ options: OpeningOptions) throws(FormatError) -> (
    CSVTable, [Bilingual]
  ) {
    switch format {
    case .dbf:
      try refuseLayer()
      return (try DBFTable.read(reference.path, encoding: options.encoding), [])
    case .geoPackage:
      return (try GeoPackageReader(reference.path).readTable(layer: reference.layer), [])
    default:
      let layer = try plainLayer(options)
      return (layer.table, layer.notes)
    }
  }

  /// A layer that is named of a file that has none.
  func refuseLayer() throws(FormatError) {
    guard let layer = reference.layer, format != .geoPackage else { return }
    throw FormatError(
      file: reference.path,
      message: Bilingual(
        zh: "\(format.rawValue) 文件没有图层,却写了“\(layer)”",
        en: "a \(format.rawValue) file has no layers, but '\(layer)' is named"),
      remedy: Bilingual(zh: "请去掉冒号和图层名", en: "leave the colon and the name out"))
  }
}
