import Foundation
import LandCadastre
import LandDocuments
import LandGeometry
import LandSurvey

/// The data of a page, as the scripts read it: `landctl.report/1`.
struct ReportPayload {
  let report: AuditReport
  let map: ReportShapes

  /// The JSON. Parts that take long are made side by side; nothing depends on how many workers
  /// there are.
  func json(workers: Workers) -> [UInt8] {
    let language = report.language
    var json = PayloadText()
    json.raw("{")
    json.key("schema")
    json.text("landctl.report/1")
    json.key("lang")
    json.text(language.rawValue)
    json.key("title")
    json.text(report.title)
    json.key("words")
    json.raw("{")
    for (place, word) in PageWords.all.enumerated() {
      if place > 0 { json.raw(",") }
      json.text(word.key)
      json.raw(":")
      json.text(language(word.text))
    }
    json.raw("}")
    json.key("asOf")
    json.text(report.book.manifest.asOf.description)
    appendGrid(to: &json)
    json.key("simplified")
    json.optional(map.note(language))
    appendStates(to: &json)
    appendLayers(to: &json)
    appendParcels(workers, to: &json)
    appendOverlaps(to: &json)
    json.key("figures")
    json.list(FigureCatalogue.all) { $1.append(to: &$0, language) }
    json.key("findings")
    json.append(FindingPayload(report: report, placeOnPage: map.placeOnPage).json())
    json.raw("}")
    return json.bytes
  }

  private func appendGrid(to json: inout PayloadText) {
    let grid = map.grid
    json.key("grid")
    json.raw("{")
    json.key("lon0")
    json.number(grid.corner.x, 4)
    json.key("lat0")
    json.number(grid.corner.y, 4)
    json.key("step")
    json.number(grid.step, 7)
    json.key("kx")
    json.number(grid.kx, 9)
    json.key("ky")
    json.number(grid.ky, 9)
    json.raw("}")
  }

  private func appendStates(to json: inout PayloadText) {
    json.key("states")
    json.list(ReportState.allCases) { json, state in
      json.raw("{")
      json.key("key")
      json.text(state.key)
      json.key("label")
      json.text(report.language(state.label))
      json.key("colour")
      json.text(state.colour.rawValue)
      json.key("hatch")
      json.text(state.hatch?.rawValue ?? "none")
      json.key("sign")
      json.text(state.sign)
      json.raw("}")
    }
  }

  private func appendLayers(to json: inout PayloadText) {
    json.key("layers")
    json.raw("{")
    json.key("parcels")
    append(map.parcels, to: &json) { _ in }
    json.key("zones")
    if let zones = map.zones, let layer = report.zones {
      append(zones, to: &json) { json in
        json.key("ids")
        json.texts(layer.ids)
        json.key("names")
        json.texts(layer.names)
      }
    } else {
      json.raw("null")
    }
    json.key("buildings")
    if let buildings = map.buildings {
      append(buildings, to: &json) { _ in }
    } else {
      json.raw("null")
    }
    json.raw("}")
  }

  private func append(
    _ shapes: GridShapes, to json: inout PayloadText, _ more: (inout PayloadText) -> Void
  ) {
    json.raw("{")
    json.key("count")
    json.integer(shapes.featureCount)
    more(&json)
    json.key("shape")
    json.quoted(Array(Data(shapes.encoded()).base64EncodedData()))
    json.raw("}")
  }

  private func appendParcels(_ workers: Workers, to json: inout PayloadText) {
    let shown = map.shown
    let isLarge = shown.count > report.limits.exactParcels
    let columns = ParcelColumn.all.filter {
      shown.count <= report.limits.allColumns || !$0.isSecondary
    }
    json.key("parcels")
    json.raw("{")
    json.key("count")
    json.integer(shown.count)
    let (book, language) = (report.book, report.language)
    let parts = workers.map(columns.count, size: 1) { range in
      let column = columns[range.lowerBound]
      let figure = FigureCatalogue.all.firstIndex { $0.key == column.key }
      return column.json(book, rows: shown, language: language, figure: figure, isShort: isLarge)
    }
    json.key("columns")
    json.list(parts) { $0.append($1) }
    json.key("table")
    json.integers(columns.indices.filter { columns[$0].isShown })
    json.key("search")
    json.integers(columns.indices.filter { columns[$0].isSearched })
    json.key("state")
    json.integers(shown.lazy.map { report.basics.states[$0].rawValue })
    json.key("zone")
    let places = zonePlaces()
    json.integers(
      shown.lazy.map { parcel in
        let zone = Int(report.basics.zones[parcel])
        return zone < 0 ? -1 : places[zone]
      })
    json.raw("}")
  }

  /// For each row of `zones.csv` the zone in the layer; −1 where it is not there.
  private func zonePlaces() -> [Int] {
    let ids = report.book.zones["zone_id"]
    let layer = report.zones?.ids ?? []
    let known = Dictionary(
      layer.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return (0..<report.book.zones.count).map { row in ids.text(row).flatMap { known[$0] } ?? -1 }
  }

  private func appendOverlaps(to json: inout PayloadText) {
    let overlaps = report.book.overlaps
    let (a, b) = (overlaps["parcel_a"], overlaps["parcel_b"])
    let (kind, weight) = (overlaps["kind"], overlaps["class"])
    let area = overlaps["overlap_m2"]
    func place(_ id: String?) -> Int? {
      guard let id, let parcel = report.basics.index[id] else { return nil }
      let place = Int(map.placeOnPage[parcel])
      return place < 0 ? nil : place
    }
    var (first, second): ([Int], [Int]) = ([], [])
    var rows: [Int] = []
    var kinds = WordIndex()
    for row in 0..<overlaps.count {
      guard let one = place(a.text(row)), let other = place(b.text(row)) else { continue }
      first.append(one)
      second.append(other)
      rows.append(row)
      kinds.append((kind.text(row) ?? "") + ";" + (weight.text(row) ?? ""))
    }
    json.key("overlaps")
    json.raw("{")
    json.key("first")
    json.integers(first)
    json.key("second")
    json.integers(second)
    json.key("area")
    json.list(rows) { $0.number(area.number($1), 2) }
    json.key("kind")
    json.integers(kinds.places)
    json.key("kinds")
    json.texts(
      kinds.said { pair in
        let words = pair.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        return OverlapWords.kind(words.first ?? "", report.language) + report.language("，", ", ")
          + OverlapWords.weight(words.last ?? "", report.language)
      })
    json.raw("}")
  }
}

/// Overlaps in words of people.
enum OverlapWords {
  /// How two parcels lie to each other.
  static func kind(_ word: String, _ language: Document.Language) -> String {
    switch word {
    case "partial": language("部分重叠", "partial")
    case "contained": language("一宗包含另一宗", "one within the other")
    case "identical": language("两宗相同", "identical")
    default: word
    }
  }

  /// What an overlap weighs against the errors of boundary points.
  static func weight(_ word: String, _ language: Document.Language) -> String {
    switch word {
    case "noise": language("在点位中误差以内", "within the mean error of points")
    case "check": language("待核查", "to be checked")
    case "real": language("超出点位允许误差", "wider than points may err")
    default: word
    }
  }
}
