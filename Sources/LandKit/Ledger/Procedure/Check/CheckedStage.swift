import LandCadastre
import LandIdleLand
import LandRulebook

/// An event held against the case as it stood on the event's day.
struct CheckedStage {
  let event: LedgerEvent
  let fold: CaseFold
  let rules: IdleLandRules

  var standing: CaseStanding { fold.standing }
  var day: CalendarDate { event.day }
  var isFound: Bool { standing.identifiedDay != nil }

  /// The faults of its kind.
  func faults() -> [ProcedureFault] {
    switch event.kind {
    case .investigationNotice: noticeFaults()
    case .statement: statementFaults()
    case .investigation: investigationFaults()
    case .notIdle: needsInvestigation() + notAfterFinding()
    case .finding: findingFaults()
    case .publication: needsFinding(.publication)
    case .plan: needsFinding(.plan)
    case .hearingNotice: needsFinding(.hearing)
    case .hearing: needsHearingNotice()
    case .approval: approvalFaults()
    case .extension: agreementFaults(.extending) + extensionFaults()
    case .adjustment: agreementFaults(.adjustment) + newStartFaults(.adjustment)
    case .temporaryUse: agreementFaults(.temporaryUse) + temporaryUseFaults()
    case .buyback: agreementFaults(.buyback) + areaFaults()
    case .swap: agreementFaults(.swap) + swapFaults() + areaFaults()
    case .feeDecision: decisionFaults(.fee) + feeFaults()
    case .withdrawalDecision: decisionFaults(.withdrawal) + withdrawalFaults()
    case .feePaid: paymentFaults()
    case .deregistration: deregistrationFaults() + areaFaults()
    case .start: startFaults() + areaFaults()
    case .completion: completionFaults()
    case .publicationWithdrawn: unpublishFaults()
    case .survey, .run, .yearClosed, .opened, .refreshed, .systemRecord, .objection, .correction,
      .note:
      []
    }
  }

  // MARK: Investigation (Art. 5 to 7)

  private func noticeFaults() -> [ProcedureFault] {
    late(
      .noticeLate, .investigation, from: standing.suspectedDay, rules.investigationDays.value,
      ("发现涉嫌闲置", "the suspicion"))
  }

  private func statementFaults() -> [ProcedureFault] {
    guard let notice = fold.notice else { return [noNotice()] }
    return late(
      .statementLate, .investigation, from: notice, rules.answerDays.value,
      ("调查通知书送达", "service of the notice"))
  }

  private func investigationFaults() -> [ProcedureFault] {
    (fold.notice == nil ? [noNotice()] : [])
      + late(
        .investigationLate, .investigation, from: standing.suspectedDay,
        rules.investigationDays.value, ("发现涉嫌闲置", "the suspicion"))
  }

  private func noNotice() -> ProcedureFault {
    .refusal(
      .noNotice, .investigation, "此前没有送达《闲置土地调查通知书》",
      "no notice of investigation was served before")
  }

  private func needsInvestigation() -> [ProcedureFault] {
    var faults = fold.notice == nil ? [noNotice()] : []
    if fold.investigated == nil {
      faults.append(
        .refusal(
          .noInvestigation, .means, "此前没有调查核实记录", "there is no record of investigation before"))
    }
    return faults
  }

  private func notAfterFinding() -> [ProcedureFault] {
    guard isFound else { return [] }
    return [alreadyFound()]
  }

  private func alreadyFound() -> ProcedureFault {
    let found = standing.identifiedDay.map { "\($0)" } ?? ""
    return .refusal(
      .alreadyFound, .finding, "已于 \(found) 认定，认定有误的应当更正",
      "it was found idle on \(found); a wrong finding is corrected")
  }

  // MARK: Finding (Art. 2, 9)

  private func findingFaults() -> [ProcedureFault] {
    var faults = needsInvestigation()
    // A new finding is due only when the new clock has run out again.
    if isFound, fold.lapses == 0 || standing.phase != .found { faults.append(alreadyFound()) }
    let clause = event.details.clause ?? standing.clause
    if clause == IdleAssessment.Clause.notStarted.rawValue, let start = fold.clockStart {
      let due = start.adding(years: rules.notStartedYears.value)
      if day <= due {
        faults.append(
          .refusal(
            .notDueYet, .notStarted, "约定动工日 \(start) 起未满期限(至 \(due))",
            "the time from the start in force, \(start), lasts until \(due)"))
      }
    }
    if let area = event.details.area, let whole = fold.ledgerCase.parcelArea,
      Comparison.above.holds(area, whole)
    {
      faults.append(
        .warning(
          .areaTooLarge, nil, "闲置面积 \(area) ㎡ 大于宗地面积 \(whole) ㎡",
          "the idle area of \(area) m² is above the parcel's \(whole) m²"))
    }
    return faults
  }

  /// A finding that was served before.
  func needsFinding(_ article: Article) -> [ProcedureFault] {
    isFound
      ? []
      : [
        .refusal(
          .noFinding, article, "此前没有送达《闲置土地认定书》", "no finding of idle land was served before")
      ]
  }

  // MARK: Days

  /// A warning where more days have gone than are allowed; the first day is not counted.
  func late(
    _ code: ProcedureFault.Code, _ article: Article, from first: CalendarDate, _ days: Int,
    _ since: (zh: String, en: String)
  ) -> [ProcedureFault] {
    let gone = day - first
    guard gone > days else { return [] }
    return [
      .warning(
        code, article, "距\(since.zh)(\(first))已 \(gone) 日，超过 \(days) 日",
        "\(gone) days after \(since.en) on \(first); \(days) are allowed")
    ]
  }
}
