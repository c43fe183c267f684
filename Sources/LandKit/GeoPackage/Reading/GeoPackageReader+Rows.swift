import LandGeometry
import LandLayers

extension GeoPackageReader {
  /// Reads a layer of features.
  ///
  /// - Parameters:
  ///   - layer: its name; the only one where left out.
  ///   - manner: what another program's layer is read as.
  /// - Returns: a feature a row. The primary key is the feature's identifier.
  /// - Throws: ``FormatError``, where there is no such layer, several and none is named, or the file
  ///   is damaged. A blob that cannot be read is an issue of its feature.
  public func read(
    layer name: String?, manner: Manner = Manner()
  ) throws(FormatError) -> FeatureLayer {
    let layer = try choose(name, .features)
    guard layer.kind == .features else {
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "“\(layer.name)”是属性表,没有几何", en: "'\(layer.name)' is a table without geometry"),
        remedy: Bilingual(
          zh: "矢量图层有:\(featureNames("、"))", en: "the feature layers are: \(featureNames(", "))"))
    }
    return try rows(of: layer, manner, isNamed: name != nil).finish()
  }

  /// Reads the attributes of a table, or of a layer without its geometry.
  ///
  /// - Parameter layer: its name; the only table of attributes where left out, else the only layer.
  /// - Throws: ``FormatError`` as for a layer.
  public func readTable(layer name: String?) throws(FormatError) -> CSVTable {
    var layer = try choose(name, .attributes)
    layer.kind = .attributes
    return try rows(of: layer, Manner(), isNamed: name != nil).finishTable()
  }

  private func featureNames(_ separator: String) -> String {
    layers.filter { $0.kind == .features }.map(\.name).joined(separator: separator)
  }

  private func rows(
    of layer: Layer, _ manner: Manner, isNamed: Bool
  ) throws(FormatError) -> LayerBuilder {
    guard layer.isThere else {
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "登记了图层“\(layer.name)”,但没有这张表",
          en: "the layer '\(layer.name)' is registered, but there is no such table"),
        remedy: Bilingual(zh: "请重新导出", en: "export it again"))
    }
    var builder = LayerBuilder(file: file, format: "GeoPackage")
    builder.notes = notes
    if !isNamed, layers.count > 1 {
      builder.notes.append(
        Bilingual(
          zh: "共 \(layers.count) 个图层,读取“\(layer.name)”",
          en: "\(layers.count) layers, the one read is '\(layer.name)'"))
    }
    let columns: PackageColumns
    do throws(SQLiteFault) {
      columns = try PackageColumns(layer, in: database)
      if layer.kind == .features, let id = layer.referenceID {
        builder.declaredCRS = try reference(id, &builder.notes)
      }
    } catch { throw error.error(in: file) }
    guard layer.kind == .attributes || columns.hasGeometry else { throw withoutGeometry(layer) }
    // Only a view can have more rows than the file has bytes; a limit of ours.
    var isEndless = false
    do throws(SQLiteFault) {
      var intake = RowIntake(builder, columns, layer, manner)
      try database.each(columns.query(layer)) { row in
        isEndless = intake.count >= place.size
        if !isEndless { intake.take(row) }
        return !isEndless
      }
      if !isEndless { return intake.finish() }
    } catch { throw error.error(in: file) }
    throw FormatError(
      file: file,
      message: Bilingual(
        zh: "视图“\(layer.name)”的行数超过文件的字节数",
        en: "the view '\(layer.name)' has more rows than the file has bytes"),
      remedy: Bilingual(zh: "请检查视图的定义", en: "check how the view is defined"))
  }

  private func withoutGeometry(_ layer: Layer) -> FormatError {
    let column = layer.geometryColumn
    return FormatError(
      file: file,
      message: Bilingual(
        zh: column.map { "图层“\(layer.name)”没有登记的几何列 \($0)" }
          ?? "gpkg_geometry_columns 未登记图层“\(layer.name)”的几何列",
        en: column.map { "'\(layer.name)' does not have its registered geometry column \($0)" }
          ?? "gpkg_geometry_columns names no geometry column for '\(layer.name)'"),
      remedy: Bilingual(zh: "请在 QGIS 中重新导出该图层", en: "export the layer again in QGIS"))
  }
}

