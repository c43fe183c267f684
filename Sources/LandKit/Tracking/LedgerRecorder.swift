import LandCadastre
import LandGeometry
import LandLedger
import LandRulebook

/// Records events of cases, each held against the procedure before it is written. Several are
/// written together or not at all.
public struct LedgerRecorder: Sendable {
  /// An event to be recorded.
  public struct Entry: Sendable {
    /// The case.
    public var caseID: String
    /// What happened.
    public var kind: EventKind
    /// When.
    public var day: CalendarDate
    /// The document that shows it.
    public var document: LedgerDocument?
    /// What else is known.
    public var details: EventDetails
    /// Who writes it down.
    public var author: String
    /// Why, of a correction and of what is forced.
    public var reason: String?
    /// Whether it is recorded although the procedure speaks against it.
    public var isForced: Bool

    /// An event.
    public init(
      caseID: String, kind: EventKind, day: CalendarDate, document: LedgerDocument? = nil,
      details: EventDetails = EventDetails(), author: String, reason: String? = nil,
      isForced: Bool = false
    ) {
      self.caseID = caseID
      self.kind = kind
      self.day = day
      self.document = document
      self.details = details
      self.author = author
      self.reason = reason
      self.isForced = isForced
    }
  }
  /// An event that was recorded.
  public struct Recorded: Sendable {
    /// Its number.
    public var number: Int
    /// What was said against it.
    public var faults: [ProcedureFault]
    /// Where its case stands now.
    public var standing: CaseStanding
  }
  /// Why nothing was recorded.
  public enum Failure: Error {
    /// The procedure speaks against an entry, by its index.
    case refused(index: Int, [ProcedureFault])
    /// An event is forced and nobody says why.
    case noReason(index: Int)
  }

  private let asOf: CalendarDate
  private let rules: IdleLandRules

  /// A recorder.
  ///
  /// - Parameter asOf: the day of recording.
  public init(asOf: CalendarDate, rules: IdleLandRules) {
    self.asOf = asOf
    self.rules = rules
  }

  /// Records events in order, in one transaction. Throws ``Failure`` or `LedgerError`.
  public func record(_ entries: [Entry], in store: LedgerStore) throws -> [Recorded] {
    try store.write { writer in
      let cases = Dictionary(
        try writer.reader.cases().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var histories: [String: CaseHistory] = [:]
      var recorded: [Recorded] = []
      for (index, entry) in entries.enumerated() {
        let item = cases[entry.caseID]
        var event = LedgerEvent(
          number: 0, caseID: entry.caseID, kind: entry.kind, day: entry.day,
          document: entry.document, author: entry.author, reason: entry.reason,
          details: entry.details, recordedAt: RecordingClock.now())
        guard let item else {
          throw Failure.refused(
            index: index,
            ProcedureCheck(rules: rules).faults(recording: event, in: nil, events: [], on: asOf))
        }
        var history =
          try histories[item.id]
          ?? CaseHistory(of: item, events: writer.reader.events(of: item.id))
        let faults = ProcedureCheck(rules: rules).faults(
          recording: event, after: history, on: asOf)
        let refusals = faults.filter { $0.severity == .refusal }
        if !refusals.isEmpty {
          guard entry.isForced else { throw Failure.refused(index: index, faults) }
          guard entry.reason?.isEmpty == false else { throw Failure.noReason(index: index) }
          event.forced = refusals.map(\.mark)
        }
        event.number = try writer.append(event)
        history.append([event])
        histories[item.id] = history
        recorded.append(
          Recorded(
            number: event.number, faults: faults,
            standing: CaseStanding(of: history, on: asOf, rules: rules)))
      }
      try LedgerProjection(asOf: asOf, rules: rules).write(&writer)
      return recorded
    }
  }
}

extension ProcedureFault {
  /// What a forced event keeps of it: the clause, or where there is none what was wrong.
  fileprivate var mark: String { clause.isEmpty ? code.rawValue : clause }
}
