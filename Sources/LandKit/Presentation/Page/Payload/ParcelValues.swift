import LandCadastre
import LandDocuments

extension ParcelColumn {
  /// The column as JSON: its head and the value of each of `rows`.
  ///
  /// - Parameters:
  ///   - figure: the place of the figure that explains it.
  ///   - isShort: whether a column in which nothing is known has no values at all, instead of an
  ///     unknown one for each row.
  func json(
    _ book: AuditBook, rows: [Int], language: Document.Language, figure: Int?, isShort: Bool
  ) -> PayloadText {
    let column = book.parcels[key]
    var json = PayloadText()
    json.raw("{")
    json.key("key")
    json.text(key)
    json.key("title")
    json.text(language(title))
    json.key("unit")
    json.text(language(unit))
    if let figure {
      json.key("figure")
      json.integer(figure)
    }
    if let states {
      json.key("states")
      json.integers(states.map(\.rawValue))
    }
    let rows = isShort && !rows.contains { column.text($0) != nil } ? [] : rows
    json.key("type")
    switch kind {
    case .code:
      json.text("code")
      json.key("values")
      json.list(rows) { $0.optional(column.text($1)) }
    case .day:
      json.text("day")
      json.key("values")
      json.list(rows) { $0.optional(column.day($1)?.description) }
    case .number(let decimals, let factor):
      json.text("number")
      json.key("decimals")
      json.integer(decimals)
      json.key("values")
      json.list(rows) { json, row in
        json.number(column.number(row).map { $0 * factor }, decimals)
      }
    case .word(let say):
      json.text("word")
      appendWords(column, rows, to: &json) { say($0, language) }
    case .list(let say):
      json.text("list")
      appendWords(column, rows, to: &json) { items in
        items.split(separator: ";").map { say(String($0), language) }.joined(separator: ";")
      }
    }
    json.raw("}")
    return json
  }

  private func appendWords(
    _ column: BookColumn, _ rows: [Int], to json: inout PayloadText, _ say: (String) -> String
  ) {
    var index = WordIndex()
    for row in rows { index.append(column.text(row)) }
    json.key("words")
    json.texts(index.said(say))
    json.key("values")
    json.integers(index.places)
  }
}
