import LandKit
import Testing

@Suite("Art. 12 and 14: which way is open") struct AgreementTests {
  private static let ways: [EventKind] = [.extension, .adjustment, .temporaryUse, .buyback, .swap]

  private func way(
    _ script: CaseScript, _ kind: EventKind, _ day: String = "2024-06-10", reason: String? = nil
  ) -> [ProcedureFault.Code] {
    script.faults(kind, day, reason: reason) {
      if kind == .extension || kind == .temporaryUse { $0.until = .iso("2025-01-01") }
    }.refusals
  }

  @Test("what every way of Art. 12 needs", arguments: ways)
  func needs(kind: EventKind) {
    var script = CaseScript(causes: "8-2:2023-01-01/")
    #expect(way(script, kind) == [.noFinding, .noPlan, .noApproval, .notInSystem])
    script.find()
    #expect(way(script, kind) == [.noPlan, .noApproval])
    script.add(.plan, "2024-05-10")
    #expect(way(script, kind) == [.noApproval])
    script.add(.approval, "2024-06-01")
    #expect(way(script, kind).isEmpty)
    #expect(way(script, kind, "2024-05-31").first == .noApproval)
    // The approval was of an earlier draft.
    script.add(.plan, "2024-06-05")
    #expect(way(script, kind) == [.noApproval])
    script.events.removeAll { $0.kind == .systemRecord }
    #expect(way(script, kind) == [.noApproval, .notInSystem])
  }

  @Test("causes decide the way; mixed ones with a reason", arguments: ways)
  func causes(kind: EventKind) {
    var own = CaseScript()
    own.find(causes: "own:2022-10-07/")
    own.plan()
    #expect(way(own, kind) == [.causeOwn])
    var mixed = CaseScript()
    mixed.find(causes: "8-6:2022-10-07/2023-06-01;own:2023-06-02/")
    mixed.plan()
    #expect(mixed.standing("2024-06-10").causeClass == .mixed)
    #expect(way(mixed, kind) == [.causeMixed])
    #expect(way(mixed, kind, reason: "政府原因为主").isEmpty)
    var force = CaseScript()
    force.find(causes: "8-fm:2022-10-07/")
    force.plan()
    #expect(way(force, kind).isEmpty)
    var unknown = CaseScript()
    unknown.find(causes: "own:2020-10-07/2021-01-01")
    unknown.plan()
    #expect(way(unknown, kind) == [.causeUnknown])
  }

  @Test("an extension of one year at most from the supplementary contract, once or in all")
  func extensions() {
    var script = CaseScript()
    script.find()
    script.plan()
    func extend(_ day: String, _ until: String) -> [ProcedureFault.Code] {
      script.faults(.extension, day) { $0.until = .iso(until) }.codes
    }
    #expect(extend("2024-06-10", "2025-06-10").isEmpty)
    #expect(extend("2024-06-10", "2025-06-11") == [.extensionTooLong])
    #expect(extend("2024-06-10", "2024-06-10") == [.newStartPast])
    #expect(extend("2024-06-10", "2024-06-11").isEmpty)
    script.add(.extension, "2024-06-10") { $0.until = .iso("2024-12-31") }
    script.add(.plan, "2024-12-01")
    script.add(.approval, "2024-12-02")
    #expect(extend("2024-12-03", "2025-06-10") == [.extendedBefore])
    #expect(extend("2024-12-03", "2025-06-11") == [.extendedBefore, .extensionTooLong])
    // A new idleness after the new clock has run out is another matter.
    #expect(script.standing("2026-01-01").phase == .found)
    script.add(.plan, "2026-01-02")
    script.add(.approval, "2026-01-03")
    #expect(extend("2026-01-04", "2027-01-04").isEmpty)
  }

  @Test("29 February: a year and two end with the month")
  func leapDays() {
    var script = CaseScript(opened: "2023-11-01")
    script.add(.investigationNotice, "2023-11-11")
    script.add(.investigation, "2023-11-12")
    script.add(.finding, "2023-12-01") {
      $0.area = 18_000
      $0.clause = "2(1)"
      $0.causeSpans = CauseSpan.parse("8-1:2022-10-08/")
    }
    script.add(.systemRecord, "2023-12-02")
    script.add(.plan, "2024-01-02")
    script.add(.approval, "2024-02-02")
    func until(_ kind: EventKind, _ day: String) -> [ProcedureFault.Code] {
      script.faults(kind, "2024-02-29") { $0.until = .iso(day) }.codes
    }
    #expect(until(.extension, "2025-02-28").isEmpty)
    #expect(until(.extension, "2025-03-01") == [.extensionTooLong])
    #expect(until(.temporaryUse, "2026-02-28").isEmpty)
    #expect(until(.temporaryUse, "2026-03-01") == [.temporaryUseTooLong])
    script.add(.extension, "2024-02-28") { $0.until = .iso("2024-02-29") }
    #expect(script.standing("2025-02-28").phase == .deferred)
    #expect(script.standing("2025-03-01").phase == .found)
    #expect(script.standing("2025-03-01").idleSince == .iso("2025-03-01"))
  }

