import LandKit
import Testing

@Suite("deadlines and reminders") struct DeadlineTests {
  private func running(_ script: CaseScript, _ day: String) -> [String] {
    Deadlines(rules: lawful).running(script.history, on: .iso(day)).map {
      "\($0.kind.rawValue) \($0.day) \($0.clause) \($0.actor.rawValue) \($0.daysLeft)\($0.isOverdue ? " overdue" : "")"
    }
  }

  @Test("investigation and answer, overdue the day after")
  func investigation() {
    var script = CaseScript()
    #expect(running(script, "2024-03-31") == ["investigate 2024-03-31 Art. 5 office 0"])
    #expect(running(script, "2024-04-01") == ["investigate 2024-03-31 Art. 5 office -1 overdue"])
    script.add(.investigationNotice, "2024-03-11")
    #expect(
      running(script, "2024-04-10") == [
        "investigate 2024-03-31 Art. 5 office -10 overdue", "answer 2024-04-10 Art. 5 user 0",
      ])
    script.add(.statement, "2024-04-10")
    #expect(running(script, "2024-04-10") == ["investigate 2024-03-31 Art. 5 office -10 overdue"])
    script.add(.investigation, "2024-04-11")
    #expect(running(script, "2024-04-11").isEmpty)
  }

  @Test("payment, deregistration and the day on which withdrawal opens")
  func decisions() {
    var script = CaseScript()
    script.find(causes: "own:2022-10-07/")
    #expect(
      running(script, "2024-04-20") == ["withdrawal 2024-10-07 Art. 14(2) office 170"])
    script.hear()
    script.add(.feeDecision, "2024-06-10") { $0.amount = 200 }
    #expect(
      running(script, "2024-07-11") == [
        "pay 2024-07-10 Art. 17 user -1 overdue", "withdrawal 2024-10-07 Art. 14(2) office 88",
      ])
    script.add(.feePaid, "2024-07-12") { $0.amount = 200 }
    #expect(
      running(script, "2024-10-08") == ["withdrawal 2024-10-07 Art. 14(2) office -1"])
    script.hear("2024-10-08", "2024-10-20")
    script.add(.withdrawalDecision, "2024-11-01")
    #expect(running(script, "2024-11-01") == ["deregister 2024-12-01 Art. 17 user 30"])
    script.add(.deregistration, "2024-12-01")
    #expect(running(script, "2024-12-01").isEmpty)
  }

  @Test("put off: the use's end, the new start, and the day before it is idle again")
  func deferred() {
    var script = CaseScript()
    script.find()
    #expect(running(script, "2024-04-20").isEmpty)
    script.plan()
    script.add(.temporaryUse, "2024-06-10") { $0.until = .iso("2025-06-10") }
    #expect(
      running(script, "2024-06-10") == [
        "temporary_use_end 2025-06-10 Art. 12(3) user 365",
        "idle_again 2026-06-10 Art. 2(1) office 730",
      ])
    script.add(.plan, "2025-05-01")
    script.add(.approval, "2025-05-02")
    script.add(.extension, "2025-05-03") { $0.until = .iso("2026-01-31") }
    #expect(
      running(script, "2026-02-01") == [
        "new_start 2026-01-31 Art. 12 user -1 overdue",
        "idle_again 2027-01-31 Art. 2(1) office 364",
      ])
  }

  @Test("many cases: the earliest first")
  func many() {
    let first = CaseScript()
    var second = CaseScript(opened: "2024-02-01")
    second.ledgerCase.id = "2024-0002"
    for index in second.events.indices { second.events[index].caseID = "2024-0002" }
    let all = Deadlines(rules: lawful).running(
      [first.history, second.history], on: .iso("2024-03-10"))
    #expect(all.map(\.caseID) == ["2024-0002", "2024-0001"])
    #expect(Set(Deadline.Kind.allCases.map(\.label.zh)).count == Deadline.Kind.allCases.count)
  }

  @Test("reminders from thirty days before, while nothing is done")
  func reminders() throws {
    let rules = try #require(try PatrolRules(.shipped, on: .iso("2025-01-01")))
    var contract = ContractDates(parcelID: "P1", contractNo: "C1")
    contract.start = .iso("2025-07-31")
    contract.finish = .iso("2025-08-02")
    contract.payments = [
      PaymentInstalment(.iso("2025-08-01"), 1200), PaymentInstalment(.iso("2026-08-01"), 800),
    ]
    func kinds(_ day: String) -> [String] {
      rules.reminders([contract], on: .iso(day)).map {
        "\($0.kind.rawValue) \($0.daysLeft) \($0.clause)"
      }
    }
    #expect(kinds("2025-06-30").isEmpty)
    #expect(kinds("2025-07-01") == ["start 30 职责五"])
    #expect(
      kinds("2025-07-03") == ["start 28 职责五", "payment 29 职责三", "finish 30 职责五"])
    #expect(kinds("2025-08-01").first == "start -1 职责五")
    contract.isStarted = true
    contract.isFinished = true
    #expect(kinds("2025-07-03") == ["payment 29 职责三"])
    let unknown = rules.reminders([contract], on: .iso("2025-07-03"))
    #expect(unknown.map(\.isPaidUnknown) == [true] && unknown[0].text.en.contains("unknown"))
    contract.paid = 1199.99
    #expect(kinds("2025-08-02") == ["payment -1 职责三"])
    contract.paid = 1200
    #expect(kinds("2025-08-02").isEmpty)
    #expect(kinds("2026-08-01") == ["payment 0 职责三"], "the first instalment is not enough")
    contract.paid = 2000
    #expect(kinds("2027-08-01").isEmpty)
    #expect(try PatrolRules(.shipped, on: .iso("2000-01-01")) == nil)
    #expect(Set(ContractReminder.Kind.allCases.map(\.label.zh)).count == 3)
  }
}
