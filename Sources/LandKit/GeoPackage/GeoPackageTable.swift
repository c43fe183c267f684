/// What a table of a GeoPackage is, without its rows.
public struct GeoPackageTable: Hashable, Sendable {
  /// What the geometry of its rows is.
  public enum Shape: String, Hashable, Sendable {
    case point = "POINT"
    case polygon = "POLYGON"
    case multiPolygon = "MULTIPOLYGON"
  }

  /// Name of the table.
  public var name: String
  /// Title for people, unique in the file.
  public var title: String
  /// What it holds; empty for nothing.
  public var summary: String
  /// The shape of its geometry; nil for a table of attributes.
  public var shape: Shape?
  /// Coordinate system of the geometry.
  public var reference: SpatialReference
  /// The columns beside ``key`` and ``geometryColumn``.
  public var columns: [GeoPackageColumn]

  /// A table.
  public init(
    name: String, title: String, summary: String = "", shape: Shape?,
    reference: SpatialReference = .undefinedGeographic, columns: [GeoPackageColumn]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.shape = shape
    self.reference = reference
    self.columns = columns
  }

  /// The column of the primary key.
  public static let key = "fid"
  /// The column of the geometry.
  public static let geometryColumn = "geom"

  /// Names in quotes for SQL.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  var sqlName: String { Self.quoted(name) }
  var indexName: String { "rtree_\(name)_\(Self.geometryColumn)" }

  /// Why its names cannot be used; nil where they can.
  var fault: (zh: String, en: String)? {
    let lowered = name.lowercased()
    if name.isEmpty || name.contains("\0") || lowered.hasPrefix("gpkg_")
      || lowered.hasPrefix("rtree_") || lowered.hasPrefix("sqlite_")
    {
      return ("表名“\(name)”不可用", "the table name \"\(name)\" cannot be used")
    }
    var taken: Set<String> = [Self.key, Self.geometryColumn]
    for column in columns {
      guard !column.name.isEmpty, taken.insert(column.name.lowercased()).inserted else {
        return (
          "表“\(name)”的列名“\(column.name)”重复或不可用",
          "table \"\(name)\": the column name \"\(column.name)\" occurs twice or cannot be used"
        )
      }
    }
    return nil
  }
}
