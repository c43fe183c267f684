/// Full-width signs as input methods leave them, brought to half width.
enum WidthFolding {
  /// A text with full-width ASCII, wide spaces and the brackets 【】〔〕 in half width. Other
  /// characters stay.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0x00A0: folded.append(" ")
      case 0xFEFF, 0x200B: continue
      case 0x3010, 0x3014: folded.append("[")
      case 0x3011, 0x3015: folded.append("]")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}
