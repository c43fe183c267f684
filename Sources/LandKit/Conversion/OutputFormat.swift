import LandGeometry
import LandLayers

/// A format that `landctl convert` writes.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case geoJSON = "geojson"
  case geoJSONSequence = "geojsonl"
  case csv
  case wkt
  case exchangeText = "txt"
  case geoPackage = "gpkg"
  case shapefile = "shp"
  // What GDAL's programs write.
  case kml
  case gml
  case dxf
  case mif
  case tab
  case fileGeodatabase = "gdb"
  case flatGeobuf = "fgb"
  case xlsx
  case ods
  /// JSON without geometry: a table.
  case json

  /// The format that a file's name means; nil for a name that means none.
  public init?(path: String) {
    switch LayerFileName.suffix(path) {
    case "geojsonl", "geojsonseq", "geojsons", "ndjson", "jsonl": self = .geoJSONSequence
    case "tsv": return nil
    case let suffix:
      guard let format = OutputFormat(rawValue: suffix) else { return nil }
      self = format
    }
  }

  /// What GDAL calls the format; nil where landctl writes it.
  public var gdalDriver: String? {
    switch self {
    case .kml: "KML"
    case .gml: "GML"
    case .dxf: "DXF"
    case .mif, .tab: "MapInfo File"
    case .fileGeodatabase: "OpenFileGDB"
    case .flatGeobuf: "FlatGeobuf"
    case .xlsx: "XLSX"
    case .ods: "ODS"
    default: nil
    }
  }

  /// Whether a table without geometry can be written so.
  public var holdsTables: Bool { [.csv, .json, .xlsx, .ods, .geoPackage].contains(self) }

  /// Whether a layer can be written so.
  public var holdsShapes: Bool { ![.json, .xlsx, .ods].contains(self) }

  /// Whether it is one text, which can go to standard output.
  public var isText: Bool {
    [.geoJSON, .geoJSONSequence, .csv, .wkt, .exchangeText, .json].contains(self)
  }
}
