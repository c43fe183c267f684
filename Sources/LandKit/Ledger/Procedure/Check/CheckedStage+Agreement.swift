import LandCadastre
import LandIdleLand
import LandRulebook

/// Art. 12 and 13: disposal by agreement.
extension CheckedStage {
  /// What every way of Art. 12 needs: a finding, a cause of Art. 8 or land idle under Art. 2(2), a
  /// plan with the government's approval (Art. 13), and the record in the system (Art. 25).
  func agreementFaults(_ article: Article) -> [ProcedureFault] {
    var faults = needsFinding(article)
    if !fold.isSuspendedLand { faults += agreedCauseFaults() }
    if fold.track.plan == nil { faults.append(noPlan()) }
    if let plan = fold.track.plan, let approval = fold.track.approval, approval >= plan {
      // Approved after it was drafted.
    } else {
      faults.append(noApproval(.plan))
    }
    if !standing.isInSystem {
      faults.append(
        .refusal(
          .notInSystem, .system, "未在土地市场动态监测与监管系统备案，不得按第十二条处置",
          "it is not recorded in the supervision system, without which Art. 12 is not open"))
    }
    return faults
  }

  private func agreedCauseFaults() -> [ProcedureFault] {
    switch standing.causeClass {
    case .government, .forceMajeure: return []
    case .mixed: return mixedFaults()
    case .own:
      return [
        .refusal(
          .causeOwn, .causes, "闲置原因属使用权人自身原因，不属第八条情形",
          "the cause is the user's own, none of Art. 8")
      ]
    case nil: return [causeUnknown()]
    }
  }

  func causeUnknown() -> ProcedureFault {
    .refusal(
      .causeUnknown, .causes, "没有登记闲置原因(cause_spans)", "no cause is recorded (cause_spans)")
  }

  /// Mixed causes leave both tracks open; which is taken has to be justified.
  func mixedFaults() -> [ProcedureFault] {
    guard !event.gives(.reason) else { return [] }
    return [
      .refusal(
        .causeMixed, .causes, "既有政府原因又有自身原因，选择处置途径须说明理由",
        "the causes are mixed: a reason is needed for the way that is taken")
    ]
  }

  private func noPlan() -> ProcedureFault {
    .refusal(.noPlan, .plan, "此前没有拟订处置方案", "no disposal plan was drafted before")
  }

  func noApproval(_ article: Article) -> ProcedureFault {
    .refusal(.noApproval, article, "此前没有人民政府批准", "the government has not approved before")
  }

  /// An approval is of a plan, or of a decision after the notice of hearing.
  func approvalFaults() -> [ProcedureFault] {
    let isEmpty = fold.track.plan == nil && fold.track.hearingNotice == nil
    return needsFinding(.plan) + (isEmpty ? [noPlan()] : [])
  }

  // MARK: Art. 12(1)

  /// The extension is counted from the day of the supplementary contract: its new start may be no
  /// later than the corresponding day of the next year. Art. 12(1) speaks of the newly agreed start;
  /// counted from the start agreed first, land that is idle could never be extended, its year being
  /// over. Extensions of one idleness together may not go beyond that day.
  func extensionFaults() -> [ProcedureFault] {
    var faults = newStartFaults(.extending)
    guard let until = event.details.until else { return faults }
    let years = rules.extensionYears.value
    let limit = (fold.firstExtension ?? day).adding(years: years)
    if let first = fold.firstExtension {
      faults.append(
        .warning(
          .extendedBefore, .extending, "已于 \(first) 延长过一次，累计不得超过 \(years) 年",
          "it was extended before, on \(first); \(years) year in all is allowed"))
    }
    if until > limit {
      faults.append(
        .refusal(
          .extensionTooLong, .extending,
          "新约定动工日 \(until) 晚于 \(limit)：延长最长 \(years) 年(自首次补充协议之日起算)",
          "the new start \(until) is after \(limit): \(years) year at most, counted from the day of the (first) supplementary contract"
        ))
    }
    return faults
  }

  /// A new start lies after the agreement.
  func newStartFaults(_ article: Article) -> [ProcedureFault] {
    guard let until = event.details.until, until <= day else { return [] }
    return [
      .refusal(
        .newStartPast, article, "约定日期 \(until) 不晚于协议之日 \(day)",
        "the agreed day \(until) is not after the agreement of \(day)")
    ]
  }

  // MARK: Art. 12(3), 12(5)

  /// Counted from the day on which the use was arranged, the event's day.
  func temporaryUseFaults() -> [ProcedureFault] {
    var faults = newStartFaults(.temporaryUse)
    let years = rules.temporaryUseYears.value
    let limit = day.adding(years: years)
    if let until = event.details.until, until > limit {
      faults.append(
        .refusal(
          .temporaryUseTooLong, .temporaryUse,
          "临时使用届满日 \(until) 晚于 \(limit)：最长 \(years) 年",
          "the last day \(until) is after \(limit): \(years) years at most"))
    }
    return faults
  }

  /// The conditions of a swap were not read in the official text, and the ledger holds no payments
  /// of the price: they are called to mind.
  func swapFaults() -> [ProcedureFault] {
    let isRevised = standing.causeSpans.contains { $0.cause == .planRevised }
    let zh = isRevised ? "" : "；登记的原因中没有规划依法修改(8-2)"
    let en = isRevised ? "" : "; no revision of a plan (8-2) is among the recorded causes"
    return [
      .warning(
        .swapConditions, .swap, "置换须价款已缴清、项目资金落实、因规划依法修改闲置(待与正式文本核对)" + zh,
        "a swap asks for the price paid in full, funds in place and a revised plan (to be checked against the official text)"
          + en)
    ]
  }

  /// A part disposed of is no greater than what is left.
  func areaFaults() -> [ProcedureFault] {
    guard let area = event.details.area, let idle = standing.idleArea else { return [] }
    let left = idle - (fold.disposedArea ?? 0)
    guard Comparison.above.holds(area, left) else { return [] }
    return [
      .warning(
        .areaTooLarge, nil, "处置面积 \(area) ㎡ 大于尚未处置的闲置面积 \(left) ㎡",
        "the area of \(area) m² is above the idle area that is left, \(left) m²")
    ]
  }
}