  @Test("a swap is warned of, the more where no plan was revised")
  func swaps() {
    var script = CaseScript()
    script.find()
    script.plan()
    let revised = script.faults(.swap, "2024-06-10")
    #expect(revised.codes == [.swapConditions] && revised.first?.severity == .warning)
    var other = CaseScript()
    other.find(causes: "8-1:2022-10-08/")
    other.plan()
    let message = other.faults(.swap, "2024-06-10")[.swapConditions]?.message
    #expect(message?.en.contains("8-2") == true && revised.first?.message != message)
  }

  @Test("parts no greater than what is left")
  func parts() {
    var script = CaseScript()
    script.find()
    script.plan()
    #expect(script.faults(.buyback, "2024-06-10") { $0.area = 18_000 }.isEmpty)
    #expect(
      script.faults(.buyback, "2024-06-10") { $0.area = 18_000.5 }.codes == [.areaTooLarge])
  }

  // MARK: Art. 14

  private func fee(
    _ script: CaseScript, _ day: String = "2024-06-10", _ amount: Double = 200,
    reason: String? = nil
  ) -> [ProcedureFault.Code] {
    script.faults(.feeDecision, day, reason: reason) { $0.amount = amount }.codes
  }

  @Test("what both decisions need")
  func decisions() {
    var script = CaseScript(causes: "own:2022-10-07/")
    #expect(fee(script) == [.noFinding, .noHearingNotice, .noApproval])
    script.find(causes: "own:2022-10-07/")
    #expect(fee(script) == [.noHearingNotice, .noApproval])
    script.add(.hearingNotice, "2024-05-10")
    #expect(fee(script) == [.noApproval])
    script.add(.approval, "2024-06-01")
    #expect(fee(script).isEmpty)
    #expect(script.faults(.withdrawalDecision, "2024-10-07").codes == [.withdrawalNotRipe])
    #expect(script.faults(.withdrawalDecision, "2024-10-08").isEmpty)
    #expect(fee(script, "2024-10-07").isEmpty)
    #expect(fee(script, "2024-10-08") == [.feeInsteadOfWithdrawal])
  }

  @Test("withdrawal after two full years, 29 February included; an unknown clock is said")
  func clocks() {
    var script = CaseScript(opened: "2024-03-01", idleSince: nil)
    script.find(causes: "own:2022-10-07/")
    script.hear()
    script.ledgerCase.agreedStart = .iso("2024-02-29")
    #expect(script.faults(.withdrawalDecision, "2026-02-28").refusals.contains(.withdrawalNotRipe))
    #expect(!script.faults(.withdrawalDecision, "2026-03-01").codes.contains(.withdrawalNotRipe))
    script.ledgerCase.agreedStart = nil
    #expect(script.faults(.withdrawalDecision, "2026-03-01").refusals == [.clockUnknown])
    #expect(fee(script) == [.clockUnknown])
    // The first idle day tells where the clock stands.
    script.events[0].details.idleSince = .iso("2025-03-01")
    #expect(script.faults(.withdrawalDecision, "2026-02-28").refusals == [.withdrawalNotRipe])
    #expect(script.faults(.withdrawalDecision, "2026-03-01").isEmpty)
    #expect(fee(script, "2025-02-28").contains(.notDueYet))
    #expect(!fee(script, "2025-03-01").contains(.notDueYet))
  }

  @Test("causes of Art. 8 and land under Art. 2(2) bar Art. 14; mixed ones ask for a reason")
  func causesOfDecisions() {
    var government = CaseScript()
    government.find()
    government.hear()
    #expect(fee(government) == [.causeNotOwn])
    var mixed = CaseScript()
    mixed.find(causes: "8-6:2022-10-07/2023-06-01;own:2023-06-02/")
    mixed.hear()
    #expect(fee(mixed) == [.causeMixed])
    #expect(fee(mixed, reason: "自身原因为主").isEmpty)
    var started = CaseScript(clause: "2(2)")
    started.find(causes: "own:2022-10-07/", clause: "2(2)")
    started.hear()
    #expect(fee(started) == [.suspendedLand])
    #expect(started.faults(.withdrawalDecision, "2026-03-01").codes == [.suspendedLand])
  }

  @Test("the fee is a fifth of the price, to the second decimal, and once")
  func fees() {
    var script = CaseScript()
    script.find(causes: "own:2022-10-07/")
    script.hear()
    let wrong = script.faults(.feeDecision, "2024-06-10") { $0.amount = 150 }
    #expect(wrong.codes == [.feeAmount] && wrong.first?.clause == "Art. 14(1)")
    #expect(wrong.first?.message.en.contains("200 万元 due") == true)
    script.ledgerCase.price = 1000.033
    #expect(fee(script, "2024-06-10", 200.01).isEmpty)
    #expect(fee(script, "2024-06-10", 200.02) == [.feeAmount])
    script.ledgerCase.price = nil
    #expect(fee(script, "2024-06-10", 1) == [.priceUnknown])
    script.add(.feeDecision, "2024-06-10") { $0.amount = 200 }
    script.hear("2024-06-11", "2024-06-12")
    #expect(fee(script, "2024-06-13").contains(.feeDecided))
  }
}
