/// The figures that landctl's own assessment takes from rulebooks.
public enum FigureName: String, CaseIterable, Hashable, Sendable {
  case notStarted = "idle.not_started"
  case suspended = "idle.suspended"
  case developedShare = "idle.developed_share"
  case investedShare = "idle.invested_share"
  case investigationDays = "idle.investigation_days"
  case answerDays = "idle.answer_days"
  case paymentDays = "idle.payment_days"
  case deregistrationDays = "idle.deregistration_days"
  case extensionYears = "idle.extension"
  case temporaryUse = "idle.temporary_use"
  case feeShare = "idle.fee_share"
  case feeYears = "idle.fee_years"
  case withdrawal = "idle.withdrawal"
  case startAfterDelivery = "idle.start_after_delivery"
  case doubleStoreyHeight = "building.double_storey_height"
  case visiblyBuiltDensity = "site.visibly_built_density"
}
