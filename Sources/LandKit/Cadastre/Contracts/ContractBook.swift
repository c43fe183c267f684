/// The contracts of a table, found by parcel: several contracts a parcel, several parcels a
/// contract. Immutable, so workers share it.
///
/// Rows stay in the table and are read again when asked for; only contracts that cover several
/// parcels, or that several rows describe, are kept. A million rows cost their index, not their
/// facts.
public struct ContractBook: Sendable {
  /// What was found while reading: D403, D410, D412, D416, D417.
  public let findings: [Finding]
  /// The rows that stand for a contract and parcel, in the order of the table; rows that repeat a
  /// contract for the same parcel are joined to the first.
  public let indices: [Int]
  /// Names of the fields, and of the columns that rulebooks declare, that the table has.
  public let columns: Set<String>
  private let rows: @Sendable (Int) -> Contract
  private let kept: [Int: Contract]
  let byParcel: [ParcelKey: [Int]]
  let withoutParcel: [String: [Int]]
  let rowsOfContract: [String: [Int]]

  /// Reads a table of contracts; its header is resolved here.
  ///
  /// - Parameter figures: names of further columns that rulebooks declare as inputs.
  public init(reading table: some AttributeRows, figures: Set<String> = []) {
    let map = FieldMap(names: table.names, role: .contracts)
    let reader = ContractReader(map, names: table.names, figures: figures)
    var findings: [Finding] = []
    var index = ContractIndex()
    for row in 0..<table.rowCount {
      index.add(
        reader.facts(in: table, row: row, findings: &findings), at: row,
        earlier: { earlier in
          var ignored: [Finding] = []
          return reader.facts(in: table, row: earlier, findings: &ignored)
        })
    }
    let columns = map.bindings.map(\.field.rawValue) + table.names.filter(figures.contains)
    self.init(
      index, map.findings(file: table.fileName) + Finding.collapsingConversions(findings),
      columns: Set(columns)
    ) { row in
      var ignored: [Finding] = []
      return reader.facts(in: table, row: row, findings: &ignored)
    }
  }

  /// A book of contracts at hand.
  public init(contracts: [Contract]) {
    var index = ContractIndex()
    for (row, contract) in contracts.enumerated() {
      index.add(contract, at: row, earlier: { contracts[$0] })
    }
    self.init(index, [], columns: Set(ContractSlot.fields.map(\.rawValue))) { contracts[$0] }
  }

  private init(
    _ index: ContractIndex, _ findings: [Finding], columns: Set<String>,
    rows: @escaping @Sendable (Int) -> Contract
  ) {
    self.columns = columns
    var kept = index.joined
    for group in index.rowsOfContract.values where group.count > 1 {
      for row in group where kept[row] == nil { kept[row] = rows(row) }
    }
    self.rows = rows
    self.kept = kept
    self.findings = findings + index.findings + ContractBook.excessShares(index, kept)
    indices = index.rows
    byParcel = index.byParcel
    withoutParcel = index.withoutParcel
    rowsOfContract = index.rowsOfContract
  }

  /// The contract of one of the ``indices``, with its amounts as the table states them.
  public func contract(at index: Int) -> Contract { kept[index] ?? rows(index) }

  /// The contract that a parcel's contract is a part of, with its amounts as a whole, and all its
  /// parcels; nil where the table does not have it.
  ///
  /// An amount is for the whole where all rows of the contract give the same figure, or only one
  /// gives it; where rows differ each is its parcel's own and they are added up.
  public func whole(of part: Contract) -> (contract: Contract, parcels: [String])? {
    guard let number = part.number, let group = rowsOfContract[number] else { return nil }
    let rows = group.map { contract(at: $0) }
    guard var whole = rows.first else { return nil }
    for field in Contract.sharedFields {
      guard case .number(let path) = ContractSlot(field) else { continue }
      let stated = rows.compactMap { $0.fields[keyPath: path] }
      if let first = stated.first, stated.allSatisfy({ $0 == first }) {
        whole.fields[keyPath: path] = first
      } else {
        whole.fields[keyPath: path] = stated.count == rows.count ? stated.reduce(0, +) : nil
      }
    }
    return (whole, rows.compactMap { $0.parcelID })
  }

  /// The contracts that concern a parcel, with its part of their amounts.
  ///
  /// `own` is what the parcel's own properties say. It completes the table's contract of the same
  /// number, or the only one where they have no number in common; what differs is a finding (D416)
  /// and the table counts. Where the table has contracts for the parcel but under other numbers,
  /// the table alone counts and the number is the difference. Without a contract in the table `own`
  /// stands alone.
  /// - Parameter planarArea: the measured area of a parcel in m², for contracts that cover several.
  public func contracts(
    forParcel id: String, own: Contract?, planarArea: (String) -> Double?,
    findings: inout [Finding]
  ) -> [Contract] {
    var found = (byParcel[ParcelKey(id)] ?? []).map { index in
      let contract = contract(at: index)
      let group = contract.number.flatMap { rowsOfContract[$0] } ?? [index]
      if group.count == 1 {
        return contract.apportioned(among: [contract], planarArea: planarArea)
      }
      return contract.apportioned(
        among: group.map { self.contract(at: $0) }, planarArea: planarArea)
    }
    if let number = own?.number, let rows = withoutParcel[number] {
      found += rows.map { contract(at: $0) }
    }
    guard let own else { return found }
    if found.isEmpty { return [own] }
    let match =
      found.firstIndex { $0.isNumbered(like: own) == true }
      ?? (found.count == 1 && found[0].isNumbered(like: own) == nil ? 0 : nil)
    if let match {
      let (merged, differences) = found[match].merged(with: own, about: id)
      found[match] = merged
      findings += differences
    } else {
      findings.append(ContractBook.otherNumber(own, than: found, about: id))
    }
    return found
  }

  private static func otherNumber(
    _ own: Contract, than found: [Contract], about id: String
  ) -> Finding {
    var finding = Finding(.contractConflict, .parcel, id)
    finding.otherID = found.map(\.name).joined(separator: ";")
    finding.file = found[0].source.file
    finding.row = found[0].source.row
    finding.field = Field.contractNo.rawValue
    finding.source = own.source.label
    finding.note = "used=\(finding.otherID);other=\(own.number ?? "")"
    return finding
  }

  /// Shares of one contract that add up to more than the whole.
  private static func excessShares(_ index: ContractIndex, _ kept: [Int: Contract]) -> [Finding] {
    var findings: [Finding] = []
    for (number, group) in index.rowsOfContract.sorted(by: { $0.key < $1.key })
    where group.count > 1 {
      let rows = group.compactMap { kept[$0] }
      let total = rows.compactMap { $0.parcelShare }.reduce(0, +)
      guard total > 1 + shareSlack, let first = rows.first else { continue }
      var finding = Finding(.valueImplausible, .contract, number)
      finding.file = first.source.file
      finding.row = first.source.row
      finding.field = Field.parcelShare.rawValue
      finding.value = total
      finding.limit = 1
      finding.comparison = "<="
      findings.append(finding)
    }
    return findings
  }
}
