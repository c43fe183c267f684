import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// What is measured: parcels, buildings and zones on their planes, with indices to bring them
/// together. Made once, then asked by any number of workers.
public final class Survey: Sendable {
  /// Part of a building inside a parcel from which on it stands on both sides of the border
  /// (ours, not a figure of the law): below it, and above the rest, it is drawing noise.
  public static let straddlingShare = 0.05

  /// How it was made.
  public let options: SurveyOptions
  /// The parcels.
  public let parcels: MeasuredLayer
  /// The buildings, where given.
  public let buildings: MeasuredLayer?
  /// Their properties.
  public let buildingColumns: BuildingColumns?
  /// The zones, where given.
  public let zones: MeasuredLayer?
  /// The zones' properties, in the order of the file.
  public let zoneRecords: [ZoneRecord]
  /// Index of a zone by its id.
  public let zoneByID: [String: Int]
  /// Boxes of the parcels in the space of their file.
  let parcelIndex: PackedIndex
  /// Boxes of the buildings in the same space.
  let buildingIndex: PackedIndex
  /// Boxes of the zones in the same space.
  let zoneIndex: PackedIndex
  /// Each zone's edges on its plane: a parcel that meets none is wholly in or out.
  let zoneEdges: [EdgeIndex]
  /// What was found while measuring the layers.
  public let findings: [Finding]

  let parcelFile: String
  let buildingFile: String
  private let parcelLayer: FeatureLayer
  private let buildingLayer: FeatureLayer?
  private let parcelNames: FeatureNames
  private let buildingNames: FeatureNames
  private let zoneNames: FeatureNames

  /// Measures the layers; buildings and zones must be in the space of the parcels already.
  public convenience init(
    parcels: PlacedLayer, buildings: PlacedLayer?, zones: PlacedLayer?, options: SurveyOptions
  ) {
    self.init(
      parcels: parcels, buildings: buildings,
      zones: zones.map { SurveyedZones($0, options: options) }, options: options)
  }

  /// The same with zones that are measured already. `structuresAndYards` is what the whole layer of
  /// buildings says where `buildings` is a part of it; see
  /// ``BuildingColumns/knowsStructuresAndYards``.
  public init(
    parcels: PlacedLayer, buildings: PlacedLayer?, zones: SurveyedZones?,
    structuresAndYards: Bool? = nil, options: SurveyOptions
  ) {
    self.options = options
    let parcelNames = FeatureNames(parcels.layer, field: .parcelID)
    self.parcelNames = parcelNames
    parcelFile = parcels.layer.file
    self.parcels = LayerMeasurer(
      parcels, options: options, subject: .parcel, wantsEllipsoid: true,
      identify: { parcelNames[$0] }
    ).measureAll()
    var findings = self.parcels.findings
    let parcelBoxes = self.parcels.sourceBox
    let parcelIndex = options.workers.beside { PackedIndex(parcelBoxes) }

    let buildingNames = buildings.map { FeatureNames($0.layer, field: .buildingID) }
    self.buildingNames = buildingNames ?? parcelNames
    buildingFile = buildings?.layer.file ?? ""
    if let buildings, let buildingNames {
      let measured = LayerMeasurer(
        buildings, options: options, subject: .building, wantsEllipsoid: false,
        identify: { buildingNames[$0] }
      ).measureAll()
      let index = options.workers.beside { PackedIndex(measured.sourceBox) }
      let columns = BuildingColumns(
        buildings.layer, workers: options.workers, structuresAndYards: structuresAndYards)
      buildings.layer.attributes.source.letGo()
      findings += measured.findings + columns.findings
      self.buildings = measured
      buildingColumns = columns
      buildingIndex = index.value()
    } else {
      self.buildings = nil
      buildingColumns = nil
      buildingIndex = PackedIndex([])
    }

    zoneNames = zones?.names ?? parcelNames
    self.zones = zones?.layer
    zoneRecords = zones?.records ?? []
    zoneByID = zones?.byID ?? [:]
    zoneIndex = zones?.index ?? PackedIndex([])
    zoneEdges = zones?.edges ?? []
    self.findings = findings + (zones?.findings ?? [])
    self.parcelIndex = parcelIndex.value()
    parcelLayer = parcels.layer
    buildingLayer = buildings?.layer
  }

