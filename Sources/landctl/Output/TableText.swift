import LandKit

/// A table of a paper on the terminal: columns aligned, the widest cut.
struct TableText {
  let language: Language
  let table: DocumentTable
  /// No column takes more than so many columns of the terminal.
  var widest = 40

  func lines() -> [String] {
    let heads = table.columns.map(\.heading)
    let rows = (table.rows + table.totals).map { $0.map(text) }
    var widths = heads.map(Terminal.width)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], Terminal.width(cell))
      }
    }
    widths = widths.map { min($0, widest) }
    let isNumber = table.columns.indices.map { column in
      (table.rows + table.totals).contains { row in
        if case .number = row[column].value { true } else { false }
      }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        text +=
          (column == 0 ? "  " : "  ")
          + Terminal.padded(cell, widths[column], right: isNumber[column])
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    var lines = [table.caption, line(heads)] + rows.map(line)
    if !table.note.isEmpty {
      lines += table.note.split(separator: "\n").map { "  " + Terminal.plain(String($0)) }
    }
    return lines
  }

  private func text(_ cell: DocumentCell) -> String {
    switch cell.value {
    case .text(let text), .code(let text): Terminal.plain(text)
    case .number(let value, let decimals): Terminal.number(value, decimals)
    case .coordinate(let value, let decimals): FixedDecimal.text(value, decimals)
    case .day(let day): day.description
    case .empty: ""
    case .unknown(let missing):
      language("未知", "unknown") + (missing.isEmpty ? "" : " (\(Terminal.plain(missing)))")
    }
  }
}
