import LandGeometry

/// A unit that a header or a cell may name, with its factor to the canonical unit of its kind:
/// m² for areas, 万元 for money, 1 for shares, 万元/公顷 for investment intensity, 元/m² for prices of
/// land, m for lengths.
public enum FieldUnit: String, Hashable, Sendable, CaseIterable {
  case squareMetre = "m2"
  case tenThousandSquareMetres = "wan_m2"
  case hectare = "ha"
  case mu = "mu"
  case squareKilometre = "km2"
  case yuan = "yuan"
  case tenThousandYuan = "wan"
  case hundredMillionYuan = "yi"
  case percent = "%"
  case wanPerHectare = "wan_per_ha"
  case wanPerMu = "wan_per_mu"
  case yuanPerSquareMetre = "yuan_per_m2"
  case yuanPerMu = "yuan_per_mu"
  case metre = "m"
  case year = "a"
  case storey = "storey"
  case person = "person"

  /// What a unit measures.
  public enum Dimension: Hashable, Sendable {
    case area, money, share, intensity, unitPrice, length, time, count
  }

  /// What the unit measures.
  public var dimension: Dimension {
    switch self {
    case .squareMetre, .tenThousandSquareMetres, .hectare, .mu, .squareKilometre: .area
    case .yuan, .tenThousandYuan, .hundredMillionYuan: .money
    case .percent: .share
    case .wanPerHectare, .wanPerMu: .intensity
    case .yuanPerSquareMetre, .yuanPerMu: .unitPrice
    case .metre: .length
    case .year: .time
    case .storey, .person: .count
    }
  }

  /// The unit of a name as found in a header's brackets, after its suffix or behind a number;
  /// the name must be folded to half width.
  public init?(name: String) {
    switch TextFolding.lowercasedASCII(name.filter { $0 != " " }) {
    case "m2", "m^2", "sqm", "平方米", "平米", "平方公尺": self = .squareMetre
    case "万平方米", "万m2", "wan_m2": self = .tenThousandSquareMetres
    case "ha", "hm2", "公顷": self = .hectare
    case "mu", "亩", "市亩": self = .mu
    case "km2", "平方公里", "平方千米": self = .squareKilometre
    case "yuan", "元", "人民币元": self = .yuan
    case "wan", "万元", "人民币万元", "万": self = .tenThousandYuan
    case "yi", "亿元", "亿": self = .hundredMillionYuan
    case "%", "pct", "percent": self = .percent
    case "万元/公顷", "万元/ha", "wan/ha", "wan_per_ha", "万元每公顷": self = .wanPerHectare
    case "万元/亩", "万元/mu", "wan/mu", "wan_per_mu", "万元每亩": self = .wanPerMu
    case "元/平方米", "元/m2", "yuan/m2", "yuan_per_m2", "元每平方米": self = .yuanPerSquareMetre
    case "元/亩", "元/mu", "yuan/mu", "yuan_per_mu", "元每亩": self = .yuanPerMu
    case "m", "米": self = .metre
    case "年", "a", "years", "year": self = .year
    case "层", "f", "storeys", "floors": self = .storey
    case "人", "名", "persons", "people": self = .person
    default: return nil
    }
  }

  /// What people call it, where it stands behind an area or an amount of money; else its code.
  public var label: Bilingual {
    switch self {
    case .squareMetre: Bilingual(zh: "平方米", en: "m²")
    case .tenThousandSquareMetres: Bilingual(zh: "万平方米", en: "10 000 m²")
    case .hectare: Bilingual(zh: "公顷", en: "hectares")
    case .mu: Bilingual(zh: "亩", en: "mu")
    case .squareKilometre: Bilingual(zh: "平方公里", en: "km²")
    case .yuan: Bilingual(zh: "元", en: "yuan")
    case .tenThousandYuan: Bilingual(zh: "万元", en: "万元 (10 000 yuan)")
    case .hundredMillionYuan: Bilingual(zh: "亿元", en: "亿元 (100 million yuan)")
    default: Bilingual(zh: rawValue, en: rawValue)
    }
  }

  /// How a value in this unit becomes one in the canonical unit.
  public var scale: UnitScale {
    switch self {
    case .squareMetre, .tenThousandYuan, .wanPerHectare, .yuanPerSquareMetre, .metre, .year,
      .storey,
      .person:
      .one
    case .tenThousandSquareMetres, .hectare, .hundredMillionYuan:
      UnitScale(multiplier: 10_000, divisor: 1)
    case .mu: UnitScale(multiplier: 10_000, divisor: 15)
    case .squareKilometre: UnitScale(multiplier: 1_000_000, divisor: 1)
    case .yuan: UnitScale(multiplier: 1, divisor: 10_000)
    case .percent: UnitScale(multiplier: 1, divisor: 100)
    case .wanPerMu: UnitScale(multiplier: 15, divisor: 1)
    case .yuanPerMu: UnitScale(multiplier: 15, divisor: 10_000)
    }
  }
}

/// A factor kept as multiplier and divisor, both whole, so that 35 % becomes exactly what `0.35`
/// reads as, and 1 亩 = 10000/15 m² is rounded once.
public struct UnitScale: Hashable, Sendable {
  /// Multiplied with first.
  public var multiplier: Double
  /// Divided by afterwards.
  public var divisor: Double

  /// A factor of multiplier ÷ divisor.
  public init(multiplier: Double, divisor: Double) {
    self.multiplier = multiplier
    self.divisor = divisor
  }

  /// No change.
  public static let one = UnitScale(multiplier: 1, divisor: 1)

  /// The factor as one number.
  public var factor: Double { multiplier / divisor }

  /// A value in the canonical unit.
  public func apply(_ value: Double) -> Double { value * multiplier / divisor }
}
