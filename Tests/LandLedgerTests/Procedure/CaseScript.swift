import LandKit

extension CalendarDate {
  /// A day written `2023-10-08`; tests fail on anything else.
  static func iso(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: .min)
  }
}

/// The figures of the shipped rulebook.
let lawful = RuleSelection.shipped.idleLandRules

/// A case as it is written down, event by event. Agreed start 2022-10-07, so idle from 2023-10-08;
/// price 1000 万元, so the fee is 200.
struct CaseScript {
  var ledgerCase: LedgerCase
  var events: [LedgerEvent] = []

  /// A case opened on 2024-03-01 with an idle area of 20 000 m².
  init(
    opened day: String = "2024-03-01", clause: String = "2(1)", causes: String? = nil,
    idleSince: String? = "2023-10-08"
  ) {
    ledgerCase = LedgerCase(id: "2024-0001", parcelID: "P1", openedBy: 1)
    ledgerCase.contractNo = "C1"
    ledgerCase.price = 1000
    ledgerCase.parcelArea = 20_000
    if clause == "2(1)" { ledgerCase.agreedStart = .iso("2022-10-07") }
    add(.opened, day) {
      $0.parcelID = "P1"
      $0.area = 20_000
      $0.clause = clause
      $0.idleSince = idleSince.map { .iso($0) }
      $0.causeSpans = causes.flatMap { CauseSpan.parse($0) }
      $0.auditState = "suspected"
    }
  }

  /// An event that is not recorded yet, with a document number where the kind asks for one.
  func event(
    _ kind: EventKind, _ day: String, reason: String? = nil,
    _ change: (inout EventDetails) -> Void = { _ in }
  ) -> LedgerEvent {
    let number = (events.last?.number ?? 0) + 1
    var event = LedgerEvent(
      number: number, caseID: ledgerCase.id, kind: kind, day: .iso(day), author: "张三",
      reason: reason, recordedAt: "\(day)T09:00:00+08:00")
    if kind.requiredDetails.contains(where: { $0.detail == .documentNo }) {
      event.document = LedgerDocument(number: "自然资〔\(number)〕号", day: .iso(day))
    }
    change(&event.details)
    return event
  }

  /// Writes an event down.
  @discardableResult
  mutating func add(
    _ kind: EventKind, _ day: String, reason: String? = nil,
    _ change: (inout EventDetails) -> Void = { _ in }
  ) -> Int {
    let event = event(kind, day, reason: reason, change)
    events.append(event)
    return event.number
  }

  /// Writes a correction down.
  @discardableResult
  mutating func correct(
    _ number: Int, on day: String = "2024-12-31", _ change: (inout EventDetails) -> Void
  ) -> Int {
    add(.correction, day, reason: "笔误") {
      $0.corrects = number
      change(&$0)
    }
  }

  /// From the notice to the finding, recorded and published; the finding on 2024-04-10.
  mutating func find(causes: String = "8-2:2023-01-01/", clause: String = "2(1)") {
    add(.investigationNotice, "2024-03-11")
    add(.statement, "2024-03-20")
    add(.investigation, "2024-03-25")
    add(.finding, "2024-04-10") {
      $0.area = 18_000
      $0.clause = clause
      $0.causeSpans = CauseSpan.parse(causes)
    }
    add(.systemRecord, "2024-04-12")
    add(.publication, "2024-04-15")
  }

  /// Plan and approval, so that a way of Art. 12 is open from 2024-06-01.
  mutating func plan() {
    add(.plan, "2024-05-10")
    add(.approval, "2024-06-01")
  }

  /// Notice of hearing and approval before a decision.
  mutating func hear(_ notice: String = "2024-05-10", _ approval: String = "2024-06-01") {
    add(.hearingNotice, notice)
    add(.hearing, notice)
    add(.approval, approval)
  }

  var history: CaseHistory { CaseHistory(of: ledgerCase, events: events) }

  func standing(_ day: String) -> CaseStanding {
    CaseStanding(of: ledgerCase, events: events, on: .iso(day), rules: lawful)
  }

  /// What stands against an event that is recorded on its own day, or another.
  func faults(_ event: LedgerEvent, recordedOn day: String? = nil) -> [ProcedureFault] {
    ProcedureCheck(rules: lawful).faults(
      recording: event, in: ledgerCase, events: events, on: day.map { .iso($0) } ?? event.day)
  }

  /// The same, of an event that is made here.
  func faults(
    _ kind: EventKind, _ day: String, reason: String? = nil,
    _ change: (inout EventDetails) -> Void = { _ in }
  ) -> [ProcedureFault] {
    faults(event(kind, day, reason: reason, change))
  }

  /// The faults of each event by what was written down before it.
  var faultsOnTheWay: [ProcedureFault] {
    var before = self
    before.events = []
    return events.flatMap { event in
      defer { before.events.append(event) }
      return before.faults(event)
    }
  }
}

extension [ProcedureFault] {
  var codes: [ProcedureFault.Code] { map(\.code) }
  var refusals: [ProcedureFault.Code] { filter { $0.severity == .refusal }.map(\.code) }

  /// The fault of a code.
  subscript(_ code: ProcedureFault.Code) -> ProcedureFault? { first { $0.code == code } }
}
