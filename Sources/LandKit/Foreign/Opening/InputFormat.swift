import LandGeometry
import LandLayers

/// The format of an input. Its content decides; the name is asked only where the content can be
/// several things.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// GeoJSON, also one feature a line.
  case geoJSON = "GeoJSON"
  /// JSON without geometry: a table.
  case json = "JSON"
  /// One geometry a line.
  case wkt = "WKT"
  /// Delimited text.
  case csv = "CSV"
  /// 界址点 / 报盘 TXT.
  case exchangeText = "TXT"
  case geoPackage = "GeoPackage"
  case shapefile = "Shapefile"
  case dbf = "DBF"
  /// XLSX, XLS or ODS.
  case workbook = "workbook"
  // What GDAL reads.
  case kml = "KML"
  case kmz = "KMZ"
  case gml = "GML"
  case dxf = "DXF"
  case mif = "MapInfo MIF"
  case tab = "MapInfo TAB"
  case fileGeodatabase = "FileGDB"
  case flatGeobuf = "FlatGeobuf"
  case topoJSON = "TopoJSON"
  case esriJSON = "Esri JSON"
  case zip = "ZIP"
  case postGIS = "PostGIS"
  case spatiaLite = "SpatiaLite"
  /// Nothing that was recognised; GDAL may know it.
  case other = "other"

  /// Whether GDAL's programs read it.
  public var needsGDAL: Bool {
    switch self {
    case .geoJSON, .json, .wkt, .csv, .exchangeText, .geoPackage, .shapefile, .dbf: false
    default: true
    }
  }

  /// Recognises a file by its first bytes, then by its name.
  ///
  /// - Parameter name: the file's name, also of a packed file or `-`.
  public init(_ start: [UInt8], name: String) {
    self = Self.binary(start, name) ?? Self.text(start, name)
  }

  /// How many bytes are looked at.
  public static let lookedAt = 1 << 16

  private static func binary(_ start: [UInt8], _ name: String) -> InputFormat? {
    if start.starts(with: "SQLite format 3\0".utf8) { return database(start, name) }
    if start.starts(with: [0, 0, 0x27, 0x0A]) {
      return LayerFileName.suffix(name) == "shx" ? .other : .shapefile
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .workbook }
    if start.starts(with: "fgb".utf8), start.count > 3, start[3] == 3 { return .flatGeobuf }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      switch LayerFileName.suffix(name) {
      case "kmz": return .kmz
      case "zip", "shz", "gdb": return .zip
      default: return .workbook
      }
    }
    return isDBF(start) ? .dbf : nil
  }

  /// A GeoPackage by its application id, `GPKG` or the `GP10` and `GP11` of the first versions, or by
  /// its name; else a database that GDAL may know.
  private static func database(_ start: [UInt8], _ name: String) -> InputFormat {
    let id = String(decoding: start.dropFirst(68).prefix(4), as: UTF8.self)
    let isPackage = ["GPKG", "GP10", "GP11"].contains(id) || LayerFileName.suffix(name) == "gpkg"
    return isPackage ? .geoPackage : .spatiaLite
  }

  /// A table of dBASE: a version, a day, lengths that fit together.
  private static func isDBF(_ start: [UInt8]) -> Bool {
    guard start.count >= 32,
      [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5]
        .contains(start[0])
    else { return false }
    let header = Int(start[8]) | Int(start[9]) << 8
    let record = Int(start[10]) | Int(start[11]) << 8
    return header >= 33 && record >= 1 && (1...12).contains(start[2]) && (1...31).contains(start[3])
  }

  private static func text(_ start: [UInt8], _ name: String) -> InputFormat {
    var bytes = start[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let suffix = LayerFileName.suffix(name)
    if bytes.first == 0x1E || LayerFileName.isSequence(name) { return .geoJSON }
    let trimmed = bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    // Its sections stand in brackets, as arrays do; no object holds them.
    if trimmed.first != UInt8(ascii: "{"), ExchangeTextReader.looksLike(start) {
      return .exchangeText
    }
    switch trimmed.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return json(trimmed, suffix)
    case UInt8(ascii: "<"): return xml(trimmed, suffix)
    default: break
    }
    let head = String(decoding: trimmed.prefix(512), as: UTF8.self)
    let upper = head.uppercased()
    // A header may begin with the name of a geometry.
    if suffix == "csv" || suffix == "tsv" { return .csv }
    if suffix == "wkt" || isWellKnownText(upper) { return .wkt }
    if isDrawing(upper) { return .dxf }
    if upper.hasPrefix("!TABLE") { return .tab }
    if upper.hasPrefix("VERSION"), upper.contains("COLUMNS") || suffix == "mif" { return .mif }
    if suffix == "geojson" || suffix == "json" { return .geoJSON }
    return ["txt", "dat", "asc", ""].contains(suffix) ? .csv : .other
  }

  private static let geometries = [
    "GEOMETRYCOLLECTION", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING",
    "MULTIPOLYGON", "CURVEPOLYGON", "MULTISURFACE",
  ]

  /// `SRID=4490;…`, or the name of a geometry with a bracket, `EMPTY` or a dimension behind it.
  private static func isWellKnownText(_ upper: String) -> Bool {
    if upper.hasPrefix("SRID=") { return true }
    let name = upper.prefix { $0.isLetter }
    let rest = upper[name.endIndex...].drop { $0 == " " || $0 == "\t" }
    let bare = ["ZM", "Z", "M", ""].lazy.filter(name.hasSuffix).map { name.dropLast($0.count) }
    guard bare.contains(where: { geometries.contains(String($0)) }) else { return false }
    return ["(", "EMPTY", "Z", "M"].contains { rest.hasPrefix($0) }
  }

  /// A drawing begins with a group code of 0 or a comment, 999, and the word SECTION.
  private static func isDrawing(_ upper: String) -> Bool {
    if upper.hasPrefix("AUTOCAD BINARY DXF") { return true }
    let lines = upper.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.filter { $0 != " " } }
    guard let first = lines.first, first == "0" || first == "999" else { return false }
    return lines.contains("SECTION")
  }

  private static func json(_ bytes: ArraySlice<UInt8>, _ suffix: String) -> InputFormat {
    let head = String(decoding: bytes, as: UTF8.self)
    func has(_ name: String) -> Bool { head.contains("\"\(name)\"") }
    if has("Topology"), has("arcs") || has("objects") { return .topoJSON }
    if has("geometryType"), head.contains("\"esriGeometry") { return .esriJSON }
    if suffix == "geojson" { return .geoJSON }
    // Members that tables of contracts do not have.
    return ["features", "geometry", "coordinates"].contains(where: has) ? .geoJSON : .json
  }

  private static func xml(_ bytes: ArraySlice<UInt8>, _ suffix: String) -> InputFormat {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if head.contains("<kml") || head.contains(":kml") || suffix == "kml" { return .kml }
    if head.contains("opengis.net/gml") || suffix == "gml" { return .gml }
    return .other
  }
}
