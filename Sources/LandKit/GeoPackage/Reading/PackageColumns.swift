import LandLayers

/// The columns of a table or view that are read.
struct PackageColumns {
  /// A column of attributes.
  struct Attribute {
    var name: String
    /// Whether 0 and 1 are false and true.
    var isTruth: Bool
  }

  /// The columns whose values name a row; rows are read in their order. Of a view the first column,
  /// where it holds whole numbers (OGC 12-128r15, requirement 150).
  private(set) var key: [String] = []
  /// The columns of attributes, in their order.
  private(set) var attributes: [Attribute] = []
  /// Columns of bytes, which have no place among attributes.
  private(set) var leftOut: [String] = []
  /// Whether the column of the geometry is there.
  private(set) var hasGeometry = false

  /// Names that programs give to a key nobody asked for.
  private static let madeKeys: Set<String> = [
    "fid", "ogc_fid", GeoPackageReader.foreignKey,
  ]

  init(_ layer: GeoPackageReader.Layer, in database: borrowing SQLiteFile) throws(SQLiteFault) {
    var columns: [(name: String, type: String, rank: Int)] = []
    try database.each(
      "SELECT name, type, pk FROM pragma_table_xinfo(?) WHERE hidden != 1 ORDER BY cid",
      [layer.name]
    ) { row in
      columns.append((row.text(0) ?? "", row.text(1)?.uppercased() ?? "", row.integer(2)))
      return true
    }
    key = columns.filter { $0.rank > 0 }.sorted { $0.rank < $1.rank }.map(\.name)
    if layer.isView {
      let named = columns.first { $0.name.lowercased() == "ogc_fid" }
      if let first = named ?? columns.first, first.type.contains("INT") { key = [first.name] }
    }
    for column in columns {
      if let geometry = layer.geometryColumn, column.name.lowercased() == geometry.lowercased() {
        hasGeometry = true
      } else if key == [column.name], Self.madeKeys.contains(column.name.lowercased()) {
        continue
      } else if column.type.contains("BLOB") {
        leftOut.append(column.name)
      } else {
        attributes.append(Attribute(name: column.name, isTruth: column.type == "BOOLEAN"))
      }
    }
  }

  /// The query for all rows: the key, the geometry, the attributes.
  func query(_ layer: GeoPackageReader.Layer) -> String {
    let quoted = GeoPackageTable.quoted
    let first = key.count == 1 ? quoted(key[0]) : "NULL"
    let geometry = hasGeometry ? layer.geometryColumn.map(quoted) ?? "NULL" : "NULL"
    let columns = [first, geometry] + attributes.map { quoted($0.name) }
    let order = key.isEmpty ? "" : " ORDER BY " + key.map(quoted).joined(separator: ", ")
    return "SELECT \(columns.joined(separator: ", ")) FROM \(quoted(layer.name))\(order)"
  }
}
