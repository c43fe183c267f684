import LandCadastre
import LandDocuments
import LandWorkbook

/// A column of a sheet: what stands over it and what stands in a row.
struct BookCells: Sendable {
  let column: StreamedTable.Column
  let cell: @Sendable (Int) -> DocumentCell

  /// A column that is put together from others.
  init(_ heading: String, cell: @escaping @Sendable (Int) -> DocumentCell) {
    column = StreamedTable.Column(heading)
    self.cell = cell
  }

  /// A column of a table of the audit, as people read it.
  init(_ source: BookColumn, _ heading: BookHeading, _ language: Document.Language) {
    let name = source.name
    let blank = heading.isFigure ? DocumentCell.unknown : .empty
    column = StreamedTable.Column(heading.text(language), isShare: heading.format == .share)
    switch heading.format {
    case .text: cell = { .text(source.text($0)) }
    case .code: cell = { .code(source.text($0)) }
    case .list:
      cell = { row in
        let items = source.list(row)
        let shown = name == "missing" ? items.map { Self.field($0, language) } : items
        return .text(shown.joined(separator: ";"))
      }
    case .word:
      let labels = (BookWords.labels[name] ?? [:]).mapValues { language($0) }
      cell = { row in
        guard let word = source.text(row) else { return blank }
        let tone = BookTone.of(word, column: name)
        let label = labels[word] ?? word
        return DocumentCell(label.isEmpty ? .empty : .text(label), tone: tone)
      }
    case .number(let decimals):
      cell = { source.number($0).map { .number($0, decimals) } ?? blank }
    case .share: cell = { source.number($0).map { .number($0, 4) } ?? blank }
    case .count: cell = { source.number($0).map { .number($0, 0) } ?? blank }
    case .day: cell = { source.day($0).map { .day($0) } ?? blank }
    case .truth:
      let (yes, no) = (language("是", "yes"), language("否", "no"))
      cell = { source.truth($0).map { .text($0 ? yes : no) } ?? blank }
    }
  }

  /// What a missing input is called.
  static func field(_ name: String, _ language: Document.Language) -> String {
    language == .zh ? Field(rawValue: name)?.officialName ?? name : name
  }
}

/// How a word is meant.
enum BookTone {
  static func of(_ word: String, column: String) -> Tone {
    switch column {
    case "idle_state":
      switch word {
      case "identified": .bad
      case "suspected", "due_soon": .attention
      case "unknown": .unknown
      case "not_idle", "disposed": .good
      default: .plain
      }
    case "verdict", "area_verdict":
      switch word {
      case "met": .good
      case "notMet": .bad
      case "needsReasons": .attention
      case "unknown": .unknown
      default: .plain
      }
    case "severity":
      switch word {
      case "error": .bad
      case "warning": .attention
      default: .plain
      }
    case "measure_quality": word == "doubtful" ? .attention : .plain
    case "class": word == "real" ? .bad : word == "check" ? .attention : .plain
    default: .plain
    }
  }
}
