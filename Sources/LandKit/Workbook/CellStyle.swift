import LandDocuments

/// How a cell looks; one format of the workbook for each that occurs.
struct CellStyle: Hashable {
  /// What it is for.
  enum Role: Hashable {
    case title, heading, label, body, total, note
    /// A row of a long sheet: texts are not wrapped, or opening it would take minutes.
    case row
  }
  /// How its value is written.
  enum Content: Hashable {
    case text
    /// Kept as text by whoever edits it.
    case code
    case number(decimals: Int)
    /// A part of a whole, shown in percent with two decimals.
    case share
    case coordinate(decimals: Int)
    case day
  }

  var role: Role
  var content: Content
  var tone: Tone

  init(_ role: Role, _ content: Content = .text, tone: Tone = .plain) {
    self.role = role
    self.content = content
    self.tone = tone
  }

  /// The style of a value in a row.
  init(_ role: Role, of cell: DocumentCell, as value: SheetCell) {
    self.role = role
    tone = cell.tone
    switch (cell.value, value) {
    case (.unknown, _):
      content = .text
      tone = .unknown
    case (.code, _): content = .code
    case (_, .number(_, let decimals)): content = .number(decimals: decimals)
    case (_, .coordinate(_, let decimals)): content = .coordinate(decimals: decimals)
    case (_, .day): content = .day
    default: content = .text
    }
  }

  /// Format of the number; nil leaves it general.
  var numberFormat: String? {
    switch content {
    case .text: nil
    case .code: "@"
    case .number(let decimals):
      decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
    case .coordinate(let decimals):
      decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    case .share: "0.00%"
    case .day: "yyyy-mm-dd"
    }
  }
}

extension Tone {
  /// Colour of the font and of the ground, 0xRRGGBB; nil leaves them. Both contrast by more than
  /// 4.5 to 1, and bold or italics say the same without colour.
  var colours: (font: UInt32, ground: UInt32?)? {
    switch self {
    case .plain: nil
    case .good: (0x1B5E20, 0xE8F5E9)
    case .bad: (0xA31515, 0xFDECEA)
    case .attention: (0x7A4F01, 0xFFF4DB)
    case .unknown: (0x5F6368, nil)
    }
  }

  /// Whether the font is bold.
  var isBold: Bool { self == .bad || self == .attention }
  /// Whether the font is italic.
  var isItalic: Bool { self == .unknown || self == .attention }
}
