import LandCadastre
import LandGeometry
import LandIdleLand
import LandRulebook
import LandTestSupport
import Testing

@Suite struct ParcelTests {
  private let start = CalendarDate.iso("2022-10-07")

  @Test func onlySuppliedLand() {
    let old = contract {
      $0.agreedStartDate = start
      $0.startState = .notStarted
    }
    for state in [SupplyState.unsupplied, .reserve, .withdrawn] {
      let result = assess([old], on: "2024-01-01", parcel: parcel { $0.supplyState = state })
      #expect(result.idle.state == .notApplicable && result.contractBreach.isEmpty)
    }
    let bare = assess([], on: "2024-01-01", parcel: parcel { $0.supplyState = .supplied })
    #expect(bare.idle.state == .unknown)
    #expect(bare.idle.missing.contains("agreed_start_date"))
    let nothing = assess([], on: "2024-01-01")
    #expect(
      nothing.idle.state == .unknown && nothing.idle.missing == ["contract_no", "supply_state"])
    #expect(nothing.findings.map(\.code) == [.supplyStateUnknown])
    let assumed = assess([], on: "2024-01-01") { $0.supplyBasis = .assumed }
    #expect(assumed.idle.state == .unknown && assumed.findings.map(\.code) == [.idleUnknown])
    #expect(ParcelAssessor.supplyAssumed(file: "p").code == .supplyStateUnknown)
    let later = contract { $0.signedDate = .iso("2025-01-01") }
    #expect(assess([later], on: "2024-01-01").idle.state == .notApplicable)
  }

  @Test func theGravestContractGivesTheRow() {
    let identified = contract("I") {
      $0.agreedStartDate = start
      $0.startState = .notStarted
      $0.identifiedNo = "1"
      $0.identifiedDate = .iso("2023-12-01")
    }
    let suspected = contract("S") {
      $0.agreedStartDate = .iso("2020-01-01")
      $0.startState = .notStarted
    }
    let open = contract("U") { $0.agreedStartDate = start }
    let soon = contract("D") {
      $0.agreedStartDate = .iso("2023-06-01")
      $0.startState = .notStarted
    }
    let fine = contract("F") {
      $0.agreedStartDate = start
      $0.actualStartDate = .iso("2023-10-01")
    }
    let order = [identified, suspected, open, soon, fine]
    var random = SeededGenerator(seed: 3)
    for first in order.indices {
      for _ in 0..<5 {
        let result = assess(order[first...].shuffled(using: &random), on: "2024-01-01")
        #expect(result.idle.contractNo == order[first].contractNo)
        #expect(result.contracts.count == order.count - first)
      }
    }
  }

  @Test func amongEqualsTheEarlierClock() {
    func unstarted(_ number: String, _ day: String) -> Contract {
      contract(number) {
        $0.agreedStartDate = .iso(day)
        $0.startState = .notStarted
      }
    }
    let a = unstarted("Z", "2020-01-01"), b = unstarted("A", "2021-01-01")
    #expect(assess([a, b], on: "2024-01-01").idle.contractNo == "Z")
    #expect(assess([b, a], on: "2024-01-01").idle.contractNo == "Z")
  }

  @Test func allVerdictsOnRequest() {
    let fine = contract {
      $0.agreedStartDate = start
      $0.actualStartDate = .iso("2022-10-07")
      $0.actualFinishDate = .iso("2023-10-01")
    }
    #expect(assess([fine], on: "2024-01-01").findings.isEmpty)
    let all = assess([fine], on: "2024-01-01") { $0.allVerdicts = true }
    #expect(all.findings.map(\.code) == [.notIdle, .breachLateStart])
    #expect(all.findings.map(\.verdict) == ["met", "met"])
  }

  @Test(arguments: [
    (100.0, 5379.86, Verdict.met), (5.0, 5374.86, .met), (5.0, 5374.8, .notMet),
    (5.0, 5384.87, .notMet),
  ])
  func contractArea(_ tolerance: Double, _ measured: Double, _ verdict: Verdict) {
    let facts = parcel {
      $0.planarArea = measured
      $0.ellipsoidalArea = 1
      $0.areaTolerance = tolerance
    }
    let result = assess([contract { $0.contractArea = 5379.86 }], on: "2024-01-01", parcel: facts)
    #expect(result.area.verdict == verdict && result.area.kindIsAssumed)
    #expect(result.findings.contains { $0.code == .contractAreaDiffers } == (verdict == .notMet))
  }

  @Test func contractAreaKinds() {
    let facts = parcel {
      $0.planarArea = 100
      $0.ellipsoidalArea = 99
      $0.areaTolerance = 0.5
    }
    func ellipsoidal(_ number: String, _ area: Double?) -> Contract {
      contract(number) {
        $0.contractArea = area
        $0.areaKind = .ellipsoidal
      }
    }
    let one = assess([ellipsoidal("A", 99)], on: "2024-01-01", parcel: facts).area
    #expect(one.difference == 0 && one.kind == .ellipsoidal && !one.kindIsAssumed)
    let two = [ellipsoidal("A", 50), ellipsoidal("B", 49)]
    #expect(assess(two, on: "2024-01-01", parcel: facts).area.verdict == .met)
    let mixed = [ellipsoidal("A", 50), contract("B") { $0.contractArea = 49 }]
    #expect(
      assess(mixed, on: "2024-01-01", parcel: facts).area.verdict
        == .unknown(missing: ["area_kind"]))
    let open = assess([ellipsoidal("A", nil)], on: "2024-01-01", parcel: facts).area
    #expect(open.verdict == .unknown(missing: ["contract_area_m2"]))
    var doubtful = facts
    doubtful.areaQuality = .doubtful
    #expect(
      assess([ellipsoidal("A", 99)], on: "2024-01-01", parcel: doubtful).area.verdict
        == .unknown(missing: ["geometry"]))
  }

  @Test func figuresOfTheLawStandInOnePlace() {
    let rules = RuleSelection.shipped.idleLandRules
    #expect(rules.notStartedYears.clause == "第二条第一款")
    #expect(rules.startAfterDeliveryYears.verification == .unverified)
    var strict = rules
    strict.notStartedYears.value = 2
    let unstarted = contract {
      $0.agreedStartDate = start
      $0.startState = .notStarted
    }
    let options = IdleOptions(asOf: .iso("2024-01-01"))
    let result = ParcelAssessor(rules: strict, options: options)
      .assess(parcel: parcel(), contracts: [unstarted])
    #expect(result.idle.state == .dueSoon)
  }

  @Test func kleeneLogic() {
    let values: [Ternary] = [.no, .unknown, .yes]
    for a in values {
      for b in values {
        #expect((a && b) == (b && a) && (a || b) == (b || a))
        #expect(!(a && b) == (!a || !b))
      }
    }
    #expect((Ternary.unknown && .no) == .no && (Ternary.unknown || .yes) == .yes)
  }

  @Test func textsOfSteps() {
    for step in NextStep.allCases { #expect(!step.text.zh.isEmpty && !step.text.en.isEmpty) }
    for actor in ResponsibleBody.allCases {
      #expect(!actor.text.zh.isEmpty && !actor.text.en.isEmpty)
    }
  }
}
