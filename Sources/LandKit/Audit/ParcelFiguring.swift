import LandCadastre
import LandCompliance
import LandGeometry
import LandIdleLand
import LandLayers
import LandProjection
import LandReport
import LandRulebook
import LandSurvey

/// Puts together what is known of one parcel: properties, measures, contracts, verdicts.
struct ParcelFiguring: Sendable {
  let inputs: AuditInputs
  let options: AuditOptions
  let survey: Survey
  let reader: ParcelReader
  let assessor: ParcelAssessor
  let compliance: Compliance
  /// Planar areas by parcel id, for contracts that cover several parcels.
  let areaByID: [String: Double]
  /// Codes of findings that are known before a parcel's own turn, by the feature's number.
  let earlierCodes: [Int: [FindingCode]]
  /// EPSG code of the file's own plane, where it is one.
  private let fileplane: Int?

  init(
    inputs: AuditInputs, options: AuditOptions, survey: Survey, reader: ParcelReader,
    assessor: ParcelAssessor, compliance: Compliance, areaByID: [String: Double],
    earlierCodes: [Int: [FindingCode]]
  ) {
    self.inputs = inputs
    self.options = options
    self.survey = survey
    self.reader = reader
    self.assessor = assessor
    self.compliance = compliance
    self.areaByID = areaByID
    self.earlierCodes = earlierCodes
    if case .gaussKruger(_, let epsg) = inputs.parcels.system {
      fileplane = epsg
    } else {
      fileplane = nil
    }
  }

  /// The properties of a range of parcels.
  func records(_ range: Range<Int>, findings: inout [Finding]) -> [ParcelRecord] {
    range.map {
      reader.record(in: inputs.parcels.layer.attributes, row: $0, findings: &findings)
    }
  }

  /// What the measuring needs to know of parcels.
  func hints(_ records: [ParcelRecord]) -> [ParcelHints] {
    var uses = LandUseWords.Cache()
    return records.map { record in
      ParcelHints(
        zoneID: record.zoneID,
        isIndustrial: record.landUse.flatMap { uses.isIndustrialOrStorage($0) })
    }
  }

  /// The row of a parcel and the findings about it.
  func row(
    _ feature: Int, record: ParcelRecord, isIndustrial: Bool?, measures: ParcelMeasures,
    findings: inout [Finding],
    tallies: inout RuleTallies
  ) -> ParcelRow {
    let id = survey.parcelID(feature)
    let number = survey.parcelNumber(feature)
    let first = findings.count
    let layer = figures(of: feature)
    var facts = ParcelFacts(
      parcelID: id, file: inputs.parcels.layer.file, featureIndex: number)
    facts.supplyState = record.supplyState
    facts.planarArea = layer.planarArea
    facts.ellipsoidalArea = layer.ellipsoidalArea
    facts.areaQuality = ParcelFacts.AreaQuality(rawValue: layer.quality.rawValue) ?? .ok
    facts.areaTolerance = survey.areaTolerance(of: feature)
    let floor = built(record, measures, layer, into: &facts)

    var contracts: [Contract]
    if let book = inputs.contracts {
      contracts = book.contracts(
        forParcel: id, own: record.contract, planarArea: { areaByID[$0] }, findings: &findings)
    } else {
      contracts = record.contract.map { [$0] } ?? []
    }
    let assessment = assessor.assess(parcel: facts, contracts: contracts)
    findings += measures.findings
    findings += assessment.findings
    findings += placeFindings(feature, id, record, measures)

    var missing = assessment.missing
    for name in (measures.buildings?.missing ?? []).sorted() where !missing.contains(name) {
      missing.append(name)
    }
    if layer.quality == .unmeasured || layer.quality == .doubtful, !missing.contains("geometry") {
      missing.append("geometry")
    }
    // A handful of codes: looking through them is cheaper than a set.
    var codes: [String] = []
    func add(_ code: FindingCode) {
      if !codes.contains(code.rawValue) { codes.append(code.rawValue) }
    }
    earlierCodes[number]?.forEach(add)
    if let book = inputs.contracts,
      book.isWithoutContract(id, own: record.contract, supplyState: record.supplyState)
    {
      // Written at the end of the run, with the rows that found no parcel.
      add(.parcelWithoutContract)
    }
    for finding in findings[first...] where finding.subjectKind == .parcel {
      add(finding.code)
    }
    let zoneID: String? =
      if case .zone(let zone) = measures.membership { survey.zoneID(zone) } else { record.zoneID }
    let ground = GroundFigures(
      id: id, file: inputs.parcels.layer.file, feature: number, zoneID: zoneID, record: record,
      isIndustrial: isIndustrial, facts: facts, countedFloor: floor.counted,
      intensity: assessment.intensityWanPerHa)
    let (underused, rules) = judged(ground, contracts.first, &findings, &tallies) { add($0) }
    return ParcelRow(
      feature: feature, id: id, file: FileName.last(inputs.parcels.layer.file), zoneID: zoneID,
      record: record, layer: layer, measures: measures, assessment: assessment, facts: facts,
      floorSource: floor.source, countedFloor: floor.counted, findingCodes: codes.sorted(),
      missing: missing, rulebook: assessor.rules.name, asOf: options.asOf,
      underused: underused, underusedRules: rules, ground: ground)
  }

