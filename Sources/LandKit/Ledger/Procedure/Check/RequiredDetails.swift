import LandGeometry

/// What has to be given when an event is recorded; the words are the columns of the ledger.
public enum EventDetail: String, CaseIterable, Hashable, Sendable {
  /// Number of the document.
  case documentNo = "document_no"
  /// Idle area, or area disposed of, m².
  case area = "area_m2"
  /// An amount, 万元.
  case amount = "amount_wan"
  /// The paragraph of Art. 2.
  case clause
  /// Spans of causes.
  case causeSpans = "cause_spans"
  /// A new agreed start, or the last day of a temporary use.
  case until
  /// The event that is corrected.
  case corrects
  /// Why.
  case reason

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .documentNo: Bilingual(zh: "文号", en: "number of the document")
    case .area: Bilingual(zh: "面积(㎡)", en: "area, m²")
    case .amount: Bilingual(zh: "金额(万元)", en: "amount, 万元")
    case .clause: Bilingual(zh: "闲置情形(第二条)", en: "paragraph of Art. 2")
    case .causeSpans: Bilingual(zh: "闲置原因及时段", en: "causes and their spans")
    case .until: Bilingual(zh: "新约定动工日或临时使用届满日", en: "new agreed start, or last day")
    case .corrects: Bilingual(zh: "被更正事件的编号", en: "number of the corrected event")
    case .reason: Bilingual(zh: "理由", en: "reason")
    }
  }
}

extension EventKind {
  /// What has to be given of an event of the kind, and the article that asks for it; nil where it is
  /// the ledger's own rule.
  ///
  /// A number is asked for of the papers that are served (Art. 5, 9, 15, 16), of the approval and of
  /// agreements. Area, paragraph and causes are what a finding states (Art. 10).
  public var requiredDetails: [(detail: EventDetail, article: Article?)] {
    switch self {
    case .investigationNotice: [(.documentNo, .investigation)]
    case .finding:
      [
        (.documentNo, .finding), (.area, .contents), (.clause, .contents),
        (.causeSpans, .contents),
      ]
    case .approval: [(.documentNo, .plan)]
    case .extension: [(.documentNo, .extending), (.until, .extending)]
    case .temporaryUse: [(.until, .temporaryUse)]
    case .buyback: [(.documentNo, .buyback)]
    case .swap: [(.documentNo, .swap)]
    case .hearingNotice: [(.documentNo, .hearing)]
    case .feeDecision: [(.documentNo, .decisionContents), (.amount, .decisionContents)]
    case .withdrawalDecision: [(.documentNo, .decisionContents)]
    case .feePaid: [(.amount, .performance)]
    case .correction: [(.corrects, nil), (.reason, nil)]
    case .survey, .run, .yearClosed, .opened, .refreshed, .statement, .investigation, .notIdle,
      .publication, .systemRecord, .objection, .plan, .adjustment, .hearing, .deregistration,
      .start, .completion, .publicationWithdrawn, .note:
      []
    }
  }
}

extension LedgerEvent {
  /// Whether something is given; an empty text or list is not.
  func gives(_ detail: EventDetail) -> Bool {
    switch detail {
    case .documentNo: document.map { !$0.number.isEmpty } ?? false
    case .area: details.area != nil
    case .amount: details.amount != nil
    case .clause: details.clause.map { !$0.isEmpty } ?? false
    case .causeSpans: details.causeSpans.map { !$0.isEmpty } ?? false
    case .until: details.until != nil
    case .corrects: details.corrects != nil
    case .reason: reason.map { !$0.isEmpty } ?? false
    }
  }
}