  /// Which feature of its file a parcel is.
  public func parcelNumber(_ parcel: Int) -> Int { parcelLayer.number(of: parcel) }
  /// Which feature of its file a building is.
  func buildingNumber(_ building: Int) -> Int { buildingLayer?.number(of: building) ?? building }

  /// The id of a parcel: its own, else the feature's, else `#index`.
  public func parcelID(_ parcel: Int) -> String { parcelNames[parcel] }
  /// The id of a building.
  public func buildingID(_ building: Int) -> String { buildingNames[building] }
  /// The id of a zone.
  public func zoneID(_ zone: Int) -> String { zoneNames[zone] }
  /// The id that a parcel has of its own or from the format; nil where its index has to stand in.
  public func ownID(_ parcel: Int) -> String? { parcelNames.name(of: parcel) }
  /// The same for all parcels, decoded by all workers.
  public func ownIDs() -> [String?] {
    options.workers.map(parcels.count, size: 4096) { range in
      let names = range.map { self.parcelNames.name(of: $0) }
      self.parcelLayer.letGo(range)
      return names
    }.flatMap(\.self)
  }

  /// Says that the text of some parcels is not needed for now, and that of the buildings, of which
  /// a name was asked for here and there.
  public func letGo(_ parcels: Range<Int>) {
    parcelLayer.letGo(parcels)
    buildingLayer?.attributes.source.letGo()
  }

  /// All pairs of parcels that share ground, however little.
  public func overlaps() -> OverlapFindings {
    let chunks = options.workers.map(parcels.count, size: 512) { range in
      var worker = ParcelWorker(self)
      var result = OverlapFindings()
      for parcel in range { worker.overlaps(of: parcel, into: &result) }
      return result
    }
    return OverlapFindings(
      overlaps: chunks.flatMap(\.overlaps), findings: chunks.flatMap(\.findings))
  }

  /// Overlays a range of parcels with their surroundings; `hints` has one entry a parcel.
  public func measures(of range: Range<Int>, hints: [ParcelHints]) -> [ParcelMeasures] {
    var worker = ParcelWorker(self)
    return zip(range, hints).map { worker.measures(of: $0, hints: $1) }
  }

  /// The tolerance of a parcel's area in m²: 2σ from the mean error of its boundary points.
  ///
  /// Error propagation through the shoelace formula; the point error is that of the first class of
  /// 城镇地籍调查规程 unless set otherwise, σ of one axis the point error by √2.
  public func areaTolerance(of parcel: Int) -> Double? {
    guard parcels.isWorkable(parcel) else { return nil }
    let sigma = options.pointError / 2.0.squareRoot()
    return 2 * sigma * parcels.plane.areaErrorFactor(of: parcel)
  }
}

/// Ids of the features of a layer, decoded when asked for.
public struct FeatureNames: Sendable {
  private let layer: FeatureLayer
  private let column: Int?

  /// The names of a layer's features by the field that holds them.
  public init(_ layer: FeatureLayer, field: Field) {
    self.layer = layer
    let role: Field.Role =
      switch field {
      case .buildingID: .buildings
      case .zoneID: .zones
      default: .parcels
      }
    column = FieldMap(names: layer.attributes.names, role: role)[field]?.column
  }

  /// The id in the field, else the feature's own, else `#index`.
  public subscript(feature: Int) -> String {
    name(of: feature) ?? "#\(layer.number(of: feature))"
  }

  /// Whether the field or the feature itself gives an id.
  public func isNamed(_ feature: Int) -> Bool { name(of: feature) != nil }

  /// The id in the field, else the feature's own.
  public func name(of feature: Int) -> String? { own(feature) ?? layer.identifier(of: feature) }

  private func own(_ feature: Int) -> String? {
    guard let column else { return nil }
    guard let text = layer.attributes.value(row: feature, column: column).trimmedText(),
      !text.isEmpty
    else { return nil }
    return text
  }
}
