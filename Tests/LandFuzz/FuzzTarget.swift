/// A reader that is given arbitrary bytes. Whatever they are, it may refuse them with an error, but
/// not trap, run without end or take memory without bound; and what it reads must hold together.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// GeoJSON and lines of it: one pass, and the same in pieces.
  case geoJSON = "geojson"
  /// Well-known text.
  case wkt
  /// A table with or without shapes; contracts, enterprises, parcels and buildings read from it.
  case csv
  /// A table as JSON.
  case json
  /// 报盘 text.
  case exchangeText = "txt"
  /// A shapefile, its parts one behind the other; see ``SplitFile``.
  case shapefile = "shp"
  /// A table of dBASE's.
  case table = "dbf"
  /// A geometry as a GeoPackage holds it.
  case blob
  /// A rulebook.
  case rulebook
  /// `zone.yaml`, and the files that name columns and parameters.
  case zone

  /// Reads the bytes. What is not right ends the process: it is to be found.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .geoJSON: Self.geoJSON(bytes)
    case .wkt: Self.wkt(bytes)
    case .csv: Self.csv(bytes)
    case .json: Self.json(bytes)
    case .exchangeText: Self.exchangeText(bytes)
    case .shapefile: Self.shapefile(bytes)
    case .table: Self.dbf(bytes)
    case .blob: Self.blob(bytes)
    case .rulebook: Self.rulebook(bytes)
    case .zone: Self.zone(bytes)
    }
  }
}
