import LandLayers

/// Whether a block comes to a zone or leaves it.
public enum ChangeDirection: String, CaseIterable, Hashable, Sendable {
  /// Taken in (调入, 扩入, 新增).
  case `in`
  /// Given up (调出).
  case out

  /// A direction by its word; nil for a word that is none.
  public init?(word: String) {
    switch HeaderName.key(word) {
    case "in", "调入", "扩入", "新增", "划入": self = .in
    case "out", "调出", "划出", "核减", "减少": self = .out
    default: return nil
    }
  }
}

/// The attribute of a layer of proposed blocks that says which way each goes.
public struct ChangeColumn: Sendable {
  /// The name of the column in English.
  public static let name = "change"
  /// The other names that it may bear.
  public static let names = ["变化类型", "调整类型", "变更类型", "change_type"]

  private let column: Int?

  /// Finds the column among the names of a file.
  public init(names: [String]) {
    let known = Set(([Self.name] + Self.names).map(HeaderName.key))
    column = names.firstIndex { known.contains(HeaderName.key($0)) }
  }

  /// Whether the file has it.
  public var isGiven: Bool { column != nil }

  /// The word of a feature; nil where there is none.
  public func word(of feature: Int, in rows: some AttributeRows) -> String? {
    guard let column, let text = rows.value(row: feature, column: column).trimmedText(),
      !text.isEmpty
    else { return nil }
    return text
  }
}
