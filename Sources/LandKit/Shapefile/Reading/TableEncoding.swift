import LandGeometry
import LandLayers

/// The encoding of a table and how it was known.
///
/// In this order: what the user says; byte 29 of the file; the .cpg file; UTF-8, where all texts are
/// that; GB18030, of which GBK and GB2312 are parts.
struct TableEncoding {
  /// The encoding.
  var page: CodePage
  /// The same for people, `GBK (LDID 0x4D)`.
  var label: String
  /// What the file says against itself, for people.
  var notes: [Bilingual] = []

  /// Finds the encoding.
  ///
  /// - Parameters:
  ///   - option: what the user says.
  ///   - codePage: the text of the .cpg file.
  ///   - isUTF8: whether all texts are UTF-8; asked only where nothing else says so.
  /// - Throws: ``FormatError`` where the system does not know what the user says.
  init(
    file: String, option: String?, languageDriver: UInt8, codePage: String?,
    isUTF8: () throws(FormatError) -> Bool
  ) throws(FormatError) {
    if let option, let page = CodePage(named: option) {
      guard Self.isKnown(page) else { throw Self.unknown(option, file) }
      self.page = page
      label = "\(page.name) (option)"
      return
    }
    let driver = Self.hexadecimal(languageDriver)
    let byDriver = CodePage(languageDriver: languageDriver)
    let byFile = codePage.flatMap { CodePage(named: $0) }
    for (page, source) in [(byDriver, "LDID \(driver)"), (byFile, ".cpg")] {
      guard let page else { continue }
      if Self.isKnown(page) {
        self.page = page
        label = "\(page.name) (\(source))"
        if source != ".cpg", let byFile, byFile != page {
          notes.append(
            Bilingual(
              zh: ".dbf 的语言标识 \(driver) 表示 \(page.name),.cpg 却写着 \(byFile.name);按前者读取,"
                + "如有乱码请指定编码",
              en:
                "byte 29 of the .dbf, \(driver), says \(page.name), the .cpg says \(byFile.name); "
                + "the former was used: name the encoding if texts look wrong"))
        }
        return
      }
      notes.append(
        Bilingual(
          zh: "系统不认识编码 \(page.name)(来自 \(source)),未采用",
          en: "the system does not know the encoding \(page.name) (from \(source)); not used"))
    }
    let valid = try isUTF8()
    page = valid ? .utf8 : .gb18030
    label = valid ? "UTF-8" : "GB18030 (not valid UTF-8)"
  }

  private static func isKnown(_ page: CodePage) -> Bool {
    guard TextDecoder(page) != nil else { return false }
    return true
  }

  private static func unknown(_ option: String, _ file: String) -> FormatError {
    FormatError(
      file: file,
      message: Bilingual(zh: "不认识编码 \(option)", en: "there is no encoding \(option)"),
      remedy: Bilingual(
        zh: "请写 UTF-8、GBK、GB18030 或 Big5,或省略编码",
        en: "give UTF-8, GBK, GB18030 or Big5, or leave the encoding out"))
  }

  /// A byte as `0x4D`.
  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
