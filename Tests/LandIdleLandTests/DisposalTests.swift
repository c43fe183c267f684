import LandCadastre
import LandIdleLand
import LandRulebook
import Testing

@Suite struct DisposalTests {
  private func unstarted(_ change: (inout Contract) -> Void = { _ in }) -> Contract {
    contract {
      $0.agreedStartDate = .iso("2022-10-07")
      $0.startState = .notStarted
      $0.price = 500
      $0.causeSpans = [CauseSpan(.own, from: .iso("2022-10-08"))]
      change(&$0)
    }
  }
  private func identified(_ change: (inout Contract) -> Void = { _ in }) -> Contract {
    unstarted {
      $0.identifiedNo = "清闲置发〔2023〕106号"
      $0.identifiedDate = .iso("2023-11-01")
      change(&$0)
    }
  }

  @Test func theFeeIsDueFromOneToTwoYears() {
    #expect(idle(unstarted(), on: "2023-10-07").feeDue == nil)
    let first = idle(unstarted(), on: "2023-10-08")
    #expect(first.feeBase == 500 && first.feeDue == 100 && first.withdrawalRipe == false)
    #expect(first.track == .art14 && first.causeClass == .own && first.missing.isEmpty)
    let last = idle(unstarted(), on: "2024-10-07")
    #expect(last.feeDue == 100 && last.withdrawalRipe == false)
    let ripe = idle(unstarted(), on: "2024-10-08")
    #expect(ripe.feeDue == nil && ripe.withdrawalRipe == true)
  }

  @Test func unknownCauseAndPrice() {
    let noCause = idle(unstarted { $0.causeSpans = [] }, on: "2024-01-01")
    #expect(noCause.feeDue == 100 && noCause.missing == ["cause_spans"] && noCause.track == nil)
    #expect(idle(unstarted { $0.causeSpans = [] }, on: "2024-10-08").withdrawalRipe == nil)
    let noPrice = idle(unstarted { $0.price = nil }, on: "2024-01-01")
    #expect(noPrice.feeDue == nil && noPrice.missing == ["price_wan"])
  }

  @Test func realDecisionWithTwoSpans() {
    // A decision of 2026 puts slow permits and an order to stop both under Art. 8(6).
    let government = unstarted {
      $0.causeSpans =
        CauseSpan.parse("8-6:2024-01-01/2025-06-30;8-6:2025-07-01/") ?? []
    }
    let result = idle(government, on: "2026-01-16")
    #expect(result.causeClass == .government && result.track == .art12)
    #expect(result.governmentCauseDays == 747 && result.ownCauseDays == 0)
    // From the day after the start to the first span nobody has named a cause.
    #expect(result.unexplainedDays == 450)
    #expect(result.feeDue == nil && result.withdrawalRipe == false)
  }

  @Test func mixedCauses() {
    let mixed = unstarted {
      $0.causeSpans = CauseSpan.parse("8-1:2022-01-01/2023-01-31;own:2023-01-01/") ?? []
    }
    let result = idle(mixed, on: "2023-10-08")
    #expect(result.causeClass == .mixed && result.track == .art12)
    // Clipped to the clock, and a shared day counts once, as the government's.
    #expect(result.governmentCauseDays == 116 && result.ownCauseDays == 250)
    #expect(result.unexplainedDays == 0)
  }

  @Test func forceMajeureAndLaterCauses() {
    let flood = unstarted { $0.causeSpans = CauseSpan.parse("fm:2023-06-01/2023-06-30") ?? [] }
    #expect(idle(flood, on: "2023-10-08").causeClass == .forceMajeure)
    let both = unstarted {
      $0.causeSpans = CauseSpan.parse("8-fm:2023-06-01/2023-06-30;8-2:2023-07-01/") ?? []
    }
    #expect(idle(both, on: "2023-10-08").causeClass == .government)
    let later = unstarted { $0.causeSpans = CauseSpan.parse("8-2:2023-12-01/") ?? [] }
    #expect(idle(later, on: "2023-10-08").causeClass == nil)
  }

  @Test func aFindingNeedsNumberAndDate() {
    #expect(idle(identified(), on: "2023-11-01").state == .identified)
    let noDate = idle(identified { $0.identifiedDate = nil }, on: "2023-12-01")
    #expect(noDate.state == .suspected && noDate.missing == ["identified_date"])
    let noNumber = idle(identified { $0.identifiedNo = nil }, on: "2023-12-01")
    #expect(noNumber.state == .suspected && noNumber.missing == ["identified_no"])
  }

