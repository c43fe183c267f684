import LandCadastre
import LandIdleLand
import LandRulebook
import Testing

@Suite struct BreachTests {
  /// A condition with its limit, set on a contract, and its measure, set on a parcel.
  struct Condition: Sendable {
    let code: FindingCode
    let isLeast: Bool
    let limit: Double
    let setLimit: @Sendable (inout Contract, Double) -> Void
    let setValue: @Sendable (inout ParcelFacts, Double) -> Void
  }

  static let conditions: [Condition] = [
    Condition(code: .breachPlotRatio, isLeast: true, limit: 1.2) {
      $0.plotRatioMin = $1
    } setValue: {
      $0.plotRatio = $1
    },
    Condition(code: .breachPlotRatio, isLeast: false, limit: 2) {
      $0.plotRatioMax = $1
    } setValue: {
      $0.plotRatio = $1
    },
    Condition(code: .breachDensity, isLeast: true, limit: 0.4) {
      $0.densityMin = $1
    } setValue: {
      $0.density = $1
    },
    Condition(code: .breachDensity, isLeast: false, limit: 0.55) {
      $0.densityMax = $1
    } setValue: {
      $0.density = $1
    },
    Condition(code: .breachCoefficient, isLeast: true, limit: 0.3) {
      $0.coefficientMin = $1
    } setValue: {
      $0.buildingCoefficient = $1
    },
    Condition(code: .breachGreen, isLeast: false, limit: 0.15) {
      $0.greenMax = $1
    } setValue: {
      $0.greenShare = $1
    },
    Condition(code: .breachOffice, isLeast: false, limit: 0.07) {
      $0.officeShareMax = $1
    } setValue: {
      $0.officeShare = $1
    },
    Condition(code: .breachIntensity, isLeast: true, limit: 4000) {
      $0.intensityMin = $1
    } setValue: {
      $0.intensityWanPerHa = $1
    },
  ]

  private func verdict(
    _ condition: Condition, _ value: Double?, _ change: (inout Contract) -> Void = { _ in }
  ) -> BreachVerdict? {
    let agreement = contract {
      condition.setLimit(&$0, condition.limit)
      $0.actualFinishDate = .iso("2023-01-01")
      change(&$0)
    }
    let facts = parcel { facts in if let value { condition.setValue(&facts, value) } }
    return assess([agreement], on: "2024-01-01", parcel: facts).contracts.first?.breaches
      .first { $0.code == condition.code }
  }

  @Test(arguments: 0..<8)
  func atAboveAndBelowTheLimit(_ index: Int) {
    let condition = BreachTests.conditions[index]
    let limit = condition.limit
    #expect(verdict(condition, limit)?.verdict == .met)
    #expect(verdict(condition, limit * 0.999999)?.verdict == (condition.isLeast ? .notMet : .met))
    #expect(verdict(condition, limit * 1.000001)?.verdict == (condition.isLeast ? .met : .notMet))
    #expect(verdict(condition, nil)?.verdict.word == "unknown")
    #expect(verdict(condition, nil)?.verdict.missing.isEmpty == false)
    #expect(verdict(condition, limit)?.limit == limit)
  }

  @Test(arguments: 0..<8)
  func leastValuesAreOwedAtTheEnd(_ index: Int) {
    let condition = BreachTests.conditions[index]
    guard condition.isLeast else { return }
    func early(_ finish: String?) -> Verdict? {
      verdict(condition, condition.limit / 2) {
        $0.actualFinishDate = nil
        $0.agreedFinishDate = finish.map { .iso($0) }
      }?.verdict
    }
    #expect(early("2024-01-01") == .notApplicable)
    #expect(early("2023-12-31") == .notMet)
    #expect(early(nil) == .unknown(missing: ["agreed_finish_date", "actual_finish_date"]))
  }

  @Test func noConditionNoVerdict() {
    let result = assess([contract { $0.price = 1 }], on: "2024-01-01")
    #expect(result.contracts.first?.breaches.isEmpty == true)
  }

