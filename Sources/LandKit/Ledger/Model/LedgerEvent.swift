import LandCadastre

/// Something that happened, as the ledger keeps it. Events are never changed; one that was wrong is
/// followed by a correction.
public struct LedgerEvent: Hashable, Sendable {
  /// Its number in the ledger, from 1 without gaps.
  public var number: Int
  /// The case; nil for events of the ledger itself.
  public var caseID: String?
  /// What happened.
  public var kind: EventKind
  /// The day on which it happened: for a document, the day it was served.
  public var day: CalendarDate
  /// The document that shows it.
  public var document: LedgerDocument?
  /// Who wrote it down.
  public var author: String
  /// Why, where that has to be said: of a correction, and of what was forced.
  public var reason: String?
  /// What was accepted although it breaks the order or a limit: the clauses.
  public var forced: [String]
  /// What else is known of it.
  public var details: EventDetails
  /// When it was written down, ISO 8601 with the offset of Shanghai.
  public var recordedAt: String

  /// An event.
  public init(
    number: Int, caseID: String?, kind: EventKind, day: CalendarDate,
    document: LedgerDocument? = nil, author: String, reason: String? = nil, forced: [String] = [],
    details: EventDetails = EventDetails(), recordedAt: String
  ) {
    self.number = number
    self.caseID = caseID
    self.kind = kind
    self.day = day
    self.document = document
    self.author = author
    self.reason = reason
    self.forced = forced
    self.details = details
    self.recordedAt = recordedAt
  }
}

/// A document of a case.
public struct LedgerDocument: Hashable, Sendable {
  /// Its number, 文号.
  public var number: String
  /// Its day; nil where it is not known.
  public var day: CalendarDate?
  /// Name of its file, without the folder.
  public var fileName: String?
  /// SHA-256 of its file in hexadecimal.
  public var sha256: String?

  /// A document.
  public init(
    number: String, day: CalendarDate? = nil, fileName: String? = nil, sha256: String? = nil
  ) {
    self.number = number
    self.day = day
    self.fileName = fileName
    self.sha256 = sha256
  }
}

/// What is known of an event beside its day and document. Nil is not known, or does not belong to
/// the kind.
public struct EventDetails: Hashable, Sendable {
  /// The parcel as it is numbered then.
  public var parcelID: String?
  /// Idle area, or area disposed of, m².
  public var area: Double?
  /// An amount, 万元: the fee decided or paid, the price of a buy-back.
  public var amount: Double?
  /// The paragraph of Art. 2: `2(1)` or `2(2)`.
  public var clause: String?
  /// The first idle day.
  public var idleSince: CalendarDate?
  /// Spans of causes, as `cause_spans` of a contract writes them.
  public var causeSpans: [CauseSpan]?
  /// A new agreed start (extension), or the last day of a temporary use.
  public var until: CalendarDate?
  /// The idle state that an audit came to (`suspected`, `identified`, …).
  public var auditState: String?
  /// Of a correction: the number of the event that it corrects.
  public var corrects: Int?
  /// Of a correction: whether that event did not happen at all.
  public var voids: Bool?
  /// Of a correction: the day on which that event really happened.
  public var rightDay: CalendarDate?
  /// Of a closed year: which.
  public var year: Int?
  /// A remark.
  public var text: String?

  /// Nothing known.
  public init() {}
}
