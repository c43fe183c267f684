import LandCadastre
import LandGeometry
import LandRulebook

/// Says what stands against recording an event. Nothing is forbidden for good: whoever records
/// refuses an event with a fault of severity `refusal` unless it is forced with a reason, and keeps
/// the clauses in ``LedgerEvent/forced``.
///
/// An event is held against what had happened by its own day: a paper that turns up later may still
/// be recorded in its place.
public struct ProcedureCheck: Sendable {
  /// The figures of the law.
  public let rules: IdleLandRules

  /// A check by the figures of a rulebook.
  public init(rules: IdleLandRules) { self.rules = rules }

  /// What stands against recording an event.
  ///
  /// - Parameters:
  ///   - event: the event; its number does not matter yet.
  ///   - ledgerCase: the case that it names; nil where the ledger has none of that id.
  ///   - events: all events of the case that are known.
  ///   - recordingDay: the day on which it is written down.
  /// - Returns: the faults in the order of the procedure; empty where nothing stands against it, and
  ///   for events of the ledger itself.
  public func faults(
    recording event: LedgerEvent, in ledgerCase: LedgerCase?, events: [LedgerEvent],
    on recordingDay: CalendarDate
  ) -> [ProcedureFault] {
    guard !event.kind.isOfLedger else { return [] }
    guard let ledgerCase, event.caseID == ledgerCase.id else {
      let id = event.caseID ?? ""
      return [
        .refusal(.unknownCase, nil, "台账中没有案件 \(id)", "the ledger has no case \(id)")
      ]
    }
    return faults(
      recording: event, after: CaseHistory(of: ledgerCase, events: events), on: recordingDay)
  }

  /// What stands against recording an event of a case whose history is at hand.
  public func faults(
    recording event: LedgerEvent, after history: CaseHistory, on recordingDay: CalendarDate
  ) -> [ProcedureFault] {
    var faults = formFaults(event)
    if event.day > recordingDay || (event.details.rightDay ?? event.day) > recordingDay {
      let day = max(event.day, event.details.rightDay ?? event.day)
      faults.append(
        .refusal(
          .inFuture, nil, "日期 \(day) 晚于登记日 \(recordingDay)",
          "the day \(day) is after the day of recording, \(recordingDay)"))
    }
    if event.kind == .correction {
      return faults + correctionFaults(event, history)
    }
    return faults + orderFaults(event, history) + laterFaults(event, history)
  }

  // MARK: The event as such

  /// What is missing or impossible about an event by itself.
  func formFaults(_ event: LedgerEvent) -> [ProcedureFault] {
    var faults: [ProcedureFault] = []
    if event.author.isEmpty {
      faults.append(.refusal(.authorMissing, nil, "未注明登记人", "nobody is named who writes it down"))
    }
    for (detail, article) in event.kind.requiredDetails where !event.gives(detail) {
      faults.append(
        .refusal(
          .detailMissing, article, "缺少\(detail.label.zh)(\(detail.rawValue))",
          "\(detail.rawValue) is missing: \(detail.label.en)"))
    }
    faults += invalidDetails(event)
    if let made = event.document?.day, made > event.day {
      faults.append(
        .refusal(
          .documentLater, nil, "文书日期 \(made) 晚于送达(发生)日 \(event.day)",
          "the document of \(made) is later than the day of the event, \(event.day)"))
    }
    return faults
  }

  private func invalidDetails(_ event: LedgerEvent) -> [ProcedureFault] {
    let details = event.details
    var wrong: [(EventDetail, String)] = []
    func number(_ value: Double?, _ detail: EventDetail) {
      guard let value, !(value.isFinite && Comparison.above.holds(value, 0)) else { return }
      wrong.append((detail, "\(value)"))
    }
    number(details.area, .area)
    number(details.amount, .amount)
    let clauses = [Article.notStarted, .suspended].map { $0.rawValue.dropFirst("Art. ".count) }
    if let clause = details.clause, !clause.isEmpty, !clauses.contains(clause[...]) {
      wrong.append((.clause, clause))
    }
    return wrong.map { detail, text in
      .refusal(
        .detailInvalid, nil, "\(detail.label.zh)(\(detail.rawValue))不能是 \(text)",
        "\(detail.rawValue) cannot be \(text)")
    }
  }

  // MARK: What came before

  /// What the state of the case on the event's day has against it. An event taken over from the
  /// register has its predecessors elsewhere.
  func orderFaults(_ event: LedgerEvent, _ history: CaseHistory) -> [ProcedureFault] {
    let fold = CaseFold(history, through: event.day, rules: rules)
    if event.kind == .opened {
      guard history.effective.contains(where: { $0.kind == .opened }) else { return [] }
      return [
        .refusal(
          .alreadyOpened, nil, "案件 \(history.ledgerCase.id) 已经立案",
          "case \(history.ledgerCase.id) is open already")
      ]
    }
    var faults: [ProcedureFault] = []
    let suspected = fold.standing.suspectedDay
    if event.day < suspected {
      faults.append(
        .refusal(
          .beforeSuspicion, .investigation, "早于发现涉嫌闲置之日 \(suspected)",
          "it is before the suspicion of \(suspected)"))
    }
    if let ending = fold.standing.ending, let ended = fold.standing.endedDay,
      !Self.kindsAfterEnd.contains(event.kind), event.kind != .feePaid || !fold.owesFee
    {
      faults.append(
        .refusal(
          .caseEnded, nil, "案件已于 \(ended) 结案(\(ending.label.zh))",
          "the case ended on \(ended): \(ending.label.en)"))
      return faults
    }
    if event.isTakenOver { return faults }
    let stage = CheckedStage(event: event, fold: fold, rules: rules)
    return faults + stage.faults()
  }

  /// What may follow the end of a case; a fee that is owed may be paid, too.
  static let kindsAfterEnd: Set<EventKind> = [
    .publicationWithdrawn, .systemRecord, .completion, .correction, .note, .refreshed,
  ]

  /// An end cannot stand before events that belong to an open case.
  private func laterFaults(_ event: LedgerEvent, _ history: CaseHistory) -> [ProcedureFault] {
    guard CaseFold(history, through: event.day, rules: rules).standing.ending == nil else {
      return []
    }
    var probe = event
    probe.number = (history.events.last?.number ?? 0) + 1
    var after = history
    after.append([probe])
    let fold = CaseFold(after, through: event.day, rules: rules)
    guard fold.standing.endedDay == event.day else { return [] }
    let later = history.effective.filter {
      $0.day > event.day && $0.kind != .feePaid && !Self.kindsAfterEnd.contains($0.kind)
    }
    guard let first = later.first else { return [] }
    return [
      .refusal(
        .beforeLaterEvents, nil,
        "案件将于 \(event.day) 结案，但其后已登记 \(first.kind.label.zh)(\(first.day))",
        "the case would end on \(event.day), but \(first.kind.label.en) is recorded on \(first.day)"
      )
    ]
  }
}

extension ProcedureFault {
  static func refusal(
    _ code: Code, _ article: Article?, _ zh: String, _ en: String
  ) -> ProcedureFault {
    ProcedureFault(code, article, .refusal, Bilingual(zh: zh, en: en))
  }

  static func warning(
    _ code: Code, _ article: Article?, _ zh: String, _ en: String
  ) -> ProcedureFault {
    ProcedureFault(code, article, .warning, Bilingual(zh: zh, en: en))
  }
}
