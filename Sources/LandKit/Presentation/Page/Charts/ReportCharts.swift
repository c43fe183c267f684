import LandDocuments
import LandGeometry

/// The charts of a report, each a drawing that stays as it is: it is printed and needs no script.
struct ReportCharts {
  let report: AuditReport
  private var language: Document.Language { report.language }

  /// All charts that there are figures for.
  func all() -> [ReportChart] {
    [status(), ages(), density(), zones(), overlaps()].compactMap { $0 }
  }

  private func ha(_ area: Double) -> String {
    GroupedNumber.text(area / 10_000, 4) + language(" 公顷", " ha")
  }

  private func percent(_ share: Double) -> String { GroupedNumber.text(share * 100, 2) + " %" }

  /// Area and share of each state.
  func status() -> ReportChart? {
    let whole = report.figures.all.area
    let bars = ReportState.allCases.filter { report.figures.amount($0).count > 0 }.map { state in
      let amount = report.figures.amount(state)
      let share = whole > 0 ? " (" + percent(amount.area / whole) + ")" : ""
      return BarChart.Bar(
        name: language(state.label), value: amount.area,
        words: ha(amount.area) + share + language("，\(amount.count) 宗", ", \(amount.count)"),
        colour: state.colour, hatch: state.hatch)
    }
    guard !bars.isEmpty else { return nil }
    let caption = language("闲置状态（按平面面积）", "Idle state, by planar area")
    return ReportChart(
      caption: caption,
      svg: BarChart(name: "chartstatus", title: caption, bars: bars, wordWidth: 260).svg())
  }

  /// How long land has been idle, in completed months.
  func ages() -> ReportChart? {
    let months = report.book.parcels["idle_months"]
    var counts = [KeyFigures.Amount](repeating: KeyFigures.Amount(), count: IdleAge.allCases.count)
    for (parcel, state) in report.basics.states.enumerated()
    where state == .identified || state == .suspected {
      let age = IdleAge(months: months.integer(parcel))
      counts[age.rawValue].add(report.basics.idleAreas[parcel])
    }
    guard counts.contains(where: { $0.count > 0 }) else { return nil }
    let bars = IdleAge.allCases.filter { $0 != .unknown || counts[$0.rawValue].count > 0 }.map {
      age in
      let amount = counts[age.rawValue]
      return BarChart.Bar(
        name: language(age.label), value: Double(amount.count),
        words: language("\(amount.count) 宗，", "\(amount.count), ") + ha(amount.area),
        colour: .orange, hatch: .forward)
    }
    let caption = language("已认定和涉嫌闲置的时长", "How long land has been idle, found or suspected")
    return ReportChart(
      caption: caption,
      svg: BarChart(name: "chartages", title: caption, bars: bars).svg(),
      note: language(
        "按闲置起算日至截止日的整月数；分档为本程序的设定。",
        "Completed months from the first idle day to the day of the audit; the classes are ours."))
  }

  /// Share of idle and of remaining land of each zone.
  func zones() -> ReportChart? {
    let table = report.book.zones
    let (ids, names) = (table["zone_id"], table["zone_name"])
    var rows: [(name: String, idle: Double, left: Double)] = []
    for row in 0..<table.count {
      guard let approved = table["approved_m2"].number(row), approved > 0 else { continue }
      let suspected = table["idle_suspected_m2"].number(row)
      let found = table["idle_identified_m2"].number(row)
      let idle = suspected.flatMap { a in found.map { (a + $0) / approved } }
      let left = table["remaining_m2"].number(row).map { $0 / approved }
      guard idle != nil || left != nil else { continue }
      rows.append((names.text(row) ?? ids.text(row) ?? "", idle ?? .nan, left ?? .nan))
    }
    guard !rows.isEmpty else { return nil }
    let all = rows.count
    // The zones with most idle land; the table has all.
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a].idle, rows[b].idle)
      if first == second || (first.isNaN && second.isNaN) { return a < b }
      return second.isNaN || first > second
    }
    rows = order.prefix(15).map { rows[$0] }
    let bars = rows.flatMap { row in
      [
        BarChart.Bar(
          name: row.name, value: row.idle,
          words: language("闲置 ", "idle ") + said(row.idle), colour: .orange, hatch: .forward),
        BarChart.Bar(
          name: "", value: row.left, words: language("剩余 ", "left ") + said(row.left),
          colour: .bluishGreen),
      ]
    }
    let caption = language("各开发区闲置与剩余土地占范围面积的比例", "Idle and remaining land of each zone")
    return ReportChart(
      caption: caption,
      svg: BarChart(name: "chartzones", title: caption, bars: bars, nameWidth: 200, wordWidth: 160)
        .svg(),
      note: (all > rows.count
        ? language(
          "只画闲置比例最高的 \(rows.count) 个，全部见下表。",
          "The \(rows.count) with most idle land; all are in the table. ")
        : "")
        + language(
          "闲置 = 已认定与涉嫌闲置宗地并集；剩余 = 未被已供应宗地覆盖的面积。",
          "Idle: union of parcels found idle and suspected. Left: not covered by supplied parcels.")
    )
  }

  private func said(_ share: Double) -> String {
    share.isFinite ? percent(share) : language("未知", "unknown")
  }

  /// Overlaps by what they weigh.
  func overlaps() -> ReportChart? {
    let classes = report.book.manifest.overlapClasses
    guard classes.contains(where: { $0.pairs > 0 }) else { return nil }
    let colours: [String: (MapColour, MapHatch?)] = [
      "noise": (.white, nil), "check": (.yellow, .dots), "real": (.vermillion, .cross),
    ]
    let bars = classes.map { item in
      let (colour, hatch) = colours[item.class] ?? (.grey, nil)
      return BarChart.Bar(
        name: OverlapWords.weight(item.class, language), value: item.areaM2,
        words: language("\(item.pairs) 对，", "\(item.pairs) pairs, ")
          + GroupedNumber.text(item.areaM2, 2) + " m²",
        colour: colour, hatch: hatch)
    }
    let caption = language("宗地重叠", "Parcels that overlap")
    return ReportChart(
      caption: caption,
      svg: BarChart(
        name: "chartoverlaps", title: caption, bars: bars, nameWidth: 200, wordWidth: 190
      ).svg())
  }
}

/// How long land has been idle, in completed months. The first borders are those of the ledger's
/// classes, which follow Art. 14; the later ones are years counted on, and ours.
enum IdleAge: Int, CaseIterable, Sendable {
  case underOne, underTwo, underThree, underFive, fromFive, unknown

  init(months: Int?) {
    guard let months else {
      self = .unknown
      return
    }
    self =
      switch months {
      case ..<12: .underOne
      case ..<24: .underTwo
      case ..<36: .underThree
      case ..<60: .underFive
      default: .fromFive
      }
  }

  var label: Bilingual {
    switch self {
    case .underOne: Bilingual(zh: "不满1年", en: "under 1 year")
    case .underTwo: Bilingual(zh: "满1年不满2年", en: "1 to under 2 years")
    case .underThree: Bilingual(zh: "满2年不满3年", en: "2 to under 3 years")
    case .underFive: Bilingual(zh: "满3年不满5年", en: "3 to under 5 years")
    case .fromFive: Bilingual(zh: "满5年", en: "5 years or more")
    case .unknown: Bilingual(zh: "起算日未知", en: "first idle day not known")
    }
  }
}
