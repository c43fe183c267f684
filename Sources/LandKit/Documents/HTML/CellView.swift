import LandCadastre
import LandLayers
import Mustache

/// A cell as the table template sees it. Tables are long: it answers by itself, without a mirror
/// or a dictionary.
struct CellView: MustacheParent, Sendable {
  /// A code of more bytes than this may be broken into lines: 28 is the length of a real-property
  /// unit number (不动产单元号).
  private static let longCode = 28

  /// The longest text, in characters, that stays on the line of its sign: "not complete".
  private static let shortText = 12

  private let kind: String
  private let isHeader: Bool
  private let sign: PageView?
  private let text: String
  private let missing: String
  private let isAligned: Bool

  /// - Parameters:
  ///   - isHeader: whether it names its row.
  ///   - sign: the sign of its tone.
  init(
    _ cell: DocumentCell, isHeader: Bool, sign: PageView?, words: PaperWords,
    medium: BlockViews.Medium
  ) {
    var kind = ""
    var missing = ""
    switch cell.value {
    case .text(let value): text = value
    case .code(let value):
      (text, kind) = (value, value.utf8.count > Self.longCode ? "code long" : "code")
    case .number(let value, let decimals):
      (text, kind) = (GroupedNumber.text(value, decimals), "number")
    case .coordinate(let value, let decimals):
      (text, kind) = (FixedDecimal.text(value, min(9, max(0, decimals))), "number")
    case .day(let day): (text, kind) = (day.description, "day")
    case .empty: text = ""
    case .unknown(let input):
      text = words.unknown
      if !input.isEmpty { missing = words.missing(input) }
    }
    isAligned = medium == .word && kind == "number"
    // Sign and verdict stay on one line while they are short.
    if cell.tone != .plain, text.count <= Self.shortText {
      kind += (kind.isEmpty ? "" : " ") + "short"
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
    // Word is told by an attribute what the style sheet says of a class.
    case "align": isAligned ? "right" : false
    case "sign": sign ?? false
    case "text": text
    case "missing": missing.isEmpty ? false : missing
    default: false
    }
  }
}
