/// An encoding by the names that people, iconv and .cpg files have for it.
struct CodePage: Equatable, Sendable {
  /// The name for people and for iconv, `UTF-8`, `GBK`, `CP1252`.
  var name: String

  static let utf8 = CodePage(number: 65001)
  static let gbk = CodePage(number: 936)
  static let gb18030 = CodePage(number: 54936)

  /// Whether texts are UTF-8 already.
  var isUTF8: Bool { name == "UTF-8" }

  /// The encoding of a code page's number.
  init(number: Int) {
    name =
      switch number {
      case 65001: "UTF-8"
      case 936: "GBK"
      case 54936: "GB18030"
      case 950: "BIG5"
      case 20936: "GB2312"
      case 10000: "MACINTOSH"
      case 10007: "MAC-CYRILLIC"
      case 10029: "MAC-CENTRALEUROPE"
      case 28591...28605: "ISO-8859-\(number - 28590)"
      case 88591...88599: "ISO-8859-\(number - 88590)"
      case 885_910...885_916: "ISO-8859-\(number - 885_900)"
      default: "CP\(number)"
      }
  }

  private init(name: String) { self.name = name }

  /// The encoding that a .cpg file or a user names; nil for nothing.
  init?(named text: String) {
    let upper = text.uppercased().filter { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\0" }
    guard !upper.isEmpty else { return nil }
    let plain = upper.filter { $0 != "-" && $0 != "_" }
    switch plain {
    case "UTF8": self = .utf8
    case "GBK", "GB2312", "EUCCN", "CSGB2312":
      // What names itself GB2312 mostly holds characters that only GBK has.
      self = .gbk
    case "GB18030": self = .gb18030
    case "BIG5": self.init(number: 950)
    default:
      let digits = plain.drop { !$0.isNumber }
      let before = String(plain.dropLast(digits.count))
      if let number = Int(digits), ["", "CP", "ANSI", "OEM", "WINDOWS", "MS"].contains(before) {
        self.init(number: number)
      } else if before == "ISO", digits.hasPrefix("8859"), let part = Int(digits.dropFirst(4)) {
        self.init(name: "ISO-8859-\(part)")
      } else {
        self.init(name: upper)
      }
    }
  }

  /// The encoding that byte 29 of a .dbf file names (dBASE, FoxPro and ArcGIS); nil where it names
  /// none for certain: 0, and 0x57, which is whatever the writing machine used.
  init?(languageDriver: UInt8) {
    let number: Int
    switch languageDriver {
    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: number = 437
    case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: number = 850
    case 0x03, 0x58, 0x59: number = 1252
    case 0x04: number = 10000
    case 0x08, 0x17, 0x66: number = 865
    case 0x13, 0x7B: number = 932
    case 0x1C, 0x6C: number = 863
    case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87: number = 852
    case 0x24: number = 860
    case 0x26, 0x65: number = 866
    case 0x4D, 0x7A: number = 936
    case 0x4E, 0x79: number = 949
    case 0x4F, 0x78: number = 950
    case 0x50, 0x7C: number = 874
    case 0x67: number = 861
    case 0x6A, 0x86: number = 737
    case 0x6B, 0x88: number = 857
    case 0x7D: number = 1255
    case 0x7E: number = 1256
    case 0x96: number = 10007
    case 0x97: number = 10029
    case 0xC8: number = 1250
    case 0xC9: number = 1251
    case 0xCA: number = 1254
    case 0xCB: number = 1253
    case 0xCC: number = 1257
    default: return nil
    }
    self.init(number: number)
  }
}
