import LandCadastre
import LandGeometry
import LandIdleLand
import LandLayers
import LandLedger
import LandRulebook

/// Takes a register of idle land in that was kept elsewhere: each row with a finding becomes a case
/// with the days of its documents. Every row is accounted for.
public struct LedgerImport {
  /// A row that was left out.
  public struct LeftOut: Sendable {
    /// Its number among the rows, from 0.
    public var row: Int
    /// Why.
    public var reason: Bilingual
  }
  /// What came of it; the counts add up to the rows.
  public struct Outcome: Sendable {
    /// Rows of the file.
    public var rows: Int
    /// Rows that became cases.
    public var opened: Int
    /// Rows whose case is in the ledger already.
    public var known: Int
    /// Rows that were left out.
    public var leftOut: [LeftOut]
  }

  private let table: AttributeTable
  private let asOf: CalendarDate
  private let author: String

  /// An import of a table whose columns bear the names of a table of contracts.
  public init(_ table: AttributeTable, asOf: CalendarDate, author: String) {
    self.table = table
    self.asOf = asOf
    self.author = author
  }

  /// Writes it in one transaction. Throws `LedgerError`.
  public func into(_ store: LedgerStore) throws -> Outcome {
    let rules = try RuleSelection(.essential, names: [], territories: [], asOf: asOf).idleLandRules
    let assessor = ParcelAssessor(
      rules: rules,
      options: IdleOptions(
        asOf: asOf, emptyStart: .unknown, emptySuspension: .unknown, supplyBasis: .assumed,
        allVerdicts: false))
    var outcome = Outcome(rows: table.rowCount, opened: 0, known: 0, leftOut: [])
    let reader = ContractReader(FieldMap(names: table.names, role: .contracts), names: table.names)
    var parcels: [AuditedParcel] = []
    for row in 0..<table.rowCount {
      if let reason = RegisterRow.reasonToLeaveOut(row, of: table) {
        outcome.leftOut.append(LeftOut(row: row, reason: reason))
        continue
      }
      var findings: [Finding] = []
      let contract = reader.facts(in: table, row: row, findings: &findings)
      if let fault = findings.first(where: { $0.code == .valueUnreadable }) {
        outcome.leftOut.append(
          LeftOut(
            row: row,
            reason: Bilingual(
              zh: "\(fault.field) 无法读取:\(fault.note)",
              en: "\(fault.field) cannot be read: \(fault.note)")))
        continue
      }
      guard let id = contract.parcelID, !id.isEmpty else {
        outcome.leftOut.append(
          LeftOut(row: row, reason: Bilingual(zh: "没有宗地编号", en: "no parcel id")))
        continue
      }
      guard contract.identifiedDate != nil else {
        outcome.leftOut.append(
          LeftOut(row: row, reason: Bilingual(zh: "没有认定书日期", en: "no day of a finding")))
        continue
      }
      let idle = assessor.assess(parcel: ParcelFacts(parcelID: id), contracts: [contract]).idle
      guard idle.state == .identified || idle.state == .disposed else {
        outcome.leftOut.append(
          LeftOut(
            row: row,
            reason: Bilingual(
              zh: "认定书日期晚于 \(asOf) 或缺认定书文号",
              en: "the finding is dated after \(asOf), or its number is missing")))
        continue
      }
      parcels.append(AuditedParcel(parcelID: id, contract: contract, idle: idle))
    }
    try store.write { writer in
      let book = try LedgerBook(writer.reader, asOf: asOf, rules: rules)
      let opening = CaseOpening(
        parcels, known: book.standing.map { KnownCase($0.item, $0.standing) },
        record: OpeningRecord(
          day: asOf, author: author, recordedAt: RecordingClock.now(),
          firstNumber: try writer.reader.head().number + 1))
      for opened in opening.opened {
        try writer.add(opened.ledgerCase)
        for event in opened.events { try writer.append(event) }
      }
      outcome.opened = opening.opened.count
      outcome.known = parcels.count - opening.opened.count
      try LedgerProjection(asOf: asOf, rules: rules).write(&writer)
    }
    return outcome
  }
}
