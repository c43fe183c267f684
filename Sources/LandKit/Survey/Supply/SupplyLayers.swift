import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// The layers of a zone on its plane, with the attributes that the account needs.
struct SupplyLayers: Sendable {
  /// The file of the scope in force.
  let scopeFile: String
  /// The parcels, those of other zones too.
  let parcels: SupplyGround
  /// What is known of each parcel; nil for a parcel that is no part of the zone.
  let standing: [SupplyParcel?]
  /// Land that cannot be supplied.
  let notSuppliable: SupplyGround?
  /// Why each of its features cannot.
  let reasons: [NotSuppliableClass]
  /// Ready land.
  let ready: SupplyGround?
  /// Approved land.
  let approvedLand: SupplyGround?
  /// When each of its features was approved.
  let years: [Int?]
  /// The buildings.
  let buildings: SupplyGround?
  /// Whether each counts as built: above ground, and a building by its kind.
  let isHouse: [Bool]
  /// What was found while measuring and reading.
  let findings: [Finding]

  /// Measures the layers; they are in the space of the scope already.
  init(_ inputs: SupplyInputs, plane: SupplyPlane, options: SurveyOptions) {
    var findings: [Finding] = []
    func ground(
      _ name: String, _ layer: PlacedLayer?, _ subject: Finding.SubjectKind, _ field: Field
    ) -> SupplyGround? {
      guard let layer else { return nil }
      let names = FeatureNames(layer.layer, field: field)
      let measured = LayerMeasurer(
        layer, options: options, subject: subject, wantsEllipsoid: false, identify: { names[$0] }
      ).measureAll()
      findings += measured.findings
      return SupplyGround(name, measured, file: layer.layer.file, meridian: plane.meridian)
    }
    scopeFile = inputs.scope.layer.file
    let parcelNames = FeatureNames(inputs.parcelLayer.layer, field: .parcelID)
    let parcelMeasures = LayerMeasurer(
      inputs.parcelLayer, options: options, subject: .parcel, wantsEllipsoid: false,
      identify: { parcelNames[$0] }
    ).measureAll()
    findings += parcelMeasures.findings
    parcels = SupplyGround(
      "parcels", parcelMeasures, file: inputs.parcelLayer.layer.file, meridian: plane.meridian)
    var standing = [SupplyParcel?](repeating: nil, count: inputs.parcelLayer.count)
    for parcel in inputs.parcels { standing[parcel.feature] = parcel }
    self.standing = standing

    notSuppliable = ground("not_suppliable", inputs.notSuppliable, .zone, .zoneID)
    ready = ground("ready", inputs.ready, .zone, .zoneID)
    approvedLand = ground("approved_land", inputs.approvedLand, .zone, .zoneID)
    buildings = ground("buildings", inputs.buildings, .building, .buildingID)

    func values<Value>(
      _ layer: PlacedLayer?, _ read: (SupplyColumns, AttributeTable, Int) -> Value
    ) -> [Value] {
      guard let table = layer?.layer.attributes else { return [] }
      let columns = SupplyColumns(names: table.names)
      return (0..<(layer?.count ?? 0)).map { read(columns, table, $0) }
    }
    var unreadable: [Finding] = []
    reasons = values(inputs.notSuppliable) { $0.reason(in: $1, row: $2, findings: &unreadable) }
    years = values(inputs.approvedLand) { $0.year(in: $1, row: $2, findings: &unreadable) }
    findings += unreadable
    if let layer = inputs.buildings?.layer {
      let columns = BuildingColumns(layer, workers: options.workers)
      isHouse = zip(columns.kind, columns.isBasement).map { $0 == .building && !$1 }
      findings += columns.findings
    } else {
      isHouse = []
    }
    self.findings = findings
  }

  /// The layers that are given.
  var all: [SupplyGround] {
    [parcels, notSuppliable, ready, approvedLand, buildings].compactMap { $0 }
  }

  /// The finding of an overlay that failed.
  static func failure(
    _ error: TopologyError, subject: String, file: String, what: String
  ) -> Finding {
    var finding = Finding(.overlayFailed, .zone, subject)
    finding.file = file
    finding.place.coordinate = error.near
    finding.note = "\(error.operation);\(what)"
    return finding
  }
}
