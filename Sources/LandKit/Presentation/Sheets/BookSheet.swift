import LandCadastre
import LandDocuments
import LandGeometry
import LandWorkbook

/// Makes sheets of the tables of an audit.
struct BookSheet {
  let language: Document.Language

  /// A table with its columns: those named first, then the others in their own order.
  func sheet(
    _ caption: Bilingual, _ table: BookTable, first: [String], without: Set<String> = [],
    adding added: [(after: String, column: BookCells)] = []
  ) -> StreamedTable {
    let rest = table.names.filter { !first.contains($0) && !without.contains($0) }
    var columns: [BookCells] = []
    for name in first.filter({ table[$0].exists }) + rest {
      columns.append(BookCells(table[name], .of(name), language))
      columns += added.filter { $0.after == name }.map(\.column)
    }
    let cells = columns.map(\.cell)
    return StreamedTable(
      caption: language(caption), columns: columns.map(\.column), count: table.count
    ) { row in cells.map { $0(row) } }
  }

  func parcels(_ book: AuditBook) -> StreamedTable {
    sheet(
      Bilingual(zh: "宗地", en: "Parcels"), book.parcels,
      first: [
        "parcel_id", "holder", "zone_id", "land_use", "supply_state", "idle_state", "idle_clause",
        "verdict", "planar_area_m2", "contract_area_m2", "area_diff_m2", "area_diff_share",
        "area_tolerance_m2", "area_verdict", "footprint_m2", "density", "counted_floor_m2",
        "plot_ratio",
      ],
      // The same in every row: said once, in the notes.
      without: ["as_of", "rulebook"])
  }

  func contracts(_ book: AuditBook) -> StreamedTable {
    sheet(
      Bilingual(zh: "合同", en: "Contracts"), book.contracts,
      first: ["parcel_id", "contract_no", "supervision_no", "parcel_share", "contract_area_m2"])
  }

  func findings(_ book: AuditBook) -> StreamedTable {
    let code = book.findings["code"]
    let value = book.findings["unit"]
    let texts = FindingLabels(language)
    // Their decimals are those of the row's unit.
    let figures = ["value", "limit", "distance_to_limit"].map { name in
      let figure = book.findings[name]
      return BookCells(BookHeading.of(name).text(language)) { row in
        figure.number(row).map { .number($0, Self.decimals(value.text(row))) } ?? .empty
      }
    }
    let title = BookCells(language("问题", "finding")) { texts.title(code.text($0)) }
    let remedy = BookCells(language("处理办法", "remedy")) { texts.remedy(code.text($0)) }
    let unit = BookCells(BookHeading.of("unit").text(language)) {
      .text(value.text($0).map { FindingUnit.label($0, language) })
    }
    return sheet(
      Bilingual(zh: "问题", en: "Findings"), book.findings,
      first: [
        "finding_id", "code", "severity", "subject_kind", "subject_id", "other_id", "clause",
        "verdict", "comparison", "missing",
      ],
      without: ["value", "limit", "distance_to_limit", "unit"],
      adding: [
        ("code", title), ("verdict", figures[0]), ("comparison", figures[1]),
        ("comparison", unit), ("comparison", figures[2]), ("missing", remedy),
      ])
  }

  func overlaps(_ book: AuditBook) -> StreamedTable {
    sheet(Bilingual(zh: "重叠", en: "Overlaps"), book.overlaps, first: ["parcel_a"])
  }

  func zones(_ book: AuditBook) -> StreamedTable {
    sheet(
      Bilingual(zh: "开发区", en: "Zones"), book.zones, first: ["zone_id", "zone_name"])
  }

  /// Decimals of a figure by its unit: m² 2, days 0, quotients 4.
  static func decimals(_ unit: String?) -> Int {
    switch unit {
    case "m2", "wan", "wan_per_ha", "%": 2
    case "d", "parcels", "months", "years": 0
    default: 4
    }
  }
}

/// Units of findings as people write them.
enum FindingUnit {
  static func label(_ unit: String, _ language: Document.Language) -> String {
    switch unit {
    case "m2": "m²"
    case "d": language("天", "days")
    case "wan": language("万元", "10,000 yuan")
    case "wan_per_ha": language("万元/公顷", "10,000 yuan/ha")
    case "deg": "°"
    case "parcels": language("宗", "parcels")
    default: unit
    }
  }
}

/// Title and remedy of each finding code, once for all rows.
struct FindingLabels: Sendable {
  private let titles: [String: DocumentCell]
  private let remedies: [String: DocumentCell]

  init(_ language: Document.Language) {
    titles = Dictionary(
      uniqueKeysWithValues: FindingCode.allCases.map {
        ($0.rawValue, .text(language($0.title)))
      })
    remedies = Dictionary(
      uniqueKeysWithValues: FindingCode.allCases.map {
        ($0.rawValue, .text(language($0.remedy)))
      })
  }

  func title(_ code: String?) -> DocumentCell { code.flatMap { titles[$0] } ?? .empty }
  func remedy(_ code: String?) -> DocumentCell { code.flatMap { remedies[$0] } ?? .empty }
}
