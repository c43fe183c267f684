import LandDocuments

/// A year of a series: idle land at its end and land disposed of in it.
public struct YearPoint: Sendable {
  /// The year.
  public var year: Int
  /// Idle at the end of the year, m².
  public var idle: Double
  /// Disposed of in the year, m².
  public var disposed: Double

  /// A year.
  public init(year: Int, idle: Double, disposed: Double) {
    (self.year, self.idle, self.disposed) = (year, idle, disposed)
  }
}

extension ReportCharts {
  /// Idle land year by year; nil without figures.
  static func years(_ points: [YearPoint], _ language: Document.Language) -> ReportChart? {
    let points = points.filter { $0.idle.isFinite && $0.disposed.isFinite }
    guard !points.isEmpty else { return nil }
    func words(_ name: String, _ area: Double) -> String {
      name + " " + GroupedNumber.text(area / 10_000, 4) + language(" 公顷", " ha")
    }
    let bars = points.flatMap { point in
      [
        BarChart.Bar(
          name: String(point.year), value: point.idle,
          words: words(language("年末闲置", "idle at the end"), point.idle), colour: .orange,
          hatch: .forward),
        BarChart.Bar(
          name: "", value: point.disposed,
          words: words(language("当年处置", "disposed of"), point.disposed), colour: .blue,
          hatch: .horizontal),
      ]
    }
    let caption = language("历年闲置土地", "Idle land year by year")
    return ReportChart(
      caption: caption,
      svg: BarChart(name: "chartyears", title: caption, bars: bars, nameWidth: 70, wordWidth: 240)
        .svg())
  }
}
