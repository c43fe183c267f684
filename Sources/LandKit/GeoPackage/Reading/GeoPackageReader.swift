import LandGeometry
import LandLayers

/// Reads layers and tables of a GeoPackage (OGC 12-128) that any program wrote, versions 1.0 on.
///
/// The file is opened for reading alone and nothing is made beside it. Rows are read one by one, in
/// the order of their primary key.
///
/// ```swift
/// let reader = try GeoPackageReader("地块.gpkg")
/// let parcels = try reader.read(layer: "宗地")
/// ```
public struct GeoPackageReader: ~Copyable {
  /// A table or view that the file registers.
  public struct Layer: Hashable, Sendable {
    /// What a layer is.
    public enum Kind: String, Hashable, Sendable {
      /// Rows with a geometry.
      case features
      /// Rows without one.
      case attributes
    }
    /// Name of the table or view, as registered.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// The column of the geometry; nil for attributes, or where none is registered.
    public var geometryColumn: String?
    /// The type of the geometry as registered, `MULTIPOLYGON`.
    public var geometryType: String?
    /// `srs_id` of the geometry; nil for attributes.
    public var referenceID: Int?
    /// Whether the file has such a table or view at all.
    public var isThere: Bool
    /// Whether it is a view.
    public var isView: Bool
  }

  /// How a layer is read that another program put into the file.
  public struct Manner: Hashable, Sendable {
    /// Whether a line that ends where it began is the boundary of a polygon, as in drawings.
    public var closedLinesAreBoundaries = false
    /// Whether the primary key is of the source's own making and names the features.
    public var keyNamesFeatures = true

    /// As the standard has it.
    public init() {}
  }

  /// The name of a primary key that never is a column of attributes.
  public static let foreignKey = "landctl_fid"

  /// The file as the user named it.
  public let file: String
  /// Layers and tables in the order in which they were registered.
  public let layers: [Layer]

  let place: PackagePlace
  let database: SQLiteFile
  /// What the user should know of the file as a whole.
  let notes: [Bilingual]

  /// Opens a file and reads what it registers.
  ///
  /// - Throws: ``FormatError``, where it is missing, damaged, locked by another program, or no
  ///   GeoPackage.
  public init(_ path: String) throws(FormatError) { try self.init(path, named: path) }

  /// The same for a file that stands for another one, whose name is used in every message.
  public init(_ path: String, named name: String) throws(FormatError) {
    let place = try PackagePlace(path)
    let database = try Self.database(at: place, name)
    let catalog = try Self.catalog(of: database, name)
    if let refusal = catalog.refusal(in: name) { throw refusal }
    file = name
    layers = catalog.layers
    notes = catalog.notes
    self.place = place
    self.database = database
  }

  private static func database(
    at place: borrowing PackagePlace, _ name: String
  ) throws(FormatError) -> SQLiteFile {
    do throws(SQLiteFault) {
      // No value can be longer than the file, whatever a length in it says.
      return try SQLiteFile(place.path, isStill: place.isStill, longest: place.size)
    } catch { throw error.error(in: name) }
  }

  private static func catalog(
    of database: borrowing SQLiteFile, _ name: String
  ) throws(FormatError) -> PackageCatalog {
    do throws(SQLiteFault) { return try PackageCatalog(database) } catch {
      throw error.error(in: name)
    }
  }

  /// How many rows a layer has. They are counted each time, which takes as long as reading them.
  ///
  /// - Throws: ``FormatError``, where the layer cannot be read.
  public func rowCount(of layer: Layer) throws(FormatError) -> Int {
    var count = 0
    do throws(SQLiteFault) {
      try database.each("SELECT count(*) FROM \(GeoPackageTable.quoted(layer.name))") { row in
        count = row.integer(0)
        return false
      }
    } catch { throw error.error(in: file) }
    return count
  }
}
