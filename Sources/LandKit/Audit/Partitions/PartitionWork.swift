import LandCadastre
import LandCompliance
import LandGeometry
import LandLayers
import LandReport
import LandRulebook
import LandSurvey

/// The state of a partitioned audit while it runs: findings that wait, and what zones have to know of
/// parcels (16 bytes each).
struct PartitionWork {
  /// The stages whose findings come part by part, in the order of `findings.csv`.
  private enum Stage: Int, CaseIterable {
    case issues, features, placed
    case buildingIssues, buildingFeatures, buildingsPlaced
    case measured, buildingsMeasured, buildingValues
    case overlaps, duplicates, pairs, parcels, withoutContract
  }

  let audit: PartitionedAudit
  let formatter: RowFormatter
  private var spools: [FindingSpool]
  private var summary = AuditSummary()
  /// What each stage came to; added up in the order of the stages, as examples are the first found.
  private var totals = Stage.allCases.map { _ in AuditSummary() }
  private var seenRows = Set<Int>()
  private var zones: PartitionZones
  private var numbering = 0

  init(_ audit: PartitionedAudit, format: RowFormat) {
    self.audit = audit
    formatter = RowFormatter(
      parcels: audit.inputs.parcels, projected: audit.options.projected,
      swapped: audit.options.survey.swapAxes, format: format)
    spools = Stage.allCases.map { _ in FindingSpool(folder: audit.partition.folder) }
    zones = PartitionZones(audit)
    summary.contractRows = audit.inputs.contractRows
  }

  private mutating func keep(_ findings: [Finding], _ stage: Stage) throws(OutputError) {
    guard !findings.isEmpty else { return }
    for finding in findings { totals[stage.rawValue].add(finding) }
    try spools[stage.rawValue].add(formatter.format(findings))
  }

  mutating func run(into sink: inout AuditOutput) throws(AuditError) -> AuditSummary {
    do throws(OutputError) { try sink.begin(formatter) } catch { throw .output(error) }
    if let pass = audit.buildings {
      try pass.findings(of: audit.inputs.parcels, audit.options, progress: audit.progress) {
        (found) throws(OutputError) in
        try keep(found.issues, .buildingIssues)
        try keep(found.features, .buildingFeatures)
        try keep(found.placed, .buildingsPlaced)
        try keep(found.measured, .buildingsMeasured)
        try keep(found.values, .buildingValues)
      }
    }
    audit.progress?.begin(.auditing, total: audit.parcelCount)
    for part in audit.plan.parts.indices {
      let unit = try PartitionUnit(audit, part)
      do throws(OutputError) { try run(unit, into: &sink) } catch { throw .output(error) }
    }
    let rows = try zones.finished()
    do throws(OutputError) {
      summary.zones = rows.count
      try sink.write(zones: rows.map(\.row))
      try sink.beginFindings()
      try writeFindings(of: rows.flatMap(\.findings), into: &sink)
    } catch { throw .output(error) }
    return summary
  }

  /// Audits one part and writes the rows of its parcels.
  private mutating func run(
    _ unit: PartitionUnit, into sink: inout AuditOutput
  ) throws(OutputError) {
    let run = unit.run
    let rows = unit.part.rows
    func own(_ findings: [Finding]) -> [Finding] {
      findings.filter { rows.contains($0.featureIndex ?? -1) }
    }
    try keep(own(unit.issues), .issues)
    try keep(own(unit.features), .features)
    try keep(own(run.inputs.parcels.findings), .placed)
    try keep(own(run.survey.parcels.findings), .measured)
    try keep(own(run.overlaps.findings), .overlaps)
    try keep(own(unit.duplicates), .duplicates)
    try keep(own(run.pairFindings), .pairs)

    let formatter = RowFormatter(
      parcels: run.inputs.parcels, projected: audit.options.projected,
      swapped: audit.options.survey.swapAxes, format: sink.format)
    let silent = RowFormatter(
      parcels: run.inputs.parcels, projected: audit.options.projected,
      swapped: audit.options.survey.swapAxes, format: [])
    let keeping = AuditRun.Keeping(grounds: false)
    let local = unit.ownRows
    let written = rows.count
    try audit.options.survey.workers.forEach(local.count, size: AuditRun.partSize) { range in
      let isWritten = range.lowerBound < written
      let shifted = range.lowerBound + local.lowerBound..<range.upperBound + local.lowerBound
      return (isWritten, run.part(shifted, isWritten ? formatter : silent, keeping: keeping))
    } consume: { (result) throws(OutputError) in
      let (isWritten, part) = result
      zones.add(part)
      guard isWritten else { return }
      try sink.write(rows: part.formatted)
      try spools[Stage.parcels.rawValue].add(part.formatted.findings)
      totals[Stage.parcels.rawValue].add(part.summary)
      if let book = audit.inputs.contracts {
        try keep(book.without(among: part.candidates, seenRows: &seenRows), .withoutContract)
      }
      audit.progress?.add(part.zone.count, bytes: 0)
    }
    try writeOverlaps(unit, into: &sink)
    zones.finish(unit)
    audit.progress?.add(0, bytes: unit.byteCount)
  }

  private mutating func writeOverlaps(
    _ unit: PartitionUnit, into sink: inout AuditOutput
  ) throws(OutputError) {
    let survey = unit.run.survey
    var listed: [OverlapRow] = []
    for pair in unit.run.overlaps.overlaps
    where unit.part.rows.contains(survey.parcelNumber(pair.first)) {
      let row = OverlapRow(pair, in: survey)
      summary.overlaps[row.class, default: .init()].pairs += 1
      summary.overlaps[row.class, default: .init()].area += pair.area
      if pair.area > audit.options.survey.minimumOverlapArea {
        summary.overlaps[row.class, default: .init()].listed += 1
        listed.append(row)
      }
    }
    try sink.write(overlaps: listed)
  }

  /// Everything that is found, in the order of a run over the whole file.
  private mutating func writeFindings(
    of zoneFindings: [Finding], into sink: inout AuditOutput
  ) throws(OutputError) {
    audit.progress?.begin(.writingFindings, total: spools.reduce(0) { $0 + $1.byteCount })
    let inputs = audit.inputs
    let survey = audit.frame.survey
    func note(_ findings: [Finding]) throws(OutputError) {
      for finding in findings { summary.add(finding) }
      try sink.write(findings: formatter.format(findings), from: numbering)
      numbering += findings.count
    }
    func waiting(_ stages: Stage...) throws(OutputError) {
      for stage in stages {
        summary.add(totals[stage.rawValue])
        let spool = spools[stage.rawValue]
        try spool.write(to: &sink, from: numbering, progress: audit.progress)
        numbering += spool.count
      }
    }
    try note(inputs.stages.parcelsRead)
    try waiting(.issues, .features)
    try note(inputs.stages.parcelsPlaced)
    try waiting(.placed)
    try note(inputs.stages.buildingsRead)
    try waiting(.buildingIssues, .buildingFeatures)
    try note(inputs.stages.buildingsPlaced)
    try waiting(.buildingsPlaced)
    try note(inputs.stages.rest + audit.basis.zones.findings())
    try waiting(.measured, .buildingsMeasured, .buildingValues)
    // What is wrong with the columns of buildings, and with the zones.
    try note(survey.findings)
    try waiting(.overlaps)
    try note(audit.basis.columnFindings)
    try waiting(.duplicates, .pairs, .parcels)
    try note(zoneFindings)
    if let book = inputs.contracts { try note(book.strays(except: seenRows)) }
    try waiting(.withoutContract)
  }
}
