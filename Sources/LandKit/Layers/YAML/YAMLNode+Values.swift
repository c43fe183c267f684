import LandGeometry

/// What a node holds, as a value of one type; each throws where the node is something else.
extension YAMLNode {
  /// The keys and values.
  public func mapping() throws(YAMLError) -> YAMLMapping {
    guard case .mapping(let entries) = content else {
      throw expected("键值表(键: 值)", "a mapping (key: value)")
    }
    return YAMLMapping(node: self, entries: entries)
  }

  /// The elements of a list.
  public func sequence() throws(YAMLError) -> [YAMLNode] {
    guard case .sequence(let nodes) = content else {
      throw expected("列表([…] 或以 - 开头的行)", "a list ([…] or lines that start with -)")
    }
    return nodes
  }

  /// The text of a scalar, quoted or not; a number or a date comes as it is written.
  public func string() throws(YAMLError) -> String {
    guard let text, !isNull else { throw expected("文本", "a text") }
    return text
  }

  /// A whole number: digits with or without a sign, not quoted, no leading zeros.
  public func int() throws(YAMLError) -> Int {
    if case .scalar(let text, isQuoted: false) = content, YAMLNode.isDecimal(text),
      let value = Int(text)
    {
      return value
    }
    throw expected("整数", "a whole number")
  }

  /// A finite decimal number, not quoted: `12`, `-0.5`, `1.5e3`.
  public func double() throws(YAMLError) -> Double {
    if case .scalar(let text, isQuoted: false) = content, YAMLNode.isDecimal(text),
      let value = Double(text), value.isFinite
    {
      return value
    }
    throw expected("数字", "a number")
  }

  /// true or false, not quoted.
  public func bool() throws(YAMLError) -> Bool {
    if case .scalar(let text, isQuoted: false) = content {
      switch text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: break
      }
    }
    throw expected("true 或 false", "true or false")
  }

  /// An error that says what the node should be and what it is.
  public func expected(_ zh: String, _ en: String) -> YAMLError {
    error("此处应为\(zh),而不是\(kind.zh)", "expected \(en), not \(kind.en)")
  }

  /// Digits with a sign, a point and an exponent, and no leading zeros (`007` is a code and `0x1f`
  /// a spelling that readers of YAML disagree about).
  private static func isDecimal(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    let whole = digits.prefix { (0x30...0x39).contains($0) }
    guard let first = whole.first, whole.count == 1 || first != 0x30 else { return false }
    return digits.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
  }
}
