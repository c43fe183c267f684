import LandLayers

/// Builds contracts from rows of a file; the columns are resolved once, so that a row costs no
/// look-up of names. A value, so workers share it.
public struct ContractReader: Sendable {
  private enum Column: Sendable {
    case text(ContractPath<String>, CodeColumn?)
    case number(ContractPath<Double>)
    case day(ContractPath<CalendarDate>)
    case truth(ContractPath<Bool>)
    case code
  }

  /// The columns of the file.
  public let map: FieldMap
  private let columns: [(binding: FieldMap.Binding, slot: Column)]
  private let figures: [(name: String, column: Int)]

  /// A reader for files with these columns.
  ///
  /// - Parameters:
  ///   - map: the columns that hold fields.
  ///   - names: the names of all columns; left out where no figures are wanted.
  ///   - figures: names of further columns that rulebooks declare as inputs; their texts go to
  ///     ``ContractTerms/figures``.
  public init(_ map: FieldMap, names: [String] = [], figures: Set<String> = []) {
    self.map = map
    let bound = Set(map.bindings.map(\.column))
    self.figures = names.enumerated().compactMap { column, name in
      let name = TextFolding.trimmed(name)
      return figures.contains(name) && !bound.contains(column) ? (name, column) : nil
    }
    columns = map.bindings.compactMap { binding in
      switch ContractSlot(binding.field) {
      case .text(let path): (binding, .text(path, CodeColumn(binding)))
      case .number(let path): (binding, .number(path))
      case .day(let path): (binding, .day(path))
      case .truth(let path): (binding, .truth(path))
      case .documentKind, .ownership, .areaKind, .startState, .disposalWay, .causeSpans,
        .contractClauses, .paymentSchedule:
        (binding, .code)
      case nil: nil
      }
    }
  }

  /// Whether the file can hold a contract at all.
  public var canShowSupply: Bool { map.hasAny(of: Contract.supplyFields) }

  /// The contract of a row, or nil where none of the row's values shows that land was supplied.
  /// Faults of single values are added to `findings` (D403, D410, D412).
  ///
  /// In a table of contracts `row` counts from 0 and is reported from 1; in a layer it is the
  /// index of the feature.
  public func contract(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> Contract? {
    let contract = facts(in: rows, row: row, findings: &findings)
    return contract.showsSupply || map.role == .contracts ? contract : nil
  }

  /// All that a row says, whether or not it shows a supply.
  public func facts(in rows: some AttributeRows, row: Int, findings: inout [Finding]) -> Contract {
    let place =
      map.role == .contracts
      ? Contract.Source(file: rows.fileName, row: row + 1)
      : Contract.Source(file: rows.fileName, featureIndex: rows.number(of: row))
    var contract = Contract(source: place)
    var reader = CellReader(map.role == .contracts ? .contract : .parcel, place: place)
    for (binding, slot) in columns {
      let cell = rows.value(row: row, column: binding.column)
      if case .null = cell { continue }
      switch slot {
      case .text(let path, let code):
        let text = cell.trimmedText()
        contract.fields[keyPath: path] = text
        if let code { reader.check(text, as: code, binding.field) }
      case .number(let path): contract.fields[keyPath: path] = reader.number(cell, binding)
      case .day(let path): contract.fields[keyPath: path] = reader.day(cell, binding.field)
      case .truth(let path): contract.fields[keyPath: path] = reader.truth(cell, binding.field)
      case .code: read(cell, binding.field, into: &contract, with: &reader)
      }
    }
    for (name, column) in figures {
      if let text = rows.value(row: row, column: column).trimmedText() {
        contract.terms.figures[name] = text
      }
    }
    contract.faultyFields = reader.faultyFields
    if !reader.findings.isEmpty {
      findings += reader.findings(
        about: map.role == .contracts ? contract.name : contract.parcelID ?? "#\(row)")
    }
    return contract
  }

  private func read(
    _ cell: AttributeValue, _ field: Field, into contract: inout Contract,
    with reader: inout CellReader
  ) {
    switch field {
    case .documentKind: contract.documentKind = reader.code(cell, field)
    case .ownership: contract.ownership = reader.code(cell, field)
    case .areaKind: contract.areaKind = reader.code(cell, field)
    case .startState: contract.startState = reader.code(cell, field)
    case .disposalWay: contract.disposalWay = reader.code(cell, field)
    case .causeSpans: contract.causeSpans = reader.causes(cell, field)
    case .paymentSchedule: contract.terms.payments = reader.payments(cell, field)
    case .contractClauses: contract.terms.clauses = cell.list()?.map(ContractTerms.clause(named:))
    default: break
    }
  }
}
