import Foundation
import LandKit

/// Talks to the person at the terminal: results to standard output, everything else to standard
/// error.
enum Terminal {
  /// Writes a line of results. Where standard output takes none, the run ends with a message and
  /// status 73: what it was to say is lost, files that have been published stay.
  static func out(_ text: String) {
    do throws(OutputError) { try StandardOutput().write(Array((text + "\n").utf8)) } catch {
      OpenFiles.removeAll()
      // Nobody reads any more: no reason for a message.
      if !error.isClosedPipe { note(ErrorText(language: .ofLocale).failure(error).text) }
      Foundation.exit(ExitStatus.cannotCreate.rawValue)
    }
  }

  /// Writes a line to standard error. That it cannot be written ends no run.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Columns that a text takes on a terminal: two for wide characters.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x0300...0x036F, 0x200B...0x200F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }

  /// A text filled with blanks to a width; cut with … where it is longer.
  static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    var text = text
    if Self.width(text) > width {
      while !text.isEmpty, Self.width(text) > width - 1 { text.removeLast() }
      text += "…"
    }
    let blanks = String(repeating: " ", count: max(0, width - Self.width(text)))
    return right ? blanks + text : text + blanks
  }

  /// A text made harmless for a terminal: control characters are shown, not obeyed.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "�"
          default: scalar
          }
        }))
  }

  /// Numbers as people read them: half up, thousands apart.
  static func number(_ value: Double, _ decimals: Int) -> String {
    let text = FixedDecimal.text(value, decimals)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first else { return text }
    var digits = Array(whole)
    var i = digits.count - 3
    let first = digits.first == "-" ? 1 : 0
    while i > first {
      digits.insert(",", at: i)
      i -= 3
    }
    return String(digits) + (parts.count > 1 ? "." + parts[1] : "")
  }
}
