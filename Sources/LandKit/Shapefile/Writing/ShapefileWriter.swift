import LandGeometry
import LandLayers
import LandOutput

/// Writes polygons with their attributes as a shapefile: .shp, .shx, .dbf, .cpg, and .prj where the
/// coordinate system is known.
///
/// Coordinates are written bit for bit. Exteriors run clockwise and holes counter-clockwise, as the
/// format asks; a ring that runs the other way is turned round from its first vertex. The same
/// content gives the same bytes.
public struct ShapefileWriter: Sendable {
  /// The columns of the table.
  public var columns: [ShapefileColumn]
  /// The values, one row a feature, each as long as the columns. A value that is none of its
  /// column's kind becomes null, except that texts take everything.
  public var rows: [[LayerValue]]
  /// The encoding of names and texts.
  public var encoding: ShapefileEncoding
  /// The coordinate system as well-known text (ESRI's kind); nil leaves the .prj out.
  public var projection: String?
  /// The day of the last change that the table states; the clock is in no file. Years 1900–2155.
  public var day: (year: Int, month: Int, day: Int)

  /// A shapefile to be written.
  public init(
    columns: [ShapefileColumn], rows: [[LayerValue]], encoding: ShapefileEncoding = .utf8,
    projection: String? = nil, day: (year: Int, month: Int, day: Int)
  ) {
    self.columns = columns
    self.rows = rows
    self.encoding = encoding
    self.projection = projection
    self.day = day
  }

  /// The most columns of a table (dBASE III PLUS has 128, ArcGIS and dBASE IV 255).
  public static var columnLimit: Int { 255 }

  /// Writes the files beside their places and moves all of them there; what an earlier shapefile of
  /// the name has beside them and would no longer fit goes (.prj, indexes).
  ///
  /// - Parameters:
  ///   - path: where the .shp file will be.
  ///   - geometry: the polygons, one feature a row; one without polygons is a null shape.
  /// - Returns: what the format could not hold, for people.
  public func write<Space>(
    _ geometry: borrowing PolygonColumns<Space>, to path: String
  ) throws(OutputError) -> [Bilingual] {
    let prepared = try finished(geometry, at: path)
    try publishTogether(prepared.files)
    removeStale(beside: path)
    return prepared.losses
  }

  /// Writes the files beside their places; the caller publishes them once all its files are
  /// finished, and then calls ``removeStale(beside:)``.
  public func finished<Space>(
    _ geometry: borrowing PolygonColumns<Space>, at path: String
  ) throws(OutputError) -> (files: [FinishedFile], losses: [Bilingual]) {
    let (files, losses) = try bytes(geometry, path)
    let stem = Self.stem(path)
    var finished: [FinishedFile] = []
    do throws(OutputError) {
      for (ending, bytes) in files {
        var file = try AtomicFile(stem + ending)
        try file.write(bytes)
        finished.append(try file.finish())
      }
    } catch {
      for file in finished { file.discard() }
      throw error
    }
    return (finished, losses)
  }

  /// Removes what programs keep beside a shapefile and what was made for an earlier one of the name:
  /// spatial and attribute indexes, and the .prj where none is written now.
  public func removeStale(beside path: String) {
    let stem = Self.stem(path)
    for ending in [".qix", ".sbn", ".sbx", ".idm", ".ind"] { removeFile(stem + ending) }
    if projection == nil { removeFile(stem + ".prj") }
  }

  private static func stem(_ path: String) -> String {
    path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
  }

  private func bytes<Space>(
    _ geometry: borrowing PolygonColumns<Space>, _ path: String
  ) throws(OutputError) -> (files: [(String, [UInt8])], losses: [Bilingual]) {
    guard columns.count <= Self.columnLimit else {
      throw OutputError(
        path, reason: "\(columns.count) columns, a shapefile has \(Self.columnLimit) at most")
    }
    guard geometry.featureCount == rows.count, rows.allSatisfy({ $0.count == columns.count }) else {
      throw OutputError(path, reason: "geometry, rows and columns differ in count")
    }
    guard (1900...2155).contains(day.year) else {
      throw OutputError(path, reason: "the year \(day.year) cannot be stated in a .dbf")
    }
    guard let text = TableText(encoding) else {
      throw OutputError(path, reason: "the system has no converter for \(encoding.rawValue)")
    }
    var losses: [Bilingual] = []
    let table = TableRows(columns, rows, text, &losses)
    // GBK has a number of its own (0x4D); UTF-8 has none and is named by the .cpg alone.
    let output = ShapefileOutput(
      fields: table.fields, languageDriver: encoding == .gbk ? 0x4D : 0, day: day)
    guard output.isUsable else { throw OutputError(path, reason: "shapelib refuses the columns") }
    var row: [UInt8] = []
    for feature in 0..<rows.count {
      let rings = Self.rings(of: feature, geometry)
      table.fill(&row, feature, rows[feature], text)
      guard output.append(rings), output.append(row: feature, &row) else {
        throw OutputError(path, reason: "feature \(feature + 1) does not fit: 4 GB is the limit")
      }
    }
    let made = output.finish()
    var files = [(".shp", made.shapes), (".shx", made.index), (".dbf", made.table)]
    files.append((".cpg", Array(encoding.rawValue.utf8)))
    if let projection { files.append((".prj", Array(projection.utf8))) }
    return (files, losses)
  }

  /// The rings of a feature in the format's directions.
  private static func rings<Space>(
    of feature: Int, _ geometry: borrowing PolygonColumns<Space>
  ) -> RecordRings {
    var rings = RecordRings()
    for polygon in geometry.polygons(of: feature) {
      for (place, ring) in geometry.rings(of: polygon).enumerated() {
        let vertices = geometry.vertices(of: ring)
        let start = rings.x.count
        rings.x.append(contentsOf: geometry.x[vertices])
        rings.y.append(contentsOf: geometry.y[vertices])
        rings.starts.append(rings.x.count)
        let area = RingShape(rings, rings.count - 1).area
        if place == 0 ? area > 0 : area < 0 {
          rings.x[start...].reverse()
          rings.y[start...].reverse()
        }
      }
    }
    return rings
  }
}
