import GRDB
import LandCadastre

/// How a layer is drawn, as the table `layer_styles` keeps it: QGIS makes and reads this table, GDAL
/// and GeoServer know it, too. It is no part of the standard.
public struct GeoPackageStyle: Hashable, Sendable {
  /// The table of the layer.
  public var layer: String
  /// Name for people.
  public var name: String
  /// What it shows.
  public var summary: String
  /// The style as QGIS keeps it.
  public var qml: String
  /// The same as Styled Layer Descriptor (OGC 05-078r4), for other programs.
  public var sld: String

  /// A style, the default one of its layer.
  public init(layer: String, name: String, summary: String, qml: String, sld: String) {
    self.layer = layer
    self.name = name
    self.summary = summary
    self.qml = qml
    self.sld = sld
  }
}

extension GeoPackageSchema {
  /// The table with the columns that QGIS gives it; its default of `update_time`, the clock, is left
  /// out.
  private static let styleTable = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      f_table_catalog TEXT(256),
      f_table_schema TEXT(256),
      f_table_name TEXT(256),
      f_geometry_column TEXT(256),
      styleName TEXT(30),
      styleQML TEXT,
      styleSLD TEXT,
      useAsDefault BOOLEAN,
      description TEXT,
      owner TEXT(30),
      ui TEXT(30),
      update_time DATETIME
    )
    """

  /// Makes the table of styles, registers it as a table of attributes and fills it.
  static func add(_ styles: [GeoPackageStyle], day: CalendarDate, in db: Database) throws {
    try db.execute(sql: styleTable)
    try register(
      GeoPackageTable(name: "layer_styles", title: "layer_styles", shape: nil, columns: []),
      day: day, in: db)
    for style in styles {
      try db.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
            f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
            ui, update_time)
          VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', NULL, ?)
          """,
        arguments: [
          style.layer, GeoPackageTable.geometryColumn, style.name, style.qml, style.sld,
          style.summary, timestamp(day),
        ])
    }
  }
}
