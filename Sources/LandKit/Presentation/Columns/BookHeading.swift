import LandDocuments
import LandGeometry

/// What people call a column of an audit's tables, and what its values are.
struct BookHeading: Sendable {
  /// The stable name.
  let name: String
  /// What people call it, without the unit.
  let title: Bilingual
  /// Unit in both languages; empty for none.
  let unit: Bilingual
  /// What its values are.
  let format: BookFormat
  /// Whether an empty field is a figure that is not known; elsewhere it may just not apply.
  let isFigure: Bool

  init(
    _ name: String, _ zh: String, _ en: String, _ format: BookFormat, unit: BookUnit = .none,
    isFigure: Bool = false
  ) {
    self.name = name
    title = Bilingual(zh: zh, en: en)
    self.unit = unit.text
    self.format = format
    self.isFigure = isFigure
  }

  /// A column that no table here names, an own name of a later version.
  init(unnamed name: String) {
    self.init(name, name, name, .text)
  }

  /// The heading with its unit, `平面面积(m²)`.
  func text(_ language: Document.Language) -> String {
    let unit = language(unit)
    return DocumentTable.Column(language(title), unit: unit.isEmpty ? nil : unit).heading
  }

  /// The headings by name.
  static let all: [String: BookHeading] = Dictionary(
    (parcels + idle + contracts + findings + overlaps + zones).map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first })

  /// The heading of a column.
  static func of(_ name: String) -> BookHeading { all[name] ?? BookHeading(unnamed: name) }
}

/// Units as they stand in headings.
enum BookUnit: Sendable {
  case none, squareMetres, metres, days, months, years, wan, wanPerHectare

  var text: Bilingual {
    switch self {
    case .none: Bilingual(zh: "", en: "")
    case .squareMetres: Bilingual(zh: "m²", en: "m²")
    case .metres: Bilingual(zh: "m", en: "m")
    case .days: Bilingual(zh: "天", en: "days")
    case .months: Bilingual(zh: "月", en: "months")
    case .years: Bilingual(zh: "年", en: "years")
    case .wan: Bilingual(zh: "万元", en: "10,000 yuan")
    case .wanPerHectare: Bilingual(zh: "万元/公顷", en: "10,000 yuan/ha")
    }
  }
}
