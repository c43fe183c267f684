import LandCadastre
import LandIdleLand
import LandRulebook
import Testing

@Suite struct SuspendedTests {
  private func suspended(_ change: (inout Contract) -> Void = { _ in }) -> Contract {
    contract {
      $0.agreedStartDate = .iso("2020-01-01")
      $0.actualStartDate = .iso("2020-01-01")
      $0.suspendedDate = .iso("2022-10-07")
      $0.dueArea = 3000
      $0.developedArea = 3000
      $0.totalInvestment = 1000
      $0.invested = 1000
      change(&$0)
    }
  }

  @Test(arguments: [
    (1000.0, 3000.0, IdleAssessment.State.notIdle), (999.999999, 3000.0, .suspected),
    (333.33, 999.99, .notIdle), (333.32, 999.99, .suspected),
  ])
  func exactlyAThirdIsEnough(_ developed: Double, _ due: Double, _ state: IdleAssessment.State) {
    let result = idle(
      suspended {
        $0.developedArea = developed
        $0.dueArea = due
      }, on: "2023-10-08")
    #expect(result.state == state)
    #expect(result.developedBasis == .land)
  }

  @Test(arguments: [(250.0, IdleAssessment.State.notIdle), (249.99, .suspected)])
  func exactlyAQuarterIsEnough(_ invested: Double, _ state: IdleAssessment.State) {
    let result = idle(suspended { $0.invested = invested }, on: "2023-10-08")
    #expect(result.state == state)
    if state == .suspected {
      #expect(result.verdict == .needsReasons && result.clause == .suspended)
      #expect(result.track == .art12 && result.feeDue == nil && result.withdrawalRipe == nil)
      #expect(result.idleSince == .iso("2023-10-08") && result.suspendedDays == 366)
    }
  }

  @Test func aFullYearOfSuspension() {
    let low = suspended { $0.invested = 1 }
    let last = idle(low, on: "2023-10-07")
    #expect(
      last.state == .dueSoon && last.clause == .suspended && last.dueDate == .iso("2023-10-07"))
    #expect(idle(low, on: "2023-10-08").state == .suspected)
    #expect(
      idle(low, on: "2022-10-06").state == .notIdle || idle(low, on: "2022-10-06").state == .unknown
    )
    var resumed = low
    resumed.resumedDate = .iso("2023-10-01")
    #expect(idle(resumed, on: "2023-10-08").state == .notIdle)
    #expect(idle(resumed, on: "2023-10-08").suspendedDays == 359)
    #expect(idle(resumed, on: "2023-09-30").state == .dueSoon)
    resumed.resumedDate = .iso("2021-01-01")
    let odd = assess([resumed], on: "2023-10-08")
    #expect(odd.idle.state == .suspected)
    #expect(odd.findings.contains { $0.code == .datesOutOfOrder })
  }

  @Test func theArmsAreThreeValued() {
    func state(_ change: (inout Contract) -> Void) -> IdleAssessment {
      idle(suspended(change), on: "2023-10-08")
    }
    // One arm met decides, whatever the other is.
    #expect(
      state {
        $0.invested = 1
        $0.developedArea = nil
      }.state == .suspected)
    // One arm kept and the other unknown does not.
    let open = state { $0.developedArea = nil }
    #expect(open.state == .unknown && open.missing == ["developed_area_m2"])
    let zero = state { $0.totalInvestment = 0 }
    #expect(zero.state == .unknown && zero.missing == ["total_investment_wan"])
    let later = state { $0.investmentDate = .iso("2024-01-01") }
    #expect(later.state == .unknown && later.missing == ["invested_wan"])
    let neither = state {
      $0.dueArea = nil
      $0.invested = nil
    }
    #expect(neither.missing == ["due_area_m2", "invested_wan"])
  }

  @Test func footprintStandsInForLandAndIsMarked() {
    let low = suspended {
      $0.developedArea = nil
      $0.dueFootprint = 900
    }
    let facts = parcel {
      $0.buildingsKnown = true
      $0.footprint = 299
      $0.planarArea = 10_000
    }
    let result = idle(low, on: "2023-10-08", parcel: facts)
    #expect(result.state == .suspected && result.developedBasis == .footprint)
    // Never footprint over parcel: without a due footprint the share is unknown.
    let bare = suspended { $0.developedArea = nil }
    #expect(idle(bare, on: "2023-10-08", parcel: facts).developedShare == nil)
  }

  @Test func noRecordOfASuspension() {
    let bare = suspended {
      $0.suspendedDate = nil
      $0.invested = 1
    }
    let open = idle(bare, on: "2023-10-08")
    #expect(open.state == .unknown && open.missing == ["suspended_date"])
    #expect(idle(bare, on: "2021-01-01").state == .notIdle)
    #expect(idle(bare, on: "2021-01-02").state == .unknown)
    #expect(idle(bare, on: "2023-10-08") { $0.emptySuspension = .notSuspended }.state == .notIdle)
    var kept = bare
    kept.invested = 1000
    #expect(idle(kept, on: "2023-10-08").state == .notIdle)
    var finished = bare
    finished.actualFinishDate = .iso("2022-01-01")
    #expect(idle(finished, on: "2023-10-08").state == .notIdle)
  }

  @Test func onlyWhatBeganCanBeSuspended() {
    let implied = contract {
      $0.agreedStartDate = .iso("2020-01-01")
      $0.suspendedDate = .iso("2022-10-07")
      $0.totalInvestment = 100
      $0.invested = 10
    }
    #expect(idle(implied, on: "2023-10-08").clause == .suspended)
    var denied = implied
    denied.startState = .notStarted
    #expect(idle(denied, on: "2023-10-08").clause == .notStarted)
  }
}
