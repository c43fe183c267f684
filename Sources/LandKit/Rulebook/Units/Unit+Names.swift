extension Unit {
  /// The unit of a name, `公顷` or `万元/亩`; nil where it is not known.
  public init?(name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.trimmingBlanks }
    guard let first = parts.first, let numerator = Unit.simple(first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(
        first == "1" ? "" : first, numerator.dimension, numerator.multiplier, by: numerator.divisor)
      return
    }
    guard let denominator = Unit.simple(parts[1]), !denominator.symbol.isEmpty else { return nil }
    self.init(
      first + "/" + parts[1],
      numerator.dimension + -denominator.dimension,
      numerator.multiplier * denominator.divisor,
      by: numerator.divisor * denominator.multiplier)
  }

  private static func simple(_ name: String) -> Unit? {
    names[name] ?? names[name.lowercased()]
  }

  private static let names: [String: Unit] = {
    var names: [String: Unit] = [:]
    for (unit, spellings) in table {
      if !unit.symbol.isEmpty { names[unit.symbol] = unit }
      for spelling in spellings { names[spelling] = unit }
    }
    return names
  }()

  private static let area = Dimension(area: 1)
  private static let yuan = Dimension(yuan: 1)
  private static let dollar = Dimension(dollar: 1)
  private static let count = Dimension(count: 1)
  private static let time = Dimension(months: 1)

  private static let table: [(Unit, [String])] = [
    (.one, ["1"]),
    (Unit("%", .none, 1, by: 100), ["pp", "个百分点", "百分点"]),
    (Unit("㎡", area), ["m2", "m²", "平方米"]),
    (Unit("万㎡", area, 10_000), ["万m2", "万平方米"]),
    (Unit("公顷", area, 10_000), ["ha"]),
    (Unit("亩", area, 10_000, by: 15), ["mu"]),
    (Unit("平方公里", area, 1_000_000), ["km2"]),
    (Unit("元", yuan), ["yuan"]),
    (Unit("万元", yuan, 1e4), ["wan"]),
    (Unit("亿元", yuan, 1e8), ["yi"]),
    (Unit("万亿元", yuan, 1e12), ["万亿"]),
    (Unit("美元", dollar), ["usd"]),
    (Unit("万美元", dollar, 1e4), []),
    (Unit("亿美元", dollar, 1e8), []),
    (Unit("个", count), ["count", "家", "户", "项", "块", "份", "宗", "人", "次", "座", "所", "栋"]),
    (Unit("万人", count, 1e4), ["万家", "万个"]),
    (Unit("年", time, 12), ["a", "year", "years"]),
    (Unit("月", time), ["个月", "month", "months"]),
    // For plain figures in days; periods between two days are counted by the calendar.
    (Unit("日", time, 12, by: 365), ["d", "天", "day", "days", "工作日"]),
    (Unit("m", Dimension(length: 1)), ["米"]),
    (Unit("吨标煤", Dimension(energy: 1)), ["tce"]),
  ]
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
