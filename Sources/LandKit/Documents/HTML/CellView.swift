import LandCadastre
import Mustache

/// A cell as the table template sees it. Tables are long: it answers by itself, without a mirror
/// or a dictionary.
struct CellView: MustacheParent, Sendable {
  private let kind: String
  private let isHeader: Bool
  private let sign: PageView?
  private let text: String
  private let missing: String

  /// - Parameters:
  ///   - isHeader: whether it names its row.
  ///   - sign: the sign of its tone.
  init(_ cell: DocumentCell, isHeader: Bool, sign: PageView?, words: PaperWords) {
    var kind = ""
    var missing = ""
    switch cell.value {
    case .text(let value): text = value
    case .code(let value): (text, kind) = (value, "code")
    case .number(let value, let decimals):
      (text, kind) = (GroupedNumber.text(value, decimals), "number")
    case .day(let day): (text, kind) = (day.description, "day")
    case .empty: text = ""
    case .unknown(let input):
      text = words.unknown
      if !input.isEmpty { missing = words.missing(input) }
    }
    if cell.tone != .plain { kind += (kind.isEmpty ? "" : " ") + cell.tone.rawValue }
    self.kind = kind
    self.missing = missing
    self.isHeader = isHeader && !text.isEmpty
    self.sign = sign
  }

  func child(named name: String) -> Any? {
    switch name {
    case "tag": isHeader ? "th scope=\"row\"" : "td"
    case "end": isHeader ? "th" : "td"
    case "kind": kind.isEmpty ? false : kind
    case "sign": sign ?? false
    case "text": text
    case "missing": missing.isEmpty ? false : missing
    default: false
    }
  }
}
