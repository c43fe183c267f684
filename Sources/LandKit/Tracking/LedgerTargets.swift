import LandAudit
import LandCadastre
import LandCompliance
import LandLedger
import LandRulebook

/// The targets of a zone that a ledger can answer: rules over the rate of disposal, judged by the
/// cases of the ledger instead of an audit.
struct LedgerTargets {
  private let book: LedgerBook
  private let selection: RuleSelection

  /// What a rule has to look at for a ledger to answer it.
  private static let facts: Set<String> = ["idle_disposed_m2", "idle_disposed_count"]

  init(_ book: LedgerBook, rules: [String]) throws(AuditError) {
    self.book = book
    let library = try RuleChoice.library(adding: rules.filter(RuleChoice.isPath))
    do throws(RuleSelection.Failure) {
      selection = try RuleSelection(
        library, names: rules.filter { !RuleChoice.isPath($0) },
        territories: [book.identity.territory], asOf: book.asOf)
    } catch { throw .rules(error) }
  }

  /// The verdicts for each zone of a statement.
  func results(_ statement: YearStatement) -> [TargetResult] {
    let zones = ZoneBook(
      records: book.zones.map { zone in
        var record = ZoneRecord()
        record.zoneID = zone.id
        record.name = zone.name
        record.level = zone.level
        return (zone.id, record)
      }, asOf: book.asOf)
    let compliance = Compliance(selection, zones: zones)
    return statement.zones.flatMap { year -> [TargetResult] in
      guard let zone = year.zone else { return [] }
      var totals = ZoneTotals()
      totals.idleIdentified = year.rate.identifiedArea
      totals.idleDisposed = year.rate.disposedArea
      totals.identifiedCount = year.rate.identifiedCount
      totals.disposedCount = year.rate.disposedCount
      let facts = compliance.facts(of: zone.id, totals: totals, enterprises: nil, register: nil)
      return compliance.judgements(.zone, of: facts).compactMap { result($0, zone: zone.id) }
    }
  }

  private func result(_ judgement: Judgement, zone: String) -> TargetResult? {
    guard judgement.inputs.contains(where: { Self.facts.contains($0.name) }),
      let verdict = judgement.verdict, verdict != .notApplicable
    else { return nil }
    let rule = judgement.rule
    let trace = judgement.deciding
    return TargetResult(
      rule: rule.id, clause: rule.clause, label: rule.title, zoneID: zone, value: trace?.number,
      limit: trace?.limitNumber, unit: trace?.unitName ?? "", relation: trace?.relation,
      verdict: verdict, from: nil, until: nil)
  }
}
