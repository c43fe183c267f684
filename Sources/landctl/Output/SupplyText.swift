import LandKit

/// The supply of a zone by its layers, block by block, and what is left under each reading.
struct SupplyText {
  let language: Language
  let account: SupplyAccount
  let approvals: [ZoneApproval]

  func lines() -> [String] {
    let heads = [
      language("范围", "scope"), language("不可供应", "not suppliable"), language("可供应", "suppliable"),
      language("已供应", "supplied"), language("剩余", "left"), language("闲置", "idle"),
    ]
    let rows =
      account.blocks.map { ($0.id, $0.figures) } + [(language("合计", "whole"), account.whole)]
    let names = rows.map { Terminal.width($0.0) }.max() ?? 0
    let widths = heads.map { max(10, Terminal.width($0)) + 2 }
    func line(_ name: String, _ cells: [String]) -> String {
      "  " + Terminal.padded(Terminal.plain(name), names)
        + zip(cells, widths).map { Terminal.padded($0, $1, right: true) }.joined()
    }
    var lines = [language("供地核算(按图形,公顷)", "supply by the layers, ha"), line("", heads)]
    for (name, figures) in rows {
      lines.append(
        line(
          name,
          [
            figures.scope, figures.notSuppliable, figures.suppliable, figures.supplied,
            figures.remaining ?? figures.notSupplied, figures.idleIdentified,
          ].map(hectares)))
    }
    lines += shares
    if let residual = account.whole.residual {
      lines.append(
        "  " + language("各部分与范围之差:", "parts against the scope: ")
          + Terminal.number(residual, 2) + " m²")
    }
    if !account.whole.missing.isEmpty {
      lines.append(
        "  " + language("缺:", "missing: ") + account.whole.missing.sorted().joined(separator: ", "))
    }
    let crossing = account.crossingParcels
    if !crossing.isEmpty {
      lines.append(
        "  " + language("跨越范围边界的宗地:", "parcels crossing the boundary: ")
          + crossing.map { Terminal.plain($0.id) + " " + hectares($0.outside) }
          .joined(separator: "; "))
    }
    for (year, area) in approved {
      lines.append(
        "  " + language("批而未供 \(year):", "approved, not supplied \(year): ") + hectares(area))
    }
    return lines + identities() + [""]
  }

  /// What is left under each reading, of the scope in force and, where that is given, of the one
  /// first approved; each with the land that it is a part of.
  private var shares: [String] {
    let hasOriginal = account.original != nil
    return account.remainingShares.map { share in
      var text =
        "  " + language("剩余比例 ", "share left, ") + share.reading.rawValue + " ("
        + language(share.reading.meaning) + "): "
        + part(
          share.share, of: share.denominator, language("现行范围", "of the scope in force"))
      if hasOriginal {
        text +=
          language(";", "; ")
          + part(
            share.shareOfOriginal, of: share.originalDenominator,
            language("原核准范围", "of the scope first approved"))
      }
      return text
    }
  }

  /// In Chinese the whole comes before its part: 占现行范围 344.7356 公顷的 4.30 %.
  private func part(_ share: Double?, of whole: Double?, _ name: String) -> String {
    guard let share else { return language("占\(name):未知", "unknown \(name)") }
    let percent = Terminal.number(100 * share, 2) + " %"
    return language(
      "占\(name) \(hectares(whole)) 公顷的 \(percent)", "\(percent) \(name), \(hectares(whole)) ha")
  }

  /// Whether old + in − out = new, for every approval of a change that states them.
  private func identities() -> [String] {
    ApprovalIdentity.identities(of: approvals).compactMap { identity in
      guard let residual = identity.residualHa else { return nil }
      let number = identity.approval.flatMap { approvals[$0].number?.value } ?? ""
      let verdict =
        identity.outcome == .holds ? language("成立", "holds") : language("不成立", "does not hold")
      return "  " + language("批准面积恒等式 ", "areas of approval ") + Terminal.plain(number)
        + ": " + verdict + language(",差 ", ", off by ") + RuleNumber.text(residual)
        + language(" 公顷", " ha")
    }
  }

  private var approved: [(String, Double?)] {
    (account.whole.approved ?? []).map {
      ($0.year.map(String.init) ?? language("年份不明", "year unknown"), $0.unsupplied)
    }
  }

  private func hectares(_ area: Double?) -> String {
    area.map { Terminal.number($0 / 10_000, 4) } ?? language("未知", "unknown")
  }
}
