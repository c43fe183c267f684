import GRDB
import LandCadastre
import LandGeometry
import LandOutput
import LandProjection

/// A GeoPackage to be written: layers and tables, on a day.
///
/// The same content gives the same bytes with the same SQLite and PROJ. Each layer has a spatial
/// index. The systems −1, 0, 4326 and 4490 are always there, others where a layer uses them.
public struct GeoPackage: Sendable {
  /// The day of the last change of every layer; the clock is in no file.
  public var day: CalendarDate
  /// The layers and tables, in order.
  public var layers: [GeoPackageLayer]
  /// How desktop GIS draw the layers.
  public var styles: [GeoPackageStyle]

  /// A package of layers.
  public init(day: CalendarDate, layers: [GeoPackageLayer], styles: [GeoPackageStyle] = []) {
    self.day = day
    self.layers = layers
    self.styles = styles
  }

  /// Writes the file beside its place and moves it there; what was there goes.
  public func write(to path: String) throws(GeoPackageError) {
    let file = try finished(at: path)
    do throws(OutputError) { try file.publish() } catch {
      file.discard()
      throw GeoPackageError(path, error)
    }
  }

  /// Writes the file beside its place; the caller publishes it once all its files are finished.
  public func finished(at path: String) throws(GeoPackageError) -> FinishedFile {
    do {
      try check()
      var place = try AtomicPlace(path)
      try fill(place.temporary)
      return place.finish()
    } catch {
      throw GeoPackageError(path, error)
    }
  }

  private func check() throws {
    var names: Set<String> = []
    var titles: Set<String> = []
    for layer in layers {
      guard names.insert(layer.name.lowercased()).inserted, titles.insert(layer.title).inserted
      else {
        throw GeoPackageError.content(
          "", zh: "图层名或标题“\(layer.name)”重复",
          en: "the layer name or title \"\(layer.name)\" occurs twice")
      }
      let counts = [layer.geometryCount ?? layer.rowCount, layer.rowCount]
      guard counts[0] == counts[1], layer.rows.allSatisfy({ $0.count == layer.columns.count })
      else { throw Self.uneven(layer) }
    }
  }

  private static func uneven(_ layer: GeoPackageLayer) -> GeoPackageError {
    .content(
      "", zh: "图层“\(layer.name)”的几何、行、列数不一致",
      en: "layer \"\(layer.name)\": geometry, rows and columns differ in count")
  }

  private func fill(_ path: String) throws {
    var references: [SpatialReference] = [.undefinedPlane, .undefinedGeographic]
    for code in [4326, 4490] { references.append(try SpatialReference(epsg: code)) }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // Page size and the zeroing of freed bytes keep the file the same everywhere; the file is not
      // in its place yet, so no journal has to survive a crash.
      try db.execute(
        sql: """
          PRAGMA page_size = 4096;
          PRAGMA secure_delete = ON;
          PRAGMA journal_mode = MEMORY;
          PRAGMA synchronous = OFF;
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try GeoPackageSchema.create(in: db, references: references)
      for layer in layers { try write(layer, in: db) }
      if !styles.isEmpty { try GeoPackageSchema.add(styles, day: day, in: db) }
    }
    try queue.close()
  }

  private func write(_ layer: GeoPackageLayer, in db: Database) throws {
    let table = layer.table
    try GeoPackageSchema.create(table, day: day, in: db)
    var names = table.columns.map { GeoPackageTable.quoted($0.name) }
    if table.shape != nil { names.insert(GeoPackageTable.geometryColumn, at: 0) }
    let sql =
      names.isEmpty
      ? "INSERT INTO \(table.sqlName) DEFAULT VALUES"
      : """
      INSERT INTO \(table.sqlName) (\(names.joined(separator: ", "))) \
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      """
    let insert = try db.makeStatement(sql: sql)
    var extent = Envelope.empty
    var boxes: [(key: Int, box: Envelope)] = []
    for index in 0..<layer.rowCount {
      let row = layer.row(index)
      guard row.count == table.columns.count else { throw Self.uneven(layer) }
      var values: [(any DatabaseValueConvertible)?] = []
      if let shape = table.shape {
        let (blob, box) = layer.blob(index, shape: shape)
        values.append(blob)
        if blob != nil {
          extent.include(box)
          boxes.append((index + 1, box))
        }
      }
      for (value, column) in zip(row, table.columns) {
        guard value.fits(column.kind) else {
          throw GeoPackageError.content(
            "", zh: "图层“\(layer.name)”第 \(index + 1) 行“\(column.name)”的类型不符",
            en: "layer \"\(layer.name)\", row \(index + 1): \"\(column.name)\" is of another type")
        }
        values.append(value.databaseValue)
      }
      try insert.execute(arguments: StatementArguments(values))
    }
    guard table.shape != nil else { return }
    try GeoPackageSchema.setExtent(extent, of: table, day: day, in: db)
    try GeoPackageSchema.createIndex(of: table, boxes: boxes, in: db)
  }
}
