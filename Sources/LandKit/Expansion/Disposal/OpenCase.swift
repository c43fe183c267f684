import LandCadastre

/// A case of idle land that is not disposed of yet.
public struct OpenCase: Hashable, Sendable {
  /// What names the case; of cases that are otherwise alike the smaller one comes first.
  public var id: String
  /// Area of the case, m².
  public var area: Double
  /// The ways in which it can be disposed of; empty where none is open.
  public var ways: Set<DisposalWay>

  /// A case from its name, its area in m² and the ways open to it.
  public init(id: String, area: Double, ways: Set<DisposalWay>) {
    self.id = id
    self.area = area
    self.ways = ways
  }
}

/// What the ways of disposal do to the accounts of a zone.
public struct WayPolicy: Hashable, Sendable {
  /// The ways that end a case, the ones to be preferred first. A way that is not listed here does
  /// not count as disposal.
  public var order: [DisposalWay]
  /// The ways after which the land can be supplied again.
  public var returning: Set<DisposalWay>

  /// A policy from the ways that end a case, preferred first, and those that return the land.
  public init(order: [DisposalWay], returning: Set<DisposalWay>) {
    self.order = order
    self.returning = returning
  }

  /// Decree 53: a start leaves the land with its user; swap, buy-back and withdrawal bring it back.
  public static let decree53 = WayPolicy(
    order: [.start, .swap, .buyback, .withdraw], returning: [.swap, .buyback, .withdraw])

  /// The way to take in a case: the first that returns no land, or else the first; nil where none
  /// of them ends a case. Land that does not come back is never worse for either gate, so there is
  /// nothing to search among the ways of one case.
  public func way(among ways: Set<DisposalWay>) -> DisposalWay? {
    let open = order.filter(ways.contains)
    return open.first { !returning.contains($0) } ?? open.first
  }
}

/// The rate of disposal that is required.
public struct DisposalRate: Hashable, Sendable {
  /// What is counted.
  public enum Basis: String, CaseIterable, Hashable, Sendable {
    /// Land, m².
    case area
    /// Cases.
    case count
  }

  /// What is counted.
  public var basis: Basis
  /// Disposed of already, m² or cases; nil where it is not known.
  public var disposed: Double?
  /// All that was identified since the base date, disposed of or not, m² or cases; nil where it is
  /// not known.
  public var identified: Double?
  /// The least disposed ÷ identified.
  public var limit: ExactLimit

  /// A required rate; `disposed` and `identified` in m² or cases by the basis.
  public init(basis: Basis, disposed: Double?, identified: Double?, limit: ExactLimit) {
    self.basis = basis
    self.disposed = disposed
    self.identified = identified
    self.limit = limit
  }
}

/// The room that is left for land to come back: remaining ÷ base has to stay below a limit.
public struct SupplyRoom: Hashable, Sendable {
  /// Land that can still be supplied, m²; nil where it is not known.
  public var remaining: Double?
  /// Land that could be supplied in the scope that was approved first, m²; nil where not known.
  public var base: Double?
  /// What (remaining + returned) ÷ base must not exceed, or must stay below.
  public var limit: ExactLimit

  /// A room from the remaining land and the base, both m².
  public init(remaining: Double?, base: Double?, limit: ExactLimit) {
    self.remaining = remaining
    self.base = base
    self.limit = limit
  }
}
