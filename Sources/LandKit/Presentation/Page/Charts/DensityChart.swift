import LandDocuments
import LandLayers

extension ReportCharts {
  /// Building density against plot ratio, with the limits where one is the same for all contracts.
  func density() -> ReportChart? {
    let (density, ratio) = (report.book.parcels["density"], report.book.parcels["plot_ratio"])
    var cells: [Int: Int] = [:]
    var values: [(Double, Double)] = []
    for parcel in 0..<report.book.parcels.count {
      if let x = density.number(parcel), let y = ratio.number(parcel) { values.append((x, y)) }
    }
    guard !values.isEmpty else { return nil }
    let language = report.language
    // The axis of the plot ratio ends where one parcel of 200 lies beyond.
    let sorted = values.map(\.1).sorted()
    let top = max(1, sorted[(sorted.count - 1) * 199 / 200].rounded(.up))
    let beyond = values.count { $0.1 > top }
    let (left, right, upper, lower) = (60.0, 620.0, 20.0, 330.0)
    func x(_ value: Double) -> Double { left + min(1, value) * (right - left) }
    func y(_ value: Double) -> Double { lower - value / top * (lower - upper) }
    // One dot for all parcels of a small cell: a hundred thousand dots say no more.
    for value in values where value.1 <= top {
      let cell = Int(min(1, value.0) * 100) * 1000 + Int(value.1 / top * 80)
      cells[cell, default: 0] += 1
    }
    var chart = ChartText(name: "chartdensity", height: 380)
    for step in 0...4 {
      let share = Double(step) / 4
      chart.line(left, y(share * top), right, y(share * top), colour: "#CCCCCC")
      chart.text(
        FixedDecimal.text(share * top, 2), x: left - 6, y: y(share * top) + 4, size: 12,
        anchor: "end")
      chart.text(
        FixedDecimal.text(share, 2), x: x(share), y: lower + 17, size: 12, anchor: "middle")
    }
    for (cell, count) in cells.sorted(by: { $0.key < $1.key }) {
      chart.dot(
        x: x((Double(cell / 1000) + 0.5) / 100), y: y((Double(cell % 1000) + 0.5) / 80 * top),
        radius: min(7, 2 + Double(count).squareRoot() * 0.4), colour: .skyBlue)
    }
    var notes: [String] = []
    let ratioLimit = ControlLimit(code: "R523", in: report)
    let densityLimit = ControlLimit(code: "R524", in: report)
    if let limit = ratioLimit.single, limit <= top {
      chart.line(left, y(limit), right, y(limit), colour: "#D55E00", width: 2, dashes: "8 4")
      chart.text(ratioLimit.label, x: right - 4, y: y(limit) - 5, size: 12, anchor: "end")
    }
    if let limit = densityLimit.single, limit <= 1 {
      chart.line(x(limit), upper, x(limit), lower, colour: "#D55E00", width: 2, dashes: "8 4")
      chart.text(densityLimit.label, x: x(limit) + 5, y: upper + 12, size: 12)
    }
    notes.append(language("容积率：", "Plot ratio: ") + ratioLimit.note(language))
    notes.append(language("建筑密度：", "Density: ") + densityLimit.note(language))
    if beyond > 0 {
      notes.append(
        language("另有 \(beyond) 宗容积率超出图幅。", "\(beyond) parcels lie above the chart."))
    }
    chart.line(left, lower, right, lower)
    chart.line(left, upper, left, lower)
    chart.text(
      language("建筑密度", "Building density"), x: (left + right) / 2, y: 368, anchor: "middle")
    chart.text(
      language("容积率", "Plot ratio"), x: 16, y: (upper + lower) / 2, anchor: "middle", turned: true)
    let caption = language(
      "建筑密度与容积率（\(values.count) 宗）", "Building density and plot ratio of \(values.count) parcels")
    return ReportChart(
      caption: caption, svg: chart.svg(title: caption, description: notes.joined(separator: " ")),
      note: notes.joined(separator: language("", " "))
        + language("点越大，该处宗地越多。", " The larger a dot, the more parcels are there."))
  }
}

/// The limits that findings of a code were held against.
struct ControlLimit {
  private let lowest: Double
  private let highest: Double
  private let comparisons: Set<String>

  init(code: String, in report: AuditReport) {
    let (limit, comparison) = (report.book.findings["limit"], report.book.findings["comparison"])
    var (low, high) = (Double.infinity, -Double.infinity)
    var comparisons: Set<String> = []
    for group in report.groups.all where group.code == code {
      for row in group.rows {
        guard let value = limit.number(Int(row)) else { continue }
        low = min(low, value)
        high = max(high, value)
        comparisons.insert(comparison.text(Int(row)) ?? "")
      }
    }
    (lowest, highest, self.comparisons) = (low, high, comparisons)
  }

  /// The limit, if all findings have the same.
  var single: Double? { lowest == highest && comparisons.count == 1 ? lowest : nil }

  /// The limit with its sign.
  var label: String {
    let sign = comparisons.first.map { ["<=": "≤ ", ">=": "≥ "][$0] ?? $0 + " " } ?? ""
    return sign + FixedDecimal.text(lowest, 2)
  }

  /// What is said of it under the chart.
  func note(_ language: Document.Language) -> String {
    if lowest > highest {
      return language("发现的问题中没有给出控制值，未画线。", "no finding states a limit, so there is no line.")
    }
    if single != nil {
      return language(
        "虚线为发现的问题所依据的控制值 \(label)。", "the dashed line is the limit of the findings, \(label).")
    }
    let range = FixedDecimal.text(lowest, 2) + "–" + FixedDecimal.text(highest, 2)
    return language(
      "各宗约定的控制值不同（\(range)），未画线。", "the limits differ (\(range)), so there is no line.")
  }
}
