import LandCadastre
import LandGeometry

/// The built-in facts by subject: what landctl reads or measures without any rulebook's asking.
public enum FactCatalog {
  /// The fact of a name for a subject; nil where there is none.
  public static func declaration(_ name: String, of subject: RuleSubject) -> FactDeclaration? {
    tables[subject]?[name]
  }

  /// All facts of a subject, by name.
  public static func declarations(of subject: RuleSubject) -> [FactDeclaration] {
    (tables[subject] ?? [:]).values.sorted { $0.name < $1.name }
  }

  private static let tables: [RuleSubject: [String: FactDeclaration]] = {
    var tables: [RuleSubject: [String: FactDeclaration]] = [:]
    for subject in RuleSubject.allCases {
      var rows = common
      switch subject {
      case .parcel: rows += parcel
      case .project: rows += parcel + project
      case .enterprise: rows += enterprise
      case .zone, .application:
        rows += zone + zoneFile + classes + supply + statistics + aggregates
        if subject == .application { rows += application }
      case .city, .province: break
      }
      var table: [String: FactDeclaration] = [:]
      if subject == .project {
        for field in Field.allCases where field.belongs(to: .contracts) {
          table[field.rawValue] = declaration(field)
        }
      }
      for (name, type, zh) in rows { table[name] = declaration(name, type, zh) }
      tables[subject] = table
    }
    return tables
  }()

  private static func declaration(_ name: String, _ type: String, _ zh: String) -> FactDeclaration {
    let label = Bilingual(zh: zh, en: words(name))
    switch type {
    case "yes/no": return FactDeclaration(name, .boolean, label)
    case "text": return FactDeclaration(name, .text, label)
    case "date": return FactDeclaration(name, .date, label)
    case "list": return FactDeclaration(name, .list, label)
    default: return FactDeclaration(name, Unit(name: type) ?? .one, label)
    }
  }

  private static func declaration(_ field: Field) -> FactDeclaration {
    let name = field.rawValue
    let label = Bilingual(zh: field.officialName, en: words(name))
    if name == "contract_clauses" { return FactDeclaration(name, .list, label) }
    switch field.valueKind {
    case .date: return FactDeclaration(name, .date, label)
    case .boolean: return FactDeclaration(name, .boolean, label)
    case .text, .code, .list: return FactDeclaration(name, .text, label)
    case .years: return FactDeclaration(name, Unit(name: "年") ?? .one, label)
    default: return FactDeclaration(name, unit(ofName: name), label)
    }
  }

  /// The unit at the end of a name.
  static func unit(ofName name: String) -> Unit {
    let endings = [
      ("_wan_per_ha", "万元/公顷"), ("_yuan_per_m2", "元/㎡"), ("_wan_m2", "万㎡"), ("_m2", "㎡"),
      ("_ha", "公顷"), ("_mu", "亩"), ("_wan", "万元"), ("_yi", "亿元"), ("_usd", "美元"),
      ("_m", "m"),
    ]
    let unit = endings.first { name.hasSuffix($0.0) }?.1
    return unit.flatMap { Unit(name: $0) } ?? .one
  }

  /// `planar_area_m2` as words, without the unit.
  private static func words(_ name: String) -> String {
    if let words = odd[name] { return words }
    if name.hasPrefix("class_") { return "area of class " + name.dropFirst(6).dropLast(3) }
    var text = name
    let endings = [
      "_wan_per_ha", "_yuan_per_m2", "_wan_m2", "_m2", "_ha", "_mu", "_wan", "_yi", "_usd",
    ]
    for ending in endings
    where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    return text.split(separator: "_").joined(separator: " ")
  }

  /// Names that do not say by themselves what they are.
  private static let odd: [String: String] = [
    "total_ha": "total area", "remaining_m2": "area left to supply", "supplied_m2": "supplied area",
    "unsupplied_m2": "area of parcels not supplied", "reserve_m2": "land in reserve",
    "supplied_industrial_m2": "supplied industrial land", "built_up_ha": "built-up area",
    "idle_suspected_m2": "area suspected idle", "idle_identified_m2": "area ever found idle",
    "idle_disposed_m2": "idle area disposed of", "idle_identified_count": "parcels ever found idle",
    "idle_disposed_count": "idle parcels disposed of", "rd_wan": "R&D expenditure",
    "year_begin": "end of the last year", "as_of": "as-of date",
    "as_of_year": "year of the as-of date",
    "ready_ha": "ready land", "ready_remaining_ha": "ready land not supplied",
    "suppliable_ha": "buildable land", "suppliable_remaining_ha": "buildable land not supplied",
    "layout_complete": "layout after the change without gap, overlap or uncoded polygon",
    "boundary_unchanged": "boundary the same before and after",
    "industrial": "for industry or storage", "land_area_m2": "land area",
  ]
}
