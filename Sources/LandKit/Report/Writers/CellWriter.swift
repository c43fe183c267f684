import LandCadastre
import LandLayers

/// Takes the value of one column after the other and writes it in the form of a table: a CSV field,
/// or a member of a JSON object that is left out where it is empty. Values go straight into the
/// bytes; a column calls at most one of the methods, and none where its value is unknown.
public struct CellWriter: ~Copyable {
  /// What is written.
  enum Form {
    /// CSV fields; the table sets the commas.
    case csv
    /// JSON members.
    case members
    /// Nothing: the value is kept, for those who want one cell.
    case cell
  }

  /// What was written so far.
  public var bytes: ByteWriter
  let form: Form
  /// `"name":` of every column, where members are written.
  private let names: [[UInt8]]
  /// The column that is written now.
  var column = 0
  /// Whether the object has a member already.
  var hasMember = false
  /// The value, where it is only kept.
  var cell = Cell.empty

  init(_ form: Form, names: [[UInt8]] = [], capacity: Int = 64) {
    bytes = ByteWriter(capacity: capacity)
    self.form = form
    self.names = names
  }

  /// The bytes, at the end.
  public consuming func finish() -> ByteText { bytes.finish() }

  private mutating func beginMember() {
    if hasMember { bytes.append(UInt8(ascii: ",")) }
    hasMember = true
    let name = names[column]
    bytes.append(bytes: name.span)
  }

  /// A text of people; formula injection is neutralised in CSV.
  public mutating func text(orEmpty value: String?) {
    if let value { text(value) }
  }

  /// The same, where an empty text stands for none.
  public mutating func text(_ value: String) {
    guard !value.isEmpty else { return }
    switch form {
    case .csv: CSVFieldText.append(value, neutralised: true, to: &bytes)
    case .members:
      beginMember()
      JSONString.append(value, to: &bytes)
    case .cell: cell = .text(value)
    }
  }

  /// An id, a code or a word of ours; written as it is.
  public mutating func code(_ value: String) {
    guard !value.isEmpty else { return }
    switch form {
    case .csv: CSVFieldText.append(value, neutralised: false, to: &bytes)
    case .members:
      beginMember()
      JSONString.append(value, to: &bytes)
    case .cell: cell = .code(value)
    }
  }

  /// The same, where there may be none.
  public mutating func code(orEmpty value: String?) {
    if let value { code(value) }
  }

  /// The name of a file by its path, as a code.
  public mutating func fileName(_ path: String) {
    guard !path.isEmpty else { return }
    if form == .cell {
      code(FileName.last(path))
      return
    }
    let utf8 = path.utf8.span
    let name = utf8.extracting(FileName.start(in: utf8)...)
    if form == .csv {
      CSVFieldText.append(utf8: name, neutralised: false, to: &bytes)
    } else if !name.isEmpty {
      beginMember()
      JSONString.append(utf8: name, to: &bytes)
    }
  }

  /// An area in m², six decimals.
  public mutating func area(_ value: Double?) { number(value, 6) }

  /// A share or ratio, nine decimals.
  public mutating func ratio(_ value: Double?) { number(value, 9) }

  /// A number with a fixed count of decimals; nil and NaN are empty.
  public mutating func number(_ value: Double?, _ decimals: Int) {
    guard let value, value.isFinite else { return }
    switch form {
    case .csv: FixedDecimal.append(value, decimals, to: &bytes)
    case .members:
      beginMember()
      FixedDecimal.append(value, decimals, to: &bytes)
    case .cell: cell = .number(value, decimals: decimals)
    }
  }

  /// A whole number.
  public mutating func integer(_ value: Int?) {
    guard let value else { return }
    switch form {
    case .csv: FixedDecimal.append(value, to: &bytes)
    case .members:
      beginMember()
      FixedDecimal.append(value, to: &bytes)
    case .cell: cell = .integer(value)
    }
  }

  /// true or false.
  public mutating func truth(_ value: Bool?) {
    guard let value else { return }
    switch form {
    case .csv: bytes.append(utf8: value ? "true" : "false")
    case .members:
      beginMember()
      bytes.append(utf8: value ? "true" : "false")
    case .cell: cell = .truth(value)
    }
  }

  /// A day, `2025-06-30`.
  public mutating func day(_ value: CalendarDate?) {
    guard let value else { return }
    switch form {
    case .csv: CSVText.append(value, to: &bytes)
    case .members:
      beginMember()
      JSONText.append(.day(value), to: &bytes)
    case .cell: cell = .day(value)
    }
  }

  /// Codes joined with `;`.
  public mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    switch form {
    case .csv:
      // Codes and field names of ours; none holds a separator.
      for index in items.indices {
        if index > 0 { bytes.append(UInt8(ascii: ";")) }
        bytes.append(utf8: items[index])
      }
    case .members:
      beginMember()
      JSONText.append(.list(items), to: &bytes)
    case .cell: cell = .list(items)
    }
  }

  /// A value of any kind.
  public mutating func put(_ value: Cell) {
    if value.isEmpty { return }
    switch form {
    case .csv: CSVText.append(value, to: &bytes)
    case .members:
      beginMember()
      JSONText.append(value, to: &bytes)
    case .cell: cell = value
    }
  }
}
