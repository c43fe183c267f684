/// How wide a text stands in a sheet, in columns of a digit: 汉字 and full-width signs take two.
enum TextWidth {
  static func of(_ text: String) -> Int {
    // The widest of the lines.
    var widest = 0
    var width = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        widest = max(widest, width)
        width = 0
      } else if !isMark(scalar) {
        width += isWide(scalar) ? 2 : 1
      }
    }
    return max(widest, width)
  }

  /// East Asian wide and full-width blocks (Unicode annex 11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: true
    default: false
    }
  }
}
