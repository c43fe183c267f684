/// What GDAL's programs are told beside their arguments: no settings of the user's, no network, no
/// files that point elsewhere.
enum GDALEnvironment {
  /// Drivers that open what other files or machines hold, so that a file cannot send GDAL there.
  private static let skipped = [
    "VRT", "OGR_VRT", "HTTP", "WMS", "WCS", "WMTS", "WFS", "OAPIF", "OGCAPI", "CSW", "GMLAS",
    "Carto", "AmigoCloud", "Elasticsearch", "NGW", "PLSCENES", "PLMOSAIC", "EEDA", "EEDAI", "DAAS",
    "STACTA", "STACIT", "Selafin", "MySQL", "ODBC", "PGeo", "MSSQLSpatial", "OCI", "MongoDBv3",
    "HANA", "Idrisi", "GeoRSS", "GPSBabel", "CAD", "netCDF", "HDF5", "Zarr",
  ]

  /// The variables for a program whose files lie in a folder.
  ///
  /// - Parameters:
  ///   - outer: the variables of this process.
  ///   - home: the folder.
  ///   - hasNetwork: whether a database may be reached, whose driver is left out otherwise.
  static func variables(
    _ outer: [String: String], home: String, hasNetwork: Bool = false
  ) -> [String: String] {
    let foreign = ["GDAL_", "OGR_", "CPL_", "VSI_", "AWS_", "LC_", "GML_", "DXF_", "LIBKML_"]
    var inner = outer.filter { name, _ in
      !foreign.contains { name.hasPrefix($0) } && (hasNetwork || !name.hasPrefix("PG"))
    }
    // The first row of a sheet names its columns, and codes stay the digits they are.
    for kind in ["XLSX", "ODS", "XLS"] {
      inner["OGR_\(kind)_HEADERS"] = "FORCE"
      inner["OGR_\(kind)_FIELD_TYPES"] = "STRING"
    }
    inner["LANG"] = "C.UTF-8"
    // libpq looks for its own file of passwords where the user's home is.
    if hasNetwork, inner["PGPASSFILE"] == nil, let user = outer["HOME"] {
      inner["PGPASSFILE"] = user + "/.pgpass"
    }
    inner["HOME"] = home
    inner["TMPDIR"] = home
    inner["CPL_TMPDIR"] = home
    inner["GDAL_HTTP_PROXY"] = "127.0.0.1:9"
    inner["GDAL_SKIP"] = (skipped + (hasNetwork ? [] : ["PostgreSQL"])).joined(separator: ",")
    return inner
  }
}
