import LandKit
import Testing

/// Each way of ending, from the suspicion on, without a fault on the way.
@Suite("how cases go and end") struct EndingTests {
  private func closed(_ script: CaseScript) {
    #expect(script.faultsOnTheWay.isEmpty, "\(script.faultsOnTheWay)")
  }

  @Test("found not idle: never identified, nothing left to do")
  func notIdle() {
    var script = CaseScript()
    script.add(.investigationNotice, "2024-03-11")
    script.add(.investigation, "2024-03-25")
    script.add(.notIdle, "2024-04-01")
    closed(script)
    let standing = script.standing("2024-05-01")
    #expect(standing.phase == .ended && standing.ending == .notIdle)
    #expect(standing.endedDay == .iso("2024-04-01") && standing.identifiedDay == nil)
    #expect(standing.nextStep == nil && standing.nextActor == nil && standing.nextLabel == nil)
    #expect(standing.disposedArea == nil)
  }

  @Test("the steps of an investigation, who acts and by when")
  func investigation() {
    var script = CaseScript()
    var standing = script.standing("2024-03-01")
    #expect(standing.phase == .suspected && standing.nextStep == .investigationNotice)
    #expect(standing.nextDeadline == .iso("2024-03-31") && standing.nextClause == "Art. 5")
    #expect(standing.nextActor == .office && standing.idleArea == 20_000)
    script.add(.investigationNotice, "2024-03-11")
    standing = script.standing("2024-04-10")
    #expect(standing.phase == .investigating && standing.nextStep == .statement)
    #expect(standing.nextActor == .user && standing.nextDeadline == .iso("2024-04-10"))
    standing = script.standing("2024-04-11")
    #expect(standing.nextStep == .investigation && standing.nextActor == .office)
    #expect(standing.nextDeadline == .iso("2024-03-31"))
    script.add(.investigation, "2024-04-12")
    standing = script.standing("2024-04-12")
    #expect(standing.nextStep == .finding && standing.nextDeadline == nil)
    #expect(standing.nextClause == "Art. 9")
  }

  @Test("put off, then started")
  func extended() {
    var script = CaseScript()
    script.find()
    #expect(script.standing("2024-04-11").nextStep == .systemRecord)
    #expect(script.standing("2024-04-12").nextStep == .publication)
    var standing = script.standing("2024-04-15")
    #expect(standing.phase == .found && standing.nextStep == .plan)
    #expect(standing.causeClass == .government && standing.idleArea == 18_000)
    #expect(standing.identifiedNo == "自然资〔5〕号")
    script.plan()
    #expect(script.standing("2024-05-10").nextActor == .government)
    standing = script.standing("2024-06-01")
    #expect(standing.phase == .disposing && standing.nextStep == nil)
    #expect(standing.nextClause == "Art. 12" && standing.nextLabel?.zh == "按批准的处置方案签订协议")
    script.add(.extension, "2024-06-10") { $0.until = .iso("2025-06-10") }
    standing = script.standing("2025-01-01")
    #expect(standing.phase == .deferred && standing.newStart == .iso("2025-06-10"))
    #expect(standing.nextStep == .start && standing.nextDeadline == .iso("2025-06-10"))
    #expect(standing.nextActor == .user && standing.ending == nil)
    standing = script.standing("2025-06-11")
    #expect(standing.nextDeadline == .iso("2026-06-10") && standing.nextClause == "Art. 2(1)")
    script.add(.start, "2025-06-01")
    closed(script)
    standing = script.standing("2025-06-01")
    #expect(standing.ending == .start && standing.disposedArea == 18_000)
    #expect(standing.nextStep == .systemRecord && standing.nextClause == "Art. 25")
    script.add(.systemRecord, "2025-06-02")
    #expect(script.standing("2025-06-02").nextStep == .publicationWithdrawn)
    script.add(.publicationWithdrawn, "2025-06-03")
    script.add(.completion, "2026-06-03")
    closed(script)
    #expect(script.standing("2026-06-03").nextStep == nil)
    #expect(!script.standing("2026-06-03").isPublished && script.standing("2025-06-02").isPublished)
  }