  @Test func intensityFromTheContract() {
    let agreement = contract {
      $0.intensityMin = 4000
      $0.fixedInvestment = 4000
      $0.totalInvestment = 1
      $0.actualFinishDate = .iso("2023-01-01")
    }
    let hectare = parcel { $0.planarArea = 10_000 }
    let result = assess([agreement], on: "2024-01-01", parcel: hectare)
    #expect(result.intensityWanPerHa == 4000)
    #expect(result.contractBreach.isEmpty)
    let larger = parcel { $0.planarArea = 10_001 }
    #expect(
      assess([agreement], on: "2024-01-01", parcel: larger).contractBreach == [.breachIntensity])
    // The total without land price does not stand in for fixed assets.
    var without = agreement
    without.fixedInvestment = nil
    #expect(assess([without], on: "2024-01-01", parcel: hectare).intensityWanPerHa == nil)
  }

  @Test func highStoreysCallForReasons() {
    func verdicts(_ ratio: Double) -> [Verdict] {
      let agreement = contract {
        $0.plotRatioMin = 1
        $0.plotRatioMax = 2
        $0.actualFinishDate = .iso("2023-01-01")
      }
      let facts = parcel {
        $0.plotRatio = ratio
        $0.plotRatioNeedsReasons = true
      }
      return assess([agreement], on: "2024-01-01", parcel: facts).contracts[0].breaches.map(
        \.verdict)
    }
    #expect(verdicts(0.9) == [.needsReasons, .needsReasons])
    #expect(verdicts(1.5) == [.met, .needsReasons])
    #expect(verdicts(2.5) == [.met, .notMet])
  }

  private func late(
    _ code: FindingCode, on day: String, _ change: (inout Contract) -> Void
  ) -> BreachVerdict? {
    assess([contract(change: change)], on: day).contracts[0].breaches.first { $0.code == code }
  }

  private func contract(change: (inout Contract) -> Void) -> Contract {
    LandIdleLandTests.contract("A", change)
  }

  @Test func lateStart() {
    func verdict(_ day: String, _ change: (inout Contract) -> Void = { _ in }) -> BreachVerdict? {
      late(.breachLateStart, on: day) {
        $0.agreedStartDate = .iso("2022-10-07")
        change(&$0)
      }
    }
    #expect(verdict("2024-01-01") { $0.actualStartDate = .iso("2022-10-07") }?.verdict == .met)
    let day = verdict("2024-01-01") { $0.actualStartDate = .iso("2022-10-08") }
    #expect(day?.verdict == .notMet && day?.value == 1)
    #expect(verdict("2022-10-07") { $0.startState = .notStarted }?.verdict == .notApplicable)
    #expect(verdict("2022-10-08") { $0.startState = .notStarted }?.verdict == .notMet)
    #expect(
      verdict("2022-10-08")?.verdict == .unknown(missing: ["start_state", "actual_start_date"]))
    #expect(
      verdict("2022-10-08") { $0.startState = .started }?.verdict
        == .unknown(missing: ["actual_start_date"]))
    #expect(
      verdict("2022-10-08") {
        $0.startState = .notStarted
        $0.amendedStartDate = .iso("2023-01-01")
      }?.verdict == .unknown(missing: ["amendment_date"]))
  }

  @Test func lateFinish() {
    func verdict(_ day: String, _ change: (inout Contract) -> Void = { _ in }) -> BreachVerdict? {
      late(.breachLateFinish, on: day) {
        $0.agreedFinishDate = .iso("2023-10-07")
        change(&$0)
      }
    }
    #expect(verdict("2024-01-01") { $0.actualFinishDate = .iso("2023-10-07") }?.verdict == .met)
    #expect(verdict("2024-01-01") { $0.actualFinishDate = .iso("2023-10-09") }?.value == 2)
    #expect(verdict("2023-10-07")?.verdict == .notApplicable)
    #expect(verdict("2023-10-08")?.verdict == .unknown(missing: ["actual_finish_date"]))
    #expect(verdict("2023-10-08") { $0.startState = .notStarted }?.verdict == .notMet)
    #expect(verdict("2023-10-08") { $0.actualFinishDate = .iso("2023-12-01") }?.verdict == .notMet)
  }
}
