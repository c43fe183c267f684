import LandAudit
import LandCadastre
import LandCompliance
import LandGeometry
import LandIdleLand
import LandLayers
import LandLedger
import LandProjection
import LandReport
import LandRulebook
import LandSurvey

/// Brings a ledger up to date by an audit: takes the parcels in as a survey, matches them with the
/// last one, opens cases for new suspicions and looks at open ones again. It never ends a case.
public struct LedgerUpdate {
  /// How it is done.
  public struct Options: Sendable {
    /// The year of the survey.
    public var year: Int
    /// Who does it.
    public var author: String
    /// Whether a survey that differs too much from the last one is taken in all the same.
    public var acceptsDrift = false
    /// What differs too much.
    public var limits = SurveyDrift.Limits()

    /// Options with the usual limits.
    public init(year: Int, author: String) {
      self.year = year
      self.author = author
    }
  }
  /// What came of it.
  public struct Outcome: Sendable {
    /// The survey.
    public var survey: SurveyRecord
    /// Links to the last survey by kind; empty for the first survey.
    public var links: [LineageLink]
    /// What the matching could not decide by ground.
    public var notices: [LineageNotice]
    /// How the survey differs from the last one; nil for the first.
    public var drift: SurveyDrift?
    /// Cases that were opened.
    public var opened: [LedgerCase]
    /// Events `refreshed`.
    public var refreshed: Int
    /// Parcels that the register shows as idle although their case has ended.
    public var settled: [CaseOpening.Settled]
    /// Open cases that no parcel belongs to any more.
    public var unmatched: [String]
    /// Payments agreed on that cannot be read (D403), so that no reminder can be given of them.
    public var unreadable: [Finding]
  }
  /// Why a ledger is not brought up to date; it is as it was before.
  public enum Failure: Error {
    /// The parcels have no way to CGCS2000 longitude and latitude.
    case system(file: String, name: String)
    /// The audit's day is before that of the last survey.
    case backwards(last: CalendarDate, asOf: CalendarDate)
    /// The survey differs from the last one beyond the limits.
    case drift([SurveyDrift.Breach])
    /// Somebody wrote to the ledger meanwhile.
    case overtaken
  }

  private let run: AuditRun
  private let options: Options

  /// An update by an audit whose inputs are read.
  public init(_ run: AuditRun, options: Options) {
    self.run = run
    self.options = options
  }

