/// Classes of land in the evaluation of intensive land use of development zones (开发区土地集约利用
/// 评价): by state of building (A, B, C), by state of supply (D, E, F), idle land (G) and high-tech
/// land (H).
public enum LandClass: String, CaseIterable, Hashable, Sendable {
  /// 已建成城镇建设用地: 住宅 1, 工矿仓储 2, 街巷 31, 其他交通 32, 商服 4, 公园与绿地 51, 其他公共
  /// 管理与公共服务 52, 其他 6.
  case a = "A", a1 = "A1", a2 = "A2", a31 = "A31", a32 = "A32", a4 = "A4", a51 = "A51", a52 = "A52",
    a6 = "A6"
  /// 未建成城镇建设用地: 已建成农村工矿仓储 11, 其他已建成农村建设用地 12, 已达到供地条件 21, 未达到供地
  /// 条件 22.
  case b = "B", b11 = "B11", b12 = "B12", b21 = "B21", b22 = "B22"
  /// 不可建设土地: 河湖及蓄滞洪区 1, 自然生态保护区 2, 其他 3.
  case c = "C", c1 = "C1", c2 = "C2", c3 = "C3"
  /// 已供应国有建设用地: 划拨 1, 有偿使用且未到期 21, 有偿使用且已到期但未处置 22.
  case d = "D", d1 = "D1", d21 = "D21", d22 = "D22"
  /// 尚可供应土地: 尚可划拨 1, 尚可供应工矿仓储 21, 其他尚可有偿使用 22.
  case e = "E", e1 = "E1", e21 = "E21", e22 = "E22"
  /// 不可供应土地.
  case f = "F"
  /// 闲置土地.
  case g = "G"
  /// 一类、二类高新技术产业用地.
  case h1 = "H1", h2 = "H2"

  /// The classes that make up this one; empty where it is not divided.
  public var subclasses: [LandClass] {
    switch self {
    case .a: [.a1, .a2, .a31, .a32, .a4, .a51, .a52, .a6]
    case .b: [.b11, .b12, .b21, .b22]
    case .c: [.c1, .c2, .c3]
    case .d: [.d1, .d21, .d22]
    case .e: [.e1, .e21, .e22]
    default: []
    }
  }
}

/// The official areas of a zone.
public struct OfficialAreas: Hashable, Sendable {
  /// Total area, hectares.
  public var totalHa: Sourced<Double>?
  /// Areas by class, hectares, as the file gives them.
  public var classesHa: [LandClass: Sourced<Double>] = [:]
  /// Day that the areas are of.
  public var statisticsDate: Sourced<CalendarDate>?

  /// Areas of which nothing is known yet.
  public init() {}

  /// The area of a class in hectares: as given, else the sum of its direct subclasses where all of
  /// them are given; nil where neither is.
  public func areaHa(of landClass: LandClass) -> Double? {
    if let given = classesHa[landClass] { return given.value }
    let parts = landClass.subclasses
    return parts.isEmpty ? nil : sum(parts)
  }

  private func sum(_ classes: [LandClass]) -> Double? {
    var total = 0.0
    for part in classes {
      guard let area = classesHa[part]?.value else { return nil }
      total += area
    }
    return total
  }

  /// Two figures that should be equal and are not.
  public struct Imbalance: Hashable, Sendable {
    /// The sum, `A+B+C`.
    public var sum: String
    /// What it should equal, `total` or a class.
    public var whole: String
    /// Area of the sum, hectares.
    public var sumHa: Double
    /// Area of the whole, hectares.
    public var wholeHa: Double
  }

  /// Sums that are off by more than `tolerance` hectares: A+B+C and D+E+F against the total, and
  /// classes against their subclasses. Sums with an unknown part are left out.
  public func imbalances(tolerance: Double = 0.01) -> [Imbalance] {
    var found: [Imbalance] = []
    func compare(_ parts: [LandClass], _ sum: Double?, _ whole: String, _ area: Double?) {
      // Areas have two decimals as a rule; the slack is for their sum in binary.
      guard let sum, let area, abs(sum - area) > tolerance + 1e-9 else { return }
      found.append(
        Imbalance(
          sum: parts.map(\.rawValue).joined(separator: "+"), whole: whole, sumHa: sum,
          wholeHa: area))
    }
    for parts: [LandClass] in [[.a, .b, .c], [.d, .e, .f]] {
      let areas = parts.compactMap(areaHa(of:))
      let sum = areas.count == parts.count ? areas.reduce(0, +) : nil
      compare(parts, sum, "total", totalHa?.value)
    }
    for whole in LandClass.allCases where !whole.subclasses.isEmpty {
      compare(
        whole.subclasses, sum(whole.subclasses), whole.rawValue, classesHa[whole]?.value)
    }
    return found
  }
}
