import LandCadastre
import LandIdleLand

/// How the events of an audit are written down.
public struct OpeningRecord: Hashable, Sendable {
  /// The day of the audit.
  public var day: CalendarDate
  /// Who ran it.
  public var author: String
  /// When it is written down, ISO 8601 with the offset of Shanghai.
  public var recordedAt: String
  /// Number of the first event.
  public var firstNumber: Int

  /// How events are written down.
  public init(day: CalendarDate, author: String, recordedAt: String, firstNumber: Int) {
    self.day = day
    self.author = author
    self.recordedAt = recordedAt
    self.firstNumber = firstNumber
  }

  /// A fresh look at an open case. A part of a split parcel brings its measured area: the contract's
  /// is that of the whole.
  func refreshed(
    _ parcel: AuditedParcel, _ caseID: String, isPart: Bool, _ number: Int
  ) -> LedgerEvent {
    var details = parcel.auditDetails
    if isPart { details.area = details.area == nil ? nil : parcel.planarArea }
    return event(.refreshed, caseID, day, details, number)
  }

  func event(
    _ kind: EventKind, _ caseID: String, _ day: CalendarDate, _ details: EventDetails,
    _ number: Int, document: LedgerDocument? = nil
  ) -> LedgerEvent {
    LedgerEvent(
      number: number, caseID: caseID, kind: kind, day: day, document: document, author: author,
      details: details, recordedAt: recordedAt)
  }
}

extension AuditedParcel {
  /// What the audit says of it. Of land that is not idle there is no idle area.
  var auditDetails: EventDetails {
    var details = EventDetails()
    details.parcelID = parcelID
    details.auditState = idle.state.rawValue
    details.idleSince = idle.idleSince
    if let spans = contract?.causeSpans, !spans.isEmpty { details.causeSpans = spans }
    guard isOfConcern else { return details }
    details.area = idle.idleArea
    details.clause = idle.clause?.rawValue
    return details
  }
}

/// A new case with what its register already holds.
struct TakenOver {
  private let parcel: AuditedParcel
  private let record: OpeningRecord

  init(_ parcel: AuditedParcel, _ record: OpeningRecord) {
    self.parcel = parcel
    self.record = record
  }

  private var idle: IdleAssessment { parcel.idle }

  /// The finding: only where number and day are known.
  private var finding: (number: String, day: CalendarDate)? {
    guard let number = idle.identifiedNo, let day = idle.identifiedDate else { return nil }
    return (number, day)
  }

  /// The disposal that ended it.
  private var disposal: (kind: EventKind, day: CalendarDate)? {
    guard idle.state == .disposed, let day = idle.disposedDate else { return nil }
    switch idle.disposalWay {
    case .start: return (.start, day)
    case .withdraw: return (.deregistration, day)
    case .buyback: return (.buyback, day)
    case .swap: return (.swap, day)
    case .extend, .adjust, .temporary, .fee, .other, nil: return nil
    }
  }

  /// The case and its events. What was found or disposed of before the audit was suspected by then,
  /// so the opening bears the day of the first document.
  func opened(_ ids: inout CaseNumbers, _ number: inout Int) -> CaseOpening.Opened {
    let day = min(record.day, finding?.day ?? record.day, disposal?.day ?? record.day)
    let id = ids.next(in: day.components.year)
    var ledgerCase = LedgerCase(id: id, parcelID: parcel.parcelID, openedBy: number)
    let contract = parcel.contract
    ledgerCase.zoneID = parcel.zoneID ?? contract?.zoneID
    ledgerCase.contractNo = contract?.contractNo
    ledgerCase.supervisionNo = contract?.supervisionNo
    ledgerCase.holder = contract?.holder
    ledgerCase.location = contract?.location
    ledgerCase.landUse = contract?.landUse
    ledgerCase.parcelArea = parcel.planarArea
    ledgerCase.price = contract?.price
    ledgerCase.agreedStart = idle.startInForce?.day
    ledgerCase.agreedFinish = contract?.agreedFinishDate

    var events: [LedgerEvent] = []
    func add(
      _ kind: EventKind, _ day: CalendarDate, _ details: EventDetails,
      document: LedgerDocument? = nil
    ) {
      events.append(record.event(kind, id, day, details, number, document: document))
      number += 1
    }
    var taken = EventDetails()
    taken.auditState = idle.state.rawValue
    add(.opened, day, parcel.auditDetails)
    if let finding {
      var details = parcel.auditDetails
      details.parcelID = nil
      add(
        .finding, finding.day, details,
        document: LedgerDocument(number: finding.number, day: finding.day))
    }
    if let day = contract?.systemRecordDate, day <= record.day, finding != nil || disposal != nil {
      add(.systemRecord, day, taken)
    }
    if let disposal {
      var details = taken
      details.area = idle.disposedArea
      add(disposal.kind, disposal.day, details)
    }
    return CaseOpening.Opened(ledgerCase: ledgerCase, events: events)
  }
}
