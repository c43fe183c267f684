import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandLedger
import LandRulebook

/// The statement of a year with everything that is printed beside it.
public struct LedgerYear: Sendable {
  /// The statement: as it stood where the year was closed, else as known now.
  public let statement: YearStatement
  /// What became known since the closing; nil where it was not closed.
  public let difference: StatementDifference?
  /// The years from the first case to this one.
  public let years: MultiYearStatement?
  private let book: LedgerBook

  /// Makes the statement of a year.
  ///
  /// - Parameters:
  ///   - rules: rulebooks by name or file whose targets are shown; those in force in the territory
  ///     of the ledger where empty.
  ///   - asKnownNow: whether a closing is passed over.
  ///   - day: the day of printing; targets of a year that is not over on it are not due. Nil takes
  ///     the year as over.
  public init(
    _ year: Int, of book: LedgerBook, rules: [String] = [], asKnownNow: Bool = false,
    on day: CalendarDate? = nil
  ) throws(AuditError) {
    self.book = book
    let statements = book.statements
    let plain = statements.present(year)
    let targets = try LedgerTargets(
      book, rules: rules, isYearOver: day.map { $0.lastFullYear >= year } ?? true
    ).results(plain)
    let figures = book.statementFigures(of: year)
    let closed =
      asKnownNow
      ? nil
      : statements.statement(of: year, knownAt: .closing, targets: targets, figures: figures)
    statement = closed ?? statements.present(year, targets: targets, figures: figures)
    difference = StatementDifference(of: year, in: statements)
    let first = book.events.filter { $0.kind == .opened }.map(\.day.components.year).min()
    years = first.flatMap { $0 <= year ? MultiYearStatement($0...year, in: statements) : nil }
  }

  /// The statement as a paper.
  public func document(_ language: Document.Language) -> Document {
    var paper = StatementPaper(statement)
    paper.years = years
    paper.difference = difference
    paper.register = CaseRegisterTable(
      statement, cases: book.cases,
      eventsByCase: Dictionary(
        grouping: book.events.filter { event in
          event.caseID != nil && event.number <= statement.knownUntil ?? .max
        }
      ) { $0.caseID ?? "" }, language: language
    ).table()
    paper.particulars = [
      (language("行政区", "territory"), book.identity.territory),
      (language("台账", "ledger"), book.identity.id),
    ]
    return paper.document(language)
  }
}

extension LedgerBook {
  /// Built-up areas and the clearing of enterprises as the ledger keeps them.
  func statementFigures(of year: Int) -> StatementFigures {
    var figures = StatementFigures()
    figures.builtUp = self.figures.filter { $0.name == "built_up_ha" }.map { figure in
      StatementFigures.BuiltUp(
        zoneID: figure.zoneID, year: figure.year, area: figure.value.map { $0 * 10_000 })
    }
    guard let last = CalendarDate(year: year, month: 12, day: 31) else { return figures }
    // Ledgers of earlier versions may have a row for each year of an enterprise; the last counts.
    let latest = Dictionary(
      zombies.map { ($0.creditCode ?? $0.name, $0) }, uniquingKeysWith: { _, last in last })
    for (zone, listed) in Dictionary(grouping: latest.values, by: \.zoneID)
      .sorted(by: { ($0.key ?? "") < ($1.key ?? "") })
    {
      figures.clearings.append(
        StatementFigures.Clearing(
          zoneID: zone,
          label: Bilingual(zh: "僵尸企业处置", en: "enterprises under clearing"), baseDay: nil,
          stock: listed.filter { ($0.listed ?? last) <= last }.count,
          cleared: listed.filter { enterprise in enterprise.cleared.map { $0 <= last } ?? false }
            .count
        ))
    }
    return figures
  }
}
