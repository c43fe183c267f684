import LandCadastre
import LandDocuments
import LandGeometry
import LandProjection
import LandRulebook

/// The findings of a page as JSON: all of them where they are few, else the first of each group.
struct FindingPayload {
  let report: AuditReport
  /// The place on the page of each parcel; −1 for one that the page does not hold.
  let placeOnPage: [Int32]

  private var language: Document.Language { report.language }

  /// The findings that the page lists, group by group.
  func json() -> PayloadText {
    let groups = report.groups.all
    let total = groups.reduce(0) { $0 + $1.rows.count }
    let most = total <= report.limits.findings ? Int.max : report.limits.findingsOfGroup
    var json = PayloadText()
    json.raw("{")
    json.key("groups")
    json.list(groups) { append($1, listed: min($1.rows.count, most), to: &$0) }
    var rows: [(group: Int, row: Int)] = []
    for (number, group) in groups.enumerated() {
      rows += group.rows.prefix(most).map { (number, Int($0)) }
    }
    json.key("group")
    json.integers(rows.map(\.group))
    appendColumns(rows.map(\.row), to: &json)
    json.raw("}")
    return json
  }

  private func append(_ group: FindingGroups.Group, listed: Int, to json: inout PayloadText) {
    json.raw("{")
    json.key("clause")
    json.text(report.law.citation(clause: group.clause, rulebook: group.rulebook))
    json.key("rule")
    json.text(group.rule)
    json.key("code")
    json.text(group.code)
    json.key("title")
    json.text(group.known.map { language($0.title) } ?? group.code)
    json.key("severity")
    json.text(group.severity.rawValue)
    json.key("severityLabel")
    json.text(language(group.severity.label))
    json.key("explanation")
    json.text(group.known.map { language($0.explanation) } ?? "")
    json.key("remedy")
    json.text(group.known.map { language($0.remedy) } ?? "")
    json.key("total")
    json.integer(group.rows.count)
    json.key("listed")
    json.integer(listed)
    json.raw("}")
  }

  private func appendColumns(_ rows: [Int], to json: inout PayloadText) {
    let findings = report.book.findings
    func texts(
      _ name: StaticString, _ column: String, _ say: (String) -> String = { $0 }
    ) {
      let column = findings[column]
      json.key(name)
      json.list(rows) { $0.text(column.text($1).map(say) ?? "") }
    }
    let (subject, other) = (findings["subject_id"], findings["other_id"])
    json.key("parcel")
    json.integers(rows.map(parcel))
    json.key("subject")
    json.list(rows) { json, row in
      let pair = [subject.text(row), other.text(row)].compactMap { $0 }
      json.text(pair.joined(separator: " ↔ "))
    }
    let unit = findings["unit"]
    for name: StaticString in ["value", "limit"] {
      let column = findings["\(name)"]
      json.key(name)
      json.list(rows) { $0.number(column.number($1), Self.decimals(unit.text($1))) }
    }
    texts("comparison", "comparison") { Self.comparisons[$0] ?? $0 }
    texts("unit", "unit") { Self.units[$0].map { language($0) } ?? $0 }
    texts("verdict", "verdict") { Self.verdicts[$0].map { language($0) } ?? $0 }
    texts("missing", "missing", names)
    texts("formula", "formula")
    texts("inputs", "inputs")
    texts("reading", "reading")
    json.key("place")
    let places = FindingPlaces(findings)
    json.list(rows) { json, row in
      guard let place = places.position(row) else {
        json.raw("null")
        return
      }
      json.raw("[")
      json.number(place.x, 7)
      json.raw(",")
      json.number(place.y, 7)
      json.raw("]")
    }
    texts("source", "source")
    texts("note", "note")
  }

  /// The parcel on the page that a finding is about; −1 for none.
  private func parcel(_ row: Int) -> Int {
    let findings = report.book.findings
    guard findings["subject_kind"].text(row) == "parcel" else { return -1 }
    // By its place in the file: an id may be there twice.
    let file = report.book.manifest.input("parcels")?.name
    var parcel = findings["feature_index"].integer(row)
    if let file, let named = findings["file"].text(row), named != file { parcel = nil }
    if parcel == nil {
      parcel = findings["subject_id"].text(row).flatMap { report.basics.index[$0] }
    }
    guard let parcel, placeOnPage.indices.contains(parcel) else { return -1 }
    return Int(placeOnPage[parcel])
  }

  private func names(_ missing: String) -> String {
    let names = missing.split(separator: ";").map { name in
      language == .zh ? Field(rawValue: String(name))?.officialName ?? String(name) : String(name)
    }
    return language.list(names)
  }

  /// Decimals that people are shown: areas have two (m²) or four (公顷), shares and ratios four.
  private static func decimals(_ unit: String?) -> Int { unit == "m2" ? 2 : 4 }

  private static let comparisons = ["<=": "≤", ">=": "≥"]
  private static let units = [
    "m2": Bilingual(zh: "m²", en: "m²"), "d": Bilingual(zh: "天", en: "days"),
  ]
  private static let verdicts: [String: Bilingual] = Dictionary(
    uniqueKeysWithValues: [
      Verdict.met, .notMet, .needsReasons, .unknown(missing: []), .notApplicable,
    ].map { ($0.word, $0.label) })
}

/// Where findings lie, in longitude and latitude.
struct FindingPlaces {
  private let x: BookColumn
  private let y: BookColumn
  private let crs: BookColumn

  init(_ findings: BookTable) {
    (x, y, crs) = (findings["x"], findings["y"], findings["crs"])
  }

  /// The place of a finding on CGCS2000; nil where it has none or none that can be shown.
  func position(_ row: Int) -> Coordinate? {
    guard let x = x.number(row), let y = y.number(row), let name = crs.text(row),
      let system = try? CoordinateSystem(name: name), system.isCGCS2000
    else { return nil }
    var place = Coordinate(x: x, y: y)
    if case .gaussKruger(let plane, _) = system { place = plane.inverse(place) }
    guard (-180...180).contains(place.x), (-90...90).contains(place.y) else { return nil }
    return place
  }
}

extension FindingCode.Severity {
  /// What people call it.
  var label: Bilingual {
    switch self {
    case .info: Bilingual(zh: "提示", en: "note")
    case .warning: Bilingual(zh: "警告", en: "warning")
    case .error: Bilingual(zh: "错误", en: "error")
    }
  }
}
