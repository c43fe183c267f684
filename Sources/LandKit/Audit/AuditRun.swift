import LandCadastre
import LandCompliance
import LandGeometry
import LandIdleLand
import LandLayers
import LandReport
import LandRulebook
import LandSurvey

/// One audit: inputs in, rows out, part by part and in the order of the file.
public struct AuditRun: Sendable {
  /// The files.
  public let inputs: AuditInputs
  /// How it is made.
  public let options: AuditOptions
  /// The measured layers.
  public let survey: Survey

  /// What the rulebooks judge by.
  public let compliance: Compliance

  let figuring: ParcelFiguring
  let overlaps: OverlapFindings
  /// Everything that is known before the parcels' own turn.
  let parcelFindings: [Finding]
  /// The part of it that tells of overlaps.
  let pairFindings: [Finding]

  /// How many parcels a worker audits at a time. Conversions of cells are counted so many parcels
  /// together, so the number shows in `findings.csv`.
  static let partSize = 256

  /// Measures the layers and finds all overlaps; the parcels themselves follow in `run`.
  public init(_ inputs: AuditInputs, options: AuditOptions) {
    let survey = Survey(
      parcels: inputs.parcels, buildings: inputs.buildings, zones: inputs.zones,
      options: options.survey)
    let overlaps = survey.overlaps()
    let basis = AuditBasis(inputs, options, survey)
    let layerFindings =
      inputs.findings + basis.zones.findings() + survey.findings + overlaps.findings
    let earlier =
      layerFindings + basis.columnFindings
      + Self.duplicates(survey, file: inputs.parcels.layer.file)
    inputs.parcels.layer.attributes.source.letGo()
    var areas: [String: Double] = [:]
    if inputs.contracts != nil {
      for parcel in 0..<survey.parcels.count where !survey.parcels.planarArea[parcel].isNaN {
        areas[survey.parcelID(parcel)] = survey.parcels.planarArea[parcel]
      }
    }
    self.init(
      inputs, options, survey, overlaps, basis, earlier: earlier, areas: areas)
  }

  /// A run of what is measured already.
  ///
  /// - Parameters:
  ///   - earlier: what was found before the parcels' own turn, overlaps left out.
  ///   - areas: planar areas in m² by parcel id, for contracts that cover several parcels.
  init(
    _ inputs: AuditInputs, _ options: AuditOptions, _ survey: Survey,
    _ overlaps: OverlapFindings, _ basis: AuditBasis, earlier: [Finding],
    areas: [String: Double]
  ) {
    self.inputs = inputs
    self.options = options
    self.survey = survey
    self.overlaps = overlaps
    compliance = basis.compliance
    var codes: [Int: [FindingCode]] = [:]
    for finding in earlier where finding.subjectKind == .parcel {
      if let number = finding.featureIndex { codes[number, default: []].append(finding.code) }
    }
    var pairs: [Finding] = []
    for pair in overlaps.overlaps where pair.area > options.survey.minimumOverlapArea {
      let row = OverlapRow(pair, in: survey)
      let finding = Self.finding(row, survey, file: inputs.parcels.layer.file)
      pairs.append(finding)
      for parcel in [pair.first, pair.second] {
        codes[survey.parcelNumber(parcel), default: []].append(finding.code)
      }
    }
    pairFindings = pairs
    parcelFindings = earlier + pairs
    figuring = ParcelFiguring(
      inputs: inputs, options: options, survey: survey, reader: basis.reader,
      assessor: basis.assessor, compliance: compliance, areaByID: areas, earlierCodes: codes)
  }

  /// A range of parcels, audited and formatted.
  struct Part: Sendable {
    var formatted = FormattedRows()
    var findingCount = 0
    var zone: [Int?] = []
    var outside: [Double] = []
    var standing: [ZoneFiguring.Standing] = []
    var summary = AuditSummary()
    var candidates: [ContractBook.Candidate] = []
    var kept: [ComplianceStage.Kept] = []
    /// Rows and findings, only where an explanation asks for them.
    var rows: [ParcelRow] = []
    var findings: [Finding] = []
  }

  /// What a part keeps besides what it writes.
  struct Keeping: Sendable {
    /// Whole rows that are kept.
    enum Rows: Sendable {
      case none
      /// That of one parcel, with all findings.
      case parcel(ParcelKey)
      /// Those of parcels that are, were or may be idle.
      case idle
      /// The same, and those of some parcels however they stand.
      case idleAnd(Set<ParcelKey>)

