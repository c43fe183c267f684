import LandDocuments

/// A table whose rows are made one at a time while they are written, so that a long one is never in
/// memory as a whole.
public struct StreamedTable: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its heading.
    public var heading: String
    /// Whether its numbers are parts of a whole, 0 to 1, that are shown in percent.
    public var isShare: Bool

    /// A column.
    public init(_ heading: String, isShare: Bool = false) {
      self.heading = heading
      self.isShare = isShare
    }
  }

  /// What it shows; also the name of its sheet.
  public var caption: String
  /// Its columns.
  public var columns: [Column]
  /// Whether long texts wrap; for short sheets that are read rather than filtered.
  public var wraps: Bool
  /// The number of rows.
  public var count: Int
  /// The cells of a row, no more than the columns.
  public var row: @Sendable (Int) -> [DocumentCell]

  /// A table of rows by their index.
  public init(
    caption: String, columns: [Column], wraps: Bool = false, count: Int,
    row: @escaping @Sendable (Int) -> [DocumentCell]
  ) {
    self.caption = caption
    self.columns = columns
    self.wraps = wraps
    self.count = count
    self.row = row
  }
}

/// The rows of a streamed table that one sheet holds.
struct StreamedSheet {
  let name: String
  let table: StreamedTable
  let rows: Range<Int>

  /// The sheets of a table; the heading stands on each.
  static func parts(
    of table: StreamedTable, sheetRows: Int, names: inout SheetNames
  ) -> [StreamedSheet] {
    let capacity = sheetRows - 1
    var parts: [StreamedSheet] = []
    var start = 0
    repeat {
      let end = min(start + capacity, table.count)
      parts.append(
        StreamedSheet(name: names.name(for: table.caption), table: table, rows: start..<end))
      start = end
    } while start < table.count
    return parts
  }

  func write(to file: inout WorkbookFile, language: Document.Language) throws(WorkbookError) {
    let sheet = try file.addSheet(name)
    var widths = table.columns.map { min(TextWidth.of($0.heading) + 3, Self.widest) }
    for (column, heading) in table.columns.enumerated() {
      try file.write(
        .text(SheetCell.clean(heading.heading)), CellStyle(.heading), sheet: sheet, row: 0,
        column: column)
    }
    for (place, index) in rows.enumerated() {
      let cells = table.row(index)
      for (column, cell) in cells.prefix(table.columns.count).enumerated() {
        let value = SheetCell(cell.value, language: language).cut
        // An empty cell says nothing; a hundred thousand rows have millions of them.
        if case .blank = value { continue }
        var style = CellStyle(table.wraps ? .body : .row, of: cell, as: value)
        if table.columns[column].isShare, case .number = value { style.content = .share }
        try file.write(value, style, sheet: sheet, row: place + 1, column: column)
        widths[column] = max(widths[column], min(value.width, Self.widest))
      }
    }
    for (column, width) in widths.enumerated() {
      file.setWidth(Double(max(width, Self.narrowest)) + 1, sheet: sheet, column: column)
    }
    file.layOut(
      sheet: sheet, columns: table.columns.count, rows: rows.count,
      caption: SheetCell.clean(table.caption), isLandscape: true)
  }

  private static let narrowest = 6
  private static let widest = 50
}

extension SheetCell {
  /// The value, a text that no cell can hold cut to what one can, with a sign of it at its end.
  fileprivate var cut: SheetCell {
    guard case .text(let text) = self, text.utf8.count > SheetLimits.text,
      text.utf16.count > SheetLimits.text
    else { return self }
    var kept = ""
    // Room for what an escaped sign adds, too.
    for character in text {
      if kept.utf16.count + character.utf16.count > SheetLimits.text - 767 { break }
      kept.append(character)
    }
    return .text(kept + "…")
  }
}
