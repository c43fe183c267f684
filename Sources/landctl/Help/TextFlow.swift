/// Text in lines of a terminal: English breaks at blanks, Chinese anywhere but before punctuation.
enum TextFlow {
  /// Columns of a line.
  static let width = 80

  /// A text in lines that are indented by so many blanks.
  static func lines(_ text: String, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    let room = width - indent
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      let isFull = Terminal.width(line) + Terminal.width(piece.trimmedEnd) > room
      if isFull, !line.isEmpty {
        lines.append(blanks + line.trimmedEnd)
        line = ""
      }
      line += piece
    }
    if !line.isEmpty { lines.append(blanks + line.trimmedEnd) }
    return lines
  }

  /// What stays in one line: a word with the blank behind it, or a wide letter with the punctuation
  /// behind it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var mayEnd = false
    for letter in text {
      let isWide = Terminal.width(String(letter)) == 2
      let closes = ",。、;:)》”』」?!,.;:)".contains(letter)
      if !piece.isEmpty, letter != " ", !closes, mayEnd || isWide {
        pieces.append(piece)
        piece = ""
      }
      piece.append(letter)
      mayEnd = letter == " " || isWide && !"(《“『「".contains(letter)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
