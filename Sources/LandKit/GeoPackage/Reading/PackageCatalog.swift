import LandGeometry
import LandLayers

/// What a database says that it holds.
struct PackageCatalog {
  /// The layers and tables that a GeoPackage registers.
  private(set) var layers: [GeoPackageReader.Layer] = []
  /// What the user should know of the file as a whole.
  private(set) var notes: [Bilingual] = []
  /// All tables and views in the order they were made; those of SQLite's own and of the standard
  /// left out.
  private var tables: [(name: String, isView: Bool)] = []
  private var isPackage = false
  private var isSpatiaLite = false

  /// `GP10`, `GP11` and `GPKG` as numbers: what versions 1.0, 1.1 and the later ones call themselves.
  private static let applications = [0x4750_3130, 0x4750_3131, GeoPackageSchema.applicationID]

  init(_ database: borrowing SQLiteFile) throws(SQLiteFault) {
    var own: Set<String> = []
    try database.each(
      "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"
    ) { row in
      let name = row.text(0) ?? ""
      let lowered = name.lowercased()
      if ["gpkg_", "rtree_", "sqlite_"].contains(where: lowered.hasPrefix) {
        own.insert(lowered)
      } else {
        tables.append((name, row.text(1) == "view"))
      }
      return true
    }
    isPackage = own.contains("gpkg_contents")
    let names = Set(tables.map { $0.name.lowercased() })
    isSpatiaLite = names.isSuperset(of: ["geometry_columns", "spatial_ref_sys"])
    guard isPackage else { return }
    try readLayers(database, hasGeometry: own.contains("gpkg_geometry_columns"))
    var application = 0
    try database.each("PRAGMA application_id") { row in
      application = row.integer(0)
      return false
    }
    if !Self.applications.contains(application) {
      notes.append(
        Bilingual(
          zh: "文件头未注明 GeoPackage(application_id \(application)),按其内容读取",
          en: "the header does not say GeoPackage (application_id \(application)); read by content")
      )
    }
  }

  private mutating func readLayers(
    _ database: borrowing SQLiteFile, hasGeometry: Bool
  ) throws(SQLiteFault) {
    var geometries: [String: (column: String, type: String?, reference: Int)] = [:]
    if hasGeometry {
      try database.each(
        "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
      ) { row in
        if let table = row.text(0), let column = row.text(1) {
          geometries[table.lowercased()] = (column, row.text(2)?.uppercased(), row.integer(3))
        }
        return true
      }
    }
    let known = Dictionary(
      tables.map { ($0.name.lowercased(), $0.isView) }, uniquingKeysWith: { first, _ in first })
    try database.each("SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid") { row in
      guard let name = row.text(0) else { return true }
      // `aspatial` is what GDAL wrote before the standard had attributes.
      let kind: GeoPackageReader.Layer.Kind? =
        switch row.text(1)?.lowercased() {
        case "features": .features
        case "attributes", "aspatial": .attributes
        default: nil
        }
      guard let kind else { return true }
      let geometry = kind == .features ? geometries[name.lowercased()] : nil
      layers.append(
        GeoPackageReader.Layer(
          name: name, kind: kind, geometryColumn: geometry?.column, geometryType: geometry?.type,
          referenceID: geometry?.reference, isThere: known[name.lowercased()] != nil,
          isView: known[name.lowercased()] ?? false))
      return true
    }
  }

  /// Why the file is not read as a GeoPackage; nil where it is one.
  func refusal(in file: String) -> FormatError? {
    guard !isPackage else { return nil }
    if isSpatiaLite {
      return FormatError(
        file: file,
        message: Bilingual(
          zh: "是 SpatiaLite 数据库,不是 GeoPackage", en: "it is a SpatiaLite database, no GeoPackage"),
        remedy: Bilingual(
          zh: "请转换:ogr2ogr -f GPKG 新文件.gpkg 本文件",
          en: "convert it: ogr2ogr -f GPKG NEW.gpkg THIS_FILE"))
    }
    let names = tables.prefix(20).map(\.name)
    let (zh, en) =
      names.isEmpty
      ? ("没有任何表", "without any table")
      : (
        "表有:\(names.joined(separator: "、"))\(tables.count > 20 ? " 等" : "")",
        "its tables are: \(names.joined(separator: ", "))\(tables.count > 20 ? " …" : "")"
      )
    return FormatError(
      file: file,
      message: Bilingual(
        zh: "是 SQLite 数据库,但不是 GeoPackage(没有 gpkg_contents),\(zh)",
        en: "an SQLite database, but no GeoPackage (there is no gpkg_contents), \(en)"),
      remedy: Bilingual(
        zh: "请在 QGIS 中将图层导出为 GeoPackage", en: "export the layer as GeoPackage in QGIS"))
  }
}
