import LandGeometry
import Yams

/// Reads a YAML file of one document into nodes that know their places.
public enum YAMLReader {
  /// The largest file, in bytes.
  public static var byteLimit: Int { 16 << 20 }
  /// The most nodes of a file.
  public static var nodeLimit: Int { 1_000_000 }
  /// The deepest nesting.
  public static var depthLimit: Int { 100 }

  /// Reads a file.
  ///
  /// - Throws: ``FormatError`` where the file cannot be opened or its content is refused by
  ///   ``read(_:)``.
  public static func read(path: String) throws(FormatError) -> YAMLNode {
    let source = try SourceBytes.open(path)
    do throws(YAMLError) { return try read(source) } catch { throw error.formatError }
  }

  /// Reads bytes in memory.
  ///
  /// - Throws: ``YAMLError`` for text that is not UTF-8 or no YAML, for an empty file, for several
  ///   documents, keys given twice or that are no scalars, anchors, aliases and tags, and for files
  ///   beyond the limits above.
  public static func read(_ source: SourceBytes) throws(YAMLError) -> YAMLNode {
    let text = try YAMLText(source)
    var converter = YAMLConverter(file: source.name)
    do {
      // Without rules of resolution each scalar stays the text that it is.
      let parser = try Parser(yaml: text.text, resolver: .basic, encoding: .utf8)
      // Anchors are held weakly by the nodes, so the parser has to outlive the conversion.
      defer { withExtendedLifetime(parser) {} }
      guard let root = try parser.nextRoot() else {
        throw YAMLError(
          file: source.name, line: 1, column: 1,
          message: Bilingual(zh: "文件是空的", en: "the file is empty"))
      }
      let node = try converter.node(root, depth: 1)
      if let second = try parser.nextRoot() {
        throw YAMLError(
          file: source.name, line: second.mark?.line ?? 1, column: second.mark?.column ?? 1,
          message: Bilingual(zh: "文件中有多个 YAML 文档", en: "the file holds several documents"),
          remedy: Bilingual(zh: "请删除 --- 分隔行", en: "remove the line --- between them"))
      }
      return node
    } catch let error as YAMLError {
      throw error
    } catch let error as YamlError {
      throw text.error(error)
    } catch {
      preconditionFailure("Yams throws nothing but YamlError: \(error)")
    }
  }
}

/// Turns the nodes of Yams into ours, within the limits.
private struct YAMLConverter {
  let file: String
  var count = 0

  mutating func node(_ node: Node, depth: Int) throws(YAMLError) -> YAMLNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    func refused(_ zh: String, _ en: String) -> YAMLError {
      YAMLError(file: file, line: line, column: column, message: Bilingual(zh: zh, en: en))
    }
    func tagged(_ tag: String) -> YAMLError {
      refused("不支持标签 \(tag.shortened)", "tags are not supported: \(tag.shortened)")
    }
    count += 1
    if count > YAMLReader.nodeLimit { throw YAMLText.tooManyNodes(file, line, column) }
    if depth > YAMLReader.depthLimit {
      throw YAMLText.tooDeep(file, line, column)
    }
    if node.anchor != nil { throw YAMLText.anchored(file, line, column) }
    let content: YAMLNode.Content
    switch node {
    case .scalar(let scalar):
      // The parser itself tags quoted scalars as text; `!!str` says the same.
      let tag = scalar.tag.rawValue
      if tag != Tag.Name.implicit.rawValue, tag != Tag.Name.str.rawValue { throw tagged(tag) }
      content = .scalar(text: scalar.string, isQuoted: scalar.style != .plain || !tag.isEmpty)
    case .sequence(let sequence):
      if !sequence.tag.rawValue.isEmpty { throw tagged(sequence.tag.rawValue) }
      var nodes: [YAMLNode] = []
      nodes.reserveCapacity(sequence.count)
      for element in sequence { nodes.append(try self.node(element, depth: depth + 1)) }
      content = .sequence(nodes)
    case .mapping(let mapping):
      if !mapping.tag.rawValue.isEmpty { throw tagged(mapping.tag.rawValue) }
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let place = (line: key.mark?.line ?? line, column: key.mark?.column ?? column)
        guard case .scalar = key, let text = try self.node(key, depth: depth + 1).text else {
          throw YAMLError(
            file: file, line: place.line, column: place.column,
            message: Bilingual(zh: "键必须是单个的词", en: "a key must be a single word"))
        }
        entries.append(
          YAMLEntry(
            key: text, line: place.line, column: place.column,
            value: try self.node(value, depth: depth + 1)))
      }
      content = .mapping(entries)
    case .alias: throw YAMLText.anchored(file, line, column)
    }
    return YAMLNode(file: file, line: line, column: column, content: content)
  }
}
