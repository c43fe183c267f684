import LandCadastre
import LandDocuments
import LandGeometry

/// The printed tables of a report.
struct ReportTables {
  let report: AuditReport
  private var language: Document.Language { report.language }
  private typealias Column = DocumentTable.Column

  private func table(_ caption: String, _ columns: [Column]) -> DocumentTable {
    DocumentTable(caption: caption, columns: columns)
  }

  /// All zones.
  func zones() -> DocumentTable {
    let ha = language("公顷", "ha")
    var table = self.table(
      language("开发区一览", "Zones"),
      [
        Column(language("开发区", "Zone")), Column(language("代码", "Code")),
        Column(language("宗地数", "Parcels")), Column(language("范围面积", "Approved"), unit: ha),
        Column(language("已供应", "Supplied"), unit: ha), Column(language("剩余", "Left"), unit: ha),
        Column(language("涉嫌闲置", "Suspected"), unit: ha),
        Column(language("已认定闲置", "Found idle"), unit: ha),
        Column(language("已处置", "Disposed of"), unit: ha),
        Column(language("处置率", "Disposal rate"), unit: "%"),
      ])
    let zones = report.book.zones
    for row in 0..<zones.count {
      var cells: [DocumentCell] = [
        .text(zones["zone_name"].text(row) ?? zones["zone_id"].text(row)),
        .code(zones["zone_id"].text(row)), .count(zones["parcels"].integer(row)),
      ]
      for name in [
        "approved_m2", "supplied_m2", "remaining_m2", "idle_suspected_m2", "idle_identified_m2",
        "idle_disposed_m2",
      ] { cells.append(.hectares(zones[name].number(row))) }
      cells.append(.percent(zones["disposal_rate_area"].number(row)))
      table.rows.append(cells)
    }
    table.note = language(
      "面积为并集，重叠部分不重复计算；处置率按面积，从未认定闲置土地的为未知。",
      "Areas are of unions, overlaps count once. The disposal rate is by area, unknown where nothing "
        + "was ever found idle.")
    return table
  }

  /// Idle parcels, found and suspected, the longest idle first.
  func idle() -> DocumentTable {
    var table = self.table(
      language("闲置土地清单（已认定与涉嫌）", "Idle land, found and suspected"),
      [
        Column(language("宗地代码", "Parcel")), Column(language("土地使用权人", "Holder")),
        Column(language("开发区", "Zone")),
        Column(language("状态", "State")), Column(language("条款", "Clause")),
        Column(language("闲置起算日", "Idle since")),
        Column(language("月数", "Months")), Column(language("面积", "Area"), unit: "m²"),
        Column(language("原因", "Cause")), Column(language("下一步", "Next step")),
      ])
    let parcels = report.book.parcels
    let days = parcels["idle_days"]
    var idle: [(row: Int, state: Int, days: Int)] = []
    for (row, state) in report.basics.states.enumerated()
    where state == .identified || state == .suspected {
      idle.append((row, state.rawValue, days.integer(row) ?? -1))
    }
    idle.sort { a, b in
      if a.state != b.state { return a.state < b.state }
      return a.days != b.days ? a.days > b.days : a.row < b.row
    }
    func said(_ key: String, _ row: Int) -> String? {
      guard let word = parcels[key].text(row) else { return nil }
      guard case .word(let say) = ParcelColumn.all.first(where: { $0.key == key })?.kind else {
        return word
      }
      return say(word, language)
    }
    func area(_ row: Int) -> Double? {
      let area = report.basics.areas[row]
      return area.isFinite ? area : nil
    }
    for (row, _, _) in idle.prefix(report.limits.idleRows) {
      let isFound = report.basics.states[row] == .identified
      table.rows.append([
        .code(report.basics.ids[row]),
        parcels["holder"].text(row).map { .text($0) } ?? .unknown,
        .code(parcels["zone_id"].text(row)),
        .text(language(report.basics.states[row].label), tone: isFound ? .bad : .attention),
        .text(said("idle_clause", row)),
        .day(parcels["idle_since"].day(row)), .count(parcels["idle_months"].integer(row)),
        .number(area(row), 2),
        said("cause_class", row).map { .text($0) } ?? .unknown, .text(said("next_step", row)),
      ])
    }
    if idle.count > report.limits.idleRows {
      let (some, all) = (AuditReport.count(table.rows.count), AuditReport.count(idle.count))
      table.note = language(
        "共 \(all) 宗，本表列出前 \(some) 宗，其余见 parcels.csv。",
        "The first \(some) of \(all); the rest is in parcels.csv.")
    }
    return table
  }

  /// Findings by clause and code.
  func findings() -> DocumentTable {
    var table = self.table(
      language("按条款汇总的发现", "Findings by clause"),
      [
        Column(language("条款", "Clause"), width: 3.5), Column(language("代码", "Code"), width: 1.1),
        Column(language("发现", "Finding"), width: 2.5),
        Column(language("程度", "Severity"), width: 1.4),
        Column(language("数量", "Count"), width: 1.2),
        Column(language("处理", "What to do"), width: 4),
      ])
    for group in report.groups.all {
      let clause = report.law.citation(clause: group.clause, rulebook: group.rulebook)
      let tone: Tone =
        switch group.severity {
        case .error: .bad
        case .warning: .attention
        case .info: .plain
        }
      table.rows.append([
        .text(clause.isEmpty ? language("数据", "data") : clause), .code(group.code),
        .text(group.known.map { language($0.title) } ?? group.code),
        .text(language(group.severity.label), tone: tone), .count(group.rows.count),
        .text(group.known.map { language($0.remedy) }),
      ])
    }
    return table
  }

  /// What is wrong with the data: every code with its first places.
  func quality() -> DocumentTable {
    var table = self.table(
      language("数据质量", "Quality of the data"),
      [
        Column(language("代码", "Code"), width: 1.1),
        Column(language("问题", "What was found"), width: 2),
        Column(language("数量", "Count"), width: 1.2),
        Column(language("含义", "What it means"), width: 4),
        Column(language("处理", "What to do"), width: 3.5),
        Column(language("首先出现在", "First places"), width: 3.2),
      ])
    var codes: [String] = []
    var rows: [String: [Int32]] = [:]
    for group in report.groups.all where !group.code.hasPrefix("R") {
      if rows[group.code] == nil { codes.append(group.code) }
      rows[group.code, default: []] += group.rows
    }
    let findings = report.book.findings
    let (subject, file, line) = (findings["subject_id"], findings["file"], findings["row"])
    for code in codes {
      let known = FindingCode(rawValue: code)
      let all = rows[code] ?? []
      let places = all.prefix(5).map { row -> String in
        let row = Int(row)
        var place = subject.text(row) ?? ""
        if let number = line.integer(row), let name = file.text(row) {
          place += language("（\(name) 第 \(number) 行）", " (\(name), row \(number))")
        }
        return place
      }
      table.rows.append([
        .code(code), .text(known.map { language($0.title) }), .count(all.count),
        .text(known.map { language($0.explanation) }), .text(known.map { language($0.remedy) }),
        .text(language.list(places)),
      ])
    }
    let counts = report.book.manifest.counts
    func count(_ name: String) -> String { AuditReport.count(counts[name] ?? 0) }
    table.note = language(
      "读取 \(count("read")) 宗 = 已量算 \(count("audited")) 宗 + 未能量算（已列出）\(count("reported")) 宗。",
      "Read \(count("read")) = measured \(count("audited")) + not measurable, reported \(count("reported"))."
    )
    return table
  }
}
