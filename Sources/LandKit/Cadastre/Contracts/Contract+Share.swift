extension Contract {
  /// Amounts that a contract states for all its parcels together.
  static let sharedFields: [Field] = [
    .contractArea, .price, .pricePaid, .totalInvestment, .invested, .fixedInvestment, .feePaid,
    .landCost,
  ]

  /// Whether a field holds an amount, or amounts, of the whole contract.
  static func isShared(_ field: Field) -> Bool {
    sharedFields.contains(field) || field == .paymentSchedule
  }

  /// Takes over the amounts of the whole contract.
  public mutating func takeAmounts(from whole: Contract) {
    for field in Contract.sharedFields + [.paymentSchedule] { take(field, from: whole) }
    self.appliedShare = nil
    self.shareIsUnknown = false
  }

  /// The contract as it concerns one of its parcels: amounts stated for the whole are multiplied
  /// with the parcel's part.
  ///
  /// - An amount is for the whole where all rows of the contract give the same figure, or only one
  ///   row gives it. Where the rows differ each is its parcel's own.
  /// - The part is `parcel_share`; where it is empty, what the stated shares leave is divided by
  ///   planar area. Where an area needed for that is unknown the amounts are unknown.
  func apportioned(
    among rows: [Contract], planarArea: (String) -> Double?
  ) -> Contract {
    let alone = rows.count <= 1
    if alone && self.parcelShare == nil { return self }
    var contract = self
    let share = alone ? self.parcelShare : part(among: rows, planarArea: planarArea)
    contract.appliedShare = share
    contract.shareIsUnknown = share == nil
    for field in Contract.sharedFields {
      guard case .number(let path) = ContractSlot(field) else { continue }
      let stated = rows.compactMap { $0.fields[keyPath: path] }
      guard let first = stated.first, stated.allSatisfy({ $0 == first }) else { continue }
      contract.fields[keyPath: path] = share.map { first * $0 }
    }
    let schedules = rows.compactMap { $0.terms.payments }
    if let first = schedules.first, schedules.allSatisfy({ $0 == first }) {
      // Without a known share the days still bind; what was paid is then unknown, too.
      contract.terms.payments = first.map { PaymentInstalment($0.day, $0.amount * (share ?? 1)) }
    }
    return contract
  }

  private func part(among rows: [Contract], planarArea: (String) -> Double?) -> Double? {
    if let parcelShare = self.parcelShare { return parcelShare }
    let left = 1 - rows.compactMap { $0.parcelShare }.reduce(0, +)
    guard left >= -shareSlack, let parcelID = self.parcelID, let own = planarArea(parcelID) else {
      return nil
    }
    var total = 0.0
    for row in rows where row.parcelShare == nil {
      guard let id = row.parcelID, let area = planarArea(id) else { return nil }
      total += area
    }
    return total > 0 ? max(0, left) * own / total : nil
  }
}

/// Shares written with few decimals (0.333 three times) need not add up to 1 exactly.
let shareSlack = 0.005