/// Takes the rows of a layer one by one.
private struct RowIntake: ~Copyable {
  private var builder: LayerBuilder
  private let layer: GeoPackageReader.Layer
  private let attributes: [(column: Int, isTruth: Bool)]
  private var leftOut: [String]
  private let names: [String]
  private let isKeyed: Bool
  private let manner: GeoPackageReader.Manner
  private var strangers = 0
  private var closedLines = 0

  init(
    _ builder: consuming LayerBuilder, _ columns: PackageColumns, _ layer: GeoPackageReader.Layer,
    _ manner: GeoPackageReader.Manner
  ) {
    var builder = builder
    attributes = columns.attributes.map { (builder.newColumn($0.name), $0.isTruth) }
    names = columns.attributes.map(\.name)
    leftOut = columns.leftOut
    isKeyed = columns.key.count == 1
    self.layer = layer
    self.manner = manner
    self.builder = builder
  }

  /// How many rows were taken.
  var count: Int { builder.featureCount }

  mutating func take(_ row: borrowing SQLiteRow) {
    builder.beginFeature()
    if isKeyed, manner.keyNamesFeatures {
      switch row.kind(0) {
      case .integer: builder.identify(.integer(row.integer(0)))
      case .text: builder.identify(.text(row.text(0) ?? ""))
      default: break
      }
    }
    for (index, attribute) in attributes.enumerated() { set(attribute, index, row) }
    builder.endFeature(layer.kind == .features ? geometry(row) : .missing)
  }

  private mutating func set(
    _ attribute: (column: Int, isTruth: Bool), _ index: Int, _ row: borrowing SQLiteRow
  ) {
    let cell = index + 2
    switch row.kind(cell) {
    case .null: builder.set(attribute.column, .null)
    case .integer:
      let number = row.integer(cell)
      let isTruth = attribute.isTruth && (number == 0 || number == 1)
      builder.set(attribute.column, isTruth ? .truth(number == 1) : .integer(number))
    case .real: builder.set(attribute.column, .real(row.real(cell)))
    case .text: builder.set(attribute.column, .text(row.text(cell) ?? ""))
    case .blob: if !leftOut.contains(names[index]) { leftOut.append(names[index]) }
    }
  }

  private mutating func geometry(_ row: borrowing SQLiteRow) -> GeometryState? {
    switch row.kind(1) {
    case .null: return .missing
    case .blob: break
    default:
      builder.issue(.structure("\(name(row)): the geometry is no blob"))
      return .unreadable
    }
    var fault: BlobFault?
    var found = BlobReader.Found()
    row.withBlob(1) { bytes in
      var reader = BlobReader(bytes)
      reader.closedLinesAreBoundaries = manner.closedLinesAreBoundaries
      do throws(BlobFault) { found = try reader.append(to: &builder) } catch { fault = error }
    }
    if found.hasHeights { builder.dropHeights() }
    switch fault {
    case nil:
      if found.isClosedLine { closedLines += 1 }
      if found.reference != layer.referenceID { strangers += 1 }
      if found.trailing > 0 {
        builder.issue(.ignored("\(name(row)): \(found.trailing) bytes behind the geometry"))
      }
      return nil
    case .otherType(let type):
      builder.issue(.otherType(type))
      return .otherType
    case .invalidNumber:
      builder.issue(.invalidNumber)
      return .unreadable
    case .damaged(let reason):
      builder.issue(.structure("\(name(row)): \(reason)"))
      return .unreadable
    }
  }

  /// The row by its key, for people.
  private func name(_ row: borrowing SQLiteRow) -> String {
    isKeyed ? "row \(row.text(0) ?? "")" : "row number \(builder.featureCount + 1)"
  }

  consuming func finish() -> LayerBuilder {
    var notes: [Bilingual] = []
    if !leftOut.isEmpty {
      notes.append(
        Bilingual(
          zh: "二进制列不读取:\(leftOut.joined(separator: "、"))",
          en: "columns of bytes are left out: \(leftOut.joined(separator: ", "))"))
    }
    if closedLines > 0 {
      notes.append(
        Bilingual(
          zh: "\(closedLines) 条闭合线按地块边界读取",
          en: "\(closedLines) closed lines are read as boundaries of polygons"))
    }
    if strangers > 0, layer.kind == .features {
      notes.append(
        Bilingual(
          zh: "\(strangers) 个几何所写的 srs_id 与图层登记的不同,按图层的读取",
          en: "\(strangers) geometries name another srs_id than the layer; the layer's is used"))
    }
    builder.notes += notes
    return builder
  }
}
