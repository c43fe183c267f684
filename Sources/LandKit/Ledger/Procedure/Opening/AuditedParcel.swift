import LandCadastre
import LandIdleLand

/// A parcel under one contract, as an audit judged it. Whoever ran the audit fills it: one for each
/// contract of a parcel that was judged.
public struct AuditedParcel: Hashable, Sendable {
  /// The parcel, as it is numbered in the audited survey.
  public var parcelID: String
  /// The zone.
  public var zoneID: String?
  /// Area on the plane, m².
  public var planarArea: Double?
  /// The contract or allocation decision; nil where the parcel has none.
  public var contract: Contract?
  /// What the audit came to.
  public var idle: IdleAssessment

  /// A parcel as it was judged.
  public init(
    parcelID: String, zoneID: String? = nil, planarArea: Double? = nil, contract: Contract? = nil,
    idle: IdleAssessment
  ) {
    self.parcelID = parcelID
    self.zoneID = zoneID
    self.planarArea = planarArea
    self.contract = contract
    self.idle = idle
  }

  /// Whether the ledger has to follow it.
  var isOfConcern: Bool {
    switch idle.state {
    case .suspected, .identified, .disposed: true
    case .notApplicable, .notIdle, .unknown, .dueSoon: false
    }
  }
}

/// A case that the ledger holds, with where it stands.
public struct KnownCase: Hashable, Sendable {
  /// The case.
  public var ledgerCase: LedgerCase
  /// Where it stands on the day of the audit.
  public var standing: CaseStanding

  /// A case with its standing.
  public init(_ ledgerCase: LedgerCase, _ standing: CaseStanding) {
    self.ledgerCase = ledgerCase
    self.standing = standing
  }

  /// Whether it is about the contract of an audited parcel. Numbers that both know decide; where one
  /// side knows none, the parcel alone does.
  func isUnder(_ contract: Contract?) -> Bool {
    let numbers =
      [(ledgerCase.contractNo, contract?.contractNo)]
      + [(ledgerCase.supervisionNo, contract?.supervisionNo)]
    let compared = numbers.compactMap { a, b in a.flatMap { a in b.map { a == $0 } } }
    return compared.isEmpty || compared.contains(true)
  }

  /// How surely it is about that contract: numbers that agree go before numbers that are not known.
  func isSurelyUnder(_ contract: Contract?) -> Bool {
    guard let contract else { return false }
    return (ledgerCase.contractNo != nil && ledgerCase.contractNo == contract.contractNo)
      || (ledgerCase.supervisionNo != nil && ledgerCase.supervisionNo == contract.supervisionNo)
  }
}
