import LandGeometry

extension CaseStanding.Phase {
  /// What people call it, in the terms of Decree 53.
  public var label: Bilingual {
    switch self {
    case .suspected: Bilingual(zh: "涉嫌闲置", en: "suspected idle")
    case .investigating: Bilingual(zh: "调查核实", en: "under investigation")
    case .found: Bilingual(zh: "已认定", en: "found idle")
    case .disposing: Bilingual(zh: "拟订处置", en: "disposal being prepared")
    case .decided: Bilingual(zh: "已作决定", en: "decision served")
    case .deferred: Bilingual(zh: "处置中(重新起算)", en: "put off; the time counts anew")
    case .ended: Bilingual(zh: "已结案", en: "ended")
    }
  }
}

extension CaseStanding.Ending {
  /// What people call it, in the terms of Decree 53.
  public var label: Bilingual {
    switch self {
    case .start: Bilingual(zh: "动工开发", en: "development started")
    case .withdraw: Bilingual(zh: "无偿收回", en: "withdrawn without payment")
    case .buyback: Bilingual(zh: "协议有偿收回", en: "bought back by agreement")
    case .swap: Bilingual(zh: "置换土地", en: "swapped")
    case .notIdle: Bilingual(zh: "认定不属于闲置土地", en: "found not idle")
    }
  }
}

extension CaseStanding {
  /// What has to happen next, for people; nil where nothing has to. Under an approved plan the way
  /// that was agreed is carried out, and the plan alone says which.
  public var nextLabel: Bilingual? {
    if let nextStep { return nextStep.label }
    guard nextClause != nil else { return nil }
    return Bilingual(zh: "按批准的处置方案签订协议", en: "conclude the agreement under the approved plan")
  }
}
