import LandGeometry

extension ApprovalKind {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .original: Bilingual(zh: "设立", en: "original")
    case .expansion: Bilingual(zh: "扩区", en: "expansion")
    case .reduction: Bilingual(zh: "核减", en: "reduction")
    case .relocation: Bilingual(zh: "调区", en: "relocation")
    }
  }
}

extension ZoneLevel {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .national: Bilingual(zh: "国家级", en: "national")
    case .provincial: Bilingual(zh: "省级", en: "provincial")
    case .other: Bilingual(zh: "其他", en: "other")
    }
  }
}

extension ZoneEventKind {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .illegalUse: Bilingual(zh: "违法用地", en: "illegal use of land")
    case .illegalBuilding: Bilingual(zh: "违法建设", en: "illegal building")
    case .security: Bilingual(zh: "危害国家安全", en: "national security")
    case .pollution: Bilingual(zh: "环境污染", en: "pollution")
    case .safety: Bilingual(zh: "安全生产", en: "work safety")
    }
  }
}

extension EventGrade {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .minor: Bilingual(zh: "轻微", en: "minor")
    case .ordinary: Bilingual(zh: "一般", en: "ordinary")
    case .serious: Bilingual(zh: "严重、重大", en: "serious")
    }
  }
}

extension RelocationCause {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .geology: Bilingual(zh: "地质、地貌结构发生变化", en: "change of geology or landform")
    case .planRevision:
      Bilingual(zh: "城镇总体规划、土地利用规划修编或者调整", en: "revision of the town or land use plan")
    case .other: Bilingual(zh: "其他原因", en: "another cause")
    }
  }
}

extension SupplyReading {
  /// What it counts.
  public var meaning: Bilingual {
    switch self {
    case .r1:
      Bilingual(zh: "已达到供地条件而未供应 ÷ 已达到供地条件", en: "ready, not supplied ÷ ready")
    case .r2: Bilingual(zh: "可供应而未供应 ÷ 可供应", en: "suppliable, not supplied ÷ suppliable")
    case .r3: Bilingual(zh: "范围内未供应 ÷ 范围面积", en: "not supplied ÷ scope")
    }
  }
}
