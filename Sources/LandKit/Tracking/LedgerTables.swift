import LandCadastre
import LandIdleLand
import LandLedger
import LandReport

/// The cases and events of a ledger as machine tables.
public enum LedgerTables {
  private typealias Standing = (item: LedgerCase, standing: CaseStanding)

  /// `cases.csv`: one row a case, as it stands.
  public static func cases(_ book: LedgerBook) -> [UInt8] { csv(caseColumns, book.standing) }

  /// `events.csv`: every event, in order.
  public static func events(_ book: LedgerBook) -> [UInt8] { csv(eventColumns, book.events) }

  private static func csv<Row>(_ columns: [Column<Row>], _ rows: [Row]) -> [UInt8] {
    let writer = TableWriter(columns)
    var bytes = writer.csvHeader()
    for row in rows { writer.appendCSV(row, to: &bytes) }
    return bytes
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
    ]
  }

  private static var eventColumns: [Column<LedgerEvent>] {
    let file = "Ledger/Model/LedgerEvent.swift"
    return [
      Column("number", file) { .integer($0.number) },
      Column("case", file) { .code($0.caseID ?? "") },
      Column("event", file) { .code($0.kind.rawValue) },
      Column("date", file) { .day($0.day) },
      Column("document", file) { .text($0.document?.number ?? "") },
      Column("document_date", file) { day($0.document?.day) },
      Column("document_file", file) { .text($0.document?.fileName ?? "") },
      Column("document_sha256", file) { .code($0.document?.sha256 ?? "") },
      Column("parcel_id", file) { .code($0.details.parcelID ?? "") },
      Column("area_m2", file) { number($0.details.area, 6) },
      Column("amount_wan", file) { number($0.details.amount, 6) },
      Column("clause", file) { .code($0.details.clause ?? "") },
      Column("idle_since", file) { day($0.details.idleSince) },
      Column("causes", file) { .list(($0.details.causeSpans ?? []).map(\.description)) },
      Column("until", file) { day($0.details.until) },
      Column("audit_state", file) { .code($0.details.auditState ?? "") },
      Column("corrects", file) { $0.details.corrects.map { .integer($0) } ?? .empty },
      Column("voids", file) { $0.details.voids.map { .truth($0) } ?? .empty },
      Column("right_date", file) { day($0.details.rightDay) },
      Column("year", file) { $0.details.year.map { .integer($0) } ?? .empty },
      Column("text", file) { .text($0.details.text ?? "") },
      Column("reason", file) { .text($0.reason ?? "") },
      Column("forced", file) { .list($0.forced) },
      Column("by", file) { .text($0.author) },
      Column("recorded_at", file) { .code($0.recordedAt) },
    ]
  }

  private static func day(_ day: CalendarDate?) -> Cell { day.map { .day($0) } ?? .empty }
  private static func number(_ value: Double?, _ decimals: Int) -> Cell {
    value.map { .number($0, decimals: decimals) } ?? .empty
  }
}
