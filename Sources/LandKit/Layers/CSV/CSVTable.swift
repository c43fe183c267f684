import LandGeometry

/// A delimited table as read.
public struct CSVTable: Sendable {
  /// The columns and rows; cells stay in the source until asked for.
  public var attributes: AttributeTable
  /// The text encoding and how it was known.
  public var encoding: String
  /// What separates fields: `,`, `;` or a tab.
  public var separator: Character
  /// The line on which each row starts, from 1.
  public var lines: [Int] = []
  /// The number by which a spreadsheet calls each row, from 1: titles, the header and blank rows
  /// are counted, line ends within a cell are not.
  public var rowNumbers: [Int] = []
  /// What is wrong with single rows or the header, in file order.
  public var issues: [Issue] = []
  /// What was chosen or left out while the file was read, for people.
  public var notes: [Bilingual] = []
  /// Rows left out because no field has anything in it.
  public var blankRows = 0

  /// Something wrong in a table; nothing is lost by it unless it says so.
  public struct Issue: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
      /// The row has more fields than the header; the ones beyond are not used.
      case tooManyFields(found: Int, expected: Int)
      /// The row has fewer fields than the header; the missing ones are null.
      case tooFewFields(found: Int, expected: Int)
      /// Text follows a closing quote; it was added to the field.
      case textAfterQuote(field: Int)
      /// A column name occurs again; the first column of the name is used.
      case duplicateColumn(String)
      /// A member of an object in JSON occurs again; the first one is used.
      case duplicateMember(String)
      /// An element that is no object, as it starts; it is no row.
      case noObject(String)
      /// A cell that is not as the format asks is null; a short technical reason in English.
      case ignoredCell(String)
    }
    /// What is wrong.
    public var kind: Kind
    /// The row, counted from 0 without the header; nil for the header.
    public var row: Int?
    /// The line in the file, from 1.
    public var line: Int

    /// A short technical reason in English.
    public var reason: String {
      switch kind {
      case .tooManyFields(let found, let expected): "\(found) fields, the header has \(expected)"
      case .tooFewFields(let found, let expected): "\(found) fields, the header has \(expected)"
      case .textAfterQuote(let field): "text after the closing quote of field \(field + 1)"
      case .ignoredCell(let reason): reason
      case .duplicateColumn(let name): "the column '\(name)' occurs again"
      case .duplicateMember(let name): "the member '\(name)' occurs again"
      case .noObject(let text): "no object, left out: \(text)"
      }
    }
  }
}
