import LandCadastre
import LandCompliance
import LandExpansion
import LandRulebook

/// What would close the gaps of an act's gates: how far each ratio is from its limit, and which idle
/// cases to end.
public struct Closing: Sendable {
  /// What one gate lacks.
  public struct Gap: Sendable {
    /// The rule.
    public var rule: String
    /// What the two sides of its ratio would have to do; amounts in 万元, hectares or pieces.
    public var analysis: GapAnalysis
    /// What its sides measure.
    public var parts: RatioParts
  }
  /// The cases to end in one way.
  public struct Disposals: Sendable {
    /// The way that was assumed of all of them.
    public var way: DisposalWay
    /// What the search found.
    public var outcome: DisposalOutcome
  }

  /// One gap for each gate whose ratio misses its limit.
  public var gaps: [Gap] = []
  /// The gate on the rate of disposal, where it is missed.
  public var disposalRule: String?
  /// The gate on the land left to supply that the disposals were held against.
  public var supplyRule: String?
  /// The land left to supply that the same gate divides, m²; nil where no gate asks for it or it is
  /// not known.
  public var landLeft: Double?
  /// The cases to end: by starts, after which the land stays supplied, and by withdrawals, after
  /// which it can be supplied again.
  public var disposals: [Disposals] = []

  /// Facts of the land that is left, which withdrawals make more.
  private static let land: Set<String> = [
    ClassSum.readyRemaining, ClassSum.suppliableRemaining, "class_D_ha", "remaining_m2",
  ]

  init(_ judgements: [Judgement], _ facts: ZoneFacts, open cases: [IdleCase]) {
    var rate: (rule: String, parts: RatioParts, trace: ComparisonTrace)?
    var room: SupplyRoom?
    for judgement in judgements where judgement.rule.kind == .gate {
      guard let ratio = judgement.comparisons.first(where: { $0.isLimit }),
        let parts = RatioParts(ratio.measure, facts, year: judgement.rule.applies.year),
        let relation = ratio.relation, let limit = ratio.limitNumber
      else { continue }
      if judgement.verdict == .notMet || judgement.verdict == .needsReasons,
        let analysis = Self.gap(parts, relation, limit, ratio.unit)
      {
        gaps.append(Gap(rule: judgement.rule.id, analysis: analysis, parts: parts))
      }
      if parts.facts.contains("idle_disposed_m2") || parts.facts.contains("idle_disposed_count") {
        rate = (judgement.rule.id, parts, ratio)
      }
      if !parts.facts.isDisjoint(with: Self.land),
        relation == .below || relation == .atMost,
        let exact = ExactLimit(ratio.unit.share(limit), includesLimit: relation == .atMost)
      {
        supplyRule = judgement.rule.id
        landLeft = parts.numerator
        room = SupplyRoom(remaining: parts.numerator, base: parts.denominator, limit: exact)
      }
    }
    guard let rate, let relation = rate.trace.relation, let limit = rate.trace.limitNumber,
      rate.trace.outcome != .yes, !cases.isEmpty,
      let exact = ExactLimit(rate.trace.unit.share(limit), includesLimit: relation == .atLeast)
    else { return }
    disposalRule = rate.rule
    let byCount = rate.parts.facts.contains("idle_disposed_count")
    for way in [DisposalWay.start, .withdraw] {
      let search = DisposalSearch(
        cases: cases.compactMap { open in
          open.area.map { OpenCase(id: open.parcel, area: $0, ways: [way]) }
        },
        rate: DisposalRate(
          basis: byCount ? .count : .area, disposed: rate.parts.numerator,
          identified: rate.parts.denominator, limit: exact),
        room: room)
      disposals.append(Disposals(way: way, outcome: search.run()))
    }
  }

  /// How far a ratio is from its limit, its sides in the units in which people count them.
  private static func gap(
    _ parts: RatioParts, _ relation: Comparison, _ limit: Double, _ unit: Unit
  ) -> GapAnalysis? {
    guard let scale = unit.perBase else { return nil }
    let (above, below) = (parts.numeratorQuantity.perUnit, parts.denominatorQuantity.perUnit)
    return GapAnalysis(
      numerator: parts.numerator.map { $0 / Double(above) },
      denominator: parts.denominator.map { $0 / Double(below) },
      scale: RatioScale(scale.numerator * above, scale.denominator * below), comparison: relation,
      limit: limit, decimals: 4)
  }
}

extension RatioParts.Quantity {
  /// Base units in the unit in which people count: 10 000 m² a hectare, 10 000 元 a 万元.
  var perUnit: Int { self == .other ? 1 : 10_000 }
}

extension ComparisonTrace {
  /// Whether a figure was held against an upper or lower limit.
  fileprivate var isLimit: Bool { relation?.includesLimit != nil }
}

extension Unit {
  /// A figure in this unit as a plain ratio: 95 % is 0.95.
  fileprivate func share(_ value: Double) -> Double {
    guard let scale = perBase, scale.numerator > 0 else { return value }
    return value * Double(scale.denominator) / Double(scale.numerator)
  }
}
