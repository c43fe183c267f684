import LandGeometry

/// One layer as read: geometry and attributes in columns, and what was wrong feature by feature.
///
/// Every feature of the file has a row, whatever its state: features read = features audited +
/// features reported.
public struct FeatureLayer: Sendable {
  /// The file as the user named it.
  public var file: String { attributes.source.name }
  /// The format that was recognised, `GeoJSON`, `GeoJSONSeq`, `WKT`, `CSV`, `Shapefile`.
  public var format: String
  /// The text encoding and how it was known, `UTF-8`, `UTF-8 (BOM)`, `GB18030 (not valid UTF-8)`.
  public var encoding = "UTF-8"
  /// The coordinate system that the file itself names, as written there: a code, or well-known text.
  public var declaredCRS: String?
  /// The polygons, one row per feature; empty where `state` is not `polygon`. Rings are closed
  /// here even where the file leaves them open (an issue says so).
  public var geometry = PolygonColumns<Unplaced>()
  /// What each feature's geometry is.
  public var state: [GeometryState] = []
  /// The attributes, one row per feature.
  public var attributes: AttributeTable
  /// Where each feature's own identifier (the GeoJSON `id` member) is, 0 = none; counted from the
  /// row's base in `attributes`.
  var identifierOffset: [UInt32] = []
  /// The bytes of each geometry value and of each properties value, to be passed through.
  var geometryBytes: [ByteRange] = []
  var propertyBytes: [ByteRange] = []
  /// What is wrong with single features, in file order.
  public var issues: [FeatureIssue] = []
  /// How many features carried heights or measures that were left out.
  public var heightsDropped = 0
  /// What was chosen or left out while the file was read, for people.
  public var notes: [Bilingual] = []

  init(format: String, attributes: AttributeTable) {
    self.format = format
    self.attributes = attributes
  }

  /// Says that the text of some features is not needed for now; see ``SourceBytes/letGo(_:)``.
  public func letGo(_ features: Range<Int>) {
    guard !features.isEmpty else { return }
    let next = features.upperBound
    let low = attributes.base[features.lowerBound]
    let high = next < attributes.rowCount ? attributes.base[next] : attributes.source.count
    if low < high { attributes.source.letGo(low..<high) }
  }

  /// The number of features in the file.
  public var featureCount: Int { state.count }

  /// Which feature of the file a feature is, from 0: another one only where the layer holds a part
  /// of the file.
  public func number(of feature: Int) -> Int { attributes.numbers[feature] }

  /// The feature with a number in the file; nil where the layer does not hold it.
  public func feature(number: Int) -> Int? { attributes.numbers.row(of: number) }
}

/// A half-open range of bytes in a source; empty = nothing there.
struct ByteRange: Hashable, Sendable {
  var start: Int = 0
  var end: Int = 0
  var isEmpty: Bool { end <= start }
}

/// What the geometry of a feature is.
public enum GeometryState: UInt8, Sendable {
  /// At least one polygon, all rings with four vertices or more after closing.
  case polygon
  /// `null`, or no geometry member where one may be left out.
  case missing
  /// A polygon type without any coordinates.
  case empty
  /// A polygon type whose exterior has too few points to enclose anything; an issue says so.
  case tooFewPoints
  /// Readable, but not a polygon (a line, a point, a collection that holds one).
  case otherType
  /// Cannot be read as the geometry it says it is; an issue names the place.
  case unreadable
}

/// Something wrong with one feature, found while reading.
public struct FeatureIssue: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The ring's last vertex is not its first; it was closed for measuring.
    case ringNotClosed
    /// The ring has fewer than three different vertices' worth of points (four with closing).
    case tooFewPoints(Int)
    /// The geometry is of this type.
    case otherType(String)
    /// A coordinate is not a finite number.
    case invalidNumber
    /// A member name occurs twice; neither value is used.
    case duplicateMember(String)
    /// The structure is not that of a feature; a short technical reason in English.
    case structure(String)
    /// A part of the feature that is not as the format asks was left out; the rest is used.
    case ignored(String)
    /// A row of a table cannot be split into fields.
    case row(String)
  }
  /// The feature, counted from 0.
  public var feature: Int
  /// What is wrong.
  public var kind: Kind
  /// Polygon within the feature.
  public var part: Int?
  /// Ring within the polygon.
  public var ring: Int?
  /// Byte offset in the source, line and column (both from 1), where they are known.
  public var offset: Int?
  /// Line, from 1.
  public var line: Int?
  /// Column in bytes, from 1.
  public var column: Int?

  /// An issue of a feature.
  public init(
    feature: Int, kind: Kind, part: Int? = nil, ring: Int? = nil, offset: Int? = nil,
    line: Int? = nil, column: Int? = nil
  ) {
    self.feature = feature
    self.kind = kind
    self.part = part
    self.ring = ring
    self.offset = offset
    self.line = line
    self.column = column
  }
}

extension FeatureLayer {
  /// The identifier that the format itself gives a feature (the GeoJSON `id` member).
  public func identifier(of feature: Int) -> String? {
    guard feature < identifierOffset.count else { return nil }
    return attributes.identifier(row: feature, offset: identifierOffset[feature])
  }
}

extension FeatureLayer {
  /// Says that the geometry is no longer as the file writes it, so that its text is not passed on.
  public mutating func forgetGeometryText() { geometryBytes = [] }
}

extension FeatureLayer {
  /// The features as rows of a table, without their geometry; a row's number is its feature's, from 1.
  public var table: CSVTable {
    var table = CSVTable(attributes: attributes, encoding: encoding, separator: ",")
    table.rowNumbers = (0..<featureCount).map { number(of: $0) + 1 }
    table.lines = table.rowNumbers
    return table
  }
}
