import LandGeometry
import LandLayers

/// Reads a shapefile: .shp with .shx, .dbf, .prj and .cpg beside it (ESRI Shapefile Technical
/// Description, 1998).
///
/// The encoding of names and texts is, in this order: the one that the user names; that of byte 29
/// of the .dbf; that of the .cpg; UTF-8, where all texts are that; GB18030. ``FeatureLayer/encoding``
/// says which and why.
///
/// Rings are exteriors or holes by where they lie in each other, not by the direction they run in.
/// Heights and measures are left out. Features that are no polygons keep their rows.
public struct ShapefileReader: Sendable {
  private let files: ShapefileParts
  private let shapes: SourceBytes
  private let encoding: String?

  /// Opens a shapefile.
  ///
  /// - Parameters:
  ///   - path: the .shp file; the others are found beside it, whatever the case of their endings.
  ///   - encoding: the encoding of names and texts; nil to find it.
  /// - Throws: ``FormatError`` where the .shp file is not there.
  public init(_ path: String, encoding: String? = nil) throws(FormatError) {
    files = ShapefileParts(path)
    shapes = try SourceBytes.open(files.shapes)
    self.encoding = encoding
  }

  /// The files that make up the shapefile and are there: .shp, .shx, .dbf, .prj, .cpg.
  public var parts: [String] { files.all }

  /// Reads all features.
  ///
  /// - Throws: ``FormatError`` where a file is no part of a shapefile, is shorter than it says, or
  ///   states places outside itself.
  public func read() throws(FormatError) -> FeatureLayer {
    var index: SourceBytes?
    if let path = files.index { index = try SourceBytes.open(path) }
    let found = try ShapeIndex(shapes, index: index)
    guard let reading = ShapeReading(shapes, index: found.bytes(like: shapes)) else {
      throw .damaged(shapes.name, zh: "shapelib 无法打开文件", en: "shapelib cannot open the file")
    }
    var builder = LayerBuilder(file: files.shapes, format: "Shapefile")
    builder.notes = found.notes
    builder.declaredCRS = try projectionText()
    var source = ShapeSource(shapes: shapes, records: found.records, reading: reading)
    if let path = files.table {
      try read(&source, with: path, into: &builder)
    } else {
      builder.notes.append(
        Bilingual(
          zh: "没有 .dbf 文件:只有图形,没有属性", en: "there is no .dbf file: shapes without attributes"))
      for record in 0..<source.count {
        builder.beginFeature(line: record + 1)
        source.append(record, to: &builder)
      }
    }
    source.finish(&builder)
    return builder.finish()
  }

  private func read(
    _ source: inout ShapeSource, with path: String, into builder: inout LayerBuilder
  ) throws(FormatError) {
    var table = try TableReader(
      try SourceBytes.open(path), option: encoding, codePage: files.codePage)
    table.begin(&builder)
    let rows = table.rowCount
    var deleted = 0
    for record in 0..<source.count {
      let hasRow = record < rows
      if hasRow, !(try table.load(record)) {
        deleted += 1
        continue
      }
      builder.beginFeature(line: record + 1)
      if hasRow { table.set(&builder) }
      source.append(record, to: &builder)
    }
    table.finish(&builder, deleted: deleted)
    if rows < source.count {
      builder.notes.append(
        Bilingual(
          zh: ".dbf 只有 \(rows) 行,.shp 有 \(source.count) 个图形;其余图形没有属性",
          en:
            "the .dbf has \(rows) rows for \(source.count) shapes; the other shapes have no values")
      )
    } else if rows > source.count {
      builder.notes.append(
        Bilingual(
          zh: ".dbf 有 \(rows) 行,.shp 只有 \(source.count) 个图形;多出的行未读取",
          en: "the .dbf has \(rows) rows for \(source.count) shapes; the rows beyond were left out")
      )
    }
  }

  /// The text of the .prj file; nil where there is none or nothing in it.
  private func projectionText() throws(FormatError) -> String? {
    guard let path = files.projection else { return nil }
    // Well-known text of a coordinate system takes a few thousand bytes.
    let bytes = try SourceBytes.open(path).prefix(1 << 16)
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let end = trimmed.lastIndex { !$0.isWhitespace && $0 != "\0" }
    return end.map { String(trimmed[...$0]) }
  }
}
