import LandGeometry

/// Reads delimited tables: comma, semicolon or tab, quoted as in RFC 4180.
public enum CSVReader {
  /// The most columns that a table may have.
  public static var columnLimit: Int { 4096 }

  /// Reads a table with a header line.
  ///
  /// The separator is the one most frequent in the header, or the one that a first line `sep=;`
  /// names. Line ends are LF, CRLF or CR; empty lines and lines of separators alone are left out.
  /// Rows with too many or too few fields are kept and reported.
  ///
  /// - Throws: ``FormatError`` for an empty file, text in no known encoding, a quote that is
  ///   never closed and more than ``columnLimit`` columns.
  ///
  /// - Parameters:
  ///   - headerRow: the number of the row with the column names, from 1, as a spreadsheet counts;
  ///     the first row that is not blank where nil. Rows above it are titles and not read.
  ///   - separator: what ends a field, where that is known.
  public static func readTable(
    _ source: SourceBytes, headerRow: Int? = nil, separator: Character? = nil
  ) throws(FormatError) -> CSVTable {
    let text = try DecodedText(source)
    var scanner = CSVScanner(text.source, from: text.start, separator: separator?.asciiValue)
    guard let header = try scanner.header(row: headerRow) else {
      throw FormatError(
        file: source.name, line: 1,
        message: Bilingual(zh: "表格是空的,没有标题行", en: "the table is empty: no header line"),
        remedy: Bilingual(zh: "第一行应为列名", en: "the first line must hold the column names"))
    }
    var table = CSVTable(
      attributes: AttributeTable(syntax: .csv, source: text.source), encoding: text.encoding,
      separator: Character(Unicode.Scalar(scanner.separator)))
    table.attributes.separator = scanner.separator
    table.attributes.names = header.names
    table.attributes.cells = Array(repeating: [], count: header.names.count)
    var seen: Set<String> = []
    for name in header.names where !seen.insert(name).inserted && !name.isEmpty {
      table.issues.append(.init(kind: .duplicateColumn(name), row: nil, line: header.line))
    }
    try scanner.readRows(into: &table)
    return table
  }

  /// One row of a table, before it is known which of them names the columns.
  public struct Row: Hashable, Sendable {
    /// The number by which a spreadsheet calls it, from 1.
    public var number: Int
    /// The cells without white space at their ends.
    public var cells: [String]
  }

  /// The rows with content among the first ones of a table.
  ///
  /// - Parameter last: the number of the last row that is looked at.
  public static func firstRows(
    _ source: SourceBytes, through last: Int, separator: Character? = nil
  ) throws(FormatError) -> [Row] {
    let text = try DecodedText(source)
    var scanner = CSVScanner(text.source, from: text.start, separator: separator?.asciiValue)
    return try scanner.firstRows(last)
  }

  /// Whether a table has shapes, as ``readLayer(_:)`` finds them.
  public static func hasGeometry(_ source: SourceBytes) throws(FormatError) -> Bool {
    try readTable(source).hasGeometry
  }

