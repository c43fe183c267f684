import LandKit
import Testing

@Suite("what an audit opens") struct OpeningTests {
  private let record = OpeningRecord(
    day: .iso("2026-12-31"), author: "audit", recordedAt: "2026-12-31T10:00:00+08:00",
    firstNumber: 41)

  private func parcel(
    _ id: String, contract number: String? = "C1", area: Double? = 20_000,
    state: IdleAssessment.State = .suspected,
    _ change: (inout IdleAssessment, inout Contract) -> Void = { _, _ in }
  ) -> AuditedParcel {
    var idle = IdleAssessment(state: state)
    if state == .suspected {
      idle.clause = .notStarted
      idle.idleSince = .iso("2023-10-08")
      idle.startInForce = StartInForce(.iso("2022-10-07"), .agreed)
    }
    if state != .notIdle { idle.idleArea = 18_000 }
    var contract = Contract(source: .init(file: "contracts.csv", row: 1))
    contract.contractNo = number
    contract.holder = "甲公司"
    contract.price = 1000
    change(&idle, &contract)
    return AuditedParcel(
      parcelID: id, zoneID: "Z1", planarArea: area, contract: contract, idle: idle)
  }

  private func known(_ opened: CaseOpening, later: [LedgerEvent] = []) -> [KnownCase] {
    opened.opened.map { new in
      KnownCase(
        new.ledgerCase,
        CaseStanding(
          of: new.ledgerCase, events: new.events + later, on: record.day, rules: lawful))
    }
  }

  @Test("suspicions open cases, numbered within the year; other states do not")
  func opens() {
    let quiet: [IdleAssessment.State] = [.notApplicable, .notIdle, .unknown, .dueSoon]
    var numbers = CaseNumbers(["2026-0007", "2025-0100", "draft", "2026-x"])
    #expect(numbers.next(in: 2026) == "2026-0008" && numbers.next(in: 2027) == "2027-0001")
    var many = CaseNumbers(["2026-9999"])
    #expect(many.next(in: 2026) == "2026-10000")
    let opening = CaseOpening(
      [parcel("P1"), parcel("P2", contract: nil)] + quiet.map { parcel("Q", state: $0) },
      known: [], record: record)
    #expect(opening.opened.map(\.ledgerCase.id) == ["2026-0001", "2026-0002"])
    #expect(opening.events.map(\.number) == [41, 42] && opening.refreshed.isEmpty)
    let first = opening.opened[0]
    #expect(first.ledgerCase.openedBy == 41 && first.ledgerCase.agreedStart == .iso("2022-10-07"))
    #expect(first.ledgerCase.holder == "甲公司" && first.ledgerCase.price == 1000)
    let event = first.events[0]
    #expect(event.kind == .opened && event.day == record.day && event.caseID == "2026-0001")
    #expect(event.details.area == 18_000 && event.details.clause == "2(1)")
    #expect(event.details.idleSince == .iso("2023-10-08") && !event.isTakenOver)
    #expect(known(opening)[0].standing.phase == .suspected)
  }

  @Test("a later audit refreshes the open case, whatever it finds, and ends none")
  func refreshes() {
    let cases = known(CaseOpening([parcel("P1")], known: [], record: record))
    for state in IdleAssessment.State.allCases {
      let again = CaseOpening([parcel("P1", state: state)], known: cases, record: record)
      #expect(again.opened.isEmpty && again.refreshed.count == 1, "\(state)")
      #expect(again.refreshed.first?.details.auditState == state.rawValue)
      #expect(again.unmatched.isEmpty)
    }
    let other = CaseOpening(
      [parcel("P1", contract: "C2"), parcel("P9", contract: "C1")], known: cases, record: record)
    #expect(other.opened.map(\.ledgerCase.id) == ["2026-0002", "2026-0003"])
    #expect(other.unmatched == ["2026-0001"])
    // Where one side knows no number, the parcel decides.
    let bare = CaseOpening([parcel("P1", contract: nil)], known: cases, record: record)
    #expect(bare.opened.isEmpty && bare.refreshed.count == 1)
  }