  /// Where a contract stands on the day.
  func standing(_ contract: Contract) -> ContractStanding {
    ContractStanding(contract, rules: assessor.rules, options: assessor.options)
  }

  /// What rules on parcels say: findings, and whether the parcel is underused under a rule that
  /// says so.
  private func judged(
    _ ground: GroundFigures, _ contract: Contract?, _ findings: inout [Finding],
    _ tallies: inout RuleTallies, _ add: (FindingCode) -> Void
  ) -> (underused: Bool?, rules: [String]) {
    guard compliance.judges(.parcel) else { return (nil, []) }
    let subject = JudgedSubject(.parcel, ground.id, file: ground.file, feature: ground.feature)
    var underused: Bool?
    var rules: [String] = []
    for judgement in compliance.judgements(
      parcel: ground, contract: contract, standing: contract.map(standing))
    {
      tallies.add(judgement, about: subject)
      for finding in JudgementFindings(allVerdicts: options.allVerdicts)
        .findings(judgement, about: subject)
      {
        findings.append(finding)
        add(finding.code)
      }
      guard judgement.rule.marksUnderused else { continue }
      switch judgement.verdict {
      case .notMet, .needsReasons:
        underused = true
        rules.append(judgement.rule.id)
      case .met: underused = underused ?? false
      case .unknown, .notApplicable, nil: break
      }
    }
    return (underused, rules)
  }

  private func figures(of feature: Int) -> LayerFigures {
    let layer = survey.parcels
    func known(_ value: Double) -> Double? { value.isNaN ? nil : value }
    let quality = layer.quality[feature]
    let invalidity = layer.invalidity[feature]
    let meridian = known(layer.meridian[feature])
    var isValid: Bool? = quality == .unmeasured ? nil : invalidity == nil
    var reason = invalidity?.reason ?? ""
    switch inputs.parcels.layer.state[feature] {
    case .tooFewPoints: (isValid, reason) = (false, "Too few points in geometry component")
    case .unreadable: (isValid, reason) = (false, "Unreadable geometry")
    case .polygon, .missing, .empty, .otherType: break
    }
    return LayerFigures(
      isValid: isValid, reason: reason, quality: quality,
      planarArea: known(layer.planarArea[feature]),
      ellipsoidalArea: known(layer.ellipsoidalArea[feature]),
      geodesicArea: known(layer.geodesicArea[feature]),
      areaBeforeRepair: quality == .repaired ? invalidity?.drawnArea : nil,
      meridian: meridian, planeCode: planeCode(meridian))
  }

  /// EPSG code of the plane a feature is measured on.
  func planeCode(_ meridian: Double?) -> Int? {
    if !inputs.parcels.system.isGeographic { return fileplane }
    return meridian.flatMap { CoordinateSystem.threeDegreeCode(centralMeridian: $0) }
  }

