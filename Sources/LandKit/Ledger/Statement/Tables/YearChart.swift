import LandDocuments

/// A year of a series: idle land at its end and land disposed of in it.
public struct YearPoint: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// Idle at the end of the year, m²; nil where the area of a case is not known.
  public var idle: Double?
  /// Of cases ended within the year, m²; nil where the area of one is not known.
  public var disposed: Double?

  /// A year.
  public init(year: Int, idle: Double?, disposed: Double?) {
    (self.year, self.idle, self.disposed) = (year, idle, disposed)
  }
}

/// Idle land year by year as a drawing.
public struct YearChart: Sendable {
  /// The most years that are drawn, the last ones. Ours: ten take most of an upright page.
  public static let most = 10

  /// The years, all of them.
  public let points: [YearPoint]
  let language: Document.Language

  /// A chart of years in their order.
  public init(_ points: [YearPoint], language: Document.Language) {
    (self.points, self.language) = (points, language)
  }

  /// What it shows, and what it leaves out.
  public var caption: String {
    language("历年年末闲置和当年处置面积", "Idle at the end of each year, and disposed of in it")
      + (points.count > Self.most
        ? language("（最近\(Self.most)年）", " (the last \(Self.most) years)") : "")
  }

  /// The drawing as a part of a paper; nil for fewer than two years and where no area is known.
  public func block() -> Block? {
    let shown = points.suffix(Self.most)
    guard points.count > 1, shown.contains(where: { $0.idle != nil || $0.disposed != nil })
    else { return nil }
    let bars = shown.flatMap { point in
      [
        BarChart.Bar(
          name: String(point.year), value: point.idle ?? .nan,
          words: words(language("年末闲置", "idle at the end"), point.idle), colour: .orange,
          hatch: .forward),
        BarChart.Bar(
          name: "", value: point.disposed ?? .nan,
          words: words(language("当年处置", "disposed of"), point.disposed), colour: .blue,
          hatch: .horizontal),
      ]
    }
    let chart = BarChart(
      name: "chartyears", title: caption, bars: bars, nameWidth: 70, wordWidth: 240)
    return .figure(svg: chart.svg(), caption: caption)
  }

  private func words(_ name: String, _ area: Double?) -> String {
    name + " "
      + (area.map { GroupedNumber.text($0 / 10_000, 4) + language(" 公顷", " ha") }
        ?? language("未知", "unknown"))
  }
}

extension MultiYearStatement {
  /// What the chart of the years shows, as known now.
  public var points: [YearPoint] {
    years.map { year in
      YearPoint(
        year: year.now.year, idle: year.now.idle[.closing].wholeArea,
        disposed: year.now.idle.total(.removed).wholeArea)
    }
  }
}
