import LandCadastre

/// A set of cases whose disposal passes the gates.
public struct DisposalPlan: Hashable, Sendable {
  /// One case of the set.
  public struct Step: Hashable, Sendable {
    /// The case.
    public var id: String
    /// Its area, m².
    public var area: Double
    /// How to dispose of it.
    public var way: DisposalWay
    /// Whether its land can be supplied again afterwards.
    public var returns: Bool
  }

  /// The cases, largest first, those alike by name.
  public var steps: [Step]
  /// Whether no set does better.
  public var proven: Bool
  /// What no set can go below: cases for the fewest cases, m² for the least area.
  public var lowerBound: Double
  /// How far the set is above that bound, in the same unit; zero where it is proven.
  public var gap: Double

  /// Number of cases.
  public var count: Int { steps.count }
  /// Area of all cases, m².
  public var area: Double { steps.reduce(0) { $0 + $1.area } }
  /// Area that can be supplied again, m².
  public var returnedArea: Double { steps.reduce(0) { $0 + ($1.returns ? $1.area : 0) } }
}

/// A figure that the search needs and that was not given, or is no possible value.
public enum DisposalInput: Hashable, Sendable {
  /// What is disposed of already.
  case disposed
  /// All that was identified; zero, too.
  case identified
  /// Land that can still be supplied.
  case remaining
  /// The base of the remaining share; zero, too.
  case base
  /// The area of a case.
  case area(id: String)
}

/// Why no set of cases passes the gates.
public struct DisposalObstacle: Hashable, Sendable {
  /// What is missing, m² or cases, if every case with an open way were disposed of; nil where that
  /// would be enough.
  public var missingDisposal: Double?
  /// The cases without an open way, by name.
  public var casesWithoutWay: [String]
  /// Land to be supplied before a set passes, m², rounded up to a millionth. With the plan `after`
  /// it is enough. Nil where supply is not what stands in the way.
  public var supplyFirst: Double?
  /// What the supply cannot go below, m²; equal to `supplyFirst` where that is proven, zero where it
  /// is not proven that any is needed.
  public var supplyLowerBound: Double?
  /// Whether that much land is left to supply; where it is not, supply alone opens no way.
  public var isEnoughLeft: Bool
  /// The set that returns least land; it passes once `supplyFirst` is supplied. Its bound and gap
  /// are those of the land that it returns, m².
  public var after: DisposalPlan?

  /// Whether the rate of disposal stands in the way by itself.
  public var isRate: Bool { missingDisposal != nil }
  /// Whether the room for supply stands in the way.
  public var isSupply: Bool { supplyFirst != nil }
}

/// What a search found.
public enum DisposalOutcome: Hashable, Sendable {
  /// Sets that pass: one with the fewest cases and one with the least area. Both are empty where
  /// nothing has to be done.
  case possible(fewest: DisposalPlan, leastArea: DisposalPlan)
  /// No set passes.
  case blocked(DisposalObstacle)
  /// The figures that are missing.
  case unknown(missing: [DisposalInput])
}
