import LandKit

/// By what readings on the land left were decided, and figures that the layers give otherwise.
struct BasesText {
  let language: Language
  let check: ActCheck

  func lines() -> [String] {
    var lines: [String] = []
    var rules: [String] = []
    for base in check.bases where !rules.contains(base.rule) { rules.append(base.rule) }
    for rule in rules {
      let own = check.bases.filter { $0.rule == rule }
      lines.append(
        "  \(rule) " + own.map { "\($0.reading) " + name($0.base) }.joined(separator: "; "))
      for base in own where base.differs {
        guard let other = base.byLayers else { continue }
        lines.append(
          "  " + language("注意:", "warning: ") + "\(rule) \(base.reading) "
            + language("两种口径结论不同:官方地类 ", "the bases differ: official areas ")
            + outcome(base.outcome) + language(",图形 ", ", layers ") + outcome(other))
      }
    }
    for difference in check.differences {
      lines.append(
        "  \(difference.name): "
          + language("填报 ", "given ") + Terminal.number(difference.givenHa, 4)
          + language(" 公顷(以此为准),图形 ", " ha (which counts), by the layers ")
          + Terminal.number(difference.measuredHa, 4) + language(" 公顷", " ha"))
    }
    if lines.isEmpty { return [] }
    return [language("数据口径", "what figures rest on")] + lines + [""]
  }

  private func name(_ base: ReadingBase.Base) -> String {
    switch base {
    case .official: language("官方地类面积", "official areas")
    case .geometry: language("图形量算", "layers")
    }
  }

  private func outcome(_ outcome: ReadingBase.Outcome) -> String {
    language(outcome.verdict.label)
      + (outcome.value.map { " " + Terminal.number($0, 2) + " " + outcome.unit } ?? "")
  }
}