      func include(_ row: ParcelRow) -> Bool {
        switch self {
        case .none: false
        case .parcel(let key): ParcelKey(row.id) == key
        case .idle: Self.isIdle(row)
        case .idleAnd(let keys): Self.isIdle(row) || keys.contains(ParcelKey(row.id))
        }
      }

      private static func isIdle(_ row: ParcelRow) -> Bool {
        [.suspected, .identified, .disposed].contains(row.assessment.idle.state)
      }
    }
    /// What rules ask of parcels.
    var grounds: Bool
    /// Whole rows.
    var rows = Rows.none
  }

  /// Judged subjects, counted and formatted.
  private struct JudgedPart: Sendable {
    var summary = AuditSummary()
    var findingCount: Int
    var formatted: FormattedFindings

    init(
      _ judged: [ComplianceStage.Judged], _ writer: JudgementFindings, _ formatter: RowFormatter
    ) {
      var findings: [Finding] = []
      for (subject, judgements) in judged {
        summary.add(judgements, about: subject)
        for judgement in judgements { findings += writer.findings(judgement, about: subject) }
      }
      summary.add(findings)
      findingCount = findings.count
      formatted = formatter.format(findings)
    }
  }

  /// After so many parcels the text of those that are written is let go of.
  private static let keptInMemory = 4096

  /// Audits all parcels and hands everything to a sink, in the order of the file.
  ///
  /// - Parameter progress: told of each range of parcels that is through.
  public func run(
    into sink: inout AuditOutput, progress: AuditProgress? = nil
  ) throws(OutputError) -> AuditSummary {
    progress?.begin(.auditing, total: survey.parcels.count)
    var summary = AuditSummary()
    summary.contractRows = inputs.contractRows
    var numbering = 0
    let formatter = RowFormatter(
      parcels: inputs.parcels, projected: options.projected, swapped: options.survey.swapAxes,
      format: sink.format)
    func note(_ findings: [Finding], _ sink: inout AuditOutput) throws(OutputError) {
      summary.add(findings)
      try sink.write(findings: formatter.format(findings), from: numbering)
      numbering += findings.count
    }
    var ledger = ParcelLedger()
    var standing: [ZoneFiguring.Standing] = []
    var candidates: [ContractBook.Candidate] = []
    var kept: [ComplianceStage.Kept] = []
    // Parcels whose text has been let go of.
    var written = 0
    ledger.overlaps = overlaps.overlaps
    try sink.begin(formatter)
    try note(parcelFindings, &sink)
    try options.survey.workers.forEach(survey.parcels.count, size: Self.partSize) { range in
      part(
        range, formatter,
        keeping: Keeping(grounds: compliance.isActive || inputs.enterprises != nil))
    } consume: { (part) throws(OutputError) in
      try sink.write(rows: part.formatted)
      try sink.write(findings: part.formatted.findings, from: numbering)
      numbering += part.findingCount
      progress?.add(part.zone.count)
      ledger.zone += part.zone
      if ledger.zone.count >= written + Self.keptInMemory {
        survey.letGo(written..<ledger.zone.count)
        written = ledger.zone.count
      }
      ledger.outside += part.outside
      standing += part.standing
      candidates += part.candidates
      kept += part.kept
      summary.add(part.summary)
    }

    var listed: [OverlapRow] = []
    for pair in overlaps.overlaps {
      let row = OverlapRow(pair, in: survey)
      summary.overlaps[row.class, default: .init()].pairs += 1
      summary.overlaps[row.class, default: .init()].area += pair.area
      if pair.area > options.survey.minimumOverlapArea {
        summary.overlaps[row.class, default: .init()].listed += 1
        listed.append(row)
      }
    }
    try sink.write(overlaps: listed)
    let zones = zoneRows(ledger, standing)
    summary.zones = zones.rows.count
    try sink.write(zones: zones.rows)
    try note(zones.findings, &sink)
    if let book = inputs.contracts { try note(book.unmatched(among: candidates), &sink) }
    let stage = stage(compliance)
    try note(stage.findings(kept, zones: zones.rows), &sink)
    let projects = stage.projects(kept)
    let writer = JudgementFindings(allVerdicts: options.allVerdicts)
    try options.survey.workers.forEach(projects.count, size: 128) { range in
      JudgedPart(range.map { stage.judged(projects[$0]) }, writer, formatter)
    } consume: { (part) throws(OutputError) in
      summary.add(part.summary)
      try sink.write(findings: part.formatted, from: numbering)
      numbering += part.findingCount
    }
    let rest = JudgedPart(
      stage.judged(kept, projects: projects, zones: zones.rows), writer, formatter)
    summary.add(rest.summary)
    try sink.write(findings: rest.formatted, from: numbering)
    return summary
  }

