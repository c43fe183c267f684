import LandKit

/// The statement of a year, read from a ledger. What is wrong is said here.
struct PreparedYear {
  let statement: LedgerYear
  /// The last day of the year, which its papers bear.
  let last: CalendarDate

  /// - Parameters:
  ///   - rules: rulebooks whose targets are shown; those in force in the territory where empty.
  ///   - asKnownNow: whether a closing is passed over.
  ///   - today: a year not over on it has no goals due.
  init(
    _ ledger: String, year: Int, rules: [String], asKnownNow: Bool, on today: CalendarDate,
    _ language: Language
  ) throws {
    let errors = ErrorText(language: language)
    guard Self.known.contains(year), let last = CalendarDate(year: year, month: 12, day: 31) else {
      throw Terminal.said(
        errors.failure(
          .usage, "--year \(year)", Bilingual(zh: "没有这一年", en: "no such year"),
          Bilingual(zh: "请填写四位年份", en: "name a year of four digits")))
    }
    let book = try errors.ledger {
      try LedgerBook(LedgerStore.open(ledger, readOnly: true), asOf: last)
    }
    do throws(AuditError) {
      statement = try LedgerYear(year, of: book, rules: rules, asKnownNow: asKnownNow, on: today)
    } catch { throw Terminal.said(errors.failure(error)) }
    self.last = last
  }

  /// The years that there are statements of: limits of ours against slips of the hand.
  static let known = 1949...2200
}
