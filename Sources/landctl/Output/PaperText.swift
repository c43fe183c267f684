import LandKit

/// A paper on the terminal: its headings, notices and tables.
struct PaperText {
  let language: Language
  let document: Document

  func text() -> String {
    var lines = [document.title + " " + document.subtitle]
    for block in document.blocks {
      switch block {
      case .heading(_, let text, _): lines += ["", "== " + text]
      case .paragraph(let text), .notice(_, let text): lines += ["", Terminal.plain(text)]
      case .list(let items): lines += items.map { "  · " + Terminal.plain($0) }
      case .table(let table):
        lines.append("")
        lines += TableText(language: language, table: table, widest: 28).lines()
      case .figure, .pageBreak, .signatures: continue
      }
    }
    return lines.joined(separator: "\n")
  }
}
