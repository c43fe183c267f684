import LandGeometry
import LandLayers

extension GeoPackageReader {
  /// Whether a layer, or where none is named the file, has rows without geometry only.
  public func isTable(_ name: String?) throws(FormatError) -> Bool {
    if let name { return try named(name).kind == .attributes }
    return !layers.isEmpty && layers.allSatisfy { $0.kind == .attributes }
  }

  /// The layer of a name, else the only one of its kind.
  func choose(_ name: String?, _ kind: Layer.Kind) throws(FormatError) -> Layer {
    if let name { return try named(name) }
    var candidates = layers.filter { $0.kind == kind }
    // The attributes of features are a table, too.
    if candidates.isEmpty, kind == .attributes { candidates = layers }
    guard let only = candidates.first else {
      let others = layers.map(\.name)
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "没有\(kind == .features ? "矢量图层" : "表")"
            + (others.isEmpty ? "" : ",只有属性表:\(others.joined(separator: "、"))"),
          en: "no \(kind == .features ? "feature layer" : "table")"
            + (others.isEmpty ? "" : ", only attribute tables: \(others.joined(separator: ", "))")),
        remedy: Bilingual(
          zh: "请检查导出时所选的图层", en: "check which layers were chosen for the export"))
    }
    guard candidates.count == 1 else {
      let names = candidates.map(\.name)
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "有 \(names.count) 个图层:\(names.joined(separator: "、"))",
          en: "it has \(names.count) layers: \(names.joined(separator: ", "))"),
        remedy: Bilingual(
          zh: "请写明图层,如 \(file):\(only.name)", en: "name one, for example \(file):\(only.name)"))
    }
    return only
  }

  private func named(_ name: String) throws(FormatError) -> Layer {
    if let layer = layers.first(where: { $0.name == name }) { return layer }
    // SQLite itself does not tell cases apart.
    if let layer = layers.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return layer
    }
    let names = layers.map(\.name)
    let near = SpellingAid.nearest(to: name, among: names)
    throw FormatError(
      file: file,
      message: Bilingual(zh: "没有图层“\(name)”", en: "there is no layer '\(name)'"),
      remedy: Bilingual(
        zh: "\(near.map { "是否应为 \($0)?" } ?? "")图层有:\(names.joined(separator: "、"))",
        en: "\(near.map { "did you mean \($0)? " } ?? "")the layers are: "
          + names.joined(separator: ", ")))
  }

  /// The coordinate system of a layer, as a code of EPSG or well-known text; nil where the file
  /// leaves it open.
  func reference(_ id: Int, _ notes: inout [Bilingual]) throws(SQLiteFault) -> String? {
    // −1 and 0 are the standard's undefined systems, 99999 is GDAL's.
    guard id > 0, id != 99_999 else { return nil }
    var names: Set<String> = []
    try database.each("SELECT name FROM pragma_table_info('gpkg_spatial_ref_sys')") { row in
      names.insert(row.text(0)?.lowercased() ?? "")
      return true
    }
    let texts = ["definition_12_063", "definition"].filter(names.contains)
    var found: String?
    var isDescribed = false
    if names.isSuperset(of: ["srs_id", "organization", "organization_coordsys_id"]) {
      let columns = (["organization", "organization_coordsys_id"] + texts).joined(separator: ", ")
      try database.each(
        "SELECT \(columns) FROM gpkg_spatial_ref_sys WHERE srs_id = \(id)"
      ) { row in
        isDescribed = true
        let code = row.integer(1)
        if row.text(0)?.uppercased() == "EPSG", code > 0 {
          found = "EPSG:\(code)"
        } else {
          for column in texts.indices where found == nil {
            let text = row.text(column + 2) ?? ""
            if !text.isEmpty, text.lowercased() != "undefined" { found = text }
          }
        }
        return false
      }
    }
    if !isDescribed {
      notes.append(
        Bilingual(
          zh: "文件未说明坐标系 srs_id \(id)", en: "the file does not describe its system, srs_id \(id)"))
    }
    return found
  }
}
