import LandCadastre
import LandGeometry
import LandLayers

/// The zones of a survey, measured once and shared by the surveys of all parts of a file of parcels.
public final class SurveyedZones: Sendable {
  let names: FeatureNames
  /// The measured features.
  public let layer: MeasuredLayer
  let records: [ZoneRecord]
  let byID: [String: Int]
  let index: PackedIndex
  let edges: [EdgeIndex]
  /// What was found while measuring and reading properties.
  public let findings: [Finding]

  /// Measures zones that are in the space of the parcels.
  public init(_ zones: PlacedLayer, options: SurveyOptions) {
    let names = FeatureNames(zones.layer, field: .zoneID)
    let measured = LayerMeasurer(
      zones, options: options, subject: .zone, wantsEllipsoid: false, identify: { names[$0] }
    ).measureAll()
    var findings = measured.findings
    var records: [ZoneRecord] = []
    var byID: [String: Int] = [:]
    let reader = ZoneReader(names: zones.layer.attributes.names)
    findings += reader.map.findings(file: zones.layer.file)
    for zone in 0..<zones.count {
      records.append(reader.record(in: zones.layer.attributes, row: zone, findings: &findings))
      let id = names[zone]
      if byID[id] == nil {
        byID[id] = zone
      } else {
        var finding = Finding(.duplicateZoneID, .zone, id)
        finding.file = zones.layer.file
        finding.featureIndex = zone
        findings.append(finding)
      }
    }
    self.names = names
    layer = measured
    self.records = records
    self.byID = byID
    self.findings = findings
    index = PackedIndex(measured.sourceBox)
    edges = (0..<measured.plane.featureCount).map { EdgeIndex(measured.plane, feature: $0) }
  }
}