  /// Reads a table with one geometry a row as WKT, or with one boundary point a row.
  ///
  /// The geometry is the column named wkt, geometry, geom, the_geom, wkt_geom, 几何 or 坐标, in
  /// any case of letters; without one, the column whose first values start as polygons do. It is
  /// no longer among the attributes.
  ///
  /// Points have two columns of coordinates (北坐标 and 东坐标, X and Y, 纬度 and 经度) and one that
  /// names the parcel; further ones may hold the ring, the part and the number of the point. Which
  /// of X and Y is the easting is told by the magnitude of the numbers, and a note says so. A
  /// parcel has the attributes of its first row; other values in later rows are issues.
  ///
  /// - Throws: ``FormatError`` as ``readTable(_:headerRow:separator:)``, when there is no geometry,
  ///   and when it cannot be told which number is the easting or which points make one parcel.
  public static func readLayer(_ source: SourceBytes) throws(FormatError) -> FeatureLayer {
    let table = try readTable(source)
    guard let column = table.geometryColumn else {
      if let layer = try CSVPointLayer.layer(of: table) { return layer }
      throw FormatError(
        file: source.name,
        message: Bilingual(
          zh: "没有 WKT 几何列,也没有界址点坐标列",
          en: "there is no column with WKT geometry, and none with coordinates of points"),
        remedy: Bilingual(
          zh: "请将几何列命名为 wkt,内容为 POLYGON 或 MULTIPOLYGON;或每行一个界址点,列名 宗地编号、北坐标、东坐标",
          en: "name the column wkt and give POLYGON or MULTIPOLYGON texts in it, or give a point a "
            + "row in columns parcel_id, northing, easting"))
    }
    var layer = FeatureLayer(format: "CSV", attributes: table.attributes)
    layer.encoding = table.encoding
    let shapes = layer.attributes.cells.remove(at: column)
    layer.attributes.names.remove(at: column)
    let bytes = layer.attributes.source
    var rowIssues = table.issues[...]
    var builder = WKTFeatureBuilder()
    for row in 0..<shapes.count {
      while let issue = rowIssues.first, (issue.row ?? 0) <= row {
        layer.issues.append(
          FeatureIssue(feature: issue.row ?? 0, kind: .row(issue.reason), line: issue.line))
        rowIssues.removeFirst()
      }
      let base = table.attributes.base[row]
      var place = WKTFeatureBuilder.Place(
        feature: row, range: ByteRange(), line: table.lines[row], lineStart: base + 1)
      if shapes[row] != 0 {
        place.range = bytes.csvContent(
          at: base + Int(shapes[row]), separator: table.attributes.separator)
      }
      if place.range.isEmpty {
        builder.appendMissing(place, to: &layer)
      } else {
        builder.append(bytes, place, to: &layer)
      }
      layer.identifierOffset.append(0)
      layer.propertyBytes.append(ByteRange())
    }
    builder.finish(&layer)
    return layer
  }
}

extension CSVTable {
  private static var geometryNames: [String] {
    ["wkt", "geometry", "geom", "the_geom", "wkt_geom", "几何", "坐标"]
  }

  /// Whether the table can be read as a layer: a column holds WKT, or each row a point and the first
  /// three belong to one parcel. A table with one place a parcel is none.
  public var hasGeometry: Bool {
    if geometryColumn != nil { return true }
    guard let columns = CSVPointColumns(names: attributes.names), let parcel = columns.parcel,
      attributes.rowCount >= 3
    else { return false }
    let ids = (0..<3).map { attributes.csvText(row: $0, column: parcel).map { trimmed($0) } ?? "" }
    return !ids[0].isEmpty && ids.allSatisfy { $0 == ids[0] || $0.isEmpty }
  }

  /// The column that holds WKT, by name, else by what its first values look like.
  var geometryColumn: Int? {
    let names = attributes.names.map { $0.lowercased() }
    for name in Self.geometryNames {
      if let column = names.firstIndex(of: name) { return column }
    }
    return names.indices.first { looksLikeWKT($0) }
  }

  private func looksLikeWKT(_ column: Int) -> Bool {
    var found = 0
    for row in 0..<attributes.rowCount {
      guard let text = attributes.csvText(row: row, column: column) else { continue }
      let start = text.prefix(24).uppercased().drop { $0 == " " }
      guard
        start.hasPrefix("POLYGON") || start.hasPrefix("MULTIPOLYGON") || start.hasPrefix("SRID=")
      else { return false }
      found += 1
      if found == 10 { break }
    }
    return found > 0
  }
}

extension AttributeTable {
  /// The text of a delimited field, nil when it is empty or absent.
  func csvText(row: Int, column: Int) -> String? {
    let offset = cells[column][row]
    return offset == 0 ? nil : decodeCSV(at: base[row] + Int(offset)).text
  }
}
