/// A unit of a figure: what it measures and how many base units it holds. Base units are m², 元,
/// 美元, a count, a month, a metre and a tonne of coal equivalent.
public struct Unit: Hashable, Sendable {
  /// What a unit measures: the exponent of each base unit.
  public struct Dimension: Hashable, Sendable {
    var area = 0
    var yuan = 0
    var dollar = 0
    var count = 0
    var months = 0
    var length = 0
    var energy = 0

    /// A plain number.
    public static let none = Dimension()

    static func + (a: Dimension, b: Dimension) -> Dimension {
      Dimension(
        area: a.area + b.area, yuan: a.yuan + b.yuan, dollar: a.dollar + b.dollar,
        count: a.count + b.count, months: a.months + b.months, length: a.length + b.length,
        energy: a.energy + b.energy)
    }
    static prefix func - (a: Dimension) -> Dimension {
      Dimension(
        area: -a.area, yuan: -a.yuan, dollar: -a.dollar, count: -a.count, months: -a.months,
        length: -a.length, energy: -a.energy)
    }
  }

  /// The unit as it is written in tables, `万元/亩`; empty for a plain number.
  public let symbol: String
  /// What it measures.
  public let dimension: Dimension
  /// Base units in one of it, as a quotient of whole numbers wherever it is one: 1 亩 is
  /// 10000/15 m², rounded once.
  let multiplier: Double
  let divisor: Double

  init(_ symbol: String, _ dimension: Dimension, _ multiplier: Double = 1, by divisor: Double = 1) {
    self.symbol = symbol
    self.dimension = dimension
    self.multiplier = multiplier
    self.divisor = divisor
  }

  /// A plain number.
  public static let one = Unit("", .none)

  /// A value in base units.
  func base(_ value: Double) -> Double { value * multiplier / divisor }

  /// A value in base units, in this unit.
  func value(ofBase base: Double) -> Double { base * divisor / multiplier }

  /// Years, months or days in one of a unit of time, for periods counted by the calendar.
  var period: Period? {
    guard dimension == Dimension(months: 1) else { return nil }
    return multiplier == 1 ? .months : divisor == 1 ? .years : .days
  }

  /// How a period is counted.
  enum Period: Sendable { case years, months, days }
}
