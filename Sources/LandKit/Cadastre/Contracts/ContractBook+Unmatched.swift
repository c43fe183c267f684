extension ContractBook {
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

  /// Whether a parcel is to be listed as one without a row (D407).
  public func isWithoutContract(_ id: String, own: Contract?, supplyState: SupplyState?) -> Bool {
    (supplyState ?? .supplied) == .supplied && rows(of: id, own: own).isEmpty
  }

  private func rows(of id: String, own: Contract?) -> [Int] {
    (byParcel[ParcelKey(id)] ?? []) + (own?.number.flatMap { withoutParcel[$0] } ?? [])
  }

  /// Rows without a parcel (D406) in the order of the table, then parcels without a row (D407) in
  /// the order given. Parcels stated as not supplied need no contract; one that has only its own
  /// properties is listed, as the table is incomplete.
  public func unmatched(among parcels: some Sequence<Candidate>) -> [Finding] {
    var seenRows = Set<Int>()
    let without = without(among: parcels, seenRows: &seenRows)
    return strays(except: seenRows) + without
  }

  /// Parcels without a row (D407) in the order given; adds the rows that the parcels have.
  public func without(
    among parcels: some Sequence<Candidate>, seenRows: inout Set<Int>
  ) -> [Finding] {
    var without: [Finding] = []
    for parcel in parcels {
      seenRows.formUnion(rows(of: parcel.id, own: parcel.own))
      guard isWithoutContract(parcel.id, own: parcel.own, supplyState: parcel.supplyState) else {
        continue
      }
      var finding = Finding(.parcelWithoutContract, .parcel, parcel.id)
      finding.file = parcel.file
      finding.featureIndex = parcel.featureIndex
      finding.otherID = parcel.own?.number ?? ""
      without.append(finding)
    }
    return without
  }

  /// Rows without a parcel (D406) in the order of the table: all but those seen.
  public func strays(except seenRows: Set<Int>) -> [Finding] {
    indices.filter { !seenRows.contains($0) }.map { index in
      let contract = contract(at: index)
      var finding = Finding(.contractWithoutParcel, .contract, contract.name)
      finding.otherID = contract.parcelID ?? ""
      finding.file = contract.source.file
      finding.row = contract.source.row
      finding.field = Field.parcelID.rawValue
      return finding
    }
  }

  /// The parcels of contracts that cover several, as the table writes their ids.
  public var sharedParcelIDs: Set<String> {
    Set(
      rowsOfContract.values.filter { $0.count > 1 }.joined().compactMap {
        contract(at: $0).parcelID
      })
  }
}