  @Test("a case follows its parcel through a new number, and a number given away is another parcel")
  func renumbered() {
    let cases = known(CaseOpening([parcel("A")], known: [], record: record))
    let links = [
      LineageLink(earlier: "A", later: "B", kind: .renumbered, shareOfEarlier: 1, shareOfLater: 1),
      LineageLink(earlier: "X", later: "A", kind: .renumbered, shareOfEarlier: 1, shareOfLater: 1),
    ]
    let opening = CaseOpening(
      [parcel("A", contract: nil), parcel("B")], known: cases, links: links, record: record)
    #expect(opening.refreshed.map(\.details.parcelID) == ["B"])
    #expect(opening.opened.map(\.ledgerCase.parcelID) == ["A"])
    let standing = CaseStanding(
      of: cases[0].ledgerCase,
      events: CaseOpening([parcel("A")], known: [], record: record).events + [
        LedgerEvent(
          number: 99, caseID: "2026-0001", kind: .refreshed, day: record.day, author: "a",
          details: opening.refreshed[0].details, recordedAt: "")
      ], on: record.day, rules: lawful)
    #expect(standing.idleSince == .iso("2023-10-08") && standing.suspectedDay == record.day)
  }

  @Test("parts of a split parcel share the case; the idle area is the sum of idle parts")
  func split() throws {
    let first = CaseOpening([parcel("A")], known: [], record: record)
    let cases = known(first)
    let links = ["A1", "A2", "A3"].map {
      LineageLink(earlier: "A", later: $0, kind: .split, shareOfEarlier: 0.33, shareOfLater: 1)
    }
    var next = record
    next.day = .iso("2027-12-31")
    next.firstNumber = 50
    let opening = CaseOpening(
      [
        parcel("A1", area: 5000), parcel("A2", area: 6000),
        parcel("A3", area: 7000, state: .notIdle),
      ], known: cases, links: links, record: next)
    #expect(opening.opened.isEmpty)
    #expect(opening.refreshed.map(\.number) == [50, 51, 52])
    #expect(opening.refreshed.map(\.details.area) == [5000, 6000, nil])
    let standing = CaseStanding(
      of: cases[0].ledgerCase, events: first.events + opening.events, on: next.day, rules: lawful)
    #expect(standing.parts == ["A1", "A2", "A3"] && standing.parcelID == "A1")
    #expect(standing.idleArea == 11_000)
    // The same audit again, now by the new numbers, is the same.
    let again = CaseOpening(
      [parcel("A1", area: 5000), parcel("A2", area: 6000)],
      known: [KnownCase(cases[0].ledgerCase, standing)], links: links, record: next)
    #expect(again.opened.isEmpty && again.refreshed.count == 2)
  }

  @Test("merged parcels keep their cases apart")
  func merged() {
    let cases = known(CaseOpening([parcel("A"), parcel("B")], known: [], record: record))
    let links = ["A", "B"].map {
      LineageLink(earlier: $0, later: "AB", kind: .merged, shareOfEarlier: 1, shareOfLater: 0.5)
    }
    let opening = CaseOpening([parcel("AB")], known: cases, links: links, record: record)
    #expect(opening.opened.isEmpty)
    #expect(opening.refreshed.map(\.caseID) == ["2026-0001", "2026-0002"])
    #expect(opening.refreshed.map(\.details.parcelID) == ["AB", "AB"])
  }

