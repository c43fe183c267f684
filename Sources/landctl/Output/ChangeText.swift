import LandKit

/// The scope before and after a change, or the boundary that must not change.
struct ChangeText {
  let language: Language
  let survey: ZoneSurvey

  func lines() -> [String] {
    var lines: [String] = []
    if let change = survey.change { lines += self.change(change) }
    if let boundary = survey.boundary { lines += self.boundary(boundary) }
    return lines
  }

  private func change(_ change: ScopeChange) -> [String] {
    var lines = [
      language("四至范围变化(按图形,公顷)", "change of the scope by the layers, ha"),
      "  " + language("原 ", "old ") + AreaText.hectares(change.before.area)
        + language(" + 调入 ", " + in ") + AreaText.hectares(change.taken)
        + language(" − 调出 ", " − out ") + AreaText.hectares(change.given)
        + language(" = 新 ", " = new ") + AreaText.hectares(change.after.area)
        + language(",差 ", ", off by ") + Terminal.number(change.residual, 2) + " m²",
    ]
    lines.append(
      "  " + language("区块:", "blocks: ")
        + AreaText.few(change.blocks.map(block), language, most: 8))
    for (area, zh, en) in [
      (change.takenAlready, "调入区块已在范围内 ", "taken in but in the scope already "),
      (change.givenOutside, "调出区块不在范围内 ", "given up but outside the scope "),
      (change.contradicted, "既调入又调出(按保留) ", "both taken in and given up (kept) "),
      (change.blockResidual, "区块相互重叠(只计一次) ", "blocks overlap each other (counted once) "),
    ] where area > survey.supply.options.noiseArea {
      lines.append("  " + language(zh, en) + AreaText.hectares(area))
    }
    for (name, check) in survey.stated {
      let verdict = check.agrees ? language("相符", "agrees") : language("不符", "DIFFERS")
      lines.append(
        "  \(name) " + language("批准 ", "stated ") + Terminal.number(check.statedHa, 4)
          + language(",图形 ", ", measured ") + Terminal.number(check.measuredHa, 4) + ": "
          + verdict)
    }
    return lines + [""]
  }

  private func block(_ block: ChangeBlock) -> String {
    (block.direction == .in ? "+" : "−") + Terminal.plain(block.id) + " "
      + AreaText.hectares(block.counted)
  }

  private func boundary(_ boundary: BoundaryComparison) -> [String] {
    let verdict =
      boundary.isUnchanged ? language("未变更", "unchanged") : language("有变更", "CHANGED")
    return [
      language("四至范围前后比较(按图形,公顷)", "boundary before and after by the layers, ha"),
      "  " + language("前 ", "before ") + AreaText.hectares(boundary.before)
        + language(",后 ", ", after ") + AreaText.hectares(boundary.after)
        + language(",增 ", ", gained ") + AreaText.hectares(boundary.gained)
        + language(",减 ", ", lost ") + AreaText.hectares(boundary.lost) + ": " + verdict
        + language("(限 0.01)", " (limit 0.01)"),
      "",
    ]
  }
}
