import LandGeometry

/// One value of a YAML file with its place. Scalars keep their text: nothing is taken for a
/// number, a date or a yes before somebody asks for one.
public struct YAMLNode: Hashable, Sendable {
  /// What a node holds.
  public enum Content: Hashable, Sendable {
    /// A single value; quoted also where it is a block (`|`, `>`).
    case scalar(text: String, isQuoted: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([YAMLEntry])
  }

  /// The file as the user named it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column in characters, from 1.
  public let column: Int
  /// What it holds.
  public let content: Content

  /// A node at a place.
  public init(file: String, line: Int, column: Int, content: Content) {
    self.file = file
    self.line = line
    self.column = column
    self.content = content
  }

  /// The text of a scalar as written, without its quotes; nil for lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether the node is a scalar in quotes or a block, so that it is text whatever it looks like.
  public var isQuoted: Bool {
    if case .scalar(_, isQuoted: true) = content { true } else { false }
  }

  /// Whether nothing is given: no value, `~` or `null` without quotes.
  public var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The node itself, or nil where it is null.
  public var optional: YAMLNode? { isNull ? nil : self }

  /// Whether the node is a mapping.
  public var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  /// Whether the node is a list.
  public var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  /// An error at this node's place.
  public func error(
    _ zh: String, _ en: String, remedy: Bilingual = Bilingual(zh: "", en: "")
  ) -> YAMLError {
    YAMLError(
      file: file, line: line, column: column, message: Bilingual(zh: zh, en: en), remedy: remedy)
  }

  /// What the node holds, for messages.
  var kind: Bilingual {
    switch content {
    case _ where isNull: Bilingual(zh: "空值", en: "nothing")
    case .scalar(let text, isQuoted: true):
      Bilingual(zh: "文本 \"\(text.shortened)\"", en: "the text \"\(text.shortened)\"")
    case .scalar(let text, _): Bilingual(zh: "\(text.shortened)", en: "\(text.shortened)")
    case .sequence: Bilingual(zh: "列表", en: "a list")
    case .mapping: Bilingual(zh: "键值表", en: "a mapping")
    }
  }
}

/// One key of a mapping with its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key as written, without its quotes.
  public let key: String
  /// Line of the key, from 1.
  public let line: Int
  /// Column of the key in characters, from 1.
  public let column: Int
  /// The value.
  public let value: YAMLNode

  /// A key at a place with its value.
  public init(key: String, line: Int, column: Int, value: YAMLNode) {
    self.key = key
    self.line = line
    self.column = column
    self.value = value
  }

  /// An error at the key's place.
  public func error(
    _ zh: String, _ en: String, remedy: Bilingual = Bilingual(zh: "", en: "")
  ) -> YAMLError {
    YAMLError(
      file: value.file, line: line, column: column, message: Bilingual(zh: zh, en: en),
      remedy: remedy)
  }
}

extension String {
  /// At most 40 characters, for messages.
  var shortened: String { count <= 40 ? self : prefix(39) + "…" }
}
