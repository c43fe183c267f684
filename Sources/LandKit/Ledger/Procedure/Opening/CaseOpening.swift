import LandCadastre
import LandIdleLand

/// What an audit brings into the ledger: new cases, and fresh looks at open ones. It never ends a
/// case; that takes a recorded event.
public struct CaseOpening: Sendable {
  /// A case to be opened, with its first events.
  public struct Opened: Hashable, Sendable {
    /// The case.
    public var ledgerCase: LedgerCase
    /// The opening, and what is taken over from the register.
    public var events: [LedgerEvent]
  }
  /// A parcel that the register shows as idle, or as disposed of, although its case has ended since:
  /// the register is behind, or the case was ended in error.
  public struct Settled: Hashable, Sendable {
    /// The parcel.
    public var parcelID: String
    /// The ended case.
    public var caseID: String
    /// What the audit came to.
    public var state: IdleAssessment.State
  }

  /// New cases in the order of the audited parcels.
  public private(set) var opened: [Opened] = []
  /// Events `refreshed`, one for each parcel that holds ground of an open case; of an ended one only
  /// where its parcels are numbered otherwise, so that it is found again later.
  public private(set) var refreshed: [LedgerEvent] = []
  /// Parcels whose ended case already answers what the audit found.
  public private(set) var settled: [Settled] = []
  /// Open cases that no audited parcel belongs to.
  public private(set) var unmatched: [String] = []

  /// All events in the order of their numbers.
  public var events: [LedgerEvent] {
    (opened.flatMap(\.events) + refreshed).sorted { $0.number < $1.number }
  }

  /// Decides about the parcels of an audit.
  ///
  /// One case stands for one parcel under one contract. A parcel belongs to a case if it is the
  /// case's parcel, or holds ground of it by a link, and their contract numbers do not differ. A
  /// parcel that was split keeps one case: each part is noted in an event of its own, all of the
  /// audit's day, and the idle area is the sum of the idle parts. Of merged parcels each case goes
  /// on by itself under the common number.
  ///
  /// What the register has already found or disposed of enters with the days of its documents, each
  /// such event bearing the audit's state (``LedgerEvent/isTakenOver``). After a case has ended, only
  /// idleness, a finding or a disposal of a later day opens another.
  ///
  /// - Parameters:
  ///   - parcels: all parcels of the audit, once for each contract.
  ///   - known: all cases of the ledger.
  ///   - links: from the survey by whose numbers the cases go to the audited one; none where the
  ///     survey is the same.
  ///   - record: how the events are written down.
  public init(
    _ parcels: [AuditedParcel], known: [KnownCase], links: [LineageLink] = [],
    record: OpeningRecord
  ) {
    let trace = ParcelTrace(links)
    let ordered = known.sorted { $0.ledgerCase.id < $1.ledgerCase.id }
    var ids = CaseNumbers(ordered.map(\.ledgerCase.id))
    // Cases by the parcels that hold their ground, so that each parcel looks at its own only.
    var casesOf: [String: [KnownCase]] = [:]
    for knownCase in ordered {
      for id in trace.parcels(from: knownCase.standing.parts) {
        casesOf[id, default: []].append(knownCase)
      }
    }
    var matches: [(parcel: AuditedParcel, knownCase: KnownCase)] = []
    var number = record.firstNumber
    for parcel in parcels {
      let candidates = (casesOf[parcel.parcelID] ?? []).filter { $0.isUnder(parcel.contract) }
      let open = Self.surest(candidates.filter { !$0.hasEnded }, parcel)
      let ended = Self.surest(candidates.filter(\.hasEnded), parcel)
      matches += (open + ended).map { (parcel, $0) }
      guard parcel.isOfConcern, open.isEmpty else { continue }
      if let last = ended.max(by: { $0.endedDay < $1.endedDay }),
        !parcel.isNew(since: last.endedDay)
      {
        settled.append(
          Settled(
            parcelID: parcel.parcelID, caseID: last.ledgerCase.id, state: parcel.idle.state))
        continue
      }
      opened.append(TakenOver(parcel, record).opened(&ids, &number))
    }
    let parts = Dictionary(grouping: matches) { $0.knownCase.ledgerCase.id }
    for (parcel, knownCase) in matches {
      let id = knownCase.ledgerCase.id
      let held = Set(parts[id]?.map(\.parcel.parcelID) ?? [])
      if knownCase.hasEnded, held == Set(knownCase.standing.parts) { continue }
      let isPart = held.count > 1
      refreshed.append(record.refreshed(parcel, id, isPart: isPart, number))
      number += 1
    }
    let open = ordered.filter { !$0.hasEnded }.map(\.ledgerCase.id)
    unmatched = open.filter { parts[$0] == nil }
  }

  /// Cases whose contract is surely the parcel's, or all where none is.
  private static func surest(_ cases: [KnownCase], _ parcel: AuditedParcel) -> [KnownCase] {
    let sure = cases.filter { $0.isSurelyUnder(parcel.contract) }
    return sure.isEmpty ? cases : sure
  }
}

extension KnownCase {
  var hasEnded: Bool { standing.phase == .ended }

  /// The day on which it ended; an open case has ended on none.
  var endedDay: CalendarDate { standing.endedDay ?? CalendarDate(dayNumber: .min) }
}

extension AuditedParcel {
  /// Whether what the audit found is later than the end of a case.
  func isNew(since ended: CalendarDate) -> Bool {
    switch idle.state {
    case .identified: idle.identifiedDate.map { $0 > ended } ?? false
    case .disposed: idle.disposedDate.map { $0 > ended } ?? false
    default: idle.idleSince.map { $0 > ended } ?? false
    }
  }
}

/// The ids of cases, `2026-0001`: the year of the suspicion and a number in it.
public struct CaseNumbers: Hashable, Sendable {
  private var last: [Int: Int] = [:]

  /// Goes on from the ids that there are; what does not read as one is left out.
  public init(_ ids: some Sequence<String>) {
    for id in ids {
      let parts = id.split(separator: "-").map { Int($0) }
      guard parts.count == 2, let year = parts[0], let number = parts[1] else { continue }
      last[year] = max(last[year] ?? 0, number)
    }
  }

  /// The next id of a year; a number takes four digits, or more where there are more.
  public mutating func next(in year: Int) -> String {
    let number = (last[year] ?? 0) + 1
    last[year] = number
    return Self.padded(year) + "-" + Self.padded(number)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
