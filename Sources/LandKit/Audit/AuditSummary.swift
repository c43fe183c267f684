import LandCadastre
import LandCompliance
import LandIdleLand
import LandReport
import LandRulebook
import LandSurvey

/// What an audit came to, counted while the rows are written.
public struct AuditSummary: Sendable {
  /// Parcels and their planar area.
  public struct Count: Hashable, Sendable {
    /// Parcels.
    public var parcels = 0
    /// Their planar area, m²; those without a known area count nothing.
    public var area = 0.0

    mutating func add(_ area: Double?) {
      parcels += 1
      self.area += area ?? 0
    }
    mutating func add(_ other: Count) {
      parcels += other.parcels
      area += other.area
    }
  }
  /// Overlaps of one class.
  public struct OverlapCount: Hashable, Sendable {
    /// Pairs.
    public var pairs = 0
    /// Their shared area, m².
    public var area = 0.0
    /// Pairs that are listed.
    public var listed = 0
  }

  /// Features read.
  public var read = 0
  /// Features measured, on the drawn boundary or a repaired copy.
  public var audited = 0
  /// Features that could not be measured; each has a finding.
  public var reported = 0
  /// Parcels whose geometry is not valid as drawn.
  public var invalid = 0
  /// Parcels measured on a repaired copy.
  public var repaired = 0
  /// All parcels.
  public var all = Count()
  /// Parcels by idle state.
  public var idle: [IdleAssessment.State: Count] = [:]
  /// Parcels by the bucket of days in which their clock runs out.
  public var due: [Int: Count] = [:]
  /// Parcels with a breach of contract.
  public var breaches = Count()
  /// The fees that would be due, 万元.
  public var feeDue = 0.0
  /// Parcels whose withdrawal would be open.
  public var withdrawals = Count()
  /// Findings by code.
  public var findings: [FindingCode: Int] = [:]
  /// Findings by code whose verdict is unknown.
  public var undecided: [FindingCode: Int] = [:]
  /// Verdicts among the findings.
  public var verdicts: [String: Int] = [:]
  /// The gravest findings, for the terminal.
  public var worst = WorstFindings()
  /// Overlaps by class.
  public var overlaps: [OverlapRow.Class: OverlapCount] = [:]
  /// Zones.
  public var zones = 0
  /// Rows of the contract table.
  public var contractRows = 0
  /// Footprint of all parcels where known, m².
  public var footprint = 0.0
  /// Planar area of the parcels whose footprint is known, m².
  public var footprintBase = 0.0

  /// Verdicts of the rulebooks by rule.
  public var rules = RuleTallies()

  /// Nothing counted yet.
  public init() {}

  mutating func add(_ judgements: [Judgement], about subject: JudgedSubject) {
    for judgement in judgements { rules.add(judgement, about: subject) }
  }

  mutating func add(_ row: ParcelRow) {
    read += 1
    switch row.layer.quality {
    case .unmeasured: reported += 1
    case .ok, .doubtful: audited += 1
    case .repaired:
      audited += 1
      repaired += 1
    }
    if row.layer.isValid == false { invalid += 1 }
    let area = row.layer.planarArea
    all.add(area)
    let assessment = row.assessment.idle
    idle[assessment.state, default: Count()].add(area)
    if let bucket = assessment.dueBucket { due[bucket, default: Count()].add(area) }
    if !row.contractBreach.isEmpty { breaches.add(area) }
    feeDue += assessment.feeDue ?? 0
    if assessment.withdrawalRipe == true { withdrawals.add(area) }
    if let footprint = row.measures.buildings?.footprint, let area {
      self.footprint += footprint
      footprintBase += area
    }
  }

  mutating func add(_ finding: Finding) { add([finding]) }

  /// Counts many findings. They come from few rules, so their kinds are counted in a list first: a
  /// dictionary would hash the code of every one.
  mutating func add(_ more: [Finding]) {
    var kinds: [(code: FindingCode, verdict: String, count: Int)] = []
    for finding in more {
      worst.add(finding)
      let (code, verdict) = (finding.code, finding.verdict)
      if let kind = kinds.firstIndex(where: { $0.code == code && $0.verdict == verdict }) {
        kinds[kind].count += 1
      } else {
        kinds.append((code, verdict, 1))
      }
    }
    for (code, verdict, count) in kinds {
      findings[code, default: 0] += count
      if !verdict.isEmpty, code != .ruleFigure { verdicts[verdict, default: 0] += count }
      if verdict == "unknown" { undecided[code, default: 0] += count }
    }
  }

  mutating func add(_ other: AuditSummary) {
    read += other.read
    audited += other.audited
    reported += other.reported
    invalid += other.invalid
    repaired += other.repaired
    all.add(other.all)
    for (state, count) in other.idle { idle[state, default: Count()].add(count) }
    for (bucket, count) in other.due { due[bucket, default: Count()].add(count) }
    breaches.add(other.breaches)
    rules.add(other.rules)
    feeDue += other.feeDue
    withdrawals.add(other.withdrawals)
    for (code, count) in other.findings { findings[code, default: 0] += count }
    for (code, count) in other.undecided { undecided[code, default: 0] += count }
    for (verdict, count) in other.verdicts { verdicts[verdict, default: 0] += count }
    worst.add(other.worst)
    footprint += other.footprint
    footprintBase += other.footprintBase
  }

  /// Findings of one severity.
  public func count(of severity: FindingCode.Severity) -> Int {
    findings.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
  }
}

/// The worst finding of each code, for a person to begin with.
public struct WorstFindings: Sendable {
  private var byCode: [FindingCode: Finding] = [:]
  /// The code that was looked at last, and its greatest value.
  private var last: (code: FindingCode, value: Double)?

  /// None yet.
  public init() {}

  /// The findings, gravest first: errors before warnings, verdicts on idle land first among
  /// equals. Notes are left out.
  public var all: [Finding] {
    byCode.values.sorted { Self.order($0.code) < Self.order($1.code) }
  }

  mutating func add(_ finding: Finding) {
    let code = finding.code
    // Most findings share a code with a worse one that is known.
    if let last, last.code == code, last.value >= (finding.value ?? 0).magnitude { return }
    guard code.severity > .info else { return }
    // Among findings of one code the greatest value; among equals the first in the file.
    if let worst = byCode[code],
      (finding.value ?? 0).magnitude <= (worst.value ?? 0).magnitude
    {
      return
    }
    byCode[code] = finding
    last = (code, (finding.value ?? 0).magnitude)
  }

  mutating func add(_ other: WorstFindings) {
    for finding in other.all { add(finding) }
  }

  private static func order(_ code: FindingCode) -> (Int, Int, String) {
    let rank =
      switch code {
      case .identifiedIdle: 0
      case .suspectedIdle: 1
      case .mayBeIdle: 2
      case .notStartedButBuilt: 3
      case .overlap, .identical, .contained, .outsideZone: 4
      default: 5
      }
    return (code.severity == .error ? 0 : 1, rank, code.rawValue)
  }
}
