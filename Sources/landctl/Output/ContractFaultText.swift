import LandKit

/// What a value of a contract that cannot be read costs: a reminder that nobody gets.
struct ContractFaultText {
  let language: Language

  private static let fields: Set<String> = Set(
    [
      Field.paymentSchedule, .pricePaid, .agreedStartDate, .amendedStartDate, .amendmentDate,
      .actualDeliveryDate, .agreedFinishDate, .actualStartDate, .actualFinishDate, .startState,
    ].map(\.rawValue))

  /// What to do about it.
  static let remedy = Bilingual(
    zh: "日期写作 2025-06-30,分期支付约定写作 2025-06-30:1200;2025-12-31:800(日期:万元)",
    en: "write days as 2025-06-30, payments as 2025-06-30:1200;2025-12-31:800 (day:万元)")

  /// Whether a finding is of a value that reminders need and that cannot be used.
  static func losesReminder(_ finding: Finding) -> Bool {
    [.valueUnreadable, .valueImplausible].contains(finding.code) && fields.contains(finding.field)
  }

  /// Where the value stands and what it says.
  static func message(_ finding: Finding) -> Bilingual {
    let row = finding.row.map(String.init) ?? "?"
    return Bilingual(
      zh: "第 \(row) 行 \(finding.field) 无法读取:\(finding.note)",
      en: "row \(row): \(finding.field) cannot be read: \(finding.note)")
  }

  /// The same in one line, with the subject.
  func line(_ finding: Finding) -> String {
    Terminal.plain("\(finding.subjectID) " + language(Self.message(finding)))
  }
}
