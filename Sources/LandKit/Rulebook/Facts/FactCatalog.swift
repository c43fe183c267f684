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
      case .zone, .application: rows += zone + zoneFile + classes + statistics + aggregates
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
    case .text, .code: return FactDeclaration(name, .text, label)
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
    var text = name
    for ending in ["_wan_per_ha", "_yuan_per_m2", "_wan_m2", "_m2", "_ha", "_mu", "_wan", "_yi"]
    where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    return text.split(separator: "_").joined(separator: " ")
  }
}
