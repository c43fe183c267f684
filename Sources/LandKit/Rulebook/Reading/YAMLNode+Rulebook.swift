import LandCadastre
import LandGeometry
import LandLayers

/// Values as rulebooks write them.
extension YAMLNode {
  /// `{zh: …, en: …}`.
  func bilingual() throws(YAMLError) -> Bilingual {
    var keys = try mapping()
    let text = Bilingual(
      zh: try keys.take("zh").filled(), en: try keys.take("en").filled())
    try keys.finish()
    return text
  }

  /// A text that says something.
  func filled() throws(YAMLError) -> String {
    let text = try string().trimmingBlanks
    guard !text.isEmpty else { throw expected("文本", "a text") }
    return text
  }

  /// A day, `2018-12-25`.
  func isoDay() throws(YAMLError) -> CalendarDate {
    guard let day = CalendarDate(iso: try string()) else {
      throw expected("日期,如 2018-12-25", "a day like 2018-12-25")
    }
    return day
  }

  /// A list of words, or one word alone.
  func words() throws(YAMLError) -> [String] {
    guard isSequence else { return [try filled()] }
    var words: [String] = []
    for node in try sequence() { words.append(try node.filled()) }
    return words
  }

  /// Keys of sources, parted by commas; each has to be one of the book's.
  func source(of identity: Rulebook.Identity) throws(YAMLError) -> String {
    let text = try filled()
    let known = identity.sources.map(\.key)
    for key in text.split(separator: ",").map(\.trimmingBlanks) where !known.contains(key) {
      throw unknownWord(key, among: known)
    }
    return text
  }

  /// A unit.
  func unit() throws(YAMLError) -> Unit {
    let name = try string()
    guard let unit = Unit(name: name) else {
      throw error(
        "未知的单位 \(name)", "unknown unit \(name)",
        remedy: Bilingual(
          zh: "单位见 docs/rulebooks.md", en: "docs/rulebooks.md lists the units"))
    }
    return unit
  }

  /// A name of lower-case letters, digits and `_` (or `-` where allowed).
  func name(dashes: Bool = false) throws(YAMLError) -> String {
    let text = try string()
    let isName =
      text.unicodeScalars.first.map { $0.properties.isLowercase && $0.isASCII } == true
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
          || (dashes && $0 == 0x2D)
      }
    guard isName else {
      throw dashes
        ? expected("由 a-z、0-9 和 - 组成的名称", "a name of a-z, 0-9 and -")
        : expected("由 a-z、0-9 和 _ 组成的名称", "a name of a-z, 0-9 and _")
    }
    return text
  }

  /// A formula's error at its place in the file.
  func error(_ error: FormulaError) -> YAMLError {
    YAMLError(
      file: file, line: line, column: column + error.offset + (isQuoted ? 1 : 0),
      message: Bilingual(zh: error.zh, en: error.en))
  }
}