  @Test func stepsAfterTheFinding() {
    #expect(idle(identified(), on: "2023-12-01").nextStep == .levyFee)
    let paid = idle(identified { $0.feePaid = 100 }, on: "2023-12-01")
    #expect(paid.nextStep == .monitorStart && paid.nextDeadline == .iso("2024-10-07"))
    #expect(idle(identified { $0.feePaid = 99 }, on: "2023-12-01").nextStep == .levyFee)
    #expect(idle(identified(), on: "2024-10-08").nextStep == .withdraw)
    #expect(NextStep.withdraw.approver == .competentGovernment)
    #expect(idle(identified { $0.causeSpans = [] }, on: "2023-12-01").nextStep == .establishCause)
    let government = identified {
      $0.causeSpans = [CauseSpan(.petitions, from: .iso("2022-10-08"))]
    }
    #expect(idle(government, on: "2023-12-01").nextStep == .agreeDisposal)
  }

  @Test(arguments: DisposalWay.allCases)
  func whatEndsACase(_ way: DisposalWay) {
    let closed = identified {
      $0.disposalWay = way
      $0.disposedDate = .iso("2024-03-01")
    }
    let ends: Set<DisposalWay> = [.start, .withdraw, .buyback, .swap]
    #expect(idle(closed, on: "2024-02-29").state == .identified)
    let result = idle(closed, on: "2024-03-01")
    #expect(result.state == (ends.contains(way) ? .disposed : .identified))
    #expect(result.disposalWay == way)
    if ends.contains(way) {
      #expect(result.idleDays == 146 && result.nextStep == .updateSystem)
    }
  }

  @Test func aPartIsNotTheWhole() {
    let part = identified {
      $0.disposalWay = .buyback
      $0.disposedDate = .iso("2024-03-01")
      $0.idleArea = 1000
      $0.disposedArea = 999
    }
    #expect(idle(part, on: "2024-06-01").state == .identified)
    var whole = part
    whole.disposedArea = 1000
    #expect(idle(whole, on: "2024-06-01").state == .disposed)
  }

  @Test func aStartAfterTheFindingEndsIt() {
    let begun = identified { $0.actualStartDate = .iso("2024-02-01") }
    let result = idle(begun, on: "2024-03-01")
    #expect(result.state == .disposed && result.disposalWay == .start)
    #expect(result.disposedDate == .iso("2024-02-01"))
    let again = identified {
      $0.actualStartDate = .iso("2024-02-01")
      $0.suspendedDate = .iso("2024-06-01")
      $0.totalInvestment = 100
      $0.invested = 10
    }
    let second = idle(again, on: "2025-06-02")
    #expect(second.state == .suspected && second.clause == .suspended)
  }

  @Test func aNewAgreedStartCountsAnew() {
    let extended = identified {
      $0.disposalWay = .extend
      $0.amendmentDate = .iso("2024-01-10")
      $0.amendedStartDate = .iso("2024-06-01")
      $0.disposedDate = .iso("2024-01-10")
    }
    #expect(idle(extended, on: "2024-01-09").state == .identified)
    #expect(idle(extended, on: "2024-01-10").state == .notIdle)
    #expect(idle(extended, on: "2024-06-02").state == .dueSoon)
    #expect(idle(extended, on: "2025-06-02").state == .suspected)
  }

  @Test func idleArea() {
    var suspected = unstarted { $0.contractArea = 5000 }
    #expect(idle(suspected, on: "2024-01-01").idleArea == 5000)
    suspected.contractArea = nil
    #expect(
      idle(suspected, on: "2024-01-01", parcel: parcel { $0.planarArea = 4990 }).idleArea == 4990)
    #expect(idle(identified { $0.idleArea = 1234 }, on: "2024-01-01").idleArea == 1234)
  }

  @Test func lateDeliveryIsPointedOut() {
    let late = unstarted {
      $0.agreedDeliveryDate = .iso("2022-01-01")
      $0.actualDeliveryDate = .iso("2022-03-01")
    }
    let finding = assess([late], on: "2023-10-08").findings.first { $0.code == .deliveredLate }
    #expect(finding?.value == 59 && finding?.clause == "第八条第一款第(一)项")
  }
}
