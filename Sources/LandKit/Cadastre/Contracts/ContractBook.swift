/// The contracts of a table, found by parcel: several contracts a parcel, several parcels a
/// contract. Immutable, so workers share it.
public struct ContractBook: Sendable {
  /// One contract per row and parcel, in the order of the table; rows that repeat a contract for
  /// the same parcel are joined.
  public let contracts: [Contract]
  /// What was found while reading: D403, D410, D412, D416, D417.
  public let findings: [Finding]
  private let byParcel: [ParcelKey: [Int]]
  private let withoutParcel: [String: [Int]]
  private let rowsOfContract: [String: [Int]]

  /// Reads a table of contracts; its header is resolved here.
  public init(reading rows: some AttributeRows) {
    let map = FieldMap(names: rows.names, role: .contracts)
    let reader = ContractReader(map)
    var findings = map.findings(file: rows.fileName)
    var contracts: [Contract] = []
    contracts.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      if let contract = reader.contract(in: rows, row: row, findings: &findings) {
        contracts.append(contract)
      }
    }
    self.init(contracts: contracts, findings: Finding.collapsingConversions(findings))
  }

  /// A book of contracts at hand.
  public init(contracts rows: [Contract], findings: [Finding] = []) {
    var contracts: [Contract] = []
    var findings = findings
    var byParcel: [ParcelKey: [Int]] = [:]
    var withoutParcel: [String: [Int]] = [:]
    var rowsOfContract: [String: [Int]] = [:]
    for row in rows {
      let number = row.number
      guard let id = row.parcelID else {
        if let number { withoutParcel[number, default: []].append(contracts.count) }
        contracts.append(row)
        continue
      }
      let key = ParcelKey(id)
      if let number, let same = byParcel[key]?.first(where: { contracts[$0].number == number }) {
        let (merged, differences) = contracts[same].merged(with: row, about: id)
        contracts[same] = merged
        findings += differences
        continue
      }
      byParcel[key, default: []].append(contracts.count)
      if let number { rowsOfContract[number, default: []].append(contracts.count) }
      contracts.append(row)
    }
    for (number, indices) in rowsOfContract.sorted(by: { $0.key < $1.key }) {
      let total = indices.compactMap { contracts[$0].parcelShare }.reduce(0, +)
      guard total > 1 + shareSlack, let first = indices.first else { continue }
      var finding = Finding(.valueImplausible, .contract, number)
      finding.file = contracts[first].source.file
      finding.row = contracts[first].source.row
      finding.field = Field.parcelShare.rawValue
      finding.value = total
      finding.limit = 1
      finding.comparison = "<="
      findings.append(finding)
    }
    self.contracts = contracts
    self.findings = findings
    self.byParcel = byParcel
    self.withoutParcel = withoutParcel
    self.rowsOfContract = rowsOfContract
  }

  /// The contracts that concern a parcel, with its part of their amounts.
  ///
  /// `own` is what the parcel's own properties say. It completes the table's contract of the same
  /// number, or the only one where either has no number; what differs is a finding (D416) and the
  /// table counts. Where the table has contracts for the parcel but none of that number, the table
  /// counts and the number is the difference. Without a contract in the table `own` stands alone.
  /// - Parameter planarArea: the measured area of a parcel in m², for contracts that cover several.
  public func contracts(
    forParcel id: String, own: Contract?, planarArea: (String) -> Double?,
    findings: inout [Finding]
  ) -> [Contract] {
    var found = (byParcel[ParcelKey(id)] ?? []).map { index in
      let contract = contracts[index]
      guard let number = contract.number else {
        return contract.apportioned(among: [contract], planarArea: planarArea)
      }
      let rows = (rowsOfContract[number] ?? [index]).map { contracts[$0] }
      return contract.apportioned(among: rows, planarArea: planarArea)
    }
    if let number = own?.number, let indices = withoutParcel[number] {
      found += indices.map { contracts[$0] }
    }
    guard let own else { return found }
    if found.isEmpty { return [own] }
    let match =
      found.firstIndex { $0.number != nil && $0.isNumbered(like: own) }
      ?? (found.count == 1 ? 0 : nil)
    if let match {
      let (merged, differences) = found[match].merged(with: own, about: id)
      found[match] = merged
      findings += differences
    }
    return found
  }

  /// A parcel, as far as it takes part in matching.
  public struct Candidate: Sendable {
    /// The parcel's id.
    public var id: String
    /// What the parcel's own properties say.
    public var own: Contract?
    /// Whether it has been supplied, where that is stated.
    public var supplyState: SupplyState?
    /// The file as the user named it.
    public var file: String
    /// Index of the feature, from 0.
    public var featureIndex: Int

    /// A parcel that takes part in matching.
    public init(
      id: String, own: Contract?, supplyState: SupplyState?, file: String, featureIndex: Int
    ) {
      self.id = id
      self.own = own
      self.supplyState = supplyState
      self.file = file
      self.featureIndex = featureIndex
    }
  }

  /// Rows without a parcel (D406) in the order of the table, then parcels without a row (D407) in
  /// the order given. Parcels stated as not supplied need no contract; one that has only its own
  /// properties is listed, as the table is incomplete.
  public func unmatched(among parcels: some Sequence<Candidate>) -> [Finding] {
    var seenRows = Set<Int>()
    var without: [Finding] = []
    for parcel in parcels {
      var rows = byParcel[ParcelKey(parcel.id)] ?? []
      if let number = parcel.own?.number { rows += withoutParcel[number] ?? [] }
      seenRows.formUnion(rows)
      guard rows.isEmpty, (parcel.supplyState ?? .supplied) == .supplied else { continue }
      var finding = Finding(.parcelWithoutContract, .parcel, parcel.id)
      finding.file = parcel.file
      finding.featureIndex = parcel.featureIndex
      finding.otherID = parcel.own?.number ?? ""
      without.append(finding)
    }
    let strays = contracts.indices.filter { !seenRows.contains($0) }.map { index in
      let contract = contracts[index]
      var finding = Finding(.contractWithoutParcel, .contract, contract.name)
      finding.otherID = contract.parcelID ?? ""
      finding.file = contract.source.file
      finding.row = contract.source.row
      finding.field = Field.parcelID.rawValue
      return finding
    }
    return strays + without
  }
}

extension Contract {
  /// What identifies the contract among others: its number, else its supervision number.
  var number: String? { contractNo ?? supervisionNo }

  /// Whether two statements name the same contract by either number.
  func isNumbered(like other: Contract) -> Bool {
    if let contractNo, let theirs = other.contractNo { return contractNo == theirs }
    if let supervisionNo, let theirs = other.supervisionNo { return supervisionNo == theirs }
    return false
  }
}

extension Finding {
  /// Joins the conversions of single cells (D412) into one finding per file and field, with the
  /// first cell's place and the number of cells as its value: a whole column of Excel days is one
  /// fact, not a million.
  public static func collapsingConversions(_ findings: [Finding]) -> [Finding] {
    struct Key: Hashable {
      var file: String
      var field: String
      var form: Substring
    }
    var kept: [Finding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      guard finding.code == .unitConverted, finding.subjectKind != .file else {
        kept.append(finding)
        continue
      }
      let form = finding.note.prefix { $0 != ":" }
      let key = Key(file: finding.file, field: finding.field, form: form)
      if let place = places[key] {
        kept[place].value = (kept[place].value ?? 1) + 1
      } else {
        places[key] = kept.count
        kept.append(finding)
        kept[kept.count - 1].value = 1
        kept[kept.count - 1].unit = "cells"
      }
    }
    return kept
  }
}
