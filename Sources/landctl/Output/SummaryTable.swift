import LandKit

/// The table that an audit ends with on a terminal.
struct SummaryTable {
  let language: Language
  let inputs: AuditInputs
  let options: AuditOptions
  let buildings: Int
  let summary: AuditSummary

  /// The whole text.
  func text() -> String {
    var lines: [String] = []
    let parcels = inputs.parcels
    let books = options.rules.all.map(\.id).joined(separator: ", ")
    lines.append(
      language(
        "审查 \(parcels.layer.file.plainName) · 截止日 \(options.asOf) · 坐标系 \(parcels.system.name)(\(source(parcels.systemSource)))· 规则库 \(books)",
        "audit of \(parcels.layer.file.plainName) · as of \(options.asOf) · \(parcels.system.name) (\(source(parcels.systemSource))) · rules: \(books)"
      ))
    lines.append("")
    lines += figures()
    lines.append("")
    lines += findings()
    lines.append("")
    let rules = RuleTable(language: language, tallies: summary.rules.all).lines()
    if !rules.isEmpty { lines += rules + [""] }
    lines.append(balance())
    return lines.joined(separator: "\n")
  }

  private func source(_ source: PlacedLayer.SystemSource) -> String {
    switch source {
    case .option: language("由 --crs 指定", "by --crs")
    case .file: language("文件注明", "named by the file")
    case .assumed: language("未注明,按经纬度", "not named, taken as lon/lat")
    case .parcels: language("同宗地", "as the parcels")
    }
  }

  private func figures() -> [String] {
    var rows: [(String, String, String)] = []
    func row(_ zh: String, _ en: String, _ count: AuditSummary.Count) {
      rows.append((language(zh, en), Terminal.number(Double(count.parcels), 0), area(count.area)))
    }
    func plain(_ zh: String, _ en: String, _ count: Int, _ detail: String = "") {
      rows.append((language(zh, en), Terminal.number(Double(count), 0), detail))
    }
    row("宗地", "parcels", summary.all)
    plain(
      "图形无效", "invalid geometry", summary.invalid,
      summary.repaired > 0
        ? language(
          "其中 \(summary.repaired) 宗按修复图形量算", "\(summary.repaired) measured on a repaired copy") : ""
    )
    if summary.footprintBase > 0 {
      plain(
        "建筑物", "buildings", buildings,
        language("总体建筑密度 ", "building density overall ")
          + Terminal.number(100 * summary.footprint / summary.footprintBase, 2) + " %")
    }
    if summary.zones > 0 { plain("开发区", "zones", summary.zones) }
    for (state, zh, en) in Self.states {
      guard let count = summary.idle[state] else { continue }
      row(zh, en, count)
    }
    for bucket in summary.due.keys.sorted() {
      guard let count = summary.due[bucket] else { continue }
      row("  \(bucket) 天内到期", "  clock runs out within \(bucket) days", count)
    }
    if summary.breaches.parcels > 0 { row("违反合同约定", "breach of contract", summary.breaches) }
    if summary.feeDue > 0 {
      rows.append(
        (
          language("如属企业原因应缴闲置费", "fee due if the user's own cause"),
          Terminal.number(summary.feeDue, 2), language("万元(第十四条)", "万元 (Art. 14)")
        ))
    }
    if summary.withdrawals.parcels > 0 {
      row("满两年可依法收回", "open to withdrawal after two years", summary.withdrawals)
    }
    for kind in OverlapRow.Class.allCases {
      guard let count = summary.overlaps[kind] else { continue }
      rows.append(
        (
          overlapName(kind), Terminal.number(Double(count.pairs), 0),
          Terminal.number(count.area, 2) + " m²" + language(",列出 ", ", listed ") + "\(count.listed)"
        ))
    }
    let name = rows.map { Terminal.width($0.0) }.max() ?? 0
    let number = rows.map { Terminal.width($0.1) }.max() ?? 0
    return rows.map {
      "  " + Terminal.padded($0.0, name) + "  " + Terminal.padded($0.1, number, right: true)
        + ($0.2.isEmpty ? "" : "  " + $0.2)
    }
  }

