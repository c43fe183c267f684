import LandCadastre
import LandLayers

/// A machine table, asked by the stable names of its columns.
public struct BookTable: Sendable {
  private let attributes: AttributeTable
  private let columns: [String: Int]

  init(_ attributes: AttributeTable) {
    self.attributes = attributes
    columns = Dictionary(
      attributes.names.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The number of rows.
  public var count: Int { attributes.rowCount }
  /// The names of the columns, in order.
  public var names: [String] { attributes.names }

  /// A column by name. One that the table does not have (an older one, say) is unknown in every
  /// row.
  public subscript(name: String) -> BookColumn {
    BookColumn(name: name, attributes: attributes, column: columns[name])
  }
}

/// A column of a machine table; an empty field is nil: unknown, never zero.
public struct BookColumn: Sendable {
  /// Its stable name.
  public let name: String
  let attributes: AttributeTable
  let column: Int?

  /// Whether the table has it.
  public var exists: Bool { column != nil }

  /// The field as it was before formulas were neutralised; nil where it is empty.
  public func text(_ row: Int) -> String? {
    guard let column, let text = attributes.value(row: row, column: column).text else {
      return nil
    }
    return CSVFieldText.restored(text)
  }

  /// The number.
  public func number(_ row: Int) -> Double? { text(row).flatMap { Double($0) } }
  /// The whole number.
  public func integer(_ row: Int) -> Int? { text(row).flatMap { Int($0) } }
  /// true or false.
  public func truth(_ row: Int) -> Bool? { text(row).map { $0 == "true" } }
  /// The day.
  public func day(_ row: Int) -> CalendarDate? { text(row).flatMap { CalendarDate(iso: $0) } }
  /// The items; none where the field is empty.
  public func list(_ row: Int) -> [String] {
    text(row)?.split(separator: ";").map(String.init) ?? []
  }
}
