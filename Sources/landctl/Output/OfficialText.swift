import LandKit

/// Official areas against each other and against the measured scope.
struct OfficialText {
  let language: Language
  let official: OfficialAccount

  func lines() -> [String] {
    var lines: [String] = []
    if let check = official.approved { lines += approved(check) }
    for sum in official.sums {
      let name = "  " + language("Σ\(sum.classes) = T:", "sum \(sum.classes) = T: ")
      if let residual = sum.residualHa {
        let verdict =
          sum.holds == true ? language("成立", "holds") : language("不成立", "does not hold")
        lines.append(
          name + verdict + language(",差 ", ", off by ") + RuleNumber.text(residual)
            + language(" 公顷", " ha"))
      } else {
        lines.append(
          name + language("未知,缺 ", "unknown, missing ") + sum.missing.joined(separator: ", "))
      }
    }
    if !official.rows.isEmpty {
      lines.append(
        "  " + language("官方 / 图形:", "official / measured: ")
          + official.rows.map { row in
            "\(row.name) " + Terminal.number(row.check.statedHa, 2) + " / "
              + Terminal.number(row.check.measuredHa, 2) + (row.check.agrees ? "" : " !")
          }.joined(separator: "; "))
    }
    if lines.isEmpty { return [] }
    return [language("官方面积核对(公顷)", "official areas, ha")] + lines + [""]
  }

  /// The approved area against the scope, said loudly where they differ.
  private func approved(_ check: OfficialAreaCheck) -> [String] {
    let number = official.approval.map { " " + Terminal.plain($0) } ?? ""
    var line =
      "  " + language("批准面积\(number) ", "approved\(number) ")
      + Terminal.number(check.statedHa, 4) + language(",范围图形 ", ", scope measured ")
      + Terminal.number(check.measuredHa, 4)
    if check.agrees {
      return [line + language(":相符(±0.01)", ": agrees (±0.01)")]
    }
    line +=
      language(":不符(D424),差 ", ": DIFFERS (D424), by ") + Terminal.number(check.differenceHa, 4)
    guard let mixUp = check.mixUp else {
      return [
        line,
        "    "
          + language(
            "处理:核对 area_ha 与 scope 坐标,以批准文件为准",
            "remedy: check area_ha and the scope's coordinates against the approval"),
      ]
    }
    let unit =
      mixUp.unit.map { unit in
        language("area_ha 像是以\(unit)填写", "area_ha looks like \(unit)")
      } ?? language("像是单位填错", "looks like a wrong unit")
    return [
      line,
      "    "
        + language(
          "相差 \(mixUp.factor) 倍:\(unit);处理:请换算为公顷后填写(1 公顷 = 15 亩 = 10 000 ㎡ = 0.01 km²)",
          "a factor of \(mixUp.factor): \(unit); remedy: state hectares (1 ha = 15 亩 = 10 000 ㎡ = 0.01 km²)"
        ),
    ]
  }
}
