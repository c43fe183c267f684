import LandGeometry

extension IdleAssessment.State {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .notApplicable: Bilingual(zh: "不适用", en: "not applicable")
    case .notIdle: Bilingual(zh: "未闲置", en: "not idle")
    case .disposed: Bilingual(zh: "已处置", en: "disposed of")
    case .unknown: Bilingual(zh: "未知", en: "unknown")
    case .dueSoon: Bilingual(zh: "即将到期", en: "due soon")
    case .suspected: Bilingual(zh: "涉嫌闲置", en: "suspected idle")
    case .identified: Bilingual(zh: "已认定闲置", en: "found idle")
    }
  }
}

extension IdleAssessment.Clause {
  /// The paragraph of Decree 53 Art. 2.
  public var label: Bilingual {
    switch self {
    case .notStarted: Bilingual(zh: "第二条第一款", en: "Art. 2(1)")
    case .suspended: Bilingual(zh: "第二条第二款", en: "Art. 2(2)")
    }
  }
}

extension IdleAssessment.CauseClass {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .government: Bilingual(zh: "政府、政府有关部门行为", en: "government (Art. 8)")
    case .own: Bilingual(zh: "使用权人自身原因", en: "the user's own")
    case .mixed: Bilingual(zh: "混合", en: "mixed")
    case .forceMajeure: Bilingual(zh: "不可抗力", en: "force majeure")
    }
  }
}
