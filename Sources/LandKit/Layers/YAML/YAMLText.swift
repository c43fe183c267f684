import LandGeometry
import Yams

/// The text of a YAML file, checked before the parser builds anything from it.
struct YAMLText {
  let file: String
  let text: String

  /// - Throws: ``YAMLError`` for files beyond the limits, text that is not UTF-8, and text that
  ///   would grow by aliases while it is parsed.
  init(_ source: SourceBytes) throws(YAMLError) {
    file = source.name
    if source.count > YAMLReader.byteLimit {
      throw YAMLError(
        file: file, line: 1, column: 1,
        message: Bilingual(
          zh: "文件过大:\(source.count) 字节,上限 \(YAMLReader.byteLimit)",
          en: "the file is too large: \(source.count) bytes, at most \(YAMLReader.byteLimit)"))
    }
    if let fault = source.firstInvalidUTF8(from: 0) {
      let place = source.position(of: fault)
      throw YAMLError(
        file: file, line: place.line, column: place.column,
        message: Bilingual(
          zh: "不是有效的 UTF-8 文本:第 \(fault) 字节", en: "not valid UTF-8 text at byte \(fault)"),
        remedy: Bilingual(zh: "请将文件另存为 UTF-8 编码", en: "save the file again as UTF-8"))
    }
    let start = source.byteOrderMark == .utf8 ? 3 : 0
    text = source.withBytes { String(decoding: $0.dropFirst(start), as: UTF8.self) }
    try refuseGrowth()
  }

  /// Refuses what would cost the parser far more than it costs the file: more marks of structure
  /// than any file within the node limit has, and many aliases, whose nodes it hashes over and over.
  private func refuseGrowth() throws(YAMLError) {
    var marks = 0
    var aliases = 0
    var anchor: (line: Int, column: Int)?
    var line = 1
    var column = 0
    // The last character that is no blank, and whether the one at hand may start a value.
    var visible: Unicode.Scalar = "\n"
    var sign: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      column += 1
      if let sign, !" \n\r".unicodeScalars.contains(scalar) {
        if sign == "*" { aliases += 1 } else if anchor == nil { anchor = (line, column - 1) }
      }
      sign = nil
      switch scalar {
      case " ", "\r": continue
      case "\n":
        line += 1
        column = 0
        marks += 1
      case ",", "[", "{", ":", "-", "?": marks += 1
      case "*", "&":
        if "\n,[{:-?".unicodeScalars.contains(visible) { sign = scalar }
      default: break
      }
      visible = scalar
    }
    if aliases > 32, let anchor { throw YAMLText.anchored(file, anchor.line, anchor.column) }
    if marks > 4 * YAMLReader.nodeLimit { throw YAMLText.tooManyNodes(file, 1, 1) }
  }

  static func anchored(_ file: String, _ line: Int, _ column: Int) -> YAMLError {
    YAMLError(
      file: file, line: line, column: column,
      message: Bilingual(
        zh: "不支持锚点与引用(& 和 *)", en: "anchors and aliases (& and *) are not supported"),
      remedy: Bilingual(
        zh: "请把内容写出来;以 & 或 * 开头的文本加引号",
        en: "write the content out; put a text that starts with & or * in quotes"))
  }

  static func tooDeep(_ file: String, _ line: Int, _ column: Int) -> YAMLError {
    YAMLError(
      file: file, line: line, column: column,
      message: Bilingual(
        zh: "嵌套超过 \(YAMLReader.depthLimit) 层",
        en: "nested deeper than \(YAMLReader.depthLimit) levels"))
  }

  static func tooManyNodes(_ file: String, _ line: Int, _ column: Int) -> YAMLError {
    YAMLError(
      file: file, line: line, column: column,
      message: Bilingual(
        zh: "节点过多,上限 \(YAMLReader.nodeLimit)", en: "more than \(YAMLReader.nodeLimit) nodes"))
  }
}

extension YAMLText {
  /// What the parser found wrong, at its place.
  func error(_ error: YamlError) -> YAMLError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return syntax(problem, mark.line, mark.column)
    case .reader(let problem, let offset, _, _):
      let place = offset.map(place(ofCharacter:)) ?? (1, 1)
      return syntax(problem, place.0, place.1)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", context.mark)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return syntax("\(error)", 1, 1)
    }
  }

  private func syntax(_ problem: String, _ line: Int, _ column: Int) -> YAMLError {
    // The parser has a limit of its own, and names a function of its library as the remedy.
    if problem.contains("nesting level") { return YAMLText.tooDeep(file, line, column) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if line > 0, line <= lines.count,
      lines[line - 1].prefix(while: { $0 == " " || $0 == "\t" }).contains("\t")
    {
      return YAMLError(
        file: file, line: line, column: column,
        message: Bilingual(zh: "缩进中有制表符(Tab)", en: "there is a tab in the indentation"),
        remedy: Bilingual(zh: "YAML 只用空格缩进,请改为空格", en: "YAML is indented by spaces only"))
    }
    return YAMLError(
      file: file, line: line, column: column,
      message: Bilingual(zh: "YAML 语法错误(\(problem))", en: "YAML syntax: \(problem)"),
      remedy: Bilingual(
        zh: "请检查该处及上一行的缩进(只用空格)、冒号后的空格和引号",
        en:
          "check the indentation (spaces only), the space after a colon and the quotes there and in "
          + "the line above"))
  }

  private func place(ofCharacter offset: Int) -> (Int, Int) {
    var line = 1
    var column = 1
    for character in text.prefix(offset) {
      column += 1
      if character.isNewline {
        line += 1
        column = 1
      }
    }
    return (line, column)
  }

  /// The parser names the first of two equal keys only; the second is found by its column, where
  /// the mapping is written in lines.
  private func duplicate(_ key: String, _ first: Mark) -> YAMLError {
    var line = first.line
    var column = first.column
    var number = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard number > first.line else { continue }
      let indented = content.prefix { $0 == " " }.count
      if indented < first.column - 1, indented < content.count { break }
      guard indented == first.column - 1 else { continue }
      let rest = content.dropFirst(indented)
      if ["", "\"", "'"].contains(where: { rest.hasPrefix($0 + key + $0 + ":") }) {
        line = number
        column = indented + 1
        break
      }
    }
    return YAMLError(
      file: file, line: line, column: column,
      message: Bilingual(
        zh: "键 \(key.shortened) 重复(首次在第 \(first.line) 行)",
        en: "the key \(key.shortened) is given twice (first in line \(first.line))"))
  }
}
