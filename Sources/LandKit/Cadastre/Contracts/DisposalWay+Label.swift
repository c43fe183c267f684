import LandGeometry

extension DisposalWay {
  /// What people call it, in the terms of Decree 53 Art. 12 and 14.
  public var label: Bilingual {
    switch self {
    case .start: Bilingual(zh: "动工开发", en: "development started")
    case .extend: Bilingual(zh: "延长动工开发期限", en: "agreed start put off")
    case .adjust: Bilingual(zh: "调整土地用途、规划条件", en: "use or planning conditions changed")
    case .temporary: Bilingual(zh: "政府安排临时使用", en: "temporary use by the government")
    case .buyback: Bilingual(zh: "协议有偿收回", en: "bought back by agreement")
    case .swap: Bilingual(zh: "置换土地", en: "swapped")
    case .fee: Bilingual(zh: "征缴土地闲置费", en: "fee for idle land")
    case .withdraw: Bilingual(zh: "无偿收回", en: "withdrawn without payment")
    case .other: Bilingual(zh: "其他方式", en: "another way")
    }
  }
}
