import LandCadastre
import LandGeometry
import LandRulebook

/// Corrections: what they may name, and what they would do to the rest of the case.
extension ProcedureCheck {
  func correctionFaults(_ event: LedgerEvent, _ history: CaseHistory) -> [ProcedureFault] {
    guard let number = event.details.corrects else { return [] }
    guard let target = history.events.first(where: { $0.number == number }) else {
      return [
        .refusal(
          .correctsNothing, nil, "本案件没有编号 \(number) 的事件", "the case has no event \(number)")
      ]
    }
    var faults: [ProcedureFault] = []
    let isVoid = event.details.voids == true
    if target.kind == .correction {
      // A correction is taken back as a whole, and once; it is not corrected in turn.
      let isHeld = history.corrections.contains { $0.number == number }
      if !isVoid || !isHeld {
        faults.append(
          .refusal(
            .correctsCorrection, nil, "更正 \(number) 只能整体撤销一次，再另行更正",
            "correction \(number) can only be taken back as a whole, once; then correct anew"))
      }
    } else if !history.effective.contains(where: { $0.number == number }) {
      faults.append(
        .refusal(
          .correctsVoided, nil, "事件 \(number) 已被撤销", "event \(number) was struck out before"))
    }
    if target.kind == .opened, isVoid {
      faults.append(
        .refusal(
          .correctsOpening, nil, "立案不能撤销；不属于闲置的应当经调查认定",
          "an opening is not struck out: land that is not idle is found so by investigation"))
    }
    var probe = EventDetails()
    probe.replace(with: event.details)
    if !isVoid, event.details.rightDay == nil, probe == EventDetails() {
      faults.append(
        .refusal(
          .correctionEmpty, nil, "没有给出更正内容",
          "it says neither that the event is void nor what is right"))
    }
    return faults + consequences(event, history)
  }

  /// What the other events would lack once the correction holds. Faults that were there before,
  /// forced or not, are not its doing.
  private func consequences(_ event: LedgerEvent, _ history: CaseHistory) -> [ProcedureFault] {
    var numbered = event
    numbered.number = (history.events.last?.number ?? 0) + 1
    var corrected = history
    corrected.append([numbered])
    guard corrected.effective != history.effective else { return [] }
    let before = Dictionary(grouping: replayFaults(history), by: \.number)
    return replayFaults(corrected).compactMap { number, fault, kind in
      guard fault.severity == .refusal else { return nil }
      let known = before[number]?.contains { $0.fault.code == fault.code } ?? false
      guard !known else { return nil }
      return .refusal(
        .breaksLater, fault.article,
        "更正后事件 \(number)(\(kind.label.zh))：\(fault.message.zh)",
        "event \(number) (\(kind.label.en)) would then be at fault: \(fault.message.en)")
    }
  }

  /// The faults of each event of a case by what stands before it.
  private func replayFaults(
    _ history: CaseHistory
  ) -> [(number: Int, fault: ProcedureFault, kind: EventKind)] {
    var found: [(number: Int, fault: ProcedureFault, kind: EventKind)] = []
    var earlier = CaseHistory(of: history.ledgerCase)
    for event in history.effective {
      for fault in formFaults(event) + orderFaults(event, earlier) {
        found.append((event.number, fault, event.kind))
      }
      earlier.append([event])
    }
    return found
  }
}
