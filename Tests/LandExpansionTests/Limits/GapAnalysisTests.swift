import LandExpansion
import LandRulebook
import LandTestSupport
import Testing

@Suite struct GapAnalysisTests {
  private func gap(
    _ numerator: Double?, _ denominator: Double?, _ comparison: Comparison, _ limit: Double,
    scale: RatioScale = .one, decimals: Int = 6
  ) throws -> GapAnalysis {
    try #require(
      GapAnalysis(
        numerator: numerator, denominator: denominator, scale: scale, comparison: comparison,
        limit: limit, decimals: decimals))
  }

  /// 6 ha left of 100 ha have to fall below 5 ha, or to 5 ha where the limit counts.
  @Test func landToSupply() throws {
    #expect(try gap(6, 100, .below, 0.05).numerator == .fall(by: 1.000001))
    #expect(try gap(6, 100, .below, 0.05, decimals: 2).numerator == .fall(by: 1.01))
    #expect(try gap(6, 100, .atMost, 0.05).numerator == .fall(by: 1))
    #expect(try gap(6, 100, .atMost, 0.05).denominator == .grow(by: 20))
    #expect(try gap(5, 100, .atMost, 0.05).holds == true)
    #expect(try gap(5, 100, .below, 0.05).holds == false)
  }

  /// 万元 on m², judged per 亩: 1500 亩 are 1 000 000 m².
  @Test func revenueMissing() throws {
    let result = try gap(400_000, 1_000_000, .atLeast, 300, scale: .perMu, decimals: 0)
    #expect(result.numerator == .grow(by: 50_000))
    #expect(result.denominator == .fall(by: 111_112))
    #expect(try gap(450_000, 1_000_000, .atLeast, 300, scale: .perMu).numerator == .none)
  }

  @Test func whatHasNoAmount() throws {
    #expect(try gap(nil, .nan, .atLeast, 1).holds == nil)
    #expect(
      try gap(nil, -1, .atLeast, 1).numerator
        == .unavailable(.missing([.numerator, .denominator])))
    #expect(try gap(1, 0, .atLeast, 1).denominator == .unavailable(.zeroDenominator))
    #expect(try gap(0, 10, .atLeast, 0.5).denominator == .unavailable(.outOfReach))
    #expect(try gap(0, 10, .below, 0).numerator == .unavailable(.outOfReach))
    #expect(try gap(1, 10, .atMost, 0).denominator == .unavailable(.outOfReach))
    #expect(try gap(1, 10, .atMost, 0).numerator == .fall(by: 1))
    #expect(try gap(0, 10, .above, 0).numerator == .grow(by: 0.000001))
    #expect(GapAnalysis(numerator: 1, denominator: 1, comparison: .equal, limit: 1) == nil)
    #expect(GapAnalysis(numerator: 1, denominator: 1, comparison: .below, limit: -1) == nil)
  }

  /// What is said suffices by the verdicts' own comparison, and one step less does not.
  @Test func whatIsSaidSuffices() throws {
    var generator = SeededGenerator(seed: 21)
    let scales = [RatioScale.one, .perMu, .perHectare]
    for _ in 0..<rounds(20_000) {
      let decimals = Int.random(in: 0...3, using: &generator)
      let step = [1, 0.1, 0.01, 0.001][decimals]
      let size = pick([10, 1000, 1_000_000], &generator)
      let numerator = Double(Int.random(in: 0...size, using: &generator)) * step
      let denominator = Double(Int.random(in: 1...size, using: &generator)) * step
      let limit = pick([0.05, 0.95, 1, 0.5, 300, 0.1], &generator)
      let comparison =
        pick([Comparison.atLeast, .above, .atMost, .below], &generator)
      let scale = pick(scales, &generator)
      let factor = Double(scale.numerator) / Double(scale.denominator)
      let result = try gap(
        numerator, denominator, comparison, limit, scale: scale, decimals: decimals)
      let place = "\(numerator) \(denominator) \(comparison) \(limit) \(scale)"
      // To the millionth, as it would be written: differences of floats are not.
      func written(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
      func holds(_ numerator: Double, _ denominator: Double) -> Bool {
        comparison.holds(written(numerator) / written(denominator) * factor, limit)
      }
      #expect(result.holds == holds(numerator, denominator))
      if let change = amount(result.numerator) {
        #expect(holds(max(0, numerator + change), denominator), "\(place)")
        let less = change.magnitude - step
        #expect(!holds(numerator + (change < 0 ? -less : less), denominator), "\(place)")
      }
      if let change = amount(result.denominator) {
        #expect(denominator + change > 0)
        #expect(holds(numerator, denominator + change), "\(place)")
        let less = max(0, change.magnitude - step)
        #expect(!holds(numerator, denominator + (change < 0 ? -less : less)), "\(place)")
      }
    }
  }

  /// Growth above zero, fall below it; nil where there is no amount or nothing to do.
  private func amount(_ change: GapAnalysis.Change) -> Double? {
    switch change {
    case .grow(let amount): amount
    case .fall(let amount): -amount
    case .none, .unavailable: nil
    }
  }
}
