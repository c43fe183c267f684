import LandGeometry

extension LandClass {
  /// The official name; that of a subclass starts with the name of its class.
  public var label: Bilingual {
    switch self {
    case .a: Bilingual(zh: "已建成城镇建设用地", en: "built-up urban construction land")
    case .a1: Bilingual(zh: "已建成城镇建设用地–住宅", en: "built-up urban: housing")
    case .a2: Bilingual(zh: "已建成城镇建设用地–工矿仓储", en: "built-up urban: industry, mining, storage")
    case .a31: Bilingual(zh: "已建成城镇建设用地–街巷", en: "built-up urban: streets")
    case .a32: Bilingual(zh: "已建成城镇建设用地–其他交通", en: "built-up urban: other transport")
    case .a4: Bilingual(zh: "已建成城镇建设用地–商服", en: "built-up urban: commerce and services")
    case .a51: Bilingual(zh: "已建成城镇建设用地–公园与绿地", en: "built-up urban: parks and greens")
    case .a52:
      Bilingual(
        zh: "已建成城镇建设用地–其他公共管理与公共服务",
        en: "built-up urban: other public administration and services")
    case .a6: Bilingual(zh: "已建成城镇建设用地–其他", en: "built-up urban: other")
    case .b: Bilingual(zh: "未建成城镇建设用地", en: "urban construction land not built up")
    case .b11:
      Bilingual(
        zh: "未建成城镇建设用地–已建成农村工矿仓储",
        en: "not built up: built rural industry, mining, storage")
    case .b12:
      Bilingual(
        zh: "未建成城镇建设用地–其他已建成农村建设用地",
        en: "not built up: other built rural construction land")
    case .b21:
      Bilingual(
        zh: "未建成城镇建设用地–已达到供地条件的其他土地",
        en: "not built up: other land ready for supply")
    case .b22:
      Bilingual(
        zh: "未建成城镇建设用地–未达到供地条件的其他土地",
        en: "not built up: other land not ready for supply")
    case .c: Bilingual(zh: "不可建设土地", en: "land not to be built on")
    case .c1:
      Bilingual(
        zh: "不可建设土地–河湖及蓄滞洪区",
        en: "not to be built on: rivers, lakes, flood storage")
    case .c2: Bilingual(zh: "不可建设土地–自然生态保护区", en: "not to be built on: nature reserves")
    case .c3: Bilingual(zh: "不可建设土地–其他", en: "not to be built on: other")
    case .d: Bilingual(zh: "已供应国有建设用地", en: "supplied state construction land")
    case .d1: Bilingual(zh: "已供应国有建设用地–划拨", en: "supplied: allocated")
    case .d21: Bilingual(zh: "已供应国有建设用地–有偿使用且未到期", en: "supplied for a price, term running")
    case .d22:
      Bilingual(
        zh: "已供应国有建设用地–有偿使用且已到期但未处置",
        en: "supplied for a price, term ended, not disposed of")
    case .e: Bilingual(zh: "尚可供应土地", en: "land that can still be supplied")
    case .e1: Bilingual(zh: "尚可供应土地–尚可划拨", en: "still to be allocated")
    case .e21:
      Bilingual(
        zh: "尚可供应土地–尚可供应工矿仓储",
        en: "still to be supplied: industry, mining, storage")
    case .e22: Bilingual(zh: "尚可供应土地–其他尚可有偿使用", en: "still to be supplied for a price: other")
    case .f: Bilingual(zh: "不可供应土地", en: "land that cannot be supplied")
    case .g: Bilingual(zh: "闲置土地", en: "idle land")
    case .h1: Bilingual(zh: "一类高新技术产业用地", en: "high-tech industrial land, first class")
    case .h2: Bilingual(zh: "二类高新技术产业用地", en: "high-tech industrial land, second class")
    }
  }
}
