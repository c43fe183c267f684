import LandGeometry
import LandLayers

/// Texts of one encoding as texts of ours.
struct TextDecoder: ~Copyable {
  private let page: CodePage
  private let converter: CharacterConverter
  /// GB18030 behind GBK: some programs name the one and write the other, which has more.
  private let wider: CharacterConverter

  /// Nil where the system does not know the encoding.
  init?(_ page: CodePage) {
    guard let converter = CharacterConverter(from: page.name),
      let wider = CharacterConverter(from: page == .gbk ? "GB18030" : page.name)
    else { return nil }
    self.page = page
    self.converter = converter
    self.wider = wider
  }

  /// A text; nil where the bytes are none in the encoding. A last character that is not whole, as
  /// where a column was too narrow, is left out.
  func text(_ bytes: [UInt8]) -> (text: String, isCut: Bool)? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return (String(decoding: bytes, as: UTF8.self), false) }
    if page.isUTF8 { return Self.utf8(bytes) }
    var found = converter.convert(bytes)
    if page == .gbk, found?.isCut ?? true, let second = wider.convert(bytes) {
      if found == nil || !second.isCut { found = second }
    }
    return found.map { (String(decoding: $0.bytes, as: UTF8.self), $0.isCut) }
  }

  private static func utf8(_ bytes: [UInt8]) -> (text: String, isCut: Bool)? {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    // At most three bytes of a character can be there without its end.
    for tail in 1...3 where tail < bytes.count {
      let lead = bytes[bytes.count - tail]
      let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
      guard length > tail, lead < 0xF5 else { continue }
      return String(validating: bytes.dropLast(tail), as: UTF8.self).map { ($0, true) }
    }
    return nil
  }
}
