import LandCadastre
import LandGeometry
import LandLayers
import LandReport
import LandSurvey

extension Inspection {
  /// The inspection as a JSON object; it does not change with the language.
  public var json: JSONObject {
    var json = JSONObject()
    json.set("file", .code(FileName.last(file)))
    json.set("bytes", .integer(byteCount))
    json.set("format", .code(format))
    json.set("encoding", .code(encoding))
    if !notes.isEmpty { json.set("notes", .list(notes.map(\.en))) }
    json.set("role", .code(role.rawValue))
    json.set("count", .integer(count))
    if !states.isEmpty {
      var geometry = JSONObject()
      for (state, count) in states.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        geometry.set(state.word, .integer(count))
      }
      json.object("geometry", geometry)
      json.set("vertices", .integer(vertexCount))
    }
    json.set("declared_crs", .code(declaredCRS ?? ""))
    if let system {
      json.set("crs", .code(system.name))
      json.set("crs_source", .code(system.source.rawValue))
    }
    if !extent.isEmpty {
      var box = JSONObject()
      box.set("min_x", .number(extent.minX, decimals: 9))
      box.set("min_y", .number(extent.minY, decimals: 9))
      box.set("max_x", .number(extent.maxX, decimals: 9))
      box.set("max_y", .number(extent.maxY, decimals: 9))
      json.object("extent", box)
    }
    json.objects(
      "columns",
      columns.map { column in
        var json = JSONObject()
        json.set("name", .text(column.name))
        json.set("field", .code(column.field ?? ""))
        json.set("unit", .code(column.unit ?? ""))
        if column.factor != 1 { json.set("factor", .number(column.factor, decimals: 9)) }
        if let meant = column.meant { json.set("meant", .text(meant)) }
        return json
      })
    var counts: [FindingCode: Int] = [:]
    for finding in findings { counts[finding.code, default: 0] += 1 }
    var codes = JSONObject()
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      codes.set(code.rawValue, .integer(count))
    }
    json.object("findings", codes)
    return json
  }
}

extension GeometryState {
  /// A stable word for machine output.
  public var word: String {
    switch self {
    case .polygon: "polygon"
    case .missing: "missing"
    case .empty: "empty"
    case .tooFewPoints: "too_few_points"
    case .otherType: "other_type"
    case .unreadable: "unreadable"
    }
  }
}