  /// The rows of the zones, with what was found.
  func zoneRows(
    _ ledger: ParcelLedger, _ standing: [ZoneFiguring.Standing]
  ) -> (rows: [ZoneRow], findings: [Finding]) {
    ZoneFiguring(
      survey: survey, ledger: ledger, standing: standing,
      planeCode: { figuring.planeCode($0) }
    ).rows()
  }

  /// The stage that follows the parcels.
  func stage(_ compliance: Compliance) -> ComplianceStage {
    ComplianceStage(
      compliance: compliance, inputs: inputs, options: options,
      idleOptions: figuring.assessor.options)
  }

  func part(_ range: Range<Int>, _ formatter: RowFormatter, keeping: Keeping) -> Part {
    var part = Part()
    var findings: [Finding] = []
    var texts = formatter.texts(range.count)
    let records = figuring.records(range, findings: &findings)
    findings = Finding.collapsingConversions(findings)
    let hints = figuring.hints(records)
    let measures = survey.measures(of: range, hints: hints)
    for (offset, feature) in range.enumerated() {
      let row = figuring.row(
        feature, record: records[offset], isIndustrial: hints[offset].isIndustrial,
        measures: measures[offset], findings: &findings,
        tallies: &part.summary.rules)
      formatter.append(row, to: &texts)
      part.summary.add(row)
      if case .zone(let zone) = row.measures.membership {
        part.zone.append(zone)
      } else {
        part.zone.append(nil)
      }
      part.outside.append(row.measures.outside ?? .nan)
      part.standing.append(
        ZoneFiguring.Standing(
          state: row.assessment.idle.state,
          isSupplied: isSupplied(row),
          isUnsupplied: row.facts.supplyState.map { $0 != .supplied } ?? false,
          isIndustrial: row.ground.isIndustrial
        ))
      if keeping.rows.include(row) { part.rows.append(row) }
      if keeping.grounds {
        part.kept.append(
          ComplianceStage.Kept(
            ground: row.ground, contracts: row.assessment.contracts.map(\.contract),
            idle: ComplianceStage.IdleRecord(row.assessment.idle), isSupplied: isSupplied(row),
            clock: ComplianceStage.IdleClock(row.assessment.idle), state: row.assessment.idle.state)
        )
      }
      if inputs.contracts != nil {
        part.candidates.append(
          ContractBook.Candidate(
            id: row.id, own: row.record.contract, supplyState: row.record.supplyState,
            file: row.file, featureIndex: survey.parcelNumber(feature)))
      }
    }
    part.summary.add(findings)
    if case .parcel = keeping.rows { part.findings = findings }
    part.formatted = texts.finish()
    part.formatted.findings = formatter.format(findings)
    part.findingCount = findings.count
    return part
  }

  /// Supplied = a contract, a decision, or so stated; without any such field all parcels are.
  private func isSupplied(_ row: ParcelRow) -> Bool {
    if let state = row.facts.supplyState { return state == .supplied }
    if figuring.assessor.options.supplyBasis == .assumed { return true }
    return !row.assessment.contracts.isEmpty
  }

  /// A parcel whose id an earlier one has.
  static func duplicate(_ id: String, _ parcel: Int, first: Int, file: String) -> Finding {
    var finding = Finding(.duplicateParcelID, .parcel, id)
    finding.file = file
    finding.featureIndex = parcel
    finding.field = "parcel_id"
    finding.note = "first:\(first)"
    return finding
  }

  private static func duplicates(_ survey: Survey, file: String) -> [Finding] {
    var first = [String: Int](minimumCapacity: survey.parcels.count)
    var findings: [Finding] = []
    for (parcel, id) in survey.ownIDs().enumerated() {
      guard let id else { continue }
      if let earlier = first[id] {
        findings.append(duplicate(id, parcel, first: earlier, file: file))
      } else {
        first[id] = parcel
      }
    }
    return findings
  }

  private static func finding(
    _ row: OverlapRow, _ survey: Survey, file: String
  ) -> Finding {
    var finding = Finding(row.kind.findingCode, .parcel, row.first)
    finding.otherID = row.second
    finding.file = file
    finding.featureIndex = survey.parcelNumber(row.pair.first)
    finding.value = row.pair.area
    finding.limit = survey.options.minimumOverlapArea
    finding.comparison = "<="
    finding.unit = "m2"
    finding.note = "class:\(row.class.rawValue);width_m:\(FixedDecimal.text(row.pair.meanWidth, 6))"
    return finding
  }
}
