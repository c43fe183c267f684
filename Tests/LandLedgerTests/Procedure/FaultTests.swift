import LandKit
import Testing

/// Each fault, met and not met at its limit.
@Suite("what stands against an event") struct FaultTests {
  @Test("a case has to be there, and open")
  func cases() {
    var script = CaseScript()
    let check = ProcedureCheck(rules: lawful)
    let notice = script.event(.investigationNotice, "2024-03-11")
    #expect(
      check.faults(recording: notice, in: nil, events: [], on: notice.day).codes == [.unknownCase])
    #expect(script.faults(.opened, "2024-03-11").codes == [.alreadyOpened])
    let survey = script.event(.survey, "2024-03-11")
    #expect(check.faults(recording: survey, in: nil, events: [], on: survey.day).isEmpty)
    script.find()
    script.add(.start, "2024-07-01")
    for kind in EventKind.allCases where !kind.isOfLedger && kind != .opened {
      let codes = script.faults(kind, "2024-07-02").codes
      let isOpenTo: [EventKind] = [
        .publicationWithdrawn, .systemRecord, .completion, .correction, .note, .refreshed,
      ]
      #expect(codes.contains(.caseEnded) == !isOpenTo.contains(kind), "\(kind)")
    }
    // A paper of an earlier day may still be entered in its place.
    #expect(script.faults(.objection, "2024-06-30").isEmpty)
    let early = script.faults(.start, "2024-05-01")
    #expect(early.codes == [.beforeLaterEvents])
  }

  @Test("days: not before the suspicion, not after the recording, no paper later than its service")
  func days() {
    let script = CaseScript()
    #expect(script.faults(.investigationNotice, "2024-03-01").isEmpty)
    let early = script.faults(.investigationNotice, "2024-02-29")
    #expect(early.codes == [.beforeSuspicion] && early.first?.clause == "Art. 5")
    let event = script.event(.investigationNotice, "2024-03-11")
    #expect(script.faults(event, recordedOn: "2024-03-10").codes == [.inFuture])
    #expect(script.faults(event, recordedOn: "2024-03-11").isEmpty)
    var later = event
    later.document?.day = .iso("2024-03-12")
    #expect(script.faults(later).codes == [.documentLater])
    var nobody = event
    nobody.author = ""
    #expect(script.faults(nobody).codes == [.authorMissing])
  }

  @Test("details that the kind asks for, each by itself", arguments: EventKind.allCases)
  func details(kind: EventKind) {
    guard !kind.isOfLedger else { return }
    var bare = CaseScript().event(kind, "2024-03-11")
    bare.document = nil
    let missing = CaseScript().faults(bare).filter { $0.code == .detailMissing }
    #expect(missing.count == kind.requiredDetails.count)
    for (fault, required) in zip(missing, kind.requiredDetails) {
      #expect(fault.article == required.article && fault.severity == .refusal)
      #expect(fault.message.en.contains(required.detail.rawValue))
    }
  }

  @Test("figures have to be positive, the paragraph one of Art. 2")
  func invalid() {
    let script = CaseScript()
    #expect(script.faults(.note, "2024-03-11") { $0.area = 0 }.codes == [.detailInvalid])
    #expect(script.faults(.note, "2024-03-11") { $0.amount = .nan }.codes == [.detailInvalid])
    #expect(script.faults(.note, "2024-03-11") { $0.clause = "2(3)" }.codes == [.detailInvalid])
    #expect(script.faults(.note, "2024-03-11") { $0.clause = "2(2)" }.isEmpty)
  }

  @Test("thirty days to investigate and to answer: late is said, not refused")
  func investigation() {
    var script = CaseScript()
    #expect(script.faults(.investigationNotice, "2024-03-31").isEmpty)
    let late = script.faults(.investigationNotice, "2024-04-01")
    #expect(late.codes == [.noticeLate] && late.refusals.isEmpty)
    #expect(late.first?.message.en.hasPrefix("31 days") == true)
    #expect(script.faults(.statement, "2024-03-20").codes == [.noNotice])
    #expect(script.faults(.investigation, "2024-03-20").codes == [.noNotice])
    #expect(script.faults(.notIdle, "2024-03-20").codes == [.noNotice, .noInvestigation])
    script.add(.investigationNotice, "2024-03-11")
    #expect(script.faults(.statement, "2024-04-10").isEmpty)
    #expect(script.faults(.statement, "2024-04-11").codes == [.statementLate])
    #expect(script.faults(.investigation, "2024-03-31").isEmpty)
    #expect(script.faults(.investigation, "2024-04-01").codes == [.investigationLate])
    #expect(script.faults(.notIdle, "2024-03-20").codes == [.noInvestigation])
  }

  private func finding(_ script: CaseScript, _ day: String, area: Double = 20_000)
    -> [ProcedureFault]
  {
    script.faults(.finding, day) {
      $0.area = area
      $0.clause = "2(1)"
      $0.causeSpans = CauseSpan.parse("own:2022-10-07/")
    }
  }

  @Test("a finding needs an investigation, idleness, and to be the first")
  func findings() {
    var script = CaseScript()
    #expect(finding(script, "2024-03-20").codes == [.noNotice, .noInvestigation])
    script.find()
    script.events.removeLast(3)
    #expect(finding(script, "2024-04-10").isEmpty)
    #expect(finding(script, "2024-04-10", area: 20_000.01).codes == [.areaTooLarge])
    script.ledgerCase.agreedStart = .iso("2023-04-10")
    #expect(finding(script, "2024-04-10").codes == [.notDueYet])
    #expect(finding(script, "2024-04-11").isEmpty)
    // The corresponding day of a 29 February is the month's end.
    script.ledgerCase.agreedStart = .iso("2024-02-29")
    #expect(finding(script, "2025-02-28").codes == [.notDueYet])
    #expect(finding(script, "2025-03-01").isEmpty)
    var found = CaseScript()
    found.find()
    #expect(finding(found, "2024-05-01").codes == [.alreadyFound])
    #expect(found.faults(.notIdle, "2024-05-01").codes == [.alreadyFound])
  }

  @Test("what needs a finding", arguments: [EventKind.publication, .plan, .hearingNotice])
  func needsFinding(kind: EventKind) {
    var script = CaseScript()
    #expect(script.faults(kind, "2024-04-09").codes == [.noFinding])
    script.find()
    #expect(script.faults(kind, "2024-04-09").codes == [.noFinding])
    #expect(script.faults(kind, "2024-04-10").isEmpty)
  }

  @Test("approval of what, hearing after what notice")
  func preparation() {
    var script = CaseScript()
    script.find()
    #expect(script.faults(.approval, "2024-05-01").codes == [.noPlan])
    #expect(script.faults(.hearing, "2024-05-01").codes == [.noHearingNotice])
    script.add(.hearingNotice, "2024-05-01")
    #expect(script.faults(.approval, "2024-05-01").isEmpty)
    #expect(script.faults(.hearing, "2024-05-01").isEmpty)
  }

  @Test("payment and deregistration: after a decision, within thirty days, not above the fee")
  func performance() {
    var script = CaseScript()
    script.find(causes: "own:2022-10-07/")
    script.hear()
    let pay = { (script: CaseScript, day: String, amount: Double) in
      script.faults(.feePaid, day) { $0.amount = amount }
    }
    #expect(pay(script, "2024-06-05", 200).codes == [.noDecision])
    script.add(.feeDecision, "2024-06-10") { $0.amount = 200 }
    #expect(pay(script, "2024-06-09", 200).codes == [.noDecision])
    #expect(pay(script, "2024-07-10", 200).isEmpty)
    let late = pay(script, "2024-07-11", 200)
    #expect(late.codes == [.paymentLate] && late.refusals.isEmpty)
    #expect(pay(script, "2024-06-20", 200.01).refusals == [.paidTooMuch])
    script.add(.feePaid, "2024-06-20") { $0.amount = 199 }
    #expect(pay(script, "2024-06-21", 1.5).refusals == [.paidTooMuch])
    #expect(pay(script, "2024-06-21", 1).isEmpty)

    #expect(script.faults(.deregistration, "2024-11-01").codes == [.noDecision])
    script.hear("2024-10-08", "2024-10-20")
    script.add(.withdrawalDecision, "2024-11-01")
    #expect(script.faults(.deregistration, "2024-12-01").isEmpty)
    #expect(script.faults(.deregistration, "2024-12-02").codes == [.deregistrationLate])
    #expect(script.faults(.start, "2024-11-02").refusals == [.startAfterWithdrawal])
  }

  @Test("completion after a start; published until the end")
  func afterwards() {
    var script = CaseScript()
    script.find()
    #expect(script.faults(.completion, "2024-06-01").codes == [.noStart])
    #expect(script.faults(.publicationWithdrawn, "2024-06-01").codes == [.notEnded])
    script.add(.start, "2024-06-01")
    #expect(script.faults(.publicationWithdrawn, "2024-06-01").isEmpty)
    #expect(script.faults(.completion, "2024-06-01").isEmpty)
    script.add(.publicationWithdrawn, "2024-06-02")
    #expect(script.faults(.publicationWithdrawn, "2024-06-03").codes == [.notPublished])
  }

  @Test("every fault speaks both languages")
  func texts() {
    let script = CaseScript()
    for kind in EventKind.allCases where !kind.isOfLedger {
      for fault in script.faults(kind, "2024-02-01") {
        #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty)
        #expect(fault.clause == fault.article?.rawValue ?? "")
      }
    }
  }
}
