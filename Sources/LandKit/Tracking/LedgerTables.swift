import LandCadastre
import LandIdleLand
import LandLedger
import LandReport

/// The cases and events of a ledger as machine tables.
enum LedgerTables {
  private typealias Linked = (event: LedgerEvent, link: EventLink?)
  private typealias Standing = (item: LedgerCase, standing: CaseStanding)

  /// `cases.csv`: one row a case, as it stands.
  static func cases(_ book: LedgerBook) -> [UInt8] { csv(caseColumns, book.standing) }

  /// `events.csv`: every event, in order.
  ///
  /// - Parameter links: how each event stands in the chain, by its number.
  static func events(_ book: LedgerBook, links: [Int: EventLink]) -> [UInt8] {
    csv(eventColumns, book.events.map { ($0, links[$0.number]) })
  }

  private static func csv<Row>(_ columns: [Column<Row>], _ rows: [Row]) -> [UInt8] {
    let writer = TableWriter(columns)
    return writer.csvHeader() + writer.csv(rows)
  }

  private static var caseColumns: [Column<Standing>] {
    let (opened, fold) = ("Ledger/Model/LedgerCase.swift", "Ledger/Procedure/Standing")
    return [
      Column("case", opened) { .code($0.item.id) },
      Column("opened_as", opened) { .code($0.item.parcelID) },
      Column("parcels", fold) { .list($0.standing.parts) },
      Column("zone_id", opened) { .code($0.item.zoneID ?? "") },
      Column("contract_no", opened) { .code($0.item.contractNo ?? "") },
      Column("supervision_no", opened) { .code($0.item.supervisionNo ?? "") },
      Column("holder", opened) { .text($0.item.holder ?? "") },
      Column("phase", fold) { .code($0.standing.phase.rawValue) },
      Column("suspected_date", fold) { .day($0.standing.suspectedDay) },
      Column("identified_no", fold) { .text($0.standing.identifiedNo ?? "") },
      Column("identified_date", fold) { day($0.standing.identifiedDay) },
      Column("clause", fold) { .code($0.standing.clause ?? "") },
      Column("idle_since", fold) { day($0.standing.idleSince) },
      Column("idle_months", fold) { $0.standing.idleMonths.map { .integer($0) } ?? .empty },
      Column("idle_area_m2", fold) { number($0.standing.idleArea, 6) },
      Column("cause_class", fold) { .code($0.standing.causeClass?.rawValue ?? "") },
      Column("cause_spans", fold) { .list($0.standing.causeSpans.map(\.description)) },
      Column("ending", fold) { .code($0.standing.ending?.rawValue ?? "") },
      Column("ended_date", fold) { day($0.standing.endedDay) },
      Column("disposed_area_m2", fold) { number($0.standing.disposedArea, 6) },
      Column("fee_decided_wan", fold) { number($0.standing.feeDecided, 6) },
      Column("fee_paid_wan", fold) { number($0.standing.feePaid, 6) },
      Column("next_step", fold) { .code($0.standing.nextStep?.rawValue ?? "") },
      Column("next_actor", fold) { .code($0.standing.nextActor?.rawValue ?? "") },
      Column("next_deadline", fold) { day($0.standing.nextDeadline) },
      Column("next_clause", fold) { .code($0.standing.nextClause ?? "") },
      Column("location", opened) { .text($0.item.location ?? "") },
      Column("land_use", opened) { .text($0.item.landUse ?? "") },
      Column("parcel_area_m2", opened) { number($0.item.parcelArea, 6) },
      Column("price_wan", opened) { number($0.item.price, 6) },
      Column("agreed_start", opened) { day($0.item.agreedStart) },
      Column("agreed_finish", opened) { day($0.item.agreedFinish) },
      Column("opened_by", opened) { .integer($0.item.openedBy) },
    ]
  }

  private static var eventColumns: [Column<Linked>] {
    let file = "Ledger/Model/LedgerEvent.swift"
    let chain = "Ledger/Store/Chain/EventRow.swift"
    return [
      Column("number", file) { .integer($0.event.number) },
      Column("case", file) { .code($0.event.caseID ?? "") },
      Column("event", file) { .code($0.event.kind.rawValue) },
      Column("date", file) { .day($0.event.day) },
      Column("document", file) { .text($0.event.document?.number ?? "") },
      Column("document_date", file) { day($0.event.document?.day) },
      Column("document_file", file) { .text($0.event.document?.fileName ?? "") },
      Column("document_sha256", file) { .code($0.event.document?.sha256 ?? "") },
      Column("parcel_id", file) { .code($0.event.details.parcelID ?? "") },
      Column("area_m2", file) { number($0.event.details.area, 6) },
      Column("amount_wan", file) { number($0.event.details.amount, 6) },
      Column("clause", file) { .code($0.event.details.clause ?? "") },
      Column("idle_since", file) { day($0.event.details.idleSince) },
      Column("causes", file) { .list(($0.event.details.causeSpans ?? []).map(\.description)) },
      Column("until", file) { day($0.event.details.until) },
      Column("audit_state", file) { .code($0.event.details.auditState ?? "") },
      Column("corrects", file) { $0.event.details.corrects.map { .integer($0) } ?? .empty },
      Column("voids", file) { $0.event.details.voids.map { .truth($0) } ?? .empty },
      Column("right_date", file) { day($0.event.details.rightDay) },
      Column("year", file) { $0.event.details.year.map { .integer($0) } ?? .empty },
      Column("text", file) { .text($0.event.details.text ?? "") },
      Column("reason", file) { .text($0.event.reason ?? "") },
      Column("forced", file) { .list($0.event.forced) },
      Column("by", file) { .text($0.event.author) },
      Column("recorded_at", file) { .code($0.event.recordedAt) },
      Column("survey", chain) { $0.link?.survey.map { .integer($0) } ?? .empty },
      Column("run", chain) { $0.link?.run.map { .integer($0) } ?? .empty },
      Column("content_sha256", chain) { .code($0.link?.contentDigest ?? "") },
      Column("previous_hash", chain) { .code($0.link?.previousHash ?? "") },
      Column("hash", chain) { .code($0.link?.hash ?? "") },
    ]
  }

  private static func day(_ day: CalendarDate?) -> Cell { day.map { .day($0) } ?? .empty }
  private static func number(_ value: Double?, _ decimals: Int) -> Cell {
    value.map { .number($0, decimals: decimals) } ?? .empty
  }
}