  @Test("a finding of the register enters with its number and day")
  func identified() {
    let opening = CaseOpening(
      [
        parcel("P1", state: .identified) { idle, contract in
          idle.clause = .notStarted
          idle.idleSince = .iso("2023-10-08")
          idle.identifiedNo = "认〔2025〕1号"
          idle.identifiedDate = .iso("2025-05-06")
          contract.causeSpans = [CauseSpan(.own, from: .iso("2022-10-08"))]
          contract.systemRecordDate = .iso("2025-06-01")
        }
      ], known: [], record: record)
    let events = opening.events
    #expect(events.map(\.kind) == [.opened, .finding, .systemRecord])
    #expect(events.map(\.day) == ["2025-05-06", "2025-05-06", "2025-06-01"].map { .iso($0) })
    #expect(events.map(\.isTakenOver) == [false, true, true])
    #expect(opening.opened[0].ledgerCase.id == "2025-0001")
    let standing = known(opening)[0].standing
    #expect(standing.phase == .found && standing.identifiedNo == "认〔2025〕1号")
    #expect(standing.causeClass == .own && standing.isInSystem && standing.idleArea == 18_000)
    // Nothing stands against what is taken over but its own form.
    let check = ProcedureCheck(rules: lawful)
    let faults = check.faults(
      recording: events[1], in: opening.opened[0].ledgerCase, events: [events[0]], on: record.day)
    #expect(faults.isEmpty)
  }

  @Test(
    "a disposal of the register enters as an ended case",
    arguments: [
      (DisposalWay.start, CaseStanding.Ending.start), (.withdraw, .withdraw), (.buyback, .buyback),
      (.swap, .swap),
    ])
  func disposed(way: DisposalWay, ending: CaseStanding.Ending) {
    let disposed = parcel("P1", state: .disposed) { idle, contract in
      idle.disposalWay = way
      idle.disposedDate = .iso("2024-08-09")
      idle.identifiedNo = "认〔2023〕1号"
      idle.identifiedDate = .iso("2023-12-01")
      contract.systemRecordDate = .iso("2027-01-01")
    }
    let opening = CaseOpening([disposed], known: [], record: record)
    let cases = known(opening)
    #expect(cases[0].standing.ending == ending)
    #expect(cases[0].standing.endedDay == .iso("2024-08-09") && !cases[0].standing.isInSystem)
    #expect(cases[0].standing.identifiedDay == .iso("2023-12-01"))
    #expect(cases[0].standing.disposedArea == 18_000)
    // The register says the same next year: nothing new.
    let again = CaseOpening([disposed], known: cases, record: record)
    #expect(again.opened.isEmpty && again.refreshed.isEmpty)
    #expect(again.settled.map(\.caseID) == [cases[0].ledgerCase.id])
    // Idle again since a later day: another case.
    let idle = { (since: String) in
      CaseOpening(
        [self.parcel("P1") { idle, _ in idle.idleSince = .iso(since) }], known: cases,
        record: record)
    }
    #expect(idle("2024-08-09").opened.isEmpty && idle("2024-08-09").settled.count == 1)
    #expect(idle("2024-08-10").opened.map(\.ledgerCase.id) == ["2026-0001"])
  }

  @Test("an ended case is found again under a new number")
  func endedAndRenumbered() {
    let disposed = { (id: String) in
      self.parcel(id, state: .disposed) { idle, _ in
        idle.disposalWay = .start
        idle.disposedDate = .iso("2024-08-09")
      }
    }
    let first = CaseOpening([disposed("A")], known: [], record: record)
    let link = LineageLink(
      earlier: "A", later: "B", kind: .renumbered, shareOfEarlier: 1, shareOfLater: 1)
    let second = CaseOpening([disposed("B")], known: known(first), links: [link], record: record)
    #expect(second.opened.isEmpty && second.refreshed.map(\.details.parcelID) == ["B"])
    let third = CaseOpening(
      [disposed("B")], known: known(first, later: second.refreshed.map { renumber($0) }),
      record: record)
    #expect(third.opened.isEmpty && third.refreshed.isEmpty && third.settled.count == 1)
  }

  private func renumber(_ event: LedgerEvent) -> LedgerEvent {
    var event = event
    event.number += 100
    return event
  }
}
