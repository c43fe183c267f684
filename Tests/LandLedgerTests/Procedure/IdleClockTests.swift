import LandKit
import Testing

/// Months idle against the clocks of the audit.
@Suite("the ledger's clock and the audit's") struct IdleClockTests {
  private func contract(_ change: (inout Contract) -> Void) -> Contract {
    var contract = Contract(source: .init(file: "contracts.csv", row: 1))
    contract.contractNo = "C1"
    contract.startState = .notStarted
    change(&contract)
    return contract
  }

  private func audit(_ contract: Contract, _ day: CalendarDate) -> IdleAssessment {
    ParcelAssessor(rules: lawful, options: IdleOptions(asOf: day)).assess(
      parcel: ParcelFacts(parcelID: "P1"), contracts: [contract]
    ).idle
  }

  @Test("found land: the same first day, months and cause class", arguments: 0..<200)
  func months(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 31 &+ 5)
    let start = CalendarDate.iso("2020-01-31").adding(days: Int.random(in: 0...800, using: &dice))
    let found = start.adding(years: 1).adding(days: Int.random(in: 2...400, using: &dice))
    let day = found.adding(days: Int.random(in: 0...900, using: &dice))
    let spans = [
      CauseSpan(.own, from: start.adding(days: 10), to: start.adding(days: 200)),
      CauseSpan(.petitions, from: start.adding(days: 30 * seed)),
    ]
    let contract = contract {
      $0.agreedStartDate = start
      $0.identifiedNo = "1"
      $0.identifiedDate = found
      $0.causeSpans = spans
    }
    let idle = audit(contract, day)
    var script = CaseScript(
      opened: "\(found)",
      idleSince: seed % 2 == 0 ? nil : "\(start.adding(years: 1).adding(days: 1))")
    script.ledgerCase.agreedStart = start
    script.add(.finding, "\(found)") {
      $0.area = 1
      $0.clause = "2(1)"
      $0.causeSpans = spans
    }
    let standing = script.standing("\(day)")
    #expect(idle.state == .identified)
    #expect(standing.idleMonths == idle.idleMonths && standing.idleSince == idle.idleSince)
    #expect(standing.causeClass == idle.causeClass)
  }

  @Test("until it ended, and again from the new clock")
  func ended() {
    var script = CaseScript()
    script.find()
    #expect(script.standing("2024-04-15").idleMonths == 6)
    #expect(script.standing("2024-05-06").idleMonths == 6)
    #expect(script.standing("2024-05-07").idleMonths == 7)
    script.plan()
    script.add(.extension, "2024-06-10") { $0.until = .iso("2025-06-10") }
    #expect(script.standing("2025-12-31").idleMonths == 8)
    let contract = contract {
      $0.agreedStartDate = .iso("2022-10-07")
      $0.amendedStartDate = .iso("2025-06-10")
      $0.amendmentDate = .iso("2024-06-10")
    }
    for day in ["2026-06-11", "2026-07-09", "2026-07-10", "2027-06-10"] {
      let standing = script.standing(day)
      let idle = audit(contract, .iso(day))
      #expect(standing.phase == .found && idle.state == .suspected)
      #expect(standing.idleMonths == idle.idleMonths && standing.idleSince == idle.idleSince)
    }
    #expect(audit(contract, .iso("2026-06-10")).state == .dueSoon)
    #expect(script.standing("2026-06-10").phase == .deferred)
    script.add(.start, "2026-08-10")
    #expect(script.standing("2030-01-01").idleMonths == 2)
  }
}