  @Test("bought back, and swapped", arguments: [EventKind.buyback, .swap])
  func agreed(kind: EventKind) {
    var script = CaseScript()
    script.find()
    script.plan()
    script.add(kind, "2024-06-20")
    #expect(script.faultsOnTheWay.refusals.isEmpty)
    #expect(script.faultsOnTheWay.codes == (kind == .swap ? [.swapConditions] : []))
    let standing = script.standing("2024-06-20")
    #expect(
      standing.ending == (kind == .swap ? .swap : .buyback) && standing.disposedArea == 18_000)
  }

  @Test("conditions changed: without a new start no clock runs")
  func adjusted() {
    var script = CaseScript()
    script.find()
    script.plan()
    script.add(.adjustment, "2024-06-20")
    closed(script)
    #expect(script.standing("2030-01-01").phase == .deferred)
    #expect(script.standing("2030-01-01").nextDeadline == nil)
    script.events.removeLast()
    script.add(.adjustment, "2024-06-20") { $0.until = .iso("2025-12-31") }
    closed(script)
    #expect(script.standing("2026-12-31").phase == .deferred)
    #expect(script.standing("2027-01-01").phase == .found)
  }

  @Test("in temporary use, then idle again, found again and bought back")
  func temporary() {
    var script = CaseScript()
    script.find()
    script.plan()
    script.add(.temporaryUse, "2024-06-20") { $0.until = .iso("2026-06-20") }
    var standing = script.standing("2026-06-20")
    #expect(standing.phase == .deferred && standing.temporaryUntil == .iso("2026-06-20"))
    #expect(standing.nextDeadline == .iso("2026-06-20") && standing.nextClause == "Art. 12(3)")
    #expect(script.standing("2026-06-21").temporaryUntil == nil)
    #expect(script.standing("2027-06-20").phase == .deferred)
    standing = script.standing("2027-06-21")
    #expect(standing.phase == .found && standing.idleSince == .iso("2027-06-21"))
    #expect(standing.identifiedDay == .iso("2024-04-10") && standing.idleMonths == 0)
    script.add(.finding, "2027-07-01") {
      $0.area = 17_000
      $0.clause = "2(1)"
      $0.causeSpans = CauseSpan.parse("8-6:2026-06-21/")
    }
    script.add(.plan, "2027-07-02")
    script.add(.approval, "2027-07-03")
    script.add(.buyback, "2027-07-04")
    closed(script)
    standing = script.standing("2027-08-01")
    #expect(standing.ending == .buyback && standing.disposedArea == 17_000)
    #expect(standing.identifiedDay == .iso("2024-04-10"))
  }

  @Test("a fee alone ends nothing; withdrawal does once the registration is cancelled")
  func withdrawn() {
    var script = CaseScript()
    script.find(causes: "own:2022-10-07/")
    #expect(script.standing("2024-04-15").nextStep == .hearingNotice)
    script.hear()
    #expect(script.standing("2024-06-01").nextStep == .feeDecision)
    script.add(.feeDecision, "2024-06-10") { $0.amount = 200 }
    var standing = script.standing("2024-06-10")
    #expect(standing.phase == .decided && standing.nextStep == .feePaid)
    #expect(standing.nextDeadline == .iso("2024-07-10") && standing.nextActor == .user)
    script.add(.feePaid, "2024-07-01") { $0.amount = 150 }
    #expect(script.standing("2024-07-01").nextStep == .feePaid)
    script.add(.feePaid, "2024-07-10") { $0.amount = 50 }
    standing = script.standing("2024-10-07")
    #expect(standing.phase == .decided && standing.ending == nil)
    #expect(standing.feeDecided == 200 && standing.feePaid == 200)
    #expect(standing.nextStep == .start && standing.nextDeadline == .iso("2024-10-07"))
    standing = script.standing("2024-10-08")
    #expect(standing.nextStep == .hearingNotice && standing.nextClause == "Art. 15")
    script.hear("2024-10-08", "2024-10-20")
    #expect(script.standing("2024-10-08").nextActor == .competentGovernment)
    #expect(script.standing("2024-10-20").nextStep == .withdrawalDecision)
    script.add(.withdrawalDecision, "2024-11-01")
    standing = script.standing("2024-11-01")
    #expect(standing.nextStep == .deregistration && standing.nextDeadline == .iso("2024-12-01"))
    script.add(.deregistration, "2024-12-01")
    closed(script)
    standing = script.standing("2024-12-01")
    #expect(standing.ending == .withdraw && standing.endedDay == .iso("2024-12-01"))
  }

  @Test("a fee is owed after the end, and after the land is idle again")
  func owed() {
    var script = CaseScript()
    script.find(causes: "own:2022-10-07/")
    script.hear()
    script.add(.feeDecision, "2024-06-10") { $0.amount = 200 }
    script.add(.start, "2024-06-20")
    var standing = script.standing("2024-06-20")
    #expect(standing.phase == .ended && standing.nextStep == .feePaid)
    #expect(standing.nextDeadline == .iso("2024-07-10"))
    let running = Deadlines(rules: lawful).running(script.history, on: .iso("2024-06-20"))
    #expect(running.map(\.kind) == [.pay])
    #expect(script.faults(.feePaid, "2024-07-01") { $0.amount = 201 }.codes == [.paidTooMuch])
    script.add(.feePaid, "2024-07-01") { $0.amount = 200 }
    closed(script)
    standing = script.standing("2024-07-01")
    #expect(standing.feePaid == 200 && standing.nextStep == .systemRecord)
    #expect(script.faults(.feePaid, "2024-07-02") { $0.amount = 1 }.codes == [.caseEnded])
  }

  @Test("land suspended under Art. 2(2) goes by agreement")
  func suspendedLand() {
    var script = CaseScript(clause: "2(2)")
    script.find(causes: "own:2022-10-07/", clause: "2(2)")
    #expect(script.standing("2024-04-15").nextStep == .plan)
    script.plan()
    script.add(.extension, "2024-06-10") { $0.until = .iso("2025-06-10") }
    closed(script)
    #expect(script.standing("2026-06-11").phase == .found)
    #expect(script.standing("2026-06-11").nextStep == .plan)
  }

  @Test("a part disposed of leaves the rest open; the last part ends the case")
  func parts() {
    var script = CaseScript()
    script.find()
    script.plan()
    script.add(.buyback, "2024-06-10") { $0.area = 8000 }
    var standing = script.standing("2024-06-10")
    #expect(standing.phase == .found && standing.disposedArea == 8000 && standing.ending == nil)
    script.add(.start, "2024-08-10") { $0.area = 9999.5 }
    #expect(script.standing("2024-08-10").ending == nil)
    script.add(.start, "2024-08-12") { $0.area = 0.5 }
    closed(script)
    standing = script.standing("2024-08-12")
    #expect(standing.ending == .start && standing.disposedArea == 18_000)
  }

  @Test("before the opening, and without any event, a case stands as suspected")
  func early() {
    let script = CaseScript()
    #expect(script.standing("2020-01-01").phase == .suspected)
    #expect(script.standing("2020-01-01").suspectedDay == .iso("2024-03-01"))
    let bare = CaseStanding(
      of: script.ledgerCase, events: [], on: .iso("2024-01-01"), rules: lawful)
    #expect(bare.phase == .suspected && bare.parcelID == "P1" && bare.parts == ["P1"])
  }

  @Test("phases and endings have names of their own")
  func labels() {
    #expect(Set(CaseStanding.Phase.allCases.map(\.label.zh)).count == 7)
    #expect(Set(CaseStanding.Phase.allCases.map(\.label.en)).count == 7)
    #expect(Set(CaseStanding.Ending.allCases.map(\.label.zh)).count == 5)
    #expect(Set(CaseStanding.Ending.allCases.map(\.label.en)).count == 5)
    #expect(Set(Article.allCases.map(\.label.zh)).count == Article.allCases.count)
  }
}
