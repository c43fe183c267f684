import LandCadastre
import LandGeometry

/// A column of a table beside its key and its geometry.
public struct GeoPackageColumn: Hashable, Sendable {
  /// The types of the standard that are used here.
  public enum Kind: String, Hashable, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
    case truth = "BOOLEAN"
    case day = "DATE"
  }

  /// Its name.
  public var name: String
  /// Its type.
  public var kind: Kind

  /// A column.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A value of a row; it has to be of its column's type, or null.
public enum GeoPackageValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is written as null.
  case real(Double)
  /// True or false.
  case truth(Bool)
  /// A day, written `2024-05-20`.
  case day(CalendarDate)
  /// Not known, or nothing.
  case null
}

/// The geometry of a layer's rows: x is east or longitude, y north or latitude, whatever order the
/// registry states for the system.
public enum GeoPackageGeometry: Sendable {
  /// None: a table of attributes.
  case none
  /// A point a row; nil is null.
  case points([Coordinate?])
  /// A feature in longitude and latitude a row; one without polygons is null.
  case geographic(PolygonColumns<Geographic>)
  /// A feature on a plane a row; one without polygons is null.
  case plane(PolygonColumns<Plane>)
}

/// A table of a GeoPackage with its rows.
public struct GeoPackageLayer: Sendable {
  /// Name of the table; Chinese is allowed.
  public var name: String
  /// Title for people, unique in the file.
  public var title: String
  /// What it holds; empty for nothing.
  public var summary = ""
  /// Coordinate system of the geometry; not looked at without geometry.
  public var reference: SpatialReference
  /// The geometry, one a row.
  public var geometry: GeoPackageGeometry
  /// The other columns.
  public var columns: [GeoPackageColumn]
  /// The values of the other columns, one row a feature, each as long as the columns; not looked
  /// at where ``source`` makes them.
  public var rows: [[GeoPackageValue]]
  /// Makes the rows when they are written, so that a large layer is never in memory as a whole.
  public var source: Source?

  /// Rows that are made when they are wanted.
  public struct Source: Sendable {
    /// How many there are.
    public var count: Int
    /// The values of a row, as long as the columns.
    public var row: @Sendable (Int) -> [GeoPackageValue]

    /// Rows by their index.
    public init(count: Int, row: @escaping @Sendable (Int) -> [GeoPackageValue]) {
      self.count = count
      self.row = row
    }
  }

  /// A layer, or a table of attributes where the geometry is `none`.
  public init(
    name: String, title: String, reference: SpatialReference = .undefinedGeographic,
    geometry: GeoPackageGeometry, columns: [GeoPackageColumn], rows: [[GeoPackageValue]]
  ) {
    self.name = name
    self.title = title
    self.reference = reference
    self.geometry = geometry
    self.columns = columns
    self.rows = rows
  }

  /// A layer whose rows are made when they are written.
  public init(
    name: String, title: String, reference: SpatialReference = .undefinedGeographic,
    geometry: GeoPackageGeometry, columns: [GeoPackageColumn], source: Source
  ) {
    self.init(
      name: name, title: title, reference: reference, geometry: geometry, columns: columns,
      rows: [])
    self.source = source
  }

  var rowCount: Int { source?.count ?? rows.count }
  func row(_ index: Int) -> [GeoPackageValue] { source?.row(index) ?? rows[index] }

  /// What its table is.
  public var table: GeoPackageTable {
    let shape: GeoPackageTable.Shape? =
      switch geometry {
      case .none: nil
      case .points: .point
      case .geographic(let columns): Self.shape(columns)
      case .plane(let columns): Self.shape(columns)
      }
    return GeoPackageTable(
      name: name, title: title, summary: summary, shape: shape, reference: reference,
      columns: columns)
  }

  private static func shape<Space>(_ columns: PolygonColumns<Space>) -> GeoPackageTable.Shape {
    let isMulti = (0..<columns.featureCount).contains { columns.polygons(of: $0).count > 1 }
    return isMulti ? .multiPolygon : .polygon
  }

  var geometryCount: Int? {
    switch geometry {
    case .none: nil
    case .points(let points): points.count
    case .geographic(let columns): columns.featureCount
    case .plane(let columns): columns.featureCount
    }
  }
}
