import LandGeometry

/// Something about an event that breaks the order of a case, or a limit.
public struct ProcedureFault: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    /// Recorded all the same, and said.
    case warning
    /// Recorded only when forced with a reason.
    case refusal
  }

  /// What is wrong; the words never change once released.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    // MARK: The event as such
    case unknownCase = "unknown_case"
    case alreadyOpened = "already_opened"
    case caseEnded = "case_ended"
    case beforeLaterEvents = "before_later_events"
    case inFuture = "in_future"
    case beforeSuspicion = "before_suspicion"
    case detailMissing = "detail_missing"
    case detailInvalid = "detail_invalid"
    case authorMissing = "author_missing"
    case documentLater = "document_later"
    // MARK: Investigation and finding
    case noNotice = "no_notice"
    case noInvestigation = "no_investigation"
    case noFinding = "no_finding"
    case alreadyFound = "already_found"
    case notDueYet = "not_due_yet"
    case noticeLate = "notice_late"
    case investigationLate = "investigation_late"
    case statementLate = "statement_late"
    // MARK: Agreement
    case causeUnknown = "cause_unknown"
    case causeOwn = "cause_own"
    case causeMixed = "cause_mixed"
    case noPlan = "no_plan"
    case noApproval = "no_approval"
    case notInSystem = "not_in_system"
    case extensionTooLong = "extension_too_long"
    case extendedBefore = "extended_before"
    case newStartPast = "new_start_past"
    case temporaryUseTooLong = "temporary_use_too_long"
    case swapConditions = "swap_conditions"
    case areaTooLarge = "area_too_large"
    // MARK: Decisions
    case suspendedLand = "suspended_land"
    case causeNotOwn = "cause_not_own"
    case noHearingNotice = "no_hearing_notice"
    case clockUnknown = "clock_unknown"
    case feeDecided = "fee_decided"
    case feeAmount = "fee_amount"
    case priceUnknown = "price_unknown"
    case feeInsteadOfWithdrawal = "fee_instead_of_withdrawal"
    case withdrawalNotRipe = "withdrawal_not_ripe"
    // MARK: Performance and afterwards
    case noDecision = "no_decision"
    case paymentLate = "payment_late"
    case paidTooMuch = "paid_too_much"
    case deregistrationLate = "deregistration_late"
    case startAfterWithdrawal = "start_after_withdrawal"
    case noStart = "no_start"
    case notPublished = "not_published"
    case notEnded = "not_ended"
    // MARK: Corrections
    case correctsNothing = "corrects_nothing"
    case correctsVoided = "corrects_voided"
    case correctsCorrection = "corrects_correction"
    case correctsOpening = "corrects_opening"
    case correctionEmpty = "correction_empty"
    case breaksLater = "breaks_later"
  }

  /// What is wrong.
  public var code: Code
  /// The article that says so; nil where it is the ledger's own order.
  public var article: Article?
  /// How grave it is.
  public var severity: Severity
  /// What is wrong, with the figures.
  public var message: Bilingual

  /// A fault.
  public init(_ code: Code, _ article: Article?, _ severity: Severity, _ message: Bilingual) {
    self.code = code
    self.article = article
    self.severity = severity
    self.message = message
  }

  /// The clause as machine files carry it, `Art. 5`; empty where no article says so.
  public var clause: String { article?.rawValue ?? "" }
}