  private func overlapName(_ kind: OverlapRow.Class) -> String {
    switch kind {
    case .noise: language("重叠(点位误差内)", "overlaps within point error")
    case .check: language("重叠(需核对)", "overlaps to check")
    case .real: language("重叠(实质)", "real overlaps")
    }
  }

  /// m², hectares and mu side by side.
  private func area(_ squareMetres: Double) -> String {
    Terminal.number(squareMetres, 2) + " m² = " + Terminal.number(squareMetres / 10_000, 4)
      + language(" 公顷 = ", " ha = ") + Terminal.number(AreaUnits.mu(squareMetres), 2)
      + language(" 亩", " mu")
  }

  private static let states: [(IdleAssessment.State, String, String)] = [
    (.identified, "已认定闲置", "identified as idle"),
    (.suspected, "涉嫌闲置", "suspected idle"),
    (.dueSoon, "即将到期", "due soon"),
    (.unknown, "闲置状态未知(缺信息)", "idle state unknown (inputs missing)"),
    (.disposed, "已处置", "disposed"),
    (.notIdle, "未闲置", "not idle"),
    (.notApplicable, "不适用(未供应)", "not applicable (not supplied)"),
  ]

  private func findings() -> [String] {
    let counts = language(
      "发现问题:错误 \(summary.count(of: .error)),警告 \(summary.count(of: .warning)),提示 \(summary.count(of: .info))",
      "findings: \(summary.count(of: .error)) errors, \(summary.count(of: .warning)) warnings, \(summary.count(of: .info)) notes"
    )
    var lines = [counts]
    let worst = summary.worst.all
    let titles = worst.map { Terminal.width(language($0.code.title)) }.max() ?? 0
    for finding in worst {
      let count = Terminal.number(Double(summary.findings[finding.code] ?? 0), 0)
      var text =
        "  \(finding.code.rawValue)  " + Terminal.padded(language(finding.code.title), titles)
        + Terminal.padded("× " + count, 10, right: true) + "  "
      if finding.code != .idleUnknown, let unknown = summary.undecided[finding.code] {
        text += language("(其中未知 \(unknown))", "(\(unknown) of them unknown)  ")
      }
      let subject = finding.subjectID.isEmpty ? finding.otherID : finding.subjectID
      text += language("例:", "e.g. ") + Terminal.plain(subject.plainName)
      if !finding.otherID.isEmpty { text += " ↔ " + Terminal.plain(finding.otherID) }
      if let value = finding.value { text += "  " + Self.figure(value, finding.unit, language) }
      if !finding.clause.isEmpty {
        let clause = Self.clause(finding.clause, language)
        text += language("(\(clause))", " (\(clause))")
      }
      lines.append(text)
    }
    return lines
  }

  /// A clause as people read it.
  private static func clause(_ clause: String, _ language: Language) -> String {
    clause == "contract" ? language("合同", "contract") : clause
  }

  /// A figure with its unit as people read it.
  private static func figure(_ value: Double, _ unit: String, _ language: Language) -> String {
    let (name, decimals) =
      switch unit {
      case "m2": ("m²", 2)
      case "d": (language("天", "days"), 0)
      case "wan_per_ha": (language("万元/公顷", "万元/ha"), 2)
      case "deg": ("°", 4)
      default: (unit, value == value.rounded() ? 0 : 4)
      }
    return Terminal.number(value, decimals) + (name.isEmpty ? "" : " " + name)
  }

  /// Read = audited + reported: nothing vanishes.
  private func balance() -> String {
    language(
      "读取 \(summary.read) = 已量算 \(summary.audited) + 未能量算(已列出)\(summary.reported)",
      "read \(summary.read) = measured \(summary.audited) + not measurable, reported \(summary.reported)"
    )
  }
}

extension String {
  /// The last part of a path, made harmless for a terminal.
  var plainName: String {
    Terminal.plain(split(separator: "/").last.map { String($0) } ?? self)
  }
}
