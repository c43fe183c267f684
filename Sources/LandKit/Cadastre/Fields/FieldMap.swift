/// Which column of a file holds which field, worked out once per file from its header.
public struct FieldMap: Sendable {
  /// A column that holds a field.
  public struct Binding: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// The column's index in the file.
    public let column: Int
    /// The column's name as the file has it.
    public let name: String
    /// The unit that the name states; nil where it states none and the canonical unit is meant.
    public let unit: FieldUnit?
    /// How a value becomes one in the canonical unit of the field.
    public let scale: UnitScale
  }
  /// A column left aside because another one holds the same field.
  public struct Duplicate: Hashable, Sendable {
    /// The field that both claim.
    public let field: Field
    /// The column that is read.
    public let kept: String
    /// The column that is not.
    public let dropped: String
  }

  /// The kind of file.
  public let role: Field.Role
  /// The columns that are read, in the order of the file.
  public let bindings: [Binding]
  /// Names that no field answers to; they are passed through.
  public let unrecognised: [String]
  /// Columns left aside because another one holds the same field: the exact English name wins,
  /// else the first.
  public let duplicates: [Duplicate]
  private let columns: [Field: Int]

  /// Resolves the names of a file's columns: Chinese or English, full or half width, any case,
  /// with or without a unit in brackets or as a suffix.
  public init(names: [String], role: Field.Role) {
    self.role = role
    var chosen: [Field: Binding] = [:]
    var unrecognised: [String] = []
    var duplicates: [Duplicate] = []
    for (column, name) in names.enumerated() {
      guard let binding = FieldMap.resolve(name, column: column, role: role) else {
        unrecognised.append(name)
        continue
      }
      guard let earlier = chosen[binding.field] else {
        chosen[binding.field] = binding
        continue
      }
      let exact = name == binding.field.rawValue && earlier.name != binding.field.rawValue
      chosen[binding.field] = exact ? binding : earlier
      duplicates.append(
        Duplicate(
          field: binding.field, kept: exact ? name : earlier.name,
          dropped: exact ? earlier.name : name))
    }
    bindings = chosen.values.sorted { $0.column < $1.column }
    columns = Dictionary(uniqueKeysWithValues: bindings.enumerated().map { ($1.field, $0) })
    self.unrecognised = unrecognised
    self.duplicates = duplicates
  }

  /// The column that holds a field, or nil where the file has none.
  public subscript(field: Field) -> Binding? { columns[field].map { bindings[$0] } }

  /// Whether the file has a column for any of the fields.
  public func hasAny(of fields: [Field]) -> Bool { fields.contains { columns[$0] != nil } }

  /// Columns whose values are converted to the canonical unit.
  public var conversions: [Binding] { bindings.filter { $0.scale != .one } }

  /// One finding per converted column (D412) and per column left aside (D417).
  public func findings(file: String) -> [Finding] {
    var findings: [Finding] = []
    for binding in conversions {
      var finding = Finding(.unitConverted, .file, file)
      finding.file = file
      finding.field = binding.field.rawValue
      finding.value = binding.scale.factor
      finding.unit = binding.unit?.rawValue ?? ""
      finding.source = binding.name
      findings.append(finding)
    }
    for duplicate in duplicates {
      var finding = Finding(.fieldClaimedTwice, .file, file)
      finding.file = file
      finding.field = duplicate.field.rawValue
      finding.source = duplicate.kept
      finding.note = duplicate.dropped
      findings.append(finding)
    }
    return findings
  }

  private static func resolve(_ name: String, column: Int, role: Field.Role) -> Binding? {
    let table = tables[role] ?? [:]
    for reading in HeaderName.readings(of: name) {
      guard let field = table[reading.key] else { continue }
      if let unit = reading.unit, unit.dimension != field.dimension { continue }
      return Binding(
        field: field, column: column, name: name, unit: reading.unit,
        scale: reading.unit?.scale ?? .one)
    }
    return nil
  }

  private static let tables: [Field.Role: [String: Field]] = {
    var tables: [Field.Role: [String: Field]] = [:]
    for role in Field.Role.allCases {
      var table: [String: Field] = [:]
      let fields = Field.allCases.filter { $0.belongs(to: role) }
      for field in fields { table[HeaderName.key(field.rawValue)] = field }
      for field in fields {
        for name in [field.baseName] + FieldNames.names(of: field, in: role) {
          let key = HeaderName.key(name)
          if table[key] == nil { table[key] = field }
        }
      }
      tables[role] = table
    }
    return tables
  }()
}
