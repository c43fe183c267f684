import LandKit

/// Events of a table, one a row. Columns that are not there are empty; a cell that cannot be read
/// stops everything with its row.
struct EventBatch {
  private let table: AttributeTable
  private let rows: [Int]
  private let path: String
  private let author: String
  private let errors: ErrorText

  /// Reads the file.
  init(_ path: String, by author: String, _ errors: ErrorText) throws {
    self.path = path
    self.author = author
    self.errors = errors
    do throws(FormatError) {
      // The first row names the columns, in whatever file.
      let search = HeaderSearch(.contracts)
      let input = try InputFile(path)
      let headerRow = input.format == .workbook || input.format == .csv ? 1 : nil
      let opened = try input.table(search, OpeningOptions(), headerRow: headerRow).table
      table = opened.attributes
      rows = opened.rowNumbers
    } catch { throw Terminal.said(errors.failure(error)) }
    for column in ["case", "event", "date"] where table.column(named: column) == nil {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, path,
          Bilingual(zh: "缺少列 \(column)", en: "the column \(column) is missing"),
          Bilingual(
            zh: "列名见 landctl ledger record --help", en: "see landctl ledger record --help")))
    }
  }

  /// The entries in the order of the rows; the cases are looked for in the ledger.
  func entries(in book: LedgerBook) throws -> [LedgerRecorder.Entry] {
    try (0..<table.rowCount).map { row in
      var details = EventDetails()
      details.area = try number(row, "area_m2")
      details.amount = try number(row, "amount_wan")
      details.until = try day(row, "until")
      details.idleSince = try day(row, "idle_since")
      details.clause = text(row, "clause")
      details.text = text(row, "text")
      if let causes = text(row, "causes") {
        guard let spans = CauseSpan.parse(causes) else { throw unreadable(row, "causes", causes) }
        details.causeSpans = spans
      }
      var document: LedgerDocument?
      if let number = text(row, "document") {
        document = LedgerDocument(number: number, day: try day(row, "document_date"))
      }
      guard let day = try day(row, "date") else { throw unreadable(row, "date", "") }
      return LedgerRecorder.Entry(
        caseID: try CaseArgument.find(text(row, "case") ?? "", in: book, errors).id,
        kind: try EventArgument.kind(text(row, "event") ?? "", errors), day: day,
        document: document, details: details, author: text(row, "by") ?? author,
        reason: text(row, "reason"),
        isForced: ["true", "是", "1"].contains(text(row, "force") ?? ""))
    }
  }

  private func text(_ row: Int, _ column: String) -> String? {
    guard let index = table.column(named: column),
      let text = table.value(row: row, column: index).text, !text.isEmpty
    else { return nil }
    return text
  }

  private func number(_ row: Int, _ column: String) throws -> Double? {
    guard let text = text(row, column) else { return nil }
    guard let value = Double(text), value.isFinite, value >= 0 else {
      throw unreadable(row, column, text)
    }
    return value
  }

  private func day(_ row: Int, _ column: String) throws -> CalendarDate? {
    guard let text = text(row, column) else { return nil }
    guard let day = CalendarDate(iso: text) else { throw unreadable(row, column, text) }
    return day
  }

  private func unreadable(_ row: Int, _ column: String, _ text: String) -> any Error {
    Terminal.said(
      errors.failure(
        .inputUnusable, "\(path):\(rows[row]) \(column)",
        Bilingual(zh: "无法读取:\(text)", en: "cannot be read: \(text)"),
        Bilingual(
          zh: "日期写 2025-06-30,数字不带单位", en: "write days as 2025-06-30, numbers without units")))
  }
}
