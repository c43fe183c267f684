import LandGeometry

/// What can happen in the ledger, in the order in which a case usually goes.
///
/// The words are those of the column `kind` and of `landctl ledger record`; they are never changed
/// once released.
public enum EventKind: String, CaseIterable, Hashable, Sendable, Codable {
  // MARK: The ledger itself

  /// Parcels of a year were taken in.
  case survey
  /// An audit was run.
  case run
  /// A yearly statement was closed.
  case yearClosed = "year_closed"

  // MARK: A case

  /// A parcel was suspected to be idle.
  case opened
  /// A later audit looked at the case again.
  case refreshed
  /// 闲置土地调查通知书 was served (Art. 5).
  case investigationNotice = "investigation_notice"
  /// The user answered (Art. 5).
  case statement
  /// 调查核实记录: what the investigation found (Art. 7).
  case investigation
  /// The investigation found the land not idle; ends the case.
  case notIdle = "not_idle"
  /// 闲置土地认定书 was served (Art. 9).
  case finding
  /// Published (Art. 11).
  case publication
  /// Recorded in the supervision system (Art. 25).
  case systemRecord = "system_record"
  /// The user or somebody else objects.
  case objection
  /// 处置方案 was drafted (Art. 13).
  case plan
  /// The government approved (Art. 13, 14).
  case approval
  /// The agreed start is put off by supplementary contract, Art. 12(1).
  case `extension` = "extension"
  /// Use or planning conditions are changed, Art. 12(2).
  case adjustment
  /// Temporary use arranged by the government, Art. 12(3).
  case temporaryUse = "temporary_use"
  /// Paid withdrawal by agreement, Art. 12(4); ends the case.
  case buyback
  /// Swap of land, Art. 12(5); ends the case.
  case swap
  /// Notice of the right to a hearing was served (Art. 15).
  case hearingNotice = "hearing_notice"
  /// The hearing was held.
  case hearing
  /// 征缴土地闲置费决定书 was served (Art. 14(1), 17).
  case feeDecision = "fee_decision"
  /// The fee, or a part of it, was paid.
  case feePaid = "fee_paid"
  /// 收回国有建设用地使用权决定书 was served (Art. 14(2), 17).
  case withdrawalDecision = "withdrawal_decision"
  /// The registration was cancelled (Art. 17, 18); ends the case.
  case deregistration
  /// Development started (Art. 30); ends the case.
  case start
  /// Development was completed.
  case completion
  /// The publication was withdrawn (Art. 11).
  case publicationWithdrawn = "publication_withdrawn"
  /// An earlier event was wrong; says which and what is right.
  case correction
  /// A remark.
  case note

  /// What people call it, in the terms of Decree 53.
  public var label: Bilingual {
    switch self {
    case .survey: Bilingual(zh: "宗地入库", en: "survey taken in")
    case .run: Bilingual(zh: "审查", en: "audit")
    case .yearClosed: Bilingual(zh: "年度结账", en: "year closed")
    case .opened: Bilingual(zh: "发现涉嫌闲置", en: "suspected")
    case .refreshed: Bilingual(zh: "复查", en: "audited again")
    case .investigationNotice: Bilingual(zh: "闲置土地调查通知书", en: "notice of investigation")
    case .statement: Bilingual(zh: "土地使用权人说明", en: "user's statement")
    case .investigation: Bilingual(zh: "调查核实记录", en: "record of investigation")
    case .notIdle: Bilingual(zh: "认定不属于闲置土地", en: "found not idle")
    case .finding: Bilingual(zh: "闲置土地认定书", en: "finding of idle land")
    case .publication: Bilingual(zh: "向社会公开", en: "published")
    case .systemRecord: Bilingual(zh: "监测监管系统备案", en: "recorded in the system")
    case .objection: Bilingual(zh: "异议", en: "objection")
    case .plan: Bilingual(zh: "闲置土地处置方案", en: "disposal plan")
    case .approval: Bilingual(zh: "人民政府批准", en: "government approval")
    case .extension: Bilingual(zh: "延长动工开发期限", en: "agreed start put off")
    case .adjustment: Bilingual(zh: "调整土地用途、规划条件", en: "use or conditions changed")
    case .temporaryUse: Bilingual(zh: "政府安排临时使用", en: "temporary use")
    case .buyback: Bilingual(zh: "协议有偿收回", en: "bought back")
    case .swap: Bilingual(zh: "置换土地", en: "swapped")
    case .hearingNotice: Bilingual(zh: "听证权利告知书", en: "notice of hearing")
    case .hearing: Bilingual(zh: "听证", en: "hearing")
    case .feeDecision: Bilingual(zh: "征缴土地闲置费决定书", en: "decision on the fee")
    case .feePaid: Bilingual(zh: "缴纳土地闲置费", en: "fee paid")
    case .withdrawalDecision:
      Bilingual(zh: "收回国有建设用地使用权决定书", en: "decision on withdrawal")
    case .deregistration: Bilingual(zh: "注销土地登记", en: "registration cancelled")
    case .start: Bilingual(zh: "动工开发", en: "development started")
    case .completion: Bilingual(zh: "竣工", en: "completed")
    case .publicationWithdrawn: Bilingual(zh: "撤销公开信息", en: "publication withdrawn")
    case .correction: Bilingual(zh: "更正", en: "correction")
    case .note: Bilingual(zh: "备注", en: "remark")
    }
  }

  /// Whether it belongs to the ledger rather than to a case.
  public var isOfLedger: Bool { [.survey, .run, .yearClosed].contains(self) }
}
