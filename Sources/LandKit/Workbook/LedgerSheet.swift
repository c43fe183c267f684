import LandDocuments

/// A table, or the part of one that a sheet can hold, as a ledger: heading, rows, totals, note.
struct LedgerSheet {
  var name = ""
  let table: DocumentTable
  /// The rows of the table on this sheet.
  let rows: Range<Int>
  /// Whether totals and note stand below them.
  let isLast: Bool

  /// The sheets of a table, one where it is not longer than a sheet. The heading stands on each.
  static func parts(of table: DocumentTable, sheetRows: Int) -> [LedgerSheet] {
    let capacity = sheetRows - 1
    let tail = table.totals.count + (table.note.isEmpty ? 0 : 2)
    var ranges: [Range<Int>] = []
    var start = 0
    repeat {
      let end = min(start + capacity, table.rows.count)
      ranges.append(start..<end)
      start = end
    } while start < table.rows.count
    if let last = ranges.last, last.count + tail > capacity {
      ranges.append(last.upperBound..<last.upperBound)
    }
    return ranges.enumerated().map { index, rows in
      LedgerSheet(table: table, rows: rows, isLast: index == ranges.count - 1)
    }
  }

  func write(to file: inout WorkbookFile, language: Document.Language) throws(WorkbookError) {
    let sheet = try file.addSheet(name)
    var widths = table.columns.map { min(TextWidth.of($0.heading) + 3, Self.widest) }
    for (column, heading) in table.columns.enumerated() {
      try file.write(
        .text(SheetCell.clean(heading.heading)), CellStyle(.heading), sheet: sheet, row: 0,
        column: column)
    }
    var row = 1
    for index in rows {
      try write(table.rows[index], .body, to: &file, sheet, row, language, &widths)
      row += 1
    }
    if isLast {
      for total in table.totals {
        try write(total, .total, to: &file, sheet, row, language, &widths)
        row += 1
      }
      if !table.note.isEmpty {
        try file.write(
          .text(SheetCell.clean(table.note)), CellStyle(.note), sheet: sheet, row: row + 1,
          column: 0)
      }
    }
    for (column, width) in widths.enumerated() {
      file.setWidth(Double(max(width, Self.narrowest)) + 1, sheet: sheet, column: column)
    }
    file.layOut(
      sheet: sheet, columns: table.columns.count, rows: rows.count,
      caption: SheetCell.clean(table.caption))
  }

  /// Columns are as wide as their widest text within these bounds; longer texts wrap.
  private static let narrowest = 6
  private static let widest = 50

  private func write(
    _ cells: [DocumentCell], _ role: CellStyle.Role, to file: inout WorkbookFile, _ sheet: Int,
    _ row: Int, _ language: Document.Language, _ widths: inout [Int]
  ) throws(WorkbookError) {
    for (column, cell) in cells.prefix(table.columns.count).enumerated() {
      let value = SheetCell(cell.value, language: language)
      try file.write(
        value, CellStyle(role, of: cell, as: value), sheet: sheet, row: row, column: column)
      widths[column] = max(widths[column], min(value.width, Self.widest))
    }
  }
}
