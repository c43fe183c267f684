import LandLayers

/// What the values of a column have in common: the type that it gets in a format with types.
public struct ColumnProfile: Hashable, Sendable {
  /// A type that formats know.
  public enum Kind: Hashable, Sendable {
    case text
    case integer
    case real
    case truth
  }

  /// The column's name.
  public let name: String
  /// Its type; text where values are of several types, or there is none.
  public let kind: Kind

  /// The columns of a table. Cells of delimited text are texts, whatever they look like: a code with
  /// zeros in front must not become a number.
  public static func all(_ table: AttributeTable) -> [ColumnProfile] {
    table.names.enumerated().map { column, name in
      ColumnProfile(name: name, kind: table.syntax == .csv ? .text : kind(column, table))
    }
  }

  private static func kind(_ column: Int, _ table: AttributeTable) -> Kind {
    var found: Kind?
    for row in 0..<table.rowCount {
      let kind: Kind
      switch table.value(row: row, column: column) {
      case .null: continue
      case .text, .nested: return .text
      case .boolean: kind = .truth
      case .number(_, let literal): kind = isWhole(literal) ? .integer : .real
      }
      switch (found, kind) {
      case (nil, _): found = kind
      case (.integer, .real): found = .real
      case (.real, .integer): continue
      case (let known, _) where known != kind: return .text
      default: continue
      }
    }
    return found ?? .text
  }

  /// Whether digits are a whole number that 64 bits hold.
  private static func isWhole(_ literal: String) -> Bool {
    guard Int(literal) != nil else { return false }
    // -0 is a number of its own.
    return literal != "-0"
  }
}
