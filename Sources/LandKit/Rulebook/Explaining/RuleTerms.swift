import LandGeometry

extension RuleSubject {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .parcel: Bilingual(zh: "宗地", en: "parcel")
    case .project: Bilingual(zh: "项目", en: "project")
    case .enterprise: Bilingual(zh: "企业", en: "enterprise")
    case .zone: Bilingual(zh: "开发区", en: "zone")
    case .city: Bilingual(zh: "市县", en: "city")
    case .province: Bilingual(zh: "全省", en: "province")
    case .application: Bilingual(zh: "申请", en: "application")
    }
  }
}

extension Rule.Kind {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .gate: Bilingual(zh: "准入条件", en: "gate")
    case .indicator: Bilingual(zh: "指标", en: "indicator")
    case .target: Bilingual(zh: "目标", en: "target")
    case .procedure: Bilingual(zh: "程序", en: "procedure")
    case .material: Bilingual(zh: "材料", en: "material")
    case .definition: Bilingual(zh: "定义", en: "definition")
    case .direction: Bilingual(zh: "导向", en: "direction")
    }
  }
}

extension ZoneAct {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .expansion: Bilingual(zh: "扩区", en: "expansion")
    case .adjustment: Bilingual(zh: "调区", en: "adjustment")
    case .renameIndustrial: Bilingual(zh: "更名为工业园区", en: "rename to industrial park")
    case .renameHightech: Bilingual(zh: "更名为高新技术产业园区", en: "rename to high-tech park")
    case .renameEconomic: Bilingual(zh: "更名为经济开发区", en: "rename to economic development zone")
    case .merger: Bilingual(zh: "整合", en: "merger")
    case .conversion: Bilingual(zh: "转为城市综合功能区", en: "conversion to an urban area")
    }
  }
}

extension Rule.Softness {
  /// How the clause binds, with the verdict that a miss gives.
  public var words: Bilingual {
    switch self {
    case .strict:
      Bilingual(zh: "刚性要求,未达到判为 notMet", en: "without exception; a miss is notMet")
    case .general:
      Bilingual(
        zh: "软性要求(“一般”“可以”等),未达到判为 needsReasons(须说明理由)",
        en: "soft (一般, 可以: as a rule, may); a miss is needsReasons: reasons have to be given")
    case .principle:
      Bilingual(
        zh: "“原则上”,未达到判为 needsReasons(须说明理由)",
        en: "原则上 (in principle); a miss is needsReasons: reasons have to be given")
    }
  }
}

extension Verification {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .verified: Bilingual(zh: "已通读原文", en: "verified: read in full")
    case .secondary: Bilingual(zh: "据转载或引文", en: "secondary: read in a copy or quotation")
    case .unverified:
      Bilingual(zh: "未核实,须对照正式文本", en: "unverified: to be checked against the official text")
    case .ours: Bilingual(zh: "本程序设定,不是法律", en: "ours: a setting of this program, not law")
    }
  }
}

extension Comparison {
  /// The word of the clause; the limit follows it.
  public var words: Bilingual {
    switch self {
    case .below: Bilingual(zh: "低于", en: "below")
    case .atMost: Bilingual(zh: "不超过", en: "at most")
    case .above: Bilingual(zh: "超过", en: "above")
    case .atLeast: Bilingual(zh: "不低于", en: "at least")
    case .equal: Bilingual(zh: "等于", en: "equal to")
    }
  }

  /// The word of `compare` in a rulebook.
  public var key: String {
    switch self {
    case .below: "below"
    case .atMost: "at_most"
    case .above: "above"
    case .atLeast: "at_least"
    case .equal: "equals"
    }
  }

  /// Whether the figure itself counts, in words (Civil Code Art. 1259); nil where the question does
  /// not arise.
  public var boundaryWords: Bilingual? {
    includesLimit.map {
      $0
        ? Bilingual(zh: "含本数", en: "the figure itself counts")
        : Bilingual(zh: "不含本数", en: "the figure itself does not count")
    }
  }
}

extension Bilingual {
  /// The same text in both languages.
  public init(both text: String) { self.init(zh: text, en: text) }

  /// Texts one after another.
  static func joined(_ parts: [Bilingual], zh: String = "、", en: String = ", ") -> Bilingual {
    Bilingual(
      zh: parts.map(\.zh).joined(separator: zh), en: parts.map(\.en).joined(separator: en))
  }

  static func + (a: Bilingual, b: Bilingual) -> Bilingual {
    Bilingual(zh: a.zh + b.zh, en: a.en + b.en)
  }

  static func + (a: Bilingual, b: String) -> Bilingual { a + Bilingual(both: b) }
  static func + (a: String, b: Bilingual) -> Bilingual { Bilingual(both: a) + b }
}
