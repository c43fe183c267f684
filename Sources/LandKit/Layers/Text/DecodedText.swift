import LandGeometry

/// A text input as UTF-8, and how its encoding was known.
struct DecodedText: Sendable {
  /// The bytes; the file's own where they are UTF-8 already, else transcoded.
  let source: SourceBytes
  /// Where the text starts, after a byte order mark.
  let start: Int
  /// The encoding for people and reports, `UTF-8`, `UTF-8 (BOM)`, `GB18030 (not valid UTF-8)`,
  /// `UTF-16LE (BOM)`, `UTF-16BE (BOM)`.
  let encoding: String

  /// Finds the encoding: a byte order mark decides; else strict UTF-8; else GB18030, of which
  /// GBK and GB2312 are parts.
  ///
  /// Damaged UTF-8 would often pass as GB18030 and come out as nonsense, so a text that is UTF-8
  /// over several Chinese characters and then no more is refused.
  ///
  /// - Throws: ``FormatError`` with the place where the last candidate failed.
  init(_ source: SourceBytes) throws(FormatError) {
    let mark = source.byteOrderMark
    switch mark {
    case .utf16LittleEndian, .utf16BigEndian:
      let name = mark == .utf16LittleEndian ? "UTF-16LE" : "UTF-16BE"
      let bytes = try source.transcoded(from: name, skipping: 2) { offset in
        FormatError(
          file: source.name, offset: offset,
          message: Bilingual(
            zh: "不是有效的 \(name) 文本(文件开头的标记这样声明)",
            en: "not valid \(name) text, as the mark at its start says it is"),
          remedy: Self.saveAsUTF8)
      }
      self.source = SourceBytes(name: source.name, bytes: bytes)
      start = 0
      encoding = "\(name) (BOM)"
    case .utf8:
      if let fault = source.firstInvalidUTF8(from: 3) {
        throw FormatError(
          file: source.name, offset: fault,
          message: Bilingual(
            zh: "不是有效的 UTF-8 文本(文件开头的标记这样声明)",
            en: "not valid UTF-8 text, as the mark at its start says it is"),
          remedy: Self.saveAsUTF8)
      }
      self.source = source
      start = 3
      encoding = "UTF-8 (BOM)"
    case .none:
      guard let fault = source.firstInvalidUTF8(from: 0) else {
        self.source = source
        start = 0
        encoding = "UTF-8"
        return
      }
      if source.wideSequences(before: fault) >= 8 {
        throw FormatError(
          file: source.name, offset: fault,
          message: Bilingual(
            zh: "UTF-8 文本已损坏:第 \(fault) 字节起无法解码",
            en: "damaged UTF-8 text: it cannot be decoded from byte \(fault)"),
          remedy: Self.saveAsUTF8)
      }
      let bytes = try source.transcoded(from: "GB18030", skipping: 0) { offset in
        FormatError(
          file: source.name, offset: offset,
          message: Bilingual(
            zh: "编码无法识别:第 \(fault) 字节起不是 UTF-8,第 \(offset) 字节起不是 GB18030",
            en: "unknown encoding: no UTF-8 from byte \(fault), no GB18030 from byte \(offset)"),
          remedy: Self.saveAsUTF8)
      }
      self.source = SourceBytes(name: source.name, bytes: bytes)
      start = 0
      encoding = "GB18030 (not valid UTF-8)"
    }
  }

  private static var saveAsUTF8: Bilingual {
    Bilingual(zh: "请将文件另存为 UTF-8 编码", en: "save the file again as UTF-8")
  }
}

/// The mark at the start of a text that names its encoding.
enum ByteOrderMark: Sendable {
  case none
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
}
