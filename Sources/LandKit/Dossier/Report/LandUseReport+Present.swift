import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand
import LandReport
import LandRulebook
import LandSurvey

/// Parts 1 to 6: the zone as it is.
extension LandUseReport {
  func scope() -> [Block] {
    var blocks: [Block] = []
    let file = application.file
    if let approved = file.approvedAreaHa(asOf: application.check.asOf) {
      let level = file.level.map { language($0.value.label) } ?? language("级别未知", "level unknown")
      let last = file.approvals?.last {
        ($0.date?.value ?? application.check.asOf) <= application.check.asOf
      }
      let document = last?.number?.value ?? language("文号未知", "number unknown")
      blocks.append(
        .paragraph(
          language(
            "开发区级别:\(level)。现行核准文件:\(document),核准面积 \(area(approved * 10_000))。",
            "Level: \(level). Approval in force: \(document), approved area \(area(approved * 10_000))."
          )))
    }
    if let supply = application.supply {
      blocks.append(
        .paragraph(
          language(
            "按图形量算,现行范围共 \(supply.blocks.count) 个区块,平面面积 \(area(supply.whole.scope))。",
            "As drawn, the scope in force has \(supply.blocks.count) blocks, \(area(supply.whole.scope)) on the plane."
          )))
    }
    return blocks + table("approvals") + table("official_areas") + table("official_balance")
      + map("scope")
  }

  /// What a gate on the land that is left looks at, under any reading.
  private static let suppliedFacts: Set<String> = [
    "class_D_ha", "ready_remaining_ha", "suppliable_remaining_ha", "remaining_m2",
  ]

  func use() -> [Block] { table("land_use") }

  func supply() -> [Block] {
    sentences(on: Self.suppliedFacts) + table("supply") + table("remaining_share")
      + table("approved_unsupplied") + crossing() + map("supply")
  }

  private func crossing() -> [Block] {
    guard let supply = application.supply else { return [] }
    let crossing = supply.crossingParcels
    guard !crossing.isEmpty else { return [] }
    return [
      .notice(
        .attention,
        language("跨越核准范围边界的宗地:", "Parcels crossing the boundary: ")
          + language.list(
            crossing.map { $0.id + " (" + language("范围外 ", "outside ") + area($0.outside) + ")" }))
    ]
  }

  func idle() -> [Block] {
    var blocks: [Block] = []
    let states: [IdleAssessment.State] = [.identified, .disposed, .suspected]
    let sums = states.map { state -> String in
      let rows = application.idle.filter { $0.idle.state == state }
      var total: Double? = 0
      for row in rows {
        if let known = row.idle.idleArea {
          total = total.map { $0 + known }
        } else {
          total = nil
        }
      }
      return language(
        "\(state.label.zh) \(rows.count) 宗、\(area(total))",
        "\(state.label.en): \(rows.count), \(area(total))")
    }
    blocks.append(
      .paragraph(
        language("截止日闲置土地情况:", "Idle land on the day: ")
          + sums.joined(separator: language(";", "; ")) + language("。", ".")))
    return blocks + sentences(on: ["idle_disposed_m2", "idle_disposed_count"])
      + table("disposal_plans") + turning()
      + table("idle_summary") + map("idle")
  }

  private func turning() -> [Block] {
    let outlook = application.check.outlook
    guard !outlook.turningIdle.isEmpty else { return [] }
    let parcels = outlook.turningIdle.map { turn in
      "\(turn.parcel) \(turn.day)"
        + (turn.isCertain ? "" : language("(动工情况不明)", " (start not known)"))
    }
    return [
      .notice(
        .attention,
        language(
          "如不动工,自 \(outlook.from) 至 \(outlook.until) 将转为闲置:",
          "Without a start these turn idle between \(outlook.from) and \(outlook.until): ")
          + language.list(parcels))
    ]
  }

  func events() -> [Block] {
    let outlook = application.check.outlook
    var blocks = sentences { !$0.rule.eventSpans.isEmpty } + table("events")
    if let day = outlook.earliest {
      blocks.append(
        .paragraph(
          language(
            "如不再发生新的事件,按日期判断的条件最早于 \(day) 全部满足。",
            "If nothing happens, every gate that depends on days holds from \(day).")))
    }
    return blocks
  }

  func perMu() -> [Block] { table("per_mu") }
}
