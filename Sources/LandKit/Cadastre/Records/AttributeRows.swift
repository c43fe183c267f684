import LandLayers

/// Rows of named columns, whatever file they come from.
public protocol AttributeRows: Sendable {
  /// The file as the user named it.
  var fileName: String { get }
  /// Column names as the file has them.
  var names: [String] { get }
  /// The number of rows.
  var rowCount: Int { get }
  /// Which row of the file a row is, from 0: another one only where there is a part of the file.
  func number(of row: Int) -> Int
  /// The value of a cell.
  func value(row: Int, column: Int) -> AttributeValue
}

extension AttributeTable: AttributeRows {
  /// The file as the user named it.
  public var fileName: String { source.name }
}

extension AttributeRows {
  /// Rows of a whole file count like it.
  public func number(of row: Int) -> Int { row }
}
