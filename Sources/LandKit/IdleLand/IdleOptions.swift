import LandCadastre

/// How empty cells are read, and the day of the assessment.
public struct IdleOptions: Hashable, Sendable {
  /// What an empty start (no `start_state`, no `actual_start_date`) means.
  public enum EmptyStart: String, CaseIterable, Hashable, Sendable {
    /// Not known; a clock that has run out is reported as `clock_expired`.
    case unknown
    /// Not started: the convention of landchina exports.
    case notStarted = "not-started"
  }
  /// What an empty `suspended_date` of started land means.
  public enum EmptySuspension: String, CaseIterable, Hashable, Sendable {
    /// Not known; Art. 2(2) stays open unless other facts decide it.
    case unknown
    /// Not suspended: for registers that record every suspension.
    case notSuspended = "not-suspended"
  }
  /// How it is known which parcels are supplied.
  public enum SupplyBasis: Hashable, Sendable {
    /// From contracts, decisions or `supply_state`; a parcel without any is unknown.
    case fields
    /// No input has any such field: all parcels count as supplied, and a finding says so.
    case assumed
  }

  /// The day of the assessment; facts dated later do not exist.
  public var asOf: CalendarDate
  /// What an empty start means.
  public var emptyStart: EmptyStart
  /// What an empty suspension means.
  public var emptySuspension: EmptySuspension
  /// How it is known which parcels are supplied.
  public var supplyBasis: SupplyBasis
  /// Whether verdicts that are met or not applicable are written as findings, too.
  public var allVerdicts: Bool

  /// Options for a day; empty cells are unknown unless said otherwise.
  public init(
    asOf: CalendarDate, emptyStart: EmptyStart = .unknown,
    emptySuspension: EmptySuspension = .unknown, supplyBasis: SupplyBasis = .fields,
    allVerdicts: Bool = false
  ) {
    self.asOf = asOf
    self.emptyStart = emptyStart
    self.emptySuspension = emptySuspension
    self.supplyBasis = supplyBasis
    self.allVerdicts = allVerdicts
  }
}
