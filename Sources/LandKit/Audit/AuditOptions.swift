import LandCadastre
import LandForeign
import LandIdleLand
import LandRulebook
import LandSurvey

/// How an audit is to be made. Everything here is written to the manifest; nothing else decides
/// what the machine files hold.
public struct AuditOptions: Sendable {
  /// How the ground is measured.
  public var survey = SurveyOptions()
  /// The day of the audit; facts dated later do not exist.
  public var asOf: CalendarDate
  /// The rulebooks in force on that day.
  public var rules: RuleSelection
  /// What an empty start of development means.
  public var emptyStart = IdleOptions.EmptyStart.unknown
  /// What an empty suspension of started land means.
  public var emptySuspension = IdleOptions.EmptySuspension.unknown
  /// Whether verdicts that are met or not applicable are written as findings, too.
  public var allVerdicts = false
  /// Whether `parcels.geojson` keeps projected coordinates.
  public var projected = false
  /// How files are read where they leave it open.
  public var opening = OpeningOptions()

  /// The defaults of the command line, for a day.
  public init(asOf: CalendarDate, rules: RuleSelection = .shipped) {
    self.asOf = asOf
    self.rules = rules
    survey.doubleStoreyHeight = rules.buildingRules.doubleStoreyHeight.value
  }
}

/// The files of an audit, as the user names them.
public struct AuditPaths: Sendable {
  /// The parcels.
  public var parcels: String
  /// The buildings.
  public var buildings: String?
  /// The zones.
  public var zones: String?
  /// The contracts.
  public var contracts: String?
  /// The enterprises.
  public var enterprises: String?
  /// One file a zone.
  public var zoneFiles: [String] = []

  /// Takes the layers that the only zone file names, where the command line names none.
  public mutating func takeLayers(of zoneFiles: [ZoneFile]) {
    guard zoneFiles.count == 1 else { return }
    func path(_ layer: ZoneLayer) -> String? { zoneFiles[0].layers[layer]?.text }
    buildings = buildings ?? path(.buildings)
    zones = zones ?? path(.zones)
    contracts = contracts ?? path(.contracts)
    enterprises = enterprises ?? path(.enterprises)
  }

  /// The files that are given, without the layers that are named of them.
  var all: [String] {
    let inputs = [parcels, buildings, zones, contracts, enterprises].compactMap { $0 }
    return inputs.map { InputReference($0).path } + zoneFiles
  }

  /// An audit of a file of parcels; the others are set as they are given.
  public init(parcels: String) { self.parcels = parcels }
}
