import LandCadastre
import LandCompliance
import LandIdleLand
import LandLayers
import LandReport
import LandRulebook
import LandSurvey

/// What all parcels of a run are judged by, whichever part of the file they are in.
struct AuditBasis: Sendable {
  let zones: ZoneBook
  let compliance: Compliance
  let reader: ParcelReader
  let assessor: ParcelAssessor
  /// What is to be said of the parcels' columns.
  let columnFindings: [Finding]

  init(_ inputs: AuditInputs, _ options: AuditOptions, _ survey: Survey) {
    zones = ZoneBook(
      files: inputs.zoneFiles,
      records: survey.zoneRecords.enumerated().map { (survey.zoneID($0.offset), $0.element) },
      layerFile: inputs.zones?.layer.file ?? "", asOf: options.asOf)
    compliance = Compliance(options.rules, zones: zones, figures: options.allVerdicts)
    reader = ParcelReader(
      names: inputs.parcels.layer.attributes.names,
      figures: options.rules.declaredColumns(.parcel, .project))
    let showsSupply = reader.canShowSupply || inputs.contracts != nil
    var findings = reader.map.findings(file: inputs.parcels.layer.file)
    if !showsSupply {
      findings.append(ParcelAssessor.supplyAssumed(file: inputs.parcels.layer.file))
    }
    columnFindings = findings
    assessor = ParcelAssessor(
      rules: options.rules.idleLandRules,
      options: IdleOptions(
        asOf: options.asOf, emptyStart: options.emptyStart,
        emptySuspension: options.emptySuspension,
        supplyBasis: showsSupply ? .fields : .assumed, allVerdicts: options.allVerdicts))
  }
}
