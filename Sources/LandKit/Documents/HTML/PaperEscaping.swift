import Mustache

/// How a text becomes part of HTML, XHTML or SVG: the five characters with a meaning there are
/// written as references, and characters that nobody can see but that reorder or cut a text are
/// written as their number, `[U+202E]`, so that a reader is not shown another text than there is.
///
/// The engine's own escaping goes by user-perceived characters, and so leaves a quote alone that a
/// combining mark follows; this one goes by bytes. Templates ask for it by their first line.
struct PaperEscaping: MustacheContentType {
  /// The name in `{{% CONTENT_TYPE: … }}`.
  static let name = "PAPER"

  func escapeText(_ text: String) -> String { Self.escape(text) }

  /// The text as element content or quoted attribute value.
  static func escape(_ text: String) -> String {
    // Most texts have nothing to escape; hidden ones beyond ASCII start with C2,
    // D8, E2 or EF.
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20...0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x7E, 0x80...0xC1, 0xC3...0xD7,
        0xD9...0xE1, 0xE3...0xEE, 0xF0...:
        true
      default: false
      }
    }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\r": continue  // A line ends with "\n"; HTML readers drop this one, too.
      case "\t", "\n": result.append(scalar)
      case _ where isHidden(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        result.append(contentsOf: "[U+\(zeros)\(digits)]".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Controls, marks that change the direction of what follows, the byte order mark and
  /// non-characters, which XML forbids.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// A text as element content or quoted attribute value of HTML and SVG: what has a meaning there is
/// written as a reference, and what nobody can see but reorders or cuts a text as its number.
public func escapedForMarkup(_ text: String) -> String { PaperEscaping.escape(text) }
