import LandCadastre

/// What an audit came to, counted from its files.
public struct KeyFigures: Sendable {
  /// How many parcels, and their area.
  public struct Amount: Sendable {
    /// Parcels.
    public var count = 0
    /// Sum of the known areas, m².
    public var area = 0.0
    /// Parcels whose area is not known; they are counted and not in the sum.
    public var unmeasured = 0

    mutating func add(_ area: Double) {
      count += 1
      if area.isFinite { self.area += area } else { unmeasured += 1 }
    }
  }

  /// All parcels, by planar area.
  public private(set) var all = Amount()
  /// The parcels of each state, by planar area.
  private(set) var states = [Amount](repeating: Amount(), count: ReportState.allCases.count)
  /// Parcels that a rulebook calls underused; nil where none states a standard for any of them.
  public private(set) var underused: Amount?
  /// Parcels in breach of their contract.
  public private(set) var breaches = Amount()
  /// Parcels open to withdrawal under Art. 14(2).
  public private(set) var withdrawals = Amount()
  /// Findings that are errors.
  public private(set) var errors = 0
  /// Findings that are warnings.
  public private(set) var warnings = 0
  /// Overlaps wider than any point error allows: pairs and m².
  public private(set) var realOverlaps = (pairs: 0, area: 0.0)
  /// Parcels without a valid boundary.
  public private(set) var invalid = 0

  /// The parcels of a state.
  func amount(_ state: ReportState) -> Amount { states[state.rawValue] }

  init(_ book: AuditBook, _ basics: ParcelBasics, _ groups: FindingGroups) {
    let parcels = book.parcels
    let underused = parcels["underused"]
    let breach = parcels["contract_breach"]
    let ripe = parcels["withdrawal_ripe"]
    let valid = parcels["is_valid"]
    for row in 0..<parcels.count {
      let area = basics.areas[row]
      all.add(area)
      states[basics.states[row].rawValue].add(area)
      if let isUnderused = underused.truth(row) {
        var amount = self.underused ?? Amount()
        if isUnderused { amount.add(area) }
        self.underused = amount
      }
      if breach.text(row) != nil { breaches.add(area) }
      if ripe.truth(row) == true { withdrawals.add(area) }
      if valid.truth(row) != true { invalid += 1 }
    }
    for group in groups.all {
      switch group.severity {
      case .error: errors += group.rows.count
      case .warning: warnings += group.rows.count
      case .info: break
      }
    }
    let kind = book.overlaps["class"]
    let overlap = book.overlaps["overlap_m2"]
    for row in 0..<book.overlaps.count where kind.text(row) == "real" {
      realOverlaps.pairs += 1
      realOverlaps.area += overlap.number(row) ?? 0
    }
  }
}
