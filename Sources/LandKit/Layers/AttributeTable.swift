/// The attributes of a layer, left where the file has them.
///
/// A cell is the place of its text in the source; nothing is decoded until asked for, so a column
/// that is only passed through costs four bytes a row.
public struct AttributeTable: Sendable {
  /// How the text of a cell is written.
  public enum Syntax: Sendable {
    /// A JSON value.
    case json
    /// A delimited field, quoted with `"` where needed.
    case csv
  }

  /// How the text of a cell is written.
  public let syntax: Syntax
  /// The bytes that the cells point into.
  public let source: SourceBytes
  /// Column names as the file has them, in order of first appearance.
  public internal(set) var names: [String] = []
  /// For each column the offset of each row's cell from the row's base; 0 = absent.
  var cells: [[UInt32]] = []
  /// The byte each row's offsets count from.
  var base: [Int] = []
  /// What ends a delimited field; of no meaning for JSON.
  var separator = UInt8(ascii: ",")
  /// Which feature or row of the file each row is.
  var numbers = FeatureNumbers()

  init(syntax: Syntax, source: SourceBytes) {
    self.syntax = syntax
    self.source = source
  }

  /// The number of rows.
  public var rowCount: Int { base.count }

  /// Which row of the file a row is, from 0: another one only where the table holds a part of it.
  public func number(of row: Int) -> Int { numbers[row] }

  /// The same table with other names for some columns: the old name to the new one. Names that it
  /// does not have change nothing.
  public func renaming(_ names: [String: String]) -> AttributeTable {
    var table = self
    table.names = self.names.map { names[$0] ?? $0 }
    return table
  }

  /// The same table with these names for its columns, from the first on.
  public func named(_ names: [String]) -> AttributeTable {
    var table = self
    for (column, name) in zip(self.names.indices, names) { table.names[column] = name }
    return table
  }

  /// The column of a name, exactly as the file spells it.
  public func column(named name: String) -> Int? { names.firstIndex(of: name) }

  /// The value of a cell, decoded. An absent cell, a JSON null and an empty CSV field are `null`.
  public func value(row: Int, column: Int) -> AttributeValue {
    let offset = cells[column][row]
    guard offset != 0 else { return .null }
    return decode(at: base[row] + Int(offset))
  }
}

/// One decoded attribute value.
public enum AttributeValue: Hashable, Sendable {
  /// Absent, JSON null, or an empty CSV field.
  case null
  /// A text; CSV fields are always texts.
  case text(String)
  /// A JSON number, with the digits it was written with.
  case number(Double, literal: String)
  /// A JSON true or false.
  case boolean(Bool)
  /// A JSON array or object, as written.
  case nested(String)

  /// The value as a person would write it; nil for null.
  public var text: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .number(_, let literal): literal
    case .boolean(let value): value ? "true" : "false"
    case .nested(let source): source
    }
  }
}