  /// Brings a ledger up to date in one transaction. Throws ``Failure`` or `LedgerError`.
  public func update(_ store: LedgerStore, sha256: String) throws -> Outcome {
    let asOf = run.options.asOf
    guard let geometry = run.inputs.parcels.inDegrees else {
      throw Failure.system(
        file: run.inputs.parcels.layer.file, name: run.inputs.parcels.system.name)
    }
    let ids = (0..<run.survey.parcels.count).map { run.survey.parcelID($0) }
    let before = try store.read { reader in
      (
        book: try LedgerBook(reader, asOf: asOf, rules: run.options.rules.idleLandRules),
        head: try reader.head(), surveys: try reader.surveys(),
        last: try reader.surveys().last.map { try reader.parcels(of: $0.number) }
      )
    }
    if let last = before.surveys.last?.record, asOf < last.day {
      throw Failure.backwards(last: last.day, asOf: asOf)
    }
    let survey = record(ids.count, sha256)
    var lineage = SurveyLineage()
    var drift: SurveyDrift?
    if let last = before.last, let record = before.surveys.last?.record {
      lineage = ParcelMatching(workers: run.options.survey.workers).match(
        SurveyGround(ids: last.parcels.map(\.id), polygons: last.geometry),
        with: SurveyGround(ids: ids, polygons: geometry))
      let found = SurveyDrift(
        last: record, new: survey, lineage: lineage, limits: options.limits)
      if !found.isWithinLimits, !options.acceptsDrift { throw Failure.drift(found.breaches) }
      drift = found
    }

    let followed = Self.followed(before.book, lineage.links)
    let audited = run.surveyed(following: followed)
    let opening = CaseOpening(
      Self.parcels(audited), known: before.book.standing.map { KnownCase($0.item, $0.standing) },
      links: lineage.links,
      record: OpeningRecord(
        day: asOf, author: options.author, recordedAt: RecordingClock.now(),
        firstNumber: before.head.number + 3))
    let taken = audited.parcels.enumerated().map { index, parcel in
      var taken = SurveyedParcel(index: index, id: parcel.id, idleState: parcel.state.rawValue)
      taken.zoneID = parcel.zoneID
      taken.landUse = parcel.landUse
      taken.area = parcel.area
      return taken
    }
    let dates = Self.dates(run, audited)
    let manifest = String(decoding: Manifest(run, audited.summary).json(), as: UTF8.self)
    try store.write { writer in
      guard try writer.reader.head() == before.head else { throw Failure.overtaken }
      try writer.add(survey, parcels: taken, geometry: geometry, lineage: lineage.links)
      try writer.append(event(.survey))
      _ = try writer.add(
        RunRecord(asOf: asOf, rulebooks: run.options.rules.all.map(\.id), manifest: manifest))
      try writer.append(event(.run))
      for opened in opening.opened { try writer.add(opened.ledgerCase) }
      for event in opening.events { try writer.append(event) }
      try Self.settings(run, &writer, before.book)
      try writer.set(contracts: dates, on: asOf)
      try LedgerProjection(asOf: asOf, rules: run.options.rules.idleLandRules)
        .write(&writer, parcels: taken, geometry: geometry)
    }
    return Outcome(
      survey: survey, links: lineage.links, notices: lineage.notices, drift: drift,
      opened: opening.opened.map(\.ledgerCase), refreshed: opening.refreshed.count,
      settled: opening.settled, unmatched: opening.unmatched,
      unreadable: (run.inputs.contracts?.findings ?? []).filter {
        $0.code == .valueUnreadable && $0.field == Field.paymentSchedule.rawValue
      })
  }

  private func record(_ count: Int, _ sha256: String) -> SurveyRecord {
    let areas = run.survey.parcels.planarArea
    return SurveyRecord(
      year: options.year, day: run.options.asOf,
      fileName: FileName.last(run.inputs.parcels.layer.file), sha256: sha256, parcelCount: count,
      totalArea: areas.reduce(0) { $0 + ($1.isFinite ? $1 : 0) },
      columns: run.inputs.parcels.layer.attributes.names)
  }

  private func event(_ kind: EventKind) -> LedgerEvent {
    LedgerEvent(
      number: 0, caseID: nil, kind: kind, day: run.options.asOf, author: options.author,
      recordedAt: RecordingClock.now())
  }

  /// The parcels that hold ground of any case, as they are numbered in the new survey.
  private static func followed(_ book: LedgerBook, _ links: [LineageLink]) -> Set<String> {
    var parts: Set<String> = []
    for (_, standing) in book.standing { parts.formUnion(standing.parts) }
    var followed = parts
    for link in links {
      if let from = link.earlier, parts.contains(from), let to = link.later { followed.insert(to) }
    }
    return followed
  }

  /// One entry for each contract of a parcel, or one without.
  private static func parcels(_ audited: AuditedSurvey) -> [AuditedParcel] {
    audited.rows.flatMap { row -> [AuditedParcel] in
      let contracts = row.assessment.contracts
      guard !contracts.isEmpty else {
        return [
          AuditedParcel(
            parcelID: row.id, zoneID: row.zoneID, planarArea: row.layer.planarArea,
            idle: row.idle)
        ]
      }
      return contracts.map { contract in
        AuditedParcel(
          parcelID: row.id, zoneID: row.zoneID, planarArea: row.layer.planarArea,
          contract: contract.contract, idle: contract.idle)
      }
    }
  }
}