  /// Densities and ratios: what stands on the parcel by its planar area.
  private func built(
    _ record: ParcelRecord, _ measures: ParcelMeasures, _ layer: LayerFigures,
    into facts: inout ParcelFacts
  ) -> (counted: Double?, source: BuildingMeasures.FloorSource?) {
    // Ratios over a doubtful or missing area would be doubtful themselves.
    let isSound = layer.quality == .ok || layer.quality == .repaired
    let area = isSound ? layer.planarArea : nil
    let buildings = measures.buildings
    facts.buildingsKnown = buildings?.footprint != nil
    facts.buildingCount = facts.buildingsKnown ? buildings?.count : nil
    facts.footprint = buildings?.footprint
    var counted = buildings?.countedFloor
    var source = buildings?.floorSource
    // 计容建筑面积 of the parcel's own register goes before everything, its 建筑面积 before what is
    // estimated from footprints.
    if let registered = record.countedFloor {
      (counted, source) = (registered, .counted)
    } else if let registered = record.grossFloor, source == nil || source == .estimated {
      (counted, source) = (registered, .registered)
    } else {
      facts.plotRatioNeedsReasons = buildings?.needsReasons ?? false
    }
    if let area, area > 0 {
      facts.density = facts.footprint.map { $0 / area }
      facts.plotRatio = counted.map { $0 / area }
      facts.buildingCoefficient = buildings?.coefficientArea.map { $0 / area }
      facts.greenShare = record.greenArea.map { $0 / area } ?? record.greenShare
      facts.officeShare = record.officeArea.map { $0 / area } ?? record.officeShare
    } else {
      facts.greenShare = record.greenShare
      facts.officeShare = record.officeShare
    }
    // Where the land cannot be told apart its share is that of the floor area
    // (《工业项目建设用地控制指标》, 行政办公及生活服务设施用地所占比重).
    let floor = record.grossFloor ?? counted
    if facts.officeShare == nil, let office = record.officeFloor, let floor, floor > 0,
      office <= floor
    {
      facts.officeShare = office / floor
      facts.officeShareIsApportioned = true
    }
    return (counted, source)
  }

  /// Findings of where the parcel lies.
  private func placeFindings(
    _ feature: Int, _ id: String, _ record: ParcelRecord, _ measures: ParcelMeasures
  ) -> [Finding] {
    func finding(_ code: FindingCode) -> Finding {
      var finding = Finding(code, .parcel, id)
      finding.file = inputs.parcels.layer.file
      finding.featureIndex = survey.parcelNumber(feature)
      return finding
    }
    var findings: [Finding] = []
    switch measures.membership {
    case .noZones: break
    case .unknownZone:
      var unknown = finding(.zoneUnknown)
      unknown.field = "zone_id"
      unknown.otherID = record.zoneID ?? ""
      findings.append(unknown)
    case .zone(let zone):
      if record.zoneID == nil {
        var assigned = finding(.zoneAssignedByPlace)
        assigned.otherID = survey.zoneID(zone)
        findings.append(assigned)
      }
      if let outside = measures.outside, outside > options.survey.minimumOverlapArea {
        var beyond = finding(.outsideZone)
        beyond.otherID = survey.zoneID(zone)
        beyond.value = outside
        beyond.limit = options.survey.minimumOverlapArea
        beyond.comparison = "<="
        beyond.unit = "m2"
        findings.append(beyond)
      }
    }
    if measures.zoneParts.count > 1 {
      var shared = finding(.parcelInTwoZones)
      let own = measures.zoneParts.map { survey.zoneID($0.zone) }
      shared.otherID = own.joined(separator: ";")
      shared.value = measures.zoneParts.map(\.area).sorted(by: >)[1]
      shared.limit = options.survey.minimumOverlapArea
      shared.comparison = "<="
      shared.unit = "m2"
      shared.note = zip(own, measures.zoneParts).map {
        "\($0)=\(FixedDecimal.text($1.area, 6))"
      }.joined(separator: ";")
      findings.append(shared)
    }
    if measures.buildings?.missing.contains("storeys") == true {
      var unknown = finding(.storeysUnknown)
      unknown.missing = ["storeys"]
      findings.append(unknown)
    }
    return findings
  }
}
