import LandCadastre
import LandGeometry

/// The levels of zones that rules name.
enum ZoneLevelWords {
  /// What people call a level.
  static func label(_ level: String) -> Bilingual {
    ZoneLevel(rawValue: level)?.label ?? Bilingual(both: level)
  }
}

/// The kinds and grades of events that rules name.
enum EventWords {
  /// What people call a kind.
  static func kind(_ word: String) -> Bilingual {
    ZoneEventKind(rawValue: word)?.label ?? Bilingual(both: word)
  }

  /// What people call a grade; a rule means that grade or a graver one.
  static func grade(_ word: String) -> Bilingual {
    switch EventGrade(rawValue: word) {
    case .minor: Bilingual(zh: "轻微以上", en: "minor or graver")
    case .ordinary: Bilingual(zh: "一般以上", en: "ordinary or graver")
    case .serious: Bilingual(zh: "严重或重大", en: "serious")
    case nil: Bilingual(both: word)
    }
  }
}

/// The topics of attestations that the shipped books name.
public enum TopicWords {
  /// What people call a topic; one of the user's own is shown as it is written.
  public static func label(_ topic: String) -> Bilingual {
    labels[topic].map { Bilingual(zh: $0.0, en: $0.1) } ?? Bilingual(both: topic)
  }

  private static let labels: [String: (String, String)] = [
    "plan_economy": ("符合国民经济和社会发展规划", "conforms to the economic plan"),
    "plan_function_zone": ("符合主体功能区规划", "conforms to the functional-area plan"),
    "plan_town": ("符合城镇总体规划", "conforms to the town plan"),
    "plan_land": ("符合土地利用总体规划", "conforms to the land-use plan"),
    "plan_environment": ("符合环境保护规划", "conforms to the environmental plan"),
    "plan_zones": ("符合开发区总体发展规划", "conforms to the plan of zones"),
    "minerals": ("未压覆重要矿产", "no important minerals buried"),
    "hazard": ("不存在地质灾害隐患", "no geological hazard"),
    "environment": ("符合环保要求", "environmental rules kept"),
    "work_safety": ("符合安全生产要求", "work-safety rules kept"),
    "energy_saving": ("符合节能减排要求", "energy-saving rules kept"),
    "industry_position": ("产业定位清晰", "clear industry position"),
    "industry_plan": ("产业规划明确", "clear industry plan"),
    "prescribed_standards": ("达到规定标准", "prescribed standards reached"),
    "necessity": ("确有必要", "necessary"),
    "facilities": ("配套设施良好", "good facilities"),
    "management": ("管理体制健全", "sound management"),
    "boundary_unchanged": ("四至范围未变更", "boundary unchanged"),
    "layout_polygons": ("用地布局落实到图斑", "layout down to single polygons"),
    "merger_approval": ("名称变更、机构合并已批准", "change of name or body approved"),
    "zone_exit": ("已退出开发区管理体系", "left the register of zones"),
    "land_evaluation": ("已开展土地集约利用评价", "intensive land use evaluated"),
    "per_mu_ranking": ("已开展亩均排名", "ranked by figures per mu"),
    "project_register": ("已建立项目库", "register of projects kept"),
    "seven_services": ("达到七通一平", "seven services and levelled ground"),
  ]
}

extension Unit {
  /// The unit as people write it: the symbol in Chinese, words in English, where a plain count has
  /// none.
  public var label: Bilingual {
    let english = symbol.split(separator: "/").map { Self.english[String($0)] ?? String($0) }
    return Bilingual(zh: symbol, en: english.joined(separator: "/"))
  }

  private static let english: [String: String] = {
    var names = [
      "㎡": "m²", "m2": "m²", "万㎡": "wan m²", "公顷": "ha", "亩": "mu", "平方公里": "km²",
      "元": "yuan", "万元": "wan yuan", "亿元": "yi yuan", "万亿元": "trillion yuan",
      "美元": "USD", "万美元": "wan USD", "亿美元": "yi USD", "年": "years", "月": "months",
      "日": "days", "吨标煤": "tce", "万人": "wan",
    ]
    let counts = ["个", "家", "户", "项", "块", "份", "宗", "人", "次", "座", "所", "栋", "count"]
    for count in counts { names[count] = "" }
    return names
  }()
}

extension Bilingual {
  /// The text with a unit behind it; a language in which the unit has no name shows none.
  func with(_ unit: Unit) -> Bilingual {
    if unit.symbol == "%" { return self + "%" }
    var label = unit.label
    if en == "1", label.en.hasSuffix("s") { label.en.removeLast() }
    return Bilingual(
      zh: label.zh.isEmpty ? zh : "\(zh) \(label.zh)",
      en: label.en.isEmpty ? en : "\(en) \(label.en)")
  }

  /// The text with a unit behind it in brackets.
  func withBracketed(_ unit: Unit) -> Bilingual {
    let label = unit.label
    return Bilingual(
      zh: label.zh.isEmpty ? zh : "\(zh) (\(label.zh))",
      en: label.en.isEmpty ? en : "\(en) (\(label.en))")
  }
}
