import LandLayers

/// Makes the views of the parts of a paper, in order.
struct BlockViews {
  /// What the parts are for.
  enum Medium {
    /// A page for browsers and printers.
    case page
    /// Text for the program that makes word-processor files: drawings as pictures beside it.
    case word
  }

  /// From this many columns on a table is put on a landscape page. Ours: ten columns of figures
  /// fill the 163 mm of an upright page at 9.5 pt.
  static let wideColumns = 10

  /// From this many columns on the text is smaller still. Ours: twenty columns of areas with four
  /// decimals fill the 267 mm of a landscape page at 7.5 pt.
  static let denseColumns = 21

  let words: PaperWords
  let medium: Medium
  /// Rules of the style sheet for the widths of columns; the policy forbids style attributes.
  private(set) var columnRules = ""
  /// The drawings met so far; the files that stand for them are named by their place here.
  private(set) var drawings: [String] = []
  private var tables = 0

  init(language: Document.Language, medium: Medium) {
    self.medium = medium
    words = PaperWords(language)
  }

  /// What stands around the parts.
  func frame(of document: Document) -> PageView {
    PageView([
      "language": document.language.rawValue,
      "title": document.title,
      "subtitle": document.subtitle.isEmpty ? nil : document.subtitle,
      "hasParticulars": !document.particulars.isEmpty,
      "particulars": document.particulars.map { PageView(["label": $0.label, "value": $0.value]) },
    ])
  }

  /// The view of the next part; `template` names what renders it.
  mutating func view(of block: Block) -> PageView {
    switch block {
    case .heading(let level, let text, let anchor):
      // The title is the only heading of the first level on a page.
      let level = min(6, max(1, level) + (medium == .page ? 1 : 0))
      return PageView([
        "template": "heading", "level": String(level), "text": text, "anchor": anchor,
      ])
    case .paragraph(let text): return PageView(["template": "paragraph", "text": text])
    case .list(let items): return PageView(["template": "list", "items": items])
    case .table(let table): return view(of: table)
    case .figure(let svg, let caption):
      drawings.append(svg)
      guard medium == .word else {
        return PageView(["template": "figure", "svg": svg, "caption": caption])
      }
      return PageView([
        "template": "picture", "caption": caption, "file": Self.picture(drawings.count - 1),
        "width": SVGText.width(of: svg).map {
          FixedDecimal.text(min($0, WordDocument.typeWidth), 2)
        },
      ])
    case .notice(let tone, let text):
      return PageView([
        "template": "notice", "tone": tone.rawValue, "sign": sign(tone), "text": text,
      ])
    case .pageBreak: return PageView(["template": "page-break"])
    case .signatures(let lines):
      return PageView(["template": "signatures", "lines": lines, "colon": words.colon])
    }
  }

  /// The name of the picture that stands for a drawing, without its folder.
  static func picture(_ index: Int) -> String { "figure-\(index + 1).png" }

  private mutating func view(of table: DocumentTable) -> PageView {
    tables += 1
    let id = "table-\(tables)"
    let isWide = table.columns.count >= Self.wideColumns
    let isDense = table.columns.count >= Self.denseColumns
    let shares = widths(of: table.columns)
    if medium == .page {
      for (index, share) in shares.enumerated() {
        guard let share else { continue }
        columnRules += "#\(id) col:nth-child(\(index + 1)) { width: \(share)%; }\n"
      }
    }
    return PageView([
      "template": "table",
      "kind": "table" + (isWide ? " wide" : "") + (isDense ? " dense" : ""),
      "id": id,
      "caption": table.caption,
      "hasWidths": shares.contains { $0 != nil },
      "widths": shares.map { PageView(medium == .word ? ["share": $0] : [:]) },
      "headings": table.columns.map {
        PageView(["title": $0.title, "unit": $0.unit, "space": words.space])
      },
      "rows": table.rows.map { view(of: $0, columns: table.columns.count) },
      "hasTotals": !table.totals.isEmpty,
      "totals": table.totals.map { view(of: $0, columns: table.columns.count) },
      "columnCount": String(max(1, table.columns.count)),
      "nothing": words.nothing,
      "note": table.note.isEmpty ? nil : table.note,
    ])
  }

  /// Shares of the width in percent; nil for a column that takes what it needs.
  private func widths(of columns: [DocumentTable.Column]) -> [String?] {
    let known = columns.compactMap { $0.width }.filter { $0 > 0 && $0.isFinite }
    guard !known.isEmpty else { return columns.map { _ in nil } }
    // A column without a width counts as an average one when the page is shared out. Word needs a
    // width for every column or none.
    let mean = known.reduce(0, +) / Double(known.count)
    let whole = known.reduce(0, +) + mean * Double(columns.count - known.count)
    return columns.map { column in
      let width = column.width.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
      return (width ?? (medium == .word ? mean : nil)).map {
        FixedDecimal.text(100 * $0 / whole, 2)
      }
    }
  }

  private func view(of row: [DocumentCell], columns: Int) -> PageView {
    var cells: [CellView] = []
    cells.reserveCapacity(columns)
    for index in 0..<columns {
      let cell = index < row.count ? row[index] : .empty
      cells.append(
        CellView(cell, isHeader: index == 0, sign: sign(cell.tone), words: words, medium: medium))
    }
    return PageView(["cells": cells])
  }

  /// The sign of a tone and what it is read out as; nil for a plain text.
  private func sign(_ tone: Tone) -> PageView? {
    guard let mark = tone.sign else { return nil }
    return PageView(["mark": mark, "meaning": words.meaning(of: tone)])
  }
}
