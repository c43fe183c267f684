import LandCadastre
import LandRulebook

/// One contract of a parcel, judged.
public struct ContractAssessment: Hashable, Sendable {
  /// The contract, with the parcel's part of its amounts.
  public var contract: Contract
  /// Whether the land is idle under it.
  public var idle: IdleAssessment
  /// How its conditions are kept; conditions that it does not state are left out.
  public var breaches: [BreachVerdict]

  /// The codes of conditions that are not kept, each once, ascending.
  public var breachCodes: [FindingCode] {
    Set(breaches.filter { $0.verdict == .notMet }.map(\.code))
      .sorted { $0.rawValue < $1.rawValue }
  }
}

/// What the law says about one parcel: a row of `parcels.csv`, with its rows of
/// `parcel_contracts.csv` and `findings.csv`.
public struct ParcelAssessment: Hashable, Sendable {
  /// The parcel.
  public var parcelID: String
  /// The gravest assessment of all contracts.
  public var idle: IdleAssessment
  /// One assessment per contract, in the order given.
  public var contracts: [ContractAssessment]
  /// The contract's area against the measured one.
  public var area: AreaComparison
  /// Investment intensity, 万元 per hectare of planar area; nil where it is not known.
  public var intensityWanPerHa: Double?
  /// Everything found, contract by contract.
  public var findings: [Finding]

  /// The codes of contract conditions that are not kept under any contract; `contract_breach`.
  public var contractBreach: [FindingCode] {
    Set(contracts.flatMap(\.breachCodes)).sorted { $0.rawValue < $1.rawValue }
  }

  /// The names of missing inputs, each once, in order of first appearance; the column `missing`.
  public var missing: [String] {
    // A handful of names: looking through them is cheaper than a set.
    var names = idle.missing
    func add(_ more: [String]) {
      for name in more where !names.contains(name) { names.append(name) }
    }
    add(area.verdict.missing)
    for contract in contracts {
      for breach in contract.breaches { add(breach.verdict.missing) }
    }
    return names
  }
}
