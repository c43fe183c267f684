import LandCadastre
import LandIdleLand
import LandRulebook

/// Art. 14 to 17: decisions and their performance; the start, and what follows the end.
extension CheckedStage {
  /// What both decisions need: a finding under Art. 2(1), the user's own cause, a notice of the
  /// right to a hearing (Art. 15), and approval.
  func decisionFaults(_ article: Article) -> [ProcedureFault] {
    var faults = needsFinding(article)
    if fold.isSuspendedLand {
      faults.append(
        .refusal(
          .suspendedLand, .agreement, "第二条第二款的闲置土地按第十二条处置，不适用第十四条",
          "land idle under Art. 2(2) is disposed of under Art. 12, not Art. 14"))
    } else {
      switch standing.causeClass {
      case .own: break
      case .mixed: faults += mixedFaults()
      case nil: faults.append(causeUnknown())
      case .government, .forceMajeure:
        faults.append(
          .refusal(
            .causeNotOwn, .decisions, "闲置由第八条原因造成，不适用第十四条",
            "the cause is one of Art. 8, to which Art. 14 does not apply"))
      }
    }
    faults += needsHearingNotice()
    if let notice = fold.track.hearingNotice, let approval = fold.track.approval,
      approval >= notice
    {
      // Approved after the user was heard, or could have been.
    } else {
      faults.append(noApproval(article))
    }
    return faults
  }

  func needsHearingNotice() -> [ProcedureFault] {
    guard fold.track.hearingNotice == nil else { return [] }
    return [
      .refusal(
        .noHearingNotice, .hearing, "此前没有书面告知听证权利",
        "no notice of the right to a hearing was served before")
    ]
  }

  private func clockUnknown(_ article: Article) -> ProcedureFault {
    .refusal(
      .clockUnknown, article, "有效动工日和闲置起算日均不明(agreed_start_date, idle_since)",
      "neither the start in force nor the first idle day is known (agreed_start_date, idle_since)")
  }

  // MARK: Art. 14(1)

  /// A fee may be rounded to the second decimal of 万元; ours.
  private static let feeRounding = 5e-3

  func feeFaults() -> [ProcedureFault] {
    guard !fold.isSuspendedLand else { return [] }
    var faults: [ProcedureFault] = []
    if let last = fold.feeOfThisIdleness {
      faults.append(
        .refusal(
          .feeDecided, .fee, "已于 \(last) 决定征缴土地闲置费", "the fee was decided on \(last)"))
    }
    if let due = fold.feeDue {
      if day <= due {
        faults.append(
          .refusal(
            .notDueYet, .fee, "至 \(due) 未满期限", "the time without a start lasts until \(due)"))
      }
    } else {
      faults.append(clockUnknown(.fee))
    }
    if fold.isRipe, let due = fold.withdrawalDue {
      faults.append(
        .warning(
          .feeInsteadOfWithdrawal, .withdrawal, "已于 \(due) 满期，应当按第(二)项收回",
          "the time for withdrawal was over on \(due): item (2) applies"))
    }
    guard let amount = event.details.amount else { return faults }
    guard let price = fold.ledgerCase.price else {
      faults.append(
        .warning(
          .priceUnknown, .fee, "价款不明(price_wan)，闲置费金额未核对",
          "the price is not known (price_wan): the fee is not checked"))
      return faults
    }
    let fee = price * rules.feeShare.value
    if abs(amount - fee) > Self.feeRounding {
      faults.append(
        .refusal(
          .feeAmount, .fee, "闲置费 \(wan(amount)) 万元与应缴 \(wan(fee)) 万元(价款 \(wan(price)) 万元)不符",
          "the fee of \(wan(amount)) is not the \(wan(fee)) 万元 due on a price of \(wan(price)) 万元"))
    }
    return faults
  }

  // MARK: Art. 14(2)

  func withdrawalFaults() -> [ProcedureFault] {
    guard !fold.isSuspendedLand else { return [] }
    guard let due = fold.withdrawalDue else { return [clockUnknown(.withdrawal)] }
    guard day <= due else { return [] }
    return [
      .refusal(
        .withdrawalNotRipe, .withdrawal, "至 \(due) 未满收回期限",
        "the time without a start that withdrawal asks for lasts until \(due)")
    ]
  }

  // MARK: Art. 17

  func paymentFaults() -> [ProcedureFault] {
    guard let served = fold.feeServed else {
      return [
        .refusal(
          .noDecision, .performance, "此前没有送达《征缴土地闲置费决定书》",
          "no decision on the fee was served before")
      ]
    }
    var faults = late(
      .paymentLate, .performance, from: served, rules.paymentDays.value,
      ("征缴决定书送达", "service of the decision"))
    if let amount = event.details.amount, let decided = standing.feeDecided {
      let left = decided - (standing.feePaid ?? 0)
      if Comparison.above.holds(amount, left) {
        faults.append(
          .refusal(
            .paidTooMuch, .performance, "缴纳 \(wan(amount)) 万元超过未缴的 \(wan(left)) 万元",
            "\(wan(amount)) 万元 is above the \(wan(left)) 万元 that is owed"))
      }
    }
    return faults
  }

  func deregistrationFaults() -> [ProcedureFault] {
    guard let served = fold.withdrawalServed else {
      return [
        .refusal(
          .noDecision, .performance, "此前没有送达《收回国有建设用地使用权决定书》",
          "no decision on withdrawal was served before")
      ]
    }
    return late(
      .deregistrationLate, .performance, from: served, rules.deregistrationDays.value,
      ("收回决定书送达", "service of the decision"))
  }

  // MARK: Start, completion, publication

  func startFaults() -> [ProcedureFault] {
    guard let served = fold.withdrawalServed else { return [] }
    return [
      .refusal(
        .startAfterWithdrawal, .withdrawal, "已于 \(served) 送达收回决定书",
        "the decision on withdrawal was served on \(served)")
    ]
  }

  func completionFaults() -> [ProcedureFault] {
    guard fold.started == nil else { return [] }
    return [.refusal(.noStart, .reports, "此前没有动工记录", "no start is recorded before")]
  }

  func unpublishFaults() -> [ProcedureFault] {
    var faults: [ProcedureFault] = []
    if !standing.isPublished {
      faults.append(.refusal(.notPublished, .publication, "尚未公开", "it is not published"))
    }
    if standing.phase != .ended {
      faults.append(
        .refusal(
          .notEnded, .publication, "处置完毕前应当保持公开", "it stays public until the case is ended"))
    }
    return faults
  }
}

/// An amount in 万元 without the dust of binary fractions.
private func wan(_ amount: Double) -> String { RuleNumber.text(amount) }
