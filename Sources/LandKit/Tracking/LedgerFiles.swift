import LandCadastre
import LandGeometry
import LandLayers
import LandLedger
import LandOutput
import LandReport

/// The files of an export, row by row. Numbers are written in the fewest digits that read as the
/// same number, so that nothing is lost.
enum LedgerFiles {
  /// Columns that hold texts of people; others are ids, codes, days and hashes of ours.
  private static let texts: Set<String> = [
    "document_no", "file_name", "name", "territory", "leading_industry", "holder", "columns",
    "rulebooks", "land_use",
  ]
  private static let truths: Set<String> = ["started", "finished"]

  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A table as CSV, its header first.
  static func write(
    _ table: LedgerTable, of reader: borrowing LedgerReader, to file: inout AtomicFile
  ) throws {
    let writer = TableWriter(
      table.columns.enumerated().map { index, name in
        Column<[LedgerValue]>(name, "Ledger/Store") { cell($0[index], name) }
      })
    try file.write(writer.csvHeader())
    // What is written is the file's; the reader lends its rows to a closure.
    try reader.each(table) { row in try file.write(writer.csv([row])) }
  }

  private static func cell(_ value: LedgerValue, _ column: String) -> Cell {
    switch value {
    case .null: .empty
    case .integer(let number):
      truths.contains(column) ? .truth(number != 0) : .integer(number)
    case .real(let number): .code("\(number)")
    case .text(let text): texts.contains(column) ? .text(text) : .code(text)
    }
  }

  /// The parcels of a survey as a GeoJSON collection in CGCS2000 longitude and latitude.
  static func write(
    _ survey: Int, of reader: borrowing LedgerReader, to file: inout AtomicFile
  ) throws {
    try file.write(head("survey_parcels"))
    var bytes: [UInt8] = []
    var isFirst = true
    try reader.eachParcel(of: survey) { parcel, geometry in
      bytes.removeAll(keepingCapacity: true)
      if !isFirst { bytes += Array(",\n".utf8) }
      isFirst = false
      bytes += Array("{\"type\":\"Feature\",\"properties\":{\"survey\":\(survey)".utf8)
      bytes += Array(",\"position\":\(parcel.index)".utf8)
      append("parcel_id", parcel.id, to: &bytes)
      append("zone_id", parcel.zoneID, to: &bytes)
      append("land_use", parcel.landUse, to: &bytes)
      bytes += Array(",\"planar_area_m2\":\(parcel.area.map { "\($0)" } ?? "null")".utf8)
      append("idle_state", parcel.idleState, to: &bytes)
      bytes += Array("},\"geometry\":".utf8)
      append(geometry, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      try file.write(bytes)
    }
    try file.write(tail)
  }

  /// The notes on the map as a GeoJSON collection.
  static func notes(_ notes: [SiteNote]) -> [UInt8] {
    var bytes = head("site_notes")
    for (index, note) in notes.enumerated() {
      if index > 0 { bytes += Array(",\n".utf8) }
      bytes += Array("{\"type\":\"Feature\",\"properties\":{\"number\":\(index + 1)".utf8)
      append("note", note.note, to: &bytes)
      append("author", note.author, to: &bytes)
      append("day", note.day, to: &bytes)
      let place = note.place.map { "{\"type\":\"Point\",\"coordinates\":[\($0.x),\($0.y)]}" }
      bytes += Array("},\"geometry\":\(place ?? "null")}".utf8)
    }
    return bytes + tail
  }

  /// What the ledger says of itself, with the end of its chain.
  static func identity(_ reader: borrowing LedgerReader) throws -> [UInt8] {
    let (identity, end) = (try reader.identity(), try reader.head())
    var json = JSONObject()
    json.set("schema", .code("landctl.ledger-export/1"))
    json.set("id", .code(identity.id))
    json.set("territory", .text(identity.territory))
    json.set("created", .day(identity.created))
    json.set("made_by", .text(identity.madeBy))
    json.set("ledger_schema", .code(identity.schema))
    json.set("head_number", .integer(end.number))
    json.set("head_hash", .code(end.hash))
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func head(_ name: String) -> [UInt8] {
    Array(
      ("{\"type\":\"FeatureCollection\",\"name\":\"\(name)\",\"crs\":{\"type\":\"name\","
        + "\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}},\"features\":[\n").utf8)
  }
  private static var tail: [UInt8] { Array("\n]}\n".utf8) }

  private static func append(_ name: String, _ text: String?, to bytes: inout [UInt8]) {
    bytes += Array(",\"\(name)\":".utf8)
    if let text { JSONString.append(text, to: &bytes) } else { bytes += Array("null".utf8) }
  }

  private static func append(_ geometry: PolygonColumns<Geographic>, to bytes: inout [UInt8]) {
    let polygons = geometry.polygons(of: 0)
    guard !polygons.isEmpty else {
      bytes += Array("null".utf8)
      return
    }
    func list<Items: Collection>(_ items: Items, _ body: (Items.Element) -> Void) {
      bytes.append(UInt8(ascii: "["))
      for (place, item) in items.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        body(item)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes += Array("{\"type\":\"MultiPolygon\",\"coordinates\":".utf8)
    list(polygons) { polygon in
      list(geometry.rings(of: polygon)) { ring in
        list(geometry.vertices(of: ring)) { vertex in
          bytes += Array("[\(geometry.x[vertex]),\(geometry.y[vertex])]".utf8)
        }
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
