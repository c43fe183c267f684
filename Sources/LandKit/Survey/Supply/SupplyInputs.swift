import LandCadastre
import LandGeometry
import LandTopology

/// What is known of one parcel of the zone beside its ground.
public struct SupplyParcel: Hashable, Sendable {
  /// How far a parcel has come in the register of idle land.
  public enum Idleness: String, Hashable, Sendable {
    case none, suspected, identified
  }

  /// Index of the parcel in its layer, from 0.
  public var feature: Int
  /// Its id.
  public var id: String
  /// How it is supplied; nil is unknown, and so is then every figure that it may belong to.
  public var supply: SupplyState?
  /// Whether it is idle; a case that has ended counts as none.
  public var idleness: Idleness
  /// Area of the footprints on it, m²; nil is unknown. Not looked at where buildings are given.
  public var builtFootprint: Double?

  /// A parcel of the zone.
  public init(
    feature: Int, id: String, supply: SupplyState?, idleness: Idleness = .none,
    builtFootprint: Double? = nil
  ) {
    self.feature = feature
    self.id = id
    self.supply = supply
    self.idleness = idleness
    self.builtFootprint = builtFootprint
  }
}

/// The layers of a zone that its supply is accounted from. A layer that is nil is not given, and
/// figures that need it are unknown; a layer without features says that there is no such land.
public struct SupplyInputs: Sendable {
  /// The scope in force: one feature a block (区块) or park.
  public var scope: PlacedLayer
  /// The scope as first approved, where it was another.
  public var originalScope: PlacedLayer?
  /// Land that cannot be supplied (不可供应土地), by class where the layer says so.
  public var notSuppliable: PlacedLayer?
  /// Land that is ready for supply (已达到供地条件), supplied or not.
  public var ready: PlacedLayer?
  /// Approved land (已批准用地), by year of approval where the layer says so.
  public var approvedLand: PlacedLayer?
  /// The layer of the parcels.
  public var parcelLayer: PlacedLayer
  /// The parcels of the zone; others of the layer are left out of account.
  public var parcels: [SupplyParcel]
  /// The buildings, for the built area; without them the footprints of the parcels are added up.
  public var buildings: PlacedLayer?

  /// The inputs that every account needs; the others are set as they are given.
  public init(scope: PlacedLayer, parcelLayer: PlacedLayer, parcels: [SupplyParcel]) {
    self.scope = scope
    self.parcelLayer = parcelLayer
    self.parcels = parcels
  }
}

/// How supply is accounted. The figures are ours, none is of the law.
public struct SupplyOptions: Sendable {
  /// How layers are measured and by how many workers. Scopes are never repaired.
  public var survey: SurveyOptions
  /// Remaining ground below this area (m²) is counted but not listed: 0.01 ha, the last decimal of
  /// official areas.
  public var sliverArea = 100.0
  /// Ground up to this area (m²) on the other side of a boundary is drawing noise: the parcel does
  /// not count as crossing it.
  public var noiseArea = 1.0

  /// The defaults, with layers measured as the survey says.
  public init(survey: SurveyOptions = SurveyOptions()) { self.survey = survey }
}

/// Why the supply of a zone cannot be accounted at all.
public enum SupplyError: Error, Sendable {
  /// A layer cannot be brought into the space of the scope.
  case survey(SurveyError)
  /// A layer of a scope holds no features.
  case emptyScope(file: String)
  /// A feature of a scope is no valid polygon: nobody can say what lies in it. The reason is
  /// GEOS's, or `no polygon`.
  case invalidScope(file: String, feature: Int, id: String, reason: String, near: Coordinate?)
  /// A block of a change says a word that is neither in nor out.
  case unknownChange(file: String, id: String, word: String)
  /// The blocks of a scope could not be united.
  case topology(file: String, TopologyError)
}
