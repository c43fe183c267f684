import LandCadastre
import LandRulebook

/// One contract of a parcel, judged.
public struct ContractAssessment: Hashable, Sendable {
  /// The contract, with the parcel's part of its amounts.
  public var contract: Contract
  /// Whether the land is idle under it.
  public var idle: IdleAssessment
  /// How its conditions are kept; conditions that it does not state are left out.
  public let breaches: [BreachVerdict]
  /// The codes of conditions that are not kept, each once, ascending.
  public let breachCodes: [FindingCode]

  /// What was judged under a contract.
  public init(contract: Contract, idle: IdleAssessment, breaches: [BreachVerdict]) {
    self.contract = contract
    self.idle = idle
    self.breaches = breaches
    var codes: [FindingCode] = []
    for breach in breaches where breach.verdict == .notMet && !codes.contains(breach.code) {
      codes.append(breach.code)
    }
    breachCodes = codes.count > 1 ? codes.sorted { $0.rawValue < $1.rawValue } : codes
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
    if contracts.count == 1 { return contracts[0].breachCodes }
    return Set(contracts.flatMap { $0.breachCodes }).sorted { $0.rawValue < $1.rawValue }
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
