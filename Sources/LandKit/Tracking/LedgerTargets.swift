import LandAudit
import LandCadastre
import LandCompliance
import LandLedger
import LandRulebook

/// The targets of a zone that a ledger can answer: rules over the rate of disposal, judged by the
/// cases of the ledger instead of an audit, and rules over the clearing of zombie enterprises and
/// projects, judged by its register and its figures.
struct LedgerTargets {
  private let book: LedgerBook
  private let selection: RuleSelection

  /// What a rule has to look at for a ledger to answer it.
  private static let facts: Set<String> = ["idle_disposed_m2", "idle_disposed_count"]
  /// The register of zombie enterprises, and declared figures of zombie projects.
  private static let clearing = ["zombies(", "zombies_cleared(", "zombie_projects"]
  /// Whether the year is over; the pace of clearing is judged at its end only.
  private let isYearOver: Bool

  init(_ book: LedgerBook, rules: [String], isYearOver: Bool) throws(AuditError) {
    self.book = book
    self.isYearOver = isYearOver
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
      files: book.zones.map { file($0.id) },
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
      let facts = compliance.facts(
        of: zone.id, totals: totals, enterprises: nil, register: register(of: zone.id))
      return compliance.judgements(.zone, of: facts).compactMap { result($0, zone: zone.id) }
    }
  }

  /// The figures of a zone that say how many zombie projects there are; of each the one written
  /// last, as their names say the year that they are of.
  private func file(_ zone: String) -> ZoneFile {
    var file = ZoneFile(file: "zone_figures")
    file.zoneID = Sourced(zone)
    let figures = book.figures.filter { $0.zoneID == zone && Self.isOfClearing($0.name) }
    for figure in figures.sorted(by: { $0.year < $1.year }) {
      guard let value = figure.value else { continue }
      file.figures.zone[figure.name] = Sourced(.number(value))
    }
    return file
  }

  /// The register of a zone; nil where there is none, or where enterprises without a zone may
  /// belong to it.
  private func register(of zone: String) -> [Enterprise]? {
    guard book.hasZombieRegister else { return nil }
    let isAlone = book.zones.count == 1
    guard isAlone || book.zombies.allSatisfy({ $0.zoneID != nil }) else { return nil }
    return book.zombies.filter { isAlone && $0.zoneID == nil || $0.zoneID == zone }.map { zombie in
      var enterprise = Enterprise(source: Contract.Source(file: "zombies"))
      enterprise.name = zombie.name
      enterprise.enterpriseID = zombie.creditCode
      enterprise.zombieListedDate = zombie.listed
      enterprise.zombieClearedDate = zombie.cleared
      return enterprise
    }
  }

  private static func isOfClearing(_ name: String) -> Bool {
    clearing.contains { name.hasPrefix($0) }
  }

  private func result(_ judgement: Judgement, zone: String) -> TargetResult? {
    let inputs = judgement.inputs.map(\.name)
    let rule = judgement.rule
    let isClearing = rule.kind == .target && inputs.contains(where: Self.isOfClearing)
    guard isClearing || inputs.contains(where: Self.facts.contains),
      var verdict = judgement.verdict, verdict != .notApplicable
    else { return nil }
    if isClearing {
      if let year = rule.applies.year, year != book.asOf.components.year { return nil }
      if !isYearOver { verdict = .notApplicable }
      if case .unknown(let missing) = verdict {
        verdict = .unknown(missing: MissingInputs.fields(behind: missing.map(Self.column)))
      }
    }
    let trace = judgement.deciding
    return TargetResult(
      rule: rule.id, clause: rule.clause, label: rule.title, zoneID: zone, value: trace?.number,
      limit: trace?.limitNumber, unit: trace?.unitName ?? "", relation: trace?.relation,
      verdict: verdict, from: nil, until: nil)
  }

  /// The column of `enterprises.csv` behind a call that finds no register.
  private static func column(_ name: String) -> String {
    name.hasPrefix("zombies") ? "enterprises.\(Field.zombieListedDate.rawValue)" : name
  }
}
